"""Tables with one cell a line in any kind of file: lines, or a table of a single column, made into one of its cells."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from core import numbers
from core.importers import layout
from core.importers.document import Document, Element, Grid, GridCell, Stream, Text

Doubt = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Split:
    """Elements in order, and how many drawing characters of tables were left out."""

    elements: list[Element]
    drawing: int


def _as_it_is(doubt: str) -> str:
    return doubt


def read(document: Document, known: frozenset[str]) -> Document:
    """Return the document with such tables in it; `known` are the bare words of the forms' tables.

    Lines that were taken apart already are so once more only beside a table of a single column.
    """
    found: list[Element] = []
    drawing = 0
    for in_lines, group in groupby(document.elements, _is_in_lines):
        run = list(group)
        waits = in_lines and not (document.parted and all(isinstance(one, Text) for one in run))
        parted = split([line for one in run for line in _lines(one)], known) if waits else None
        if parted and not all(isinstance(one, Text) for one in parted.elements):
            found += parted.elements
            drawing += parted.drawing
        else:
            found += run
    return replace(document, elements=tuple(found), characters=document.characters - drawing)


def split(texts: Sequence[Text], known: frozenset[str], doubt_of: Doubt = _as_it_is) -> Split:
    """Return texts and tables of the lines, each cell with the line, the page and the doubt of the one it comes from.

    `doubt_of` makes the doubt of a line into that of a cell.
    """
    numbered = [replace(text, line=place) for place, text in enumerate(texts)]
    found = layout.split(numbered, known)
    doubts = [doubt_of(one.doubt) for one in texts]
    return Split([_placed(one, texts, doubts) for one in found.elements], found.drawing)


def _placed(element: Element, texts: Sequence[Text], doubts: Sequence[str]) -> Element:
    if isinstance(element, Text):
        return replace(texts[element.line], text=element.text)
    if isinstance(element, Stream):
        return Stream(tuple(_cells(element.cells, texts, doubts)))
    return replace(element, rows=tuple(tuple(_cells(row, texts, doubts)) for row in element.rows))


def _cells(cells: Iterable[GridCell], texts: Sequence[Text], doubts: Sequence[str]) -> Iterator[GridCell]:
    for cell in cells:
        source = texts[cell.line]
        yield replace(cell, line=source.line, page=source.page, doubt=cell.doubt or doubts[cell.line])


def _is_in_lines(element: Element) -> bool:
    """Return whether it is a line, or a table with one cell in each row."""
    return isinstance(element, Text) or (
        isinstance(element, Grid) and not element.drawn and all(len(row) <= 1 for row in element.rows)
    )


def _lines(element: Element) -> Iterator[Text]:
    if isinstance(element, Text):
        yield element
    elif isinstance(element, Grid):
        for cell in (cell for row in element.rows for cell in row):
            for part in cell.text.splitlines():
                if not numbers.is_blank(part):
                    yield Text(cell.line, part.strip(), cell.page, doubt=cell.doubt)
