"""The commands on the cells of a table; where the cursor stands in words, copy and paste are those of the words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from gui.features.desk import AtDesk
from gui.panes.table_editor import TableEditor
from gui.panes.workspace import Workspace

_NO_CELL = "请先点一个格子，再用这个命令。"
_WORDS = (QLineEdit, QTextEdit, QPlainTextEdit)
_OF_CELLS: dict[str, Callable[[TableEditor], object]] = {
    "editCell": lambda table: table.view.edit_cell(),
    "cutCells": lambda table: table.view.cells.cut(),
    "copyCells": lambda table: table.view.cells.copy(),
    "pasteCells": lambda table: table.view.cells.paste(),
    "clearCells": lambda table: table.view.cells.empty(),
    "fillDown": lambda table: table.view.cells.fill_on(down=True),
    "fillRight": lambda table: table.view.cells.fill_on(down=False),
    "zerosRow": TableEditor.fill_row,
    "zerosBlock": TableEditor.fill_block,
    "zerosTable": TableEditor.fill_table,
    "automaticTotal": TableEditor.give_back_total,
}
_OF_WORDS = {"cutCells": "cut", "copyCells": "copy", "pasteCells": "paste"}


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the commands on cells do."""
    return {name: desk.with_workspace(partial(_run, desk, name)) for name in _OF_CELLS}


def _run(desk: AtDesk, name: str, work: Workspace) -> None:
    at = work.window().focusWidget()
    if isinstance(at, _WORDS) and name in _OF_WORDS:
        getattr(at, _OF_WORDS[name])()
        return
    table = work.page.table
    if table is None or at is None or not table.isAncestorOf(at):
        desk.say(_NO_CELL)
        return
    if name != "editCell":
        table.finish_typing()
    _OF_CELLS[name](table)
