"""A table with spans as places in columns, so that a figure is known by the head above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.importers.document import Grid, GridCell

_WIDEST = 200
_MOST_CELLS = 400


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell with the columns it covers: from `left` up to, not with, `right`."""

    cell: GridCell
    left: int
    right: int

    def over(self, left: int, right: int) -> bool:
        """Return whether the cell covers one of these columns."""
        return self.left < right and left < self.right


Slots = tuple[Slot, ...]


def slots(rows: Sequence[Sequence[GridCell]]) -> list[Slots]:
    """Return the cells of each row in their columns; a cell merged downwards takes its place below as well."""
    placed: list[Slots] = []
    taken: dict[int, int] = {}
    for number, row in enumerate(rows):
        line: list[Slot] = []
        column = 0
        for cell in row:
            while taken.get(column, 0) > number:
                column += 1
            right = column + min(max(cell.column_span, 1), _WIDEST)
            line.append(Slot(cell, column, right))
            if cell.row_span > 1:
                taken |= dict.fromkeys(range(column, right), number + cell.row_span)
            column = right
        placed.append(tuple(line))
    return placed


def flat(row: Sequence[GridCell]) -> Slots:
    """Return the cells of a row that knows no spans, each in a column of its own."""
    return tuple(Slot(cell, column, column + 1) for column, cell in enumerate(row))


def width(rows: Sequence[Slots]) -> int:
    """Return how many columns the rows cover."""
    return max((row[-1].right for row in rows if row), default=0)


def transposed(grid: Grid) -> Grid | None:
    """Return the table with its rows as columns; None for one that is too large to be such a table."""
    rows = slots(grid.rows)
    if sum(len(row) for row in rows) > _MOST_CELLS:
        return None
    turned: list[list[tuple[int, GridCell]]] = [[] for _ in range(width(rows))]
    for number, row in enumerate(rows):
        for slot in row:
            turned[slot.left].append((number, _turned(slot.cell)))
    ordered = tuple(tuple(cell for _, cell in sorted(row, key=lambda pair: pair[0])) for row in turned)
    return Grid(ordered, grid.drawn)


def _turned(cell: GridCell) -> GridCell:
    return GridCell(cell.text, cell.line, cell.column_span, cell.row_span, cell.page, cell.doubt)
