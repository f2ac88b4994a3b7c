"""A table while it is being put together: cells with their places, spans and words."""

from dataclasses import dataclass, field

from core import numbers

Box = tuple[float, float, float, float]
_BETWEEN = "；"  # of two doubts


def both(doubt: str, other: str) -> str:
    """Return two doubts as one."""
    if not other or other in doubt:
        return doubt
    return f"{doubt}{_BETWEEN}{other}" if doubt else other


def without(doubt: str, other: str) -> str:
    """Return what is left of doubts when one of them is taken out."""
    return _BETWEEN.join(one for one in doubt.split(_BETWEEN) if one != other)


@dataclass
class Cell:
    """A cell: its first row and column, its spans, its words, why they are not sure, its page."""

    row: int
    column: int
    rows: int
    columns: int
    text: str = ""
    doubt: str = ""
    page: int = 0

    @property
    def is_figure(self) -> bool:
        """Whether a number stands in it."""
        return numbers.read(self.text) is not None

    @property
    def last_row(self) -> int:
        """The row in which it ends."""
        return self.row + self.rows - 1

    def add_doubt(self, doubt: str) -> None:
        """Say something more that is not sure."""
        self.doubt = both(self.doubt, doubt)


@dataclass
class Table:
    """A table: its box, the places of its columns' edges, how many rows it has, its cells.

    `cut` says that its last row is not closed by a line, `first` is the page it begins on, `last` the one it ends
    on, `row_edges` are the places between which its rows lie.
    """

    box: Box
    edges: list[float]
    height: int
    cells: list[Cell] = field(default_factory=list)
    cut: bool = False
    first: int = 0
    last: int = 0
    row_edges: list[float] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.edges) - 1

    def row(self, number: int) -> list[Cell]:
        """Return the cells that begin in a row."""
        return sorted((cell for cell in self.cells if cell.row == number), key=lambda cell: cell.column)

    def covering(self, row: int, column: int) -> Cell | None:
        """Return the cell that takes that place."""
        return next(
            (
                cell
                for cell in self.cells
                if cell.row <= row <= cell.last_row and cell.column <= column < cell.column + cell.columns
            ),
            None,
        )
