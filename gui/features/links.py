"""Figures of the tables in sentences (Ctrl+Shift+L): chosen from a list, linked to their cell."""

from collections.abc import Callable
from functools import partial

from gui.dialogs.choose_cell import ChooseCellDialog, cells_to_choose
from gui.features.desk import AtDesk
from gui.panes.prose import inserting
from gui.panes.prose_editor import ProseEditor
from gui.panes.workspace import Workspace
from gui.session import Session

_NO_SENTENCE = "请先把光标放到要写数的句子里，再插入表格里的数。"
_NO_TABLE = "这种格式没有表格，没有可以插入的数。"


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the command of linked numbers does."""
    return {"insertNumber": desk.with_workspace(partial(_ask, desk))}


def _ask(desk: AtDesk, work: Workspace) -> None:
    """Let the clerk choose a cell, and put its figure where the cursor stands."""
    session, prose = desk.session, work.page.prose
    if session is None:
        return
    if not cells_to_choose(session):
        desk.say_for_now(_NO_TABLE)
    elif prose is None:
        desk.say_for_now(_NO_SENTENCE)
    else:
        _choose(session, prose)


def _choose(session: Session, prose: ProseEditor) -> None:
    dialog = ChooseCellDialog(session, prose)

    def insert(cell: str) -> None:
        inserting.put_number(session, prose.sheet, cell)
        prose.sheet.setFocus()

    dialog.cell_chosen.connect(insert)
    dialog.open()
