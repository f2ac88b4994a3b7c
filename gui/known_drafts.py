"""A year's report that is there already is offered before another draft of it is made."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from core import recent
from core.export import file_stem
from core.report import Report
from core.settings import Settings
from core.store import SUFFIX
from core.template import Library
from gui import messages
from gui.places import documents


def known(draft: Report, library: Library, settings: Settings) -> Path | None:
    """Return the report of that office and year on the home page, or where the draft would be saved; None for none."""
    for one in recent.load():
        if (one.office, one.year) == (draft.unit.name, draft.year) and one.exists:
            return Path(one.path)
    name = file_stem(draft, library.get(draft.template).report_name) + SUFFIX
    proposed = Path(settings.open_folder or documents()) / name
    return proposed if recent.is_there(proposed) else None


def ask(
    parent: QWidget,
    year: int,
    path: Path,
    open_it: Callable[[Path], object],
    make_another: Callable[[], object],
) -> None:
    """Ask whether the report that is there is opened or another draft is made."""
    messages.ask(
        parent,
        f"{year} 年的报告已经有一份：\n{path}",
        "knownDraftBox",
        messages.Choice("打开它(&O)", "openKnown", partial(open_it, path), "Accept"),
        messages.Choice("另做一份(&N)", "makeAnother", make_another),
        messages.CANCEL,
    )
