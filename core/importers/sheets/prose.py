"""Paragraphs in cells: a column of text, or one of the parts of a report with their text beside it."""

import re
from collections.abc import Sequence

from core import numbers
from core.importers.document import Element, Grid, GridCell, Text
from core.labels import plain_words

SEE = re.compile(r"[（(]见工作表[“\"](?P<name>.+)[”\"][)）]")
PROSE_HEAD = ("部分", "内容")
_PREFACE = "前言"  # named in a list of the parts, though it has no heading in a report
_LONG = 40
_ENDS = ("。", "！", "？", "；", "：", "”", "）", ")")
_MARK = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）]?\s*[、.．]?")


def paragraphs(text: str) -> list[str]:
    """Return the lines of a cell; line breaks in it are those of paragraphs."""
    return [part.strip() for part in text.splitlines() if not numbers.is_blank(part)]


def of_columns(grid: Grid) -> list[Element] | None:
    """Return the text of a table that is none: one or two columns of words, without a figure behind a label."""
    width = max(sum(cell.column_span for cell in row) for row in grid.rows)
    if width == 1:
        cells = [cell for row in grid.rows for cell in row]
        return _texts(cells) if any(map(_is_sentence, cells)) else None
    if width != 2:
        return None
    rows = _pairs(grid)
    if rows is None or not _is_prose(rows):
        return None
    return _sections(rows[1:] if _head(rows[0]) else rows)


Pair = tuple[GridCell | None, GridCell | None]


def _pairs(grid: Grid) -> list[Pair] | None:
    """Return what stands on the left and on the right of each row; words across both stand on the right.

    None where a cell of the right is merged down: that is a table.
    """
    pairs: list[Pair] = []
    taken = 0
    for row in grid.rows:
        cells = [*row]
        left = None
        if not taken:
            left = cells.pop(0) if cells else None
            taken = left.row_span if left else 1
        taken -= 1
        right = cells[0] if cells else None
        if left and left.column_span > 1:
            left, right = None, left
        if right and right.row_span > 1:
            return None
        pairs.append((left, right))
    return pairs


def _is_prose(rows: Sequence[Pair]) -> bool:
    right = [cell for _, cell in rows if cell and not numbers.is_blank(cell.text)]
    left = [cell for cell, _ in rows if cell]
    if not right or any(numbers.read(cell.text) is not None for cell in right):
        return False
    return all(len(cell.text) <= _LONG for cell in left) and (
        _head(rows[0]) or any(_is_sentence(cell) for cell in right)
    )


def _head(pair: Pair) -> bool:
    return all(pair) and tuple(plain_words(cell.text) for cell in pair if cell) == PROSE_HEAD


def _is_sentence(cell: GridCell) -> bool:
    text = cell.text.strip()
    return len(text) > _LONG or (len(text) > 1 and text.endswith(_ENDS[:3]))


def _sections(rows: Sequence[Pair]) -> list[Element]:
    """Return the parts as headings, each once, and their text as lines; what is named a preface has none."""
    found: list[Element] = []
    part = ""
    for left, right in rows:
        name = plain_words(left.text) if left else ""
        if left and _MARK.fullmatch(name) and right:
            found += _texts([GridCell(name + right.text.strip(), right.line, doubt=right.doubt)])
            continue
        if left and name and name != part and (part or name != _PREFACE):
            found += [Text(left.line, left.text.strip(), heading=1, doubt=left.doubt)]
        part = name or part
        found += _texts([right] if right else [])
    return found


def _texts(cells: Sequence[GridCell]) -> list[Element]:
    """Return the cells as lines."""
    return [Text(cell.line, text, doubt=cell.doubt) for cell in cells for text in paragraphs(cell.text)]
