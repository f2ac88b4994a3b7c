"""The words of a table's cells from the characters on its page, with a doubt wherever a number may not be one."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from core import numbers
from core.importers.pdf.grids import BROKEN_FRAME, place_of
from core.importers.pdf.lines import (
    BROKEN_NUMBER,
    TWO_NUMBERS,
    Line,
    joint,
    lines_of,
    parts_figure,
    splits_figures,
)
from core.importers.pdf.sheet import Glyph
from core.importers.pdf.table import Cell, Table

ON_THE_LINE = "数字压在表格线上，可能属于相邻的格"
_ONE_NUMBER = 0.12


def fill(table: Table, glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Write the characters that lie in the table into its cells; return the others."""
    places = {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    inside: dict[int, list[Glyph]] = {}
    owners: dict[Glyph, Cell] = {}
    outside: list[Glyph] = []
    for glyph in glyphs:
        place = place_of(glyph, table)
        if place is None:
            outside.append(glyph)
            continue
        owners[glyph] = places[place]
        inside.setdefault(id(places[place]), []).append(glyph)
    for cell in list(table.cells):
        written = lines_of(inside.get(id(cell), []))
        if cell.columns > 1 and (parts := _parts(written, table, cell)):
            _divide(table, cell, parts)
        else:
            _write(cell, written)
    _doubt_crossings(owners)
    return outside


def _parts(written: Sequence[Line], table: Table, cell: Cell) -> dict[int, list[Glyph]]:
    """Return the characters of a wide cell by their columns, if no line parts them but they stand as if one did."""
    parts: dict[int, list[Glyph]] = {}
    pieces = [piece for line in written for piece in line.pieces()]
    for piece in pieces:
        column = next(
            (
                one
                for one in range(cell.column, cell.column + cell.columns)
                if table.edges[one] <= piece.left and piece.right <= table.edges[one + 1]
            ),
            None,
        )
        if column is None:
            return {}
        parts.setdefault(column, []).extend(piece.glyphs)
    figures = any(numbers.read(piece.text) is not None for piece in pieces)
    words = len(parts) == cell.columns and any(len(piece.text) > 1 for piece in pieces)
    return parts if len(parts) > 1 and (figures or words) else {}


def _divide(table: Table, cell: Cell, parts: dict[int, list[Glyph]]) -> None:
    """Make a wide cell as many as it has columns."""
    table.cells.remove(cell)
    for column in range(cell.column, cell.column + cell.columns):
        part = Cell(cell.row, column, cell.rows, 1, doubt=BROKEN_FRAME, page=cell.page)
        _write(part, lines_of(parts.get(column, [])))
        table.cells.append(part)


def _write(cell: Cell, lines: Sequence[Line]) -> None:
    """Put the lines of a cell together; labels wrap without a blank, a number must not wrap at all."""
    for line in lines:
        text = line.text
        if parts_figure(cell.text, text):
            cell.add_doubt(BROKEN_NUMBER)
        cell.text += joint(cell.text, text) + text
        cell.add_doubt(line.doubt)
        if splits_figures(line):
            cell.add_doubt(TWO_NUMBERS)
    if not cell.text:
        cell.doubt = ""


def _doubt_crossings(owners: dict[Glyph, Cell]) -> None:
    """Doubt cells between which digits follow one another so closely that they may be one number."""
    for line in lines_of(owners):
        for before, glyph in pairwise(line.glyphs):
            if not (before.text.isdigit() and glyph.text.isdigit()) or owners[before] is owners[glyph]:
                continue
            if glyph.left - before.right < _ONE_NUMBER * glyph.size:
                owners[before].add_doubt(ON_THE_LINE)
                owners[glyph].add_doubt(ON_THE_LINE)
