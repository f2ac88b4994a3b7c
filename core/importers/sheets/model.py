"""A workbook as it stands, whatever program wrote it: sheets of cells with their merged areas and frames."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from core.importers.document import Remark

ROWS = 5_000
COLUMNS = 200
LONGEST_CELL = 32_767
MOST_CELLS = 300_000
MOST_CHARACTERS = 3_000_000
MOST_NAMED = 8
MOST_MERGED = 20_000

Place = tuple[int, int]  # row and column of a sheet, from 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, and why that is not sure, "" where it is."""

    text: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of places: from top and left up to, not with, bottom and right."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_endless(self) -> bool:
        """Whether it is larger than what is read of a sheet, both downwards and across."""
        return self.bottom - self.top > ROWS and self.right - self.left > COLUMNS

    def meets(self, other: "Area") -> bool:
        """Return whether the two share a place."""
        rows = self.top < other.bottom and other.top < self.bottom
        return rows and self.left < other.right and other.left < self.right

    def places(self) -> Iterator[Place]:
        """Yield every place, row by row."""
        return (
            (row, column) for row in range(self.top, self.bottom) for column in range(self.left, self.right)
        )


@dataclass
class Sheet:
    """A sheet while it is read: its filled cells, merged areas, places with a border, what is hidden.

    `outside` counts the filled cells beyond the rows and columns that are read, `beyond` names the first of them.
    `remarks` are those on single cells, `happened` names the cells of all that is told once for the whole sheet;
    `pictures` and `comments` count what lies over the cells.
    """

    name: str
    hidden: bool = False
    cells: dict[Place, Cell] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    framed: set[Place] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    outside: int = 0
    beyond: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    happened: dict[str, list[str]] = field(default_factory=dict)
    pictures: int = 0
    comments: int = 0

    def is_within(self, place: Place) -> bool:
        """Return whether the place is one of those that are read."""
        return place[0] < ROWS and place[1] < COLUMNS

    def leave_outside(self, place: Place) -> None:
        """Count a filled cell that is not read."""
        self.outside += 1
        if len(self.beyond) < MOST_NAMED:
            self.beyond.append(cell_name(place))

    def tell(self, what: str, place: Place) -> None:
        """Add a cell to those of which the same is told."""
        self.happened.setdefault(what, []).append(cell_name(place))


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook as read: its sheets in order, and what is said of the file as a whole."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...] = ()


def column_name(column: int) -> str:
    """Return the letters of a column counted from 0."""
    name = ""
    rest = column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def cell_name(place: Place) -> str:
    """Return the name under which a sheet shows a place ("C7")."""
    return f"{column_name(place[1])}{place[0] + 1}"
