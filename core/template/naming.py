"""How many labels tell a cell from the others of its table: the innermost one alone, as far as no other has it too."""

from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from core.labels import short_label

Labels = tuple[str, ...]


class Labelled(Protocol):
    """What has labels in a table: a cell."""

    @property
    def id(self) -> str:
        """Its address."""

    @property
    def table(self) -> str:
        """The id of its table."""

    @property
    def row(self) -> Labels:
        """The labels of its row, outermost first."""

    @property
    def column(self) -> Labels:
        """The labels of its column, outermost first."""


def row_depths(cells: Iterable[Labelled]) -> dict[str, int]:
    """Return for each cell how many of its row labels, from the innermost outwards, no other row of the table has."""
    cells = tuple(cells)
    rows = {(cell.table, cell.row) for cell in cells}
    twins = Counter((table, _short(row[-depth:])) for table, row in rows for depth in range(1, len(row) + 1))
    return {cell.id: _depth(twins, cell) for cell in cells}


def column_depths(cells: Iterable[Labelled]) -> dict[str, int]:
    """Return for each cell 1 where no other column of the table has its innermost label, else that of all labels."""
    cells = tuple(cells)
    columns = {(cell.table, cell.column) for cell in cells}
    twins = Counter((table, column[-1:]) for table, column in columns)
    return {
        cell.id: 1 if twins[cell.table, cell.column[-1:]] == 1 else len(cell.column) or 1 for cell in cells
    }


def _depth(twins: Counter[tuple[str, Labels]], cell: Labelled) -> int:
    depths = range(1, len(cell.row))
    return next(
        (depth for depth in depths if twins[cell.table, _short(cell.row[-depth:])] == 1), len(cell.row)
    )


def _short(labels: Labels) -> Labels:
    return tuple(map(short_label, labels))
