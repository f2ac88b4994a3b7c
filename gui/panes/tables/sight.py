"""What of a form is in sight: a cell, and with it the heads over it that scroll with the rows."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QTableView

from core.grid import Grid

Index = QModelIndex | QPersistentModelIndex


def is_seen(view: QTableView, index: Index) -> bool:
    """Return whether all of a cell stands in sight, from top to bottom."""
    rect = view.visualRect(index)
    return rect.top() >= 0 and rect.bottom() < view.viewport().height()


def show_heads(view: QTableView, grid: Grid, index: Index, *, is_first: bool = False) -> None:
    """Bring the heads over a cell into sight, over the first one all that stands there, if it is seen then too."""
    top = view.rowViewportPosition(grid.head_rows if is_first else _heads_begin(grid, index.row()))
    if top < 0 and view.visualRect(index).bottom() - top < view.viewport().height():
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + top)


def _heads_begin(grid: Grid, row: int) -> int:
    """Return the row with which the heads over a row begin, the row itself where all heads stay in sight anyway."""
    heads = {one.row for one in grid.cells if one.role in ("caption", "head") and one.row >= grid.head_rows}
    begin = max((head for head in heads if head < row), default=row)
    while begin - 1 in heads:
        begin -= 1
    return begin
