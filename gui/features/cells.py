"""The commands on the cells of a table; where the cursor stands in words, copy and paste are those of the words; a line of a list is copied."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from gui.features.desk import AtDesk
from gui.panes.table_editor import TableEditor
from gui.panes.workspace import Workspace

_NO_CELL = "请先点一个单元格，再用这个命令。"
_NO_WORDS = "请先把光标放进文字里，或者点一个单元格，再用这个命令。"
_BY_TYPING = "文字直接打字就能改；F2 用来改表格里的一格。"
_IN_LIST = "F2 用来改表格里的一格；清单里的不能在这里改。"
_READ_ONLY = "这里的文字只能复制，不能改。"
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
    table = work.page.table
    in_table = table is not None and at is not None and table.isAncestorOf(at)
    if name in _OF_WORDS and (isinstance(at, _WORDS) or not in_table):
        _on_words(desk, _OF_WORDS[name], at)
        return
    if table is None or not in_table:
        desk.say_for_now(_why_not(at) if name == "editCell" else _NO_CELL)
        return
    if name != "editCell":
        table.finish_typing()
    _OF_CELLS[name](table)


def _why_not(at: QWidget | None) -> str:
    """Return what is told where there is no cell to change, by what has the keys."""
    if isinstance(at, _WORDS) and not at.isReadOnly():
        return _BY_TYPING
    return _IN_LIST if isinstance(at, QAbstractItemView) else _NO_CELL


def _on_words(desk: AtDesk, what: str, at: QWidget | None) -> None:
    """Cut, copy or paste where the keys are: in words, or the line of a list."""
    if isinstance(at, QAbstractSpinBox):
        at = at.findChild(QLineEdit)
    if isinstance(at, _WORDS):
        if at.isReadOnly() and what != "copy":
            desk.say_for_now(_READ_ONLY)
        else:
            getattr(at, what)()
    elif what == "copy" and isinstance(at, QAbstractItemView) and at.currentIndex().isValid():
        QGuiApplication.clipboard().setText(str(at.currentIndex().data()))
    else:
        desk.say_for_now(_NO_WORDS)
