"""Rows of a table that are no rows: titles, headings and remarks that stand in merged cells around the figures."""

from collections.abc import Iterator, Sequence

from core import numbers
from core.importers.document import Element, Grid, GridCell, Text
from core.importers.keys import bare
from core.importers.recognise import lines
from core.importers.recognise.figures import is_figure

_SENTENCE = "。；;"
_LONGEST_LABEL = 60

Row = tuple[GridCell, ...]


def unframed(elements: Sequence[Element], known: frozenset[str]) -> Iterator[Element]:
    """Yield the elements, each table without the lines of text that stand in it; `known` are the forms' words."""
    for element in elements:
        if isinstance(element, Grid) and not element.drawn:
            yield from _parted(element, known)
        else:
            yield element


def _parted(grid: Grid, known: frozenset[str]) -> Iterator[Element]:
    of_form = [number for number, row in enumerate(grid.rows) if _has_word(row, known)]
    if not of_form and not _is_box(grid):
        yield grid
        return
    first, last = (of_form[0], of_form[-1]) if of_form else (len(grid.rows), -1)
    signed = lines.Signed()
    rows: list[Row] = []
    for number, row in enumerate(grid.rows):
        filled = [cell for cell in row if not numbers.is_blank(cell.text)]
        above = number < first and not any(is_figure(cell.text) for cell in filled)
        below = signed if number > last else None
        if not filled or not (above or _is_text(row, filled, below, known)):
            rows.append(row)
            continue
        if rows:
            yield Grid(tuple(rows))
            rows = []
        yield from (text for cell in filled for text in _texts(cell))
    if any(not numbers.is_blank(cell.text) for row in rows for cell in row):
        yield Grid(tuple(rows))


def _has_word(row: Row, known: frozenset[str]) -> bool:
    return any(bare(cell.text) in known for cell in row)


def _is_box(grid: Grid) -> bool:
    """Return whether the table is a box round text: one cell in each row."""
    return all(len(row) <= 1 for row in grid.rows)


def _is_text(row: Row, filled: Sequence[GridCell], below: lines.Signed | None, known: frozenset[str]) -> bool:
    """Return whether a row between those of the form, or `below` them all, is a line of text."""
    if len(filled) != 1 or is_figure(filled[0].text) or bare(filled[0].text) in known:
        return False
    text = filled[0].text.strip()
    if len(row) == 1 or len(text) > _LONGEST_LABEL or text[-1] in _SENTENCE:
        return True
    return below is not None and (below.takes(text) or "：" in text)


def _texts(cell: GridCell) -> Iterator[Text]:
    for part in cell.text.splitlines():
        if not numbers.is_blank(part):
            yield Text(cell.line, part, cell.page, doubt=cell.doubt)
