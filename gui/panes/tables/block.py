"""Blocks of cells: the way of the cursor, and figures between the form and a spreadsheet's clipboard."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView

from core.template.grid import GridCell
from gui.models.table import TableModel

Move = QAbstractItemView.CursorAction
_LINE_END = re.compile(r"\r\n|\r|\n")


def neighbour(form: TableModel, index: QModelIndex, move: Move) -> QModelIndex:
    """Return the next cell to fill in that way, the same one where there is none."""
    for row, column in _way(form, index.row(), index.column(), move):
        place = form.place(row, column)
        if place and form.input_cell(place.row, place.column) and (place.row, place.column) != _start(index):
            return form.index(place.row, place.column)
    return index


def _start(index: QModelIndex) -> tuple[int, int]:
    return index.row(), index.column()


def _way(form: TableModel, row: int, column: int, move: Move) -> Iterator[tuple[int, int]]:
    """Yield the places to look at, nearest first."""
    rows, columns = form.grid.rows, form.grid.columns
    at = row * columns + column
    match move:
        case Move.MoveUp | Move.MoveDown:
            yield from ((r, column) for r in _line(row, rows, back=move == Move.MoveUp))
        case Move.MoveLeft | Move.MoveRight:
            yield from ((row, c) for c in _line(column, columns, back=move == Move.MoveLeft))
        case Move.MoveHome | Move.MoveEnd:
            yield from (
                (row, c)
                for c in _line(columns if move == Move.MoveEnd else -1, columns, back=move == Move.MoveEnd)
            )
        case Move.MoveNext | Move.MovePrevious:
            yield from (divmod(n, columns) for n in _line(at, rows * columns, back=move == Move.MovePrevious))


def _line(start: int, end: int, *, back: bool) -> range:
    return range(start - 1, -1, -1) if back else range(start + 1, end)


def cross(form: TableModel, current: GridCell) -> frozenset[GridCell]:
    """Return the printed cells in the row of a cell, and in its column down to the next part of the form."""
    in_row = {one for one in form.grid.cells if one.row <= current.row < one.row + one.row_span}
    if sum(one.role == "value" for one in in_row) == 1:
        return frozenset(in_row)
    captions = [one.row for one in form.grid.cells if one.role == "caption"]
    top = max((row for row in captions if row < current.row), default=-1)
    bottom = min((row for row in captions if row > current.row), default=form.grid.rows)
    in_column = {
        one
        for one in form.grid.cells
        if one.role in ("head", "value")
        and top < one.row < bottom
        and one.column <= current.column < one.column + one.column_span
    }
    return frozenset(in_row | in_column)


def as_text(form: TableModel, indexes: Sequence[QModelIndex]) -> str:
    """Return a block as lines of figures between tabs."""
    if not indexes:
        return ""
    rows = range(min(i.row() for i in indexes), max(i.row() for i in indexes) + 1)
    columns = range(min(i.column() for i in indexes), max(i.column() for i in indexes) + 1)
    return "\n".join("\t".join(_figure(form, row, column) for column in columns) for row in rows)


def _figure(form: TableModel, row: int, column: int) -> str:
    index = form.index(row, column)
    return str(index.data()) if form.cell(index) else ""


def placed(form: TableModel, indexes: Sequence[QModelIndex], text: str) -> tuple[dict[str, str], int]:
    """Return the texts by cell of a block from the clipboard, and how many of its figures found no cell.

    One figure alone goes into every selected cell; a block begins at the upper left one.
    """
    lines = [line.split("\t") for line in _LINE_END.split(text.rstrip("\r\n"))][: form.grid.rows]
    if not indexes:
        return {}, 0
    if len(lines) == len(lines[0]) == 1:
        cells = [form.input_cell(index.row(), index.column()) for index in indexes]
        return {cell: lines[0][0] for cell in cells if cell}, 0
    top, left = min(i.row() for i in indexes), min(i.column() for i in indexes)
    texts: dict[str, str] = {}
    left_over = 0
    for row, items in enumerate(lines, top):
        for column, item in enumerate(items, left):
            cell = form.input_cell(row, column) if column < form.grid.columns else ""
            if cell:
                texts[cell] = item
            elif item.strip():
                left_over += 1
    return texts, left_over
