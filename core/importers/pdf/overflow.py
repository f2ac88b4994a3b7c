"""Labels that run out below the last line of a table at the foot of a page, as browsers cut them."""

from collections.abc import Sequence

from core.importers.keys import bare
from core.importers.pdf.lines import Line, joint, lines_of
from core.importers.pdf.sheet import Glyph
from core.importers.pdf.table import Cell, Table

_MOST_LINES = 4
_WIDEST_STEP = 2.4


def take_in(table: Table, rest: Sequence[Glyph], known: frozenset[str]) -> list[Glyph]:
    """Return the characters that stay outside, after what completes labels of the form is put behind them."""
    lines = _below(table, rest)
    for count in range(len(lines), 0, -1):
        parts = _by_cell(table, lines[:count])
        if parts and all(bare(_with(cell, more)) in known for cell, more in parts):
            for cell, more in parts:
                cell.text = _with(cell, more)
            gone = {glyph for line in lines[:count] for glyph in line.glyphs}
            return [glyph for glyph in rest if glyph not in gone]
    return list(rest)


def _below(table: Table, rest: Sequence[Glyph]) -> list[Line]:
    """Return the lines that follow closely below the table, within its sides."""
    left, _, right, bottom = table.box
    found: list[Line] = []
    end = bottom
    for line in lines_of(glyph for glyph in rest if glyph.height > bottom):
        inside = left <= line.left and line.right <= right
        if not inside or line.base - end > _WIDEST_STEP * line.size or len(found) == _MOST_LINES:
            break
        found.append(line)
        end = line.base
    return found


def _by_cell(table: Table, lines: Sequence[Line]) -> list[tuple[Cell, str]]:
    """Return the words below each cell of the last row; nothing where some stand below no label."""
    parts: dict[int, tuple[Cell, list[Glyph]]] = {}
    for line in lines:
        for glyph in line.glyphs:
            column = next(
                (at for at in range(table.width) if table.edges[at] <= glyph.middle < table.edges[at + 1]),
                None,
            )
            cell = None if column is None else table.covering(table.height - 1, column)
            if cell is None or not cell.text or cell.is_figure:
                return []
            parts.setdefault(id(cell), (cell, []))[1].append(glyph)
    return [(cell, _words(glyphs)) for cell, glyphs in parts.values()]


def _words(glyphs: Sequence[Glyph]) -> str:
    text = ""
    for line in lines_of(glyphs):
        text += joint(text, line.text) + line.text
    return text


def _with(cell: Cell, more: str) -> str:
    return cell.text + joint(cell.text, more) + more
