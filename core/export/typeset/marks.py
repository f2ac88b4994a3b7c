"""What is put on paper: words and rules at their places, and the strips that pages are stacked from.

Lengths in pt; x from the left edge, y from the top, of a strip, of the type area or of the sheet.
"""

from dataclasses import dataclass

from core.blocks import Anchor

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text in one face with even spacing; `y` is its base line; `bold` thickens its strokes."""

    x: float
    y: float
    text: str
    face: str
    size: float
    spacing: float = 0
    bold: bool = False

    def moved(self, x: float, y: float) -> "Words":
        """Return the words at another place."""
        return Words(self.x + x, self.y + y, self.text, self.face, self.size, self.spacing, self.bold)


@dataclass(frozen=True, slots=True)
class Frame:
    """The four rules around a cell; `cell` is its address where a figure stands in it."""

    x: float
    y: float
    width: float
    height: float
    rule: float
    cell: str = ""

    def moved(self, x: float, y: float) -> "Frame":
        """Return the frame at another place."""
        return Frame(self.x + x, self.y + y, self.width, self.height, self.rule, self.cell)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line of a picture from (`x`, `y`) to (`x2`, `y2`); `dash` are the lengths drawn and left out."""

    x: float
    y: float
    x2: float
    y2: float
    width: float
    dash: tuple[float, float] | None = None

    def moved(self, x: float, y: float) -> "Stroke":
        """Return the line at another place."""
        return Stroke(self.x + x, self.y + y, self.x2 + x, self.y2 + y, self.width, self.dash)


@dataclass(frozen=True, slots=True)
class Patch:
    """A closed shape of a picture, filled in a grey (0 black, 1 white), with a black `edge` where it is not 0."""

    points: tuple[tuple[float, float], ...]
    grey: float
    edge: float

    def moved(self, x: float, y: float) -> "Patch":
        """Return the shape at another place."""
        points = tuple((left + x, top + y) for left, top in self.points)
        return Patch(points, self.grey, self.edge)


Mark = Words | Frame | Stroke | Patch


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry in the outline of the file."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A full-width piece of a page that is never divided.

    `on_grid` starts it on the next line of the page; `keep` holds it on one page with what follows. Under one that
    `starts_grid` the lines of the page are counted anew, as Word does under a table.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    anchor: Anchor | None = None
    bookmark: Bookmark | None = None
    on_grid: bool = True
    keep: bool = False
    starts_grid: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block came to stand: page from 1, box (left, top, right, bottom) from the sheet's top left corner."""

    page: int
    box: Box
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a figure came to stand, as a `Place` is; a cell divided among pages has several."""

    page: int
    box: Box
    cell: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished page: its marks and bookmarks, each bookmark with the height it leads to."""

    number: int
    marks: tuple[Mark, ...]
    bookmarks: tuple[tuple[float, Bookmark], ...]
