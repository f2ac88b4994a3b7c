"""Blocks of cells: the way of the cursor, what a spreadsheet reads, and one row or column filled into the next."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView

from core.grid import GridCell
from gui.models.table import TableModel

Move = QAbstractItemView.CursorAction

_ARROWS = (Move.MoveUp, Move.MoveDown, Move.MoveLeft, Move.MoveRight)
_PAGE = 10


def first(form: TableModel, wanted: Callable[[int, int], str], *, back: bool = False) -> QModelIndex:
    """Return the first (last) cell that is wanted, row by row; none where there is no such cell."""
    places = ((one.row, one.column) for one in form.grid.cells if wanted(one.row, one.column))
    found = (max if back else min)(places, default=None)
    return form.index(*found) if found else QModelIndex()


def neighbour(form: TableModel, index: QModelIndex, move: Move) -> QModelIndex:
    """Return the next cell in that way, the same one where there is none; Tab goes to cells to fill in alone."""
    wanted = form.input_cell if move in (Move.MoveNext, Move.MovePrevious) else form.figure_cell
    to_edge = move in (Move.MoveHome, Move.MoveEnd)  # the one at hand may stand there
    for row, column in _way(form, index.row(), index.column(), move):
        place = form.place(row, column)
        if place is None or not wanted(place.row, place.column):
            continue
        if to_edge or (place.row, place.column) != _start(index):
            return form.index(place.row, place.column)
    return index


def reached(form: TableModel, index: QModelIndex, action: Move, *, to_edge: bool) -> QModelIndex:
    """Return the cell that a key leads to: the next that way, by a page the tenth, the same where there is none.

    To the edge Home and End go to the first and the last of the form, an arrow to where what is filled ends.
    """
    if to_edge and action in (Move.MoveHome, Move.MoveEnd):
        return first(form, form.figure_cell, back=action == Move.MoveEnd)
    if to_edge and action in _ARROWS and index.isValid():
        return _edge(form, index, action)
    steps = {Move.MovePageUp: (Move.MoveUp, _PAGE), Move.MovePageDown: (Move.MoveDown, _PAGE)}
    step, times = steps.get(action, (action, 1))
    if not index.isValid():
        index = first(form, form.input_cell)
    for _ in range(times):
        index = neighbour(form, index, step)
    return index


def _edge(form: TableModel, index: QModelIndex, move: Move) -> QModelIndex:
    """Return the last filled cell in a row that way, over blank ones the next filled; none filled, the last of all."""
    next_one = neighbour(form, index, move)
    is_within = bool(index.data() and next_one.data())
    while next_one != index:
        if is_within and not next_one.data():
            return index
        if not is_within and next_one.data():
            return next_one
        index, next_one = next_one, neighbour(form, next_one, move)
    return index


def below(form: TableModel, index: QModelIndex, column: int, *, back: bool = False) -> QModelIndex:
    """Return the cell to fill in under (over) another, in a column; at the edge of the form the next column's first."""
    here = form.place(index.row(), index.column())
    ways = [(row, column) for row in _line(index.row(), form.grid.rows, back=back)]
    edge = column if back or here is None else max(column, here.column + here.column_span - 1)
    rows = range(form.grid.rows)
    for other in _line(edge, form.grid.columns, back=back):
        ways += [(row, other) for row in (reversed(rows) if back else rows)]
    for row, at in ways:
        place = form.place(row, at)
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
    """Return a block as lines of figures between tabs; a blank last line is ended too, or it would be none."""
    if not indexes:
        return ""
    rows = range(min(i.row() for i in indexes), max(i.row() for i in indexes) + 1)
    columns = range(min(i.column() for i in indexes), max(i.column() for i in indexes) + 1)
    text = "\n".join("\t".join(_figure(form, row, column) for column in columns) for row in rows)
    return text + "\n" if text.endswith("\n") else text


def _figure(form: TableModel, row: int, column: int) -> str:
    index = form.index(row, column)
    return str(index.data()) if form.cell(index) else ""


def filled(form: TableModel, indexes: Sequence[QModelIndex], *, down: bool) -> dict[str, str]:
    """Return the texts of the selected cells once each line has the figure it begins with.

    A line of one cell takes the figure of the cell before it.
    """
    lines: dict[int, list[QModelIndex]] = {}
    for index in sorted(indexes, key=lambda one: (one.row(), one.column())):
        if form.figure_cell(index.row(), index.column()):
            lines.setdefault(index.column() if down else index.row(), []).append(index)
    texts: dict[str, str] = {}
    for line in lines.values():
        first = line[0] if len(line) > 1 else neighbour(form, line[0], Move.MoveUp if down else Move.MoveLeft)
        for index in line:
            cell = form.input_cell(index.row(), index.column())
            if cell and index != first:
                texts[cell] = str(first.data())
    return texts
