"""What a reader found in a file, before anything is understood: lines of text, and tables with their spans."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.labels import unspaced


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text with its place in the source: line and page, both counted from 1, a page 0 where there is none.

    `heading` is the outline level that the source itself gives the line (a heading style, h2), 0 where it gives none;
    `doubt` says why the reader is not sure of the words, "" where it is.
    """

    line: int
    text: str
    page: int = 0
    heading: int = 0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as it stands in the source; a merged cell appears once, with its spans.

    `doubt` says why the reader is not sure of the words (glued from two pieces, a formula without result), "" where it is.
    """

    text: str
    line: int = 0
    row_span: int = 1
    column_span: int = 1
    page: int = 0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose rows are known.

    `drawn` is said of plain text: merged cells are drawn there as blank ones, and blank ends may be cut off.
    """

    rows: tuple[tuple[GridCell, ...], ...]
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Stream:
    """A table of which only the cells are known, in reading order: where its rows end is not."""

    cells: tuple[GridCell, ...]


Element = Text | Grid | Stream


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader wants the clerk to know, with the words and the line of the source."""

    message: str
    source: str = ""
    line: int | None = None


MACROS_IGNORED = Remark("文件含有宏。只读取了文字，宏没有运行。")
OUTSIDE_IGNORED = Remark("文件引用了外部地址，已忽略，没有联网。")


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its elements in order, what the reader remarks, and how many characters it held.

    `characters` counts what is neither white space nor the drawing of a table, so that it can be held
    against what found a place. `parted` says that its lines were taken apart into texts and tables already.
    """

    elements: tuple[Element, ...]
    remarks: tuple[Remark, ...] = ()
    characters: int = 0
    parted: bool = False


def rows_of(element: Grid | Stream) -> tuple[tuple[GridCell, ...], ...]:
    """Return the rows of a table; a stream of cells is one long row."""
    return element.rows if isinstance(element, Grid) else (element.cells,)


def cells_of(element: Grid | Stream) -> Iterator[GridCell]:
    """Yield the cells of a table in reading order."""
    for row in rows_of(element):
        yield from row


def size(text: str) -> int:
    """Return how many characters of the text are not white space."""
    return len(unspaced(text))
