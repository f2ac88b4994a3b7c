"""The rows and cells of a table element: what is a table, what only lays out the page, and spans that fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from core import numbers
from core.importers.document import GridCell, size
from core.importers.html.tags import RAW
from core.importers.keys import bare

MOST_ROWS = 5000
MOST_COLUMNS = 200
WIDEST_SPAN = 63
_WIDEST_ALONE = 1000
_PROSE = 100
_CELLS = ("td", "th")
_DIGITS = re.compile(r"\s*\+?([0-9]{1,12})")


@dataclass
class Rows:
    """The rows of a table in the order in which they are shown, and what stands between them, which is in no cell."""

    rows: list[list[etree._Element]] = field(default_factory=list)
    loose: list[etree._Element] = field(default_factory=list)
    loose_text: str = ""


def rows_of(table: etree._Element) -> Rows:
    """Return the rows of a table element: head first, foot last, wherever they stand in the source."""
    found = Rows()
    parts: dict[str, list[list[etree._Element]]] = {"thead": [], "tbody": [], "tfoot": []}
    _collect(table, parts["tbody"], parts, found)
    found.rows = [*parts["thead"], *parts["tbody"], *parts["tfoot"]]
    return found


def _collect(
    node: etree._Element,
    into: list[list[etree._Element]],
    parts: dict[str, list[list[etree._Element]]],
    found: Rows,
) -> None:
    found.loose_text += node.text or ""
    stray: list[etree._Element] = []
    for child in node:
        found.loose_text += child.tail or ""
        if child.tag == "tr":
            into.append(_cells(child, found))
        elif child.tag in parts:
            _collect(child, parts[str(child.tag)], parts, found)
        elif child.tag in _CELLS:
            stray.append(child)
        elif child.tag == "form" or (child.tag == "div" and child.find("tr") is not None):
            _collect(child, into, parts, found)
        elif child.tag not in ("col", "colgroup"):
            found.loose.append(child)
    if stray:
        into.append(stray)


def _cells(row: etree._Element, found: Rows) -> list[etree._Element]:
    cells: list[etree._Element] = []
    found.loose_text += row.text or ""
    for child in row:
        found.loose_text += child.tail or ""
        if child.tag in _CELLS:
            cells.append(child)
        elif child.tag == "form":
            cells += _cells(child, found)
        else:
            found.loose.append(child)
    return cells


def is_grid(rows: Sequence[Sequence[etree._Element]], known: frozenset[str]) -> bool:
    """Return whether the cells are those of a real table and do not only lay out the page."""
    cells = [cell for row in rows for cell in row]
    if len(cells) < 2:
        return False
    plain = [_words(cell) for cell in cells if cell.find(".//table") is None]
    if sum(bare(text) in known for text in plain) >= 2:
        return True
    if len(plain) < len(cells) or any(size(text) >= _PROSE for text in plain):
        return False
    if max(len(row) for row in rows) < 2:
        return False
    figures = sum(numbers.read(text) is not None for text in plain)
    return figures >= 3 or _is_even(rows)


def parts(rows: Sequence[list[etree._Element]]) -> Iterator[tuple[bool, list[list[etree._Element]]]]:
    """Yield the rows in runs: those of a table, and those that are one cell of prose, which only stands in its frame."""
    for prose, run in groupby(rows, key=_is_prose):
        yield prose, list(run)


def _is_prose(row: Sequence[etree._Element]) -> bool:
    if len(row) != 1:
        return False
    text = _words(row[0])
    return size(text) >= _PROSE and "。" in text


def _is_even(rows: Sequence[Sequence[etree._Element]]) -> bool:
    """Return whether there are two rows and more, and most of them have the same number of cells."""
    lengths = [len(row) for row in rows if row]
    most = max(set(lengths), key=lengths.count)
    return len(lengths) >= 2 and most >= 2 and lengths.count(most) * 2 > len(lengths)


def _words(cell: etree._Element) -> str:
    return "".join(_texts(cell)).strip()


def _texts(cell: etree._Element) -> Iterator[str]:
    for element in cell.iter():
        if element.text and element.tag not in RAW:
            yield element.text
        if element.tail and element is not cell:
            yield element.tail


class TooWideError(Exception):
    """A table has spans, rows or columns that no real one has."""


def spans(rows: Sequence[Sequence[etree._Element]]) -> list[list[tuple[int, int]]]:
    """Return row and column span of every cell, cut to the rows and columns there are; TooWideError for absurd ones."""
    if len(rows) > MOST_ROWS:
        raise TooWideError
    asked = [[(_span(cell, "rowspan"), _span(cell, "colspan")) for cell in row] for row in rows]
    for row in asked:
        for _, columns in row:
            if columns > (_WIDEST_ALONE if len(row) == 1 else WIDEST_SPAN):
                raise TooWideError
    width = _width(asked)
    if width > MOST_COLUMNS:
        raise TooWideError
    return [
        [
            (min(down or len(rows), len(rows) - at), min(across, width) if len(row) == 1 else across)
            for down, across in row
        ]
        for at, row in enumerate(asked)
    ]


def _width(asked: Sequence[Sequence[tuple[int, int]]]) -> int:
    """Return how many columns the rows have; one that is a single cell goes as far as the others."""
    taken: dict[int, int] = {}
    widest = 1
    for at, row in enumerate(asked):
        own = sum(across for _, across in row) if len(row) > 1 else min(1, len(row))
        widest = max(widest, own + taken.pop(at, 0))
        for down, across in row if len(row) > 1 else ():
            for below in range(at + 1, min(at + (down or len(asked)), len(asked))):
                taken[below] = taken.get(below, 0) + across
    if all(len(row) <= 1 for row in asked):
        widest = max((across for row in asked for _, across in row), default=1)
    return widest


def _span(cell: etree._Element, name: str) -> int:
    """Return a span as a browser understands it: 1 where it is nonsense; a row span of 0 goes to the end."""
    found = _DIGITS.match(cell.get(name, ""))
    value = int(found[1]) if found else 1
    return value if value or name == "rowspan" else 1


def without_blank_rows(rows: list[tuple[GridCell, ...]]) -> tuple[tuple[GridCell, ...], ...]:
    """Return the rows that have cells; row spans over the others shrink."""
    empty = [at for at, row in enumerate(rows) if not row]
    if not empty:
        return tuple(rows)
    kept = []
    for at, row in enumerate(rows):
        cells = []
        for cell in row:
            crossed = sum(at < gap < at + cell.row_span for gap in empty)
            cells.append(GridCell(cell.text, 0, cell.row_span - crossed, cell.column_span, 0, cell.doubt))
        if cells:
            kept.append(tuple(cells))
    return tuple(kept)
