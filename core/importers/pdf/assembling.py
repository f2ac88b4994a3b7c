"""Sheets made into a document: tables cut out of the pages, furniture left out, lines joined, in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core import numbers
from core.importers.document import Document, Element, Grid, GridCell, Remark, Text, cells_of, size
from core.importers.pdf import aligned, breaks, flowed, furniture, grids, overflow, paragraphs, rulings
from core.importers.pdf.cells import fill
from core.importers.pdf.lines import Line, lines_of
from core.importers.pdf.sheet import Glyph, Sheet
from core.importers.pdf.table import Box, Table

GUESSED = "文字来自扫描识别，可能有误"
_MOST_ROWS = 5_000
_PROSE = 150
_FEW_CELLS = 4
_TOO_LARGE = Remark("这个表格的行太多，没有读入，请手工填写。")

Piece = Line | Table


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on a page, from the top: lines of text and tables."""

    page: int
    pieces: list[Piece]


def document_of(sheets: Sequence[Sheet], remarks: Sequence[Remark], known: frozenset[str]) -> Document:
    """Return the document that the pages make."""
    cut_out = [_cut_out(sheet, known) for sheet in sheets]
    bodies = furniture.without(
        [(sheet.height, lines_of(rest)) for sheet, (_, rest) in zip(sheets, cut_out, strict=True)], known
    )
    setting = paragraphs.setting_of(
        [(sheet.number, lines) for sheet, lines in zip(sheets, bodies.pages, strict=True)]
    )
    parts = [
        _part(sheet, tables, lines, known)
        for sheet, (tables, _), lines in zip(sheets, cut_out, bodies.pages, strict=True)
    ]
    guessed = frozenset(sheet.number for sheet in sheets if sheet.guessed)
    found, skipped = _elements(parts, setting, known, guessed)
    elements = flowed.tables_in(found, known)
    characters = sum(
        size(one.text) if isinstance(one, Text) else sum(size(cell.text) for cell in cells_of(one))
        for one in elements
    )
    said = (*remarks, *bodies.remarks, *skipped, *flowed.remarks(elements))
    return Document(tuple(elements), said, characters, parted=True)


def _cut_out(sheet: Sheet, known: frozenset[str]) -> tuple[list[Table], list[Glyph]]:
    """Return the tables of a page, and the characters outside of them; inner tables come before those around."""
    tables, rest = _taken(rulings.frames(sheet.across, sheet.down), sheet.glyphs, sheet.number)
    if len(sheet.shades_across) <= rulings.MOST_RULES and len(sheet.shades_down) <= rulings.MOST_RULES:
        shaded = [
            frame
            for frame in rulings.frames(sheet.shades_across, sheet.shades_down)
            if not any(_overlap(frame.box, table.box) for table in tables)
        ]
        more, rest = _taken(shaded, rest, sheet.number)
        tables += more
    ordered = sorted(tables, key=lambda table: table.box[1])
    return ordered, overflow.take_in(ordered[-1], rest, known) if ordered else rest


def _taken(
    frames: Sequence[rulings.Frame], glyphs: list[Glyph], page: int
) -> tuple[list[Table], list[Glyph]]:
    """Return the tables that frames hold, and the characters that are in none of them."""
    rest, tables = glyphs, []
    for frame in sorted(frames, key=lambda one: _area(one.box)):
        table = grids.table_of(frame, page)
        if table is None:
            continue
        outside = fill(table, rest)
        if _is_table(table):
            tables.append(table)
            rest = outside
    return tables, rest


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_table(table: Table) -> bool:
    """Return whether the lines hold a table: not a box round text, nor a drawing, nor a frame of prose."""
    written = [cell for cell in table.cells if cell.text]
    if len(written) < 2 or table.width < 2:
        return False
    return len(written) > _FEW_CELLS or max(len(cell.text) for cell in written) <= _PROSE


def _part(sheet: Sheet, tables: Sequence[Table], lines: Sequence[Line], known: frozenset[str]) -> Part:
    """Return lines and tables of a page from the top; lines in rows and columns are tables as well."""
    pieces: list[Piece] = []
    between: list[Line] = []
    waiting = list(tables)
    for line in lines:
        while waiting and waiting[0].box[1] <= line.base - line.size * 0.5:
            pieces += [*aligned.split(between, sheet.number, known), waiting.pop(0)]
            between = []
        between.append(line)
    return Part(sheet.number, [*pieces, *aligned.split(between, sheet.number, known), *waiting])


def _elements(
    parts: Sequence[Part], setting: paragraphs.Setting, known: frozenset[str], guessed: frozenset[int]
) -> tuple[list[Element], list[Remark]]:
    elements: list[Element] = []
    skipped: list[Remark] = []
    number = 1
    for piece in _joined(parts, setting, known):
        if isinstance(piece, Table):
            if piece.height > _MOST_ROWS:
                skipped.append(_TOO_LARGE)
                continue
            elements.append(_grid(piece, number, guessed))
            number += piece.height
        else:
            doubt = piece.doubt or (GUESSED if piece.page in guessed else "")
            elements.append(Text(number, piece.text, piece.page, doubt=doubt))
            number += piece.lines
    return elements, skipped


def _joined(
    parts: Sequence[Part], setting: paragraphs.Setting, known: frozenset[str]
) -> list[paragraphs.Paragraph | Table]:
    """Return paragraphs and tables in reading order, joined over page breaks."""
    result: list[paragraphs.Paragraph | Table] = []
    joiner = paragraphs.Joiner(setting)
    for page, piece in _flat(parts):
        if isinstance(piece, Table):
            joiner.part()
            last = result[-1] if result else None
            if isinstance(last, Table) and breaks.goes_on(last, piece):
                result[-1] = breaks.join(last, piece, known)
            else:
                result.append(piece)
            continue
        before = len(joiner.done)
        if joiner.done and all(flowed.is_cell(one.text, known) for one in (joiner.done[-1], piece)):
            joiner.part()
        joiner.take(page, piece)
        result += joiner.done[before:]
    return [one for one in result if isinstance(one, Table) or not numbers.is_blank(one.text)]


def _flat(parts: Sequence[Part]) -> Iterator[tuple[int, Piece]]:
    for part in parts:
        for piece in part.pieces:
            yield part.page, piece


def _grid(table: Table, first_line: int, guessed: frozenset[int]) -> Grid:
    rows = []
    for number in range(table.height):
        cells = [
            GridCell(
                cell.text,
                first_line + number,
                cell.rows,
                cell.columns,
                cell.page,
                cell.doubt or (GUESSED if cell.page in guessed and cell.text else ""),
            )
            for cell in table.row(number)
        ]
        rows.append(tuple(cells))
    return Grid(tuple(rows))
