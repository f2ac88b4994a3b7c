"""What is done beside the window once files and folder are chosen."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import OutputError
from core.export import PACKAGE, SHEET
from core.export.beside import FilesBeside
from core.export.files import Order, export
from core.layout import lay_out
from gui.dialogs.export.files import FileChoices
from gui.dialogs.export.outcome import Gate
from gui.session import Session
from gui.tasks import Told

if TYPE_CHECKING:
    from core.blocks import Document
    from core.checks.sheet import Sheet

_WITH_SHEET = {SHEET, PACKAGE}
_SHOWS_CHECKS = {"xlsx", *_WITH_SHEET}
_WITH_PAGES = {"pdf", *_WITH_SHEET}
_BESIDE = ("pdf", "docx", "html")  # the longest first; what shows the checks is written here
_SHEET_AS = ("docx", "pdf")


def writing_of(
    session: Session, choices: FileChoices, folder: Path, gate: Gate
) -> Callable[[Told], list[Path]]:
    """Return the work that writes the report as it is now, and the choice as it is now, into a folder.

    Once all is made it goes through the gate, and then onto the disk. The work returns the files written; OutputError says why they cannot be.
    """
    formats, choice, inside = choices.formats, choices.ticked, choices.shows_checks
    draft = choices.is_draft
    frozen = session.report.model_copy(deep=True)

    def work(tell: Told) -> list[Path]:
        def told(name: str, number: int, of: int) -> None:
            tell(name, number, of)
            if number == of:
                gate.go_through()

        document = lay_out(session.template, frozen)
        with _setting_pages(choice) as helper:
            if helper:
                helper.begin(document, [one for one in _BESIDE if one in choice or PACKAGE in choice])
            checked = session.check_sheet(frozen) if _SHOWS_CHECKS & set(choice) else None
            kept = [_on_paper(checked)] if checked and _WITH_SHEET & set(choice) else []
            if helper and kept:
                helper.begin(kept[0], _SHEET_AS)
            beside = kept if SHEET in choice else []
            packed = PACKAGE in choice
            order = Order(formats, beside, checked, packed, checks_inside=inside, marked_draft=draft)
            return export(session.template, frozen, order, folder, told, helper=helper, document=document)

    return work


def _setting_pages(choice: Iterable[str]) -> AbstractContextManager[FilesBeside | None]:
    """Return the process that writes files too, where pages are to be set: its libraries and fonts go with it."""
    return nullcontext() if _WITH_PAGES.isdisjoint(choice) else FilesBeside()


def _on_paper(checked: "Sheet") -> "Document":
    from core.export.sheet import document

    return document(checked)


def vanished(folder: Path) -> OutputError:
    """Return the error that tells that the folder proposed is not there any more."""
    return OutputError(
        f"文件夹“{folder}”现在找不到了，可能 U 盘已拔下，或文件夹移走、改名了。还没有导出。请接好后再导出，或换一个文件夹。"
    )
