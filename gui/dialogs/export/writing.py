"""What is done beside the window once files and folder are chosen."""

from collections.abc import Callable
from pathlib import Path

from core.errors import OutputError
from core.export import PACKAGE, SHEET
from core.export.files import Order, export
from gui.dialogs.export.files import FileChoices
from gui.session import Session
from gui.tasks import Told

_SHOWS_CHECKS = {"xlsx", SHEET, PACKAGE}


def writing_of(session: Session, choices: FileChoices, folder: Path) -> Callable[[Told], list[Path]]:
    """Return the work that writes the report as it is now, and the choice as it is now, into a folder.

    The work returns the files written; OutputError says why they cannot be.
    """
    formats, choice, inside = choices.formats, choices.ticked, choices.shows_checks
    frozen = session.report.model_copy(deep=True)

    def work(tell: Told) -> list[Path]:
        from core.export.sheet import document

        checked = session.check_sheet(frozen) if _SHOWS_CHECKS & set(choice) else None
        beside = [document(checked)] if checked and SHEET in choice else []
        order = Order(formats, beside, checked, package=PACKAGE in choice, checks_inside=inside)
        return export(session.template, frozen, order, folder, tell)

    return work


def vanished(folder: Path) -> OutputError:
    """Return the error that tells that the folder proposed is not there any more."""
    return OutputError(
        f"文件夹“{folder}”现在找不到了，可能 U 盘已拔下，或文件夹移走、改名了。还没有导出。请接好后再导出，或换一个文件夹。"
    )
