"""A year's report that is there already is offered before another draft of it is made."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from core import recent
from core.export import file_stem
from core.report import Report
from core.settings import Settings
from core.store import SUFFIX
from core.template import Library
from gui.messages import plain_box
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
    box = plain_box(parent, f"{year} 年的报告已经有一份：\n{path}", "knownDraftBox")
    opens = box.addButton("打开它(&O)", box.ButtonRole.AcceptRole)
    opens.setObjectName("openKnown")
    another = box.addButton("另做一份(&N)", box.ButtonRole.ActionRole)
    another.setObjectName("makeAnother")
    cancel = box.addButton("取消", box.ButtonRole.RejectRole)
    cancel.setObjectName("cancelButton")
    box.setDefaultButton(opens)
    box.setEscapeButton(cancel)
    opens.clicked.connect(lambda: open_it(path))
    another.clicked.connect(lambda: make_another())
    box.open()
