"""Tables without lines: rows of words and figures that stand below one another. Never sure."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core import numbers
from core.importers.keys import bare
from core.importers.pdf.lines import Line, joined_glyphs, joint
from core.importers.pdf.sheet import Glyph
from core.importers.pdf.table import Cell, Table

NO_LINES = "这张表没有表格线，各列是按位置推断的"
_FEWEST_ROWS = 3
_FEWEST_FIGURES = 3

_WIDEST_STEP = 2.0
_NARROW_GAP = 0.4

Column = tuple[float, float]


class _Piece(NamedTuple):
    """Words in a row with their left and right end."""

    text: str
    left: float
    right: float


class _Cut(NamedTuple):
    """A line with the pieces it falls into."""

    line: Line
    pieces: tuple[_Piece, ...]


def split(lines: Sequence[Line], page: int, known: frozenset[str]) -> list[Line | Table]:
    """Return the lines with those that make a table put together; `known` are the bare words of the forms' tables."""
    result: list[Line | Table] = []
    begins = _begins(lines)
    cut = [_Cut(line, tuple(_pieces(line, begins))) for line in lines]
    start = 0
    while start < len(lines):
        end = _run_end(cut, start, known)
        table = _table(cut[start:end], page, known)
        if table is None:
            end = max(_side_by_side(cut, start), start + 1)
            result += lines[start:end]
        else:
            result.append(table)
        start = end
    return result


def _begins(lines: Sequence[Line]) -> list[float]:
    """Return where the columns begin: places where the later pieces of several lines start."""
    every = Counter(round(piece.left) for line in lines for piece in line.pieces()[1:])
    return [float(place) for place, count in every.items() if count >= _FEWEST_ROWS]


def _pieces(line: Line, begins: Sequence[float]) -> Iterator[_Piece]:
    """Yield the parts of a line between wide gaps, and between narrow ones where a column begins."""
    for piece in line.pieces():
        first = 0
        for at in range(1, len(piece.glyphs)):
            before, glyph = piece.glyphs[at - 1], piece.glyphs[at]
            gap = glyph.left - before.right > _NARROW_GAP * glyph.size
            if gap and any(abs(glyph.left - place) <= 1 for place in begins):
                yield _piece(piece.glyphs[first:at])
                first = at
        yield _piece(piece.glyphs[first:])


def _piece(glyphs: Sequence[Glyph]) -> _Piece:
    return _Piece(joined_glyphs(glyphs), glyphs[0].left, glyphs[-1].right)


def _side_by_side(lines: Sequence[_Cut], start: int) -> int:
    """Return where the lines in several pieces that begin there end."""
    end = start
    while end < len(lines) and len(lines[end].pieces) > 1:
        end += 1
    return end


def _run_end(lines: Sequence[_Cut], start: int, known: frozenset[str]) -> int:
    """Return where the lines end that may be a table: in pieces, or labels and their rest in the first column."""
    last = start
    second = math.inf
    for end in range(start, len(lines)):
        pieces = lines[end].pieces
        if len(pieces) > 1:
            second = min(second, pieces[1].left)
            last = end + 1
        elif not _is_label(lines, end, second, known):
            break
        elif end > start and bare(lines[end - 1].pieces[0].text + lines[end].line.text) in known:
            last = end + 1
    return last


def _is_label(lines: Sequence[_Cut], at: int, second: float, known: frozenset[str]) -> bool:
    """Return whether a line in one piece is a label of the form alone, or stands within the first column."""
    line = lines[at].line
    if bare(line.text) in known:
        return True
    if at == 0 or not line.right < second < math.inf:
        return False
    above = lines[at - 1].line
    return line.base - above.base < _WIDEST_STEP * line.size and abs(line.size - above.size) < 1


def _table(lines: Sequence[_Cut], page: int, known: frozenset[str]) -> Table | None:
    rows = _rows(lines, known)
    figures = sum(numbers.read(piece.text) is not None for row in rows for piece in row)
    if sum(len(row) > 1 for row in rows) < _FEWEST_ROWS or figures < _FEWEST_FIGURES:
        return None
    columns = _columns([(piece.left, piece.right) for row in rows if len(row) > 1 for piece in row])
    if len(columns) < 2:
        return None
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        cells += _row(number, row, columns, page)
    top, bottom = lines[0].line.base - lines[0].line.size, lines[-1].line.base
    box = (columns[0][0], top, columns[-1][1], bottom)
    edges = [*(left for left, _ in columns), columns[-1][1]]
    return Table(box, edges, len(rows), cells, first=page, last=page)


def _rows(lines: Sequence[_Cut], known: frozenset[str]) -> list[list[_Piece]]:
    """Return the pieces of each row; what stands alone below a row goes on with its label."""
    rows: list[list[_Piece]] = []
    for line, pieces in lines:
        if len(pieces) > 1 or not rows or bare(line.text) in known:
            rows.append(list(pieces))
        else:
            first = rows[-1][0]
            joined = first.text + joint(first.text, line.text) + line.text
            rows[-1][0] = _Piece(joined, first.left, max(first.right, line.right))
    return rows


def _columns(spans: Sequence[Column]) -> list[Column]:
    """Return the stripes of the page in which pieces stand below one another."""
    columns: list[Column] = []
    for left, right in sorted(spans):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _row(number: int, pieces: Sequence[_Piece], columns: Sequence[Column], page: int) -> list[Cell]:
    cells = [Cell(number, column, 1, 1, page=page) for column in range(len(columns))]
    for piece in pieces:
        column = next((index for index, (_, right) in enumerate(columns) if piece.left <= right), 0)
        cell = cells[column]
        cell.text += f" {piece.text}" if cell.text else piece.text
        cell.add_doubt(NO_LINES)
    return cells
