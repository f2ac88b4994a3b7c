"""Workbooks for the tests of the readers: built cell by cell, or whole reports laid out on one sheet as offices do."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from core.importers import xlsx
from core.importers.document import Document, Grid, Text, cells_of
from core.importers.keys import words_of_forms
from core.importers.kinds import Source
from core.report import PREFACE, SIGNATURE, Report, section_number, section_title
from core.template import Table, Template, built_in, grid

KNOWN = words_of_forms(built_in())
SHEET_PART = "xl/worksheets/sheet1.xml"
_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINE = Side(style="thin")
FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WIDTH = 10


def data_of(workbook: Workbook) -> bytes:
    """The bytes of a workbook."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def document_of(workbook: Workbook | bytes) -> Document:
    """What the reader finds in a workbook."""
    data = workbook if isinstance(workbook, bytes) else data_of(workbook)
    return xlsx.read(Source("表.xlsx", data, "xlsx"), KNOWN)


def texts(document: Document) -> list[str]:
    """The lines of text."""
    return [one.text for one in document.elements if isinstance(one, Text)]


def grids(document: Document) -> list[Grid]:
    """The tables."""
    return [one for one in document.elements if isinstance(one, Grid)]


def words(grid_: Grid) -> list[list[str]]:
    """The texts of a table, row by row."""
    return [[cell.text for cell in row] for row in grid_.rows]


def doubts(document: Document) -> dict[str, str]:
    """The doubts on the cells of all tables, by the text of the cell."""
    return {cell.text: cell.doubt for one in grids(document) for cell in cells_of(one) if cell.doubt}


def said(document: Document) -> str:
    """All remarks in one text."""
    return "\n".join(remark.message for remark in document.remarks)


def filled(rows: Sequence[Sequence[object]], *, framed: bool = False) -> Workbook:
    """A workbook with those rows on its one sheet."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column, value)
            if framed:
                cell.border = FRAME
    return workbook


def replaced(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A package with parts put in place of its own, or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return buffer.getvalue()


def by_hand(rows: str, behind: str = "", before: str = "") -> bytes:
    """A workbook whose one sheet has that XML between `sheetData`, and around it."""
    part = f'<worksheet xmlns="{_SPACE}">{before}<sheetData>{rows}</sheetData>{behind}</worksheet>'
    return replaced(data_of(Workbook()), {SHEET_PART: part.encode()})


def on_one_sheet(
    template: Template, report: Report, *, framed: bool, merged: bool, gap: int, left: int, lined: bool
) -> Workbook:
    """A report on one sheet: paragraphs in rows, tables between them; `lined` draws frames around the lines too."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    row = _line(sheet, 1, left, report.title, merged=merged, lined=lined)
    for section in report.sections:
        if section.id not in (PREFACE, SIGNATURE):
            title = f"{section_number(template, report, section)}、{section_title(template, section)}"
            row = _line(sheet, row, left, title, merged=merged, lined=lined)
        for paragraph in section.paragraphs:
            row = _line(sheet, row, left, paragraph.text, merged=merged, lined=lined)
        for table in template.tables:
            if table.section == section.id and not table.is_annex and section.id != PREFACE:
                row = _table(sheet, row + gap, left, table, report, framed=framed) + gap
    for table in template.tables:
        if table.is_annex:
            row = _annex(sheet, row, left, table, report, merged=merged)
            row = _table(sheet, row, left, table, report, framed=framed)
    return workbook


def _annex(sheet: Worksheet, row: int, left: int, table: Table, report: Report, *, merged: bool) -> int:
    head = report.head(table)
    for text in (table.mark, head.title, head.period):
        if text:
            row = _line(sheet, row, left, text, merged=merged, lined=False)
    if table.filler:
        sheet.cell(row, left, table.filler)
        sheet.cell(row, left + 1, head.filler)
        row += 1
    return row


def _line(sheet: Worksheet, row: int, left: int, text: str, *, merged: bool, lined: bool) -> int:
    sheet.cell(row, left, text)
    if lined:
        for column in range(left, left + _WIDTH):
            sheet.cell(row, column).border = FRAME
    if merged:
        sheet.merge_cells(start_row=row, start_column=left, end_row=row, end_column=left + _WIDTH - 1)
    return row + 1


def _table(sheet: Worksheet, top: int, left: int, table: Table, report: Report, *, framed: bool) -> int:
    drawn = grid.of(table)
    for cell in drawn.cells:
        text = report.text(cell.cell) if cell.cell else cell.text
        row, column = top + cell.row, left + cell.column
        last = (row + cell.row_span - 1, column + cell.column_span - 1)
        sheet.cell(row, column, float(text) if _is_number(text) else text or None)
        if framed:
            for at in range(row, last[0] + 1):
                for across in range(column, last[1] + 1):
                    sheet.cell(at, across).border = FRAME
        if last != (row, column):
            sheet.merge_cells(start_row=row, start_column=column, end_row=last[0], end_column=last[1])
    return top + drawn.rows


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()


def old_book(cells: Mapping[tuple[int, int], str | float], *, codepage: int | None) -> bytes:
    """A workbook of Excel 5 (BIFF5), as a bare stream, its words in GBK whatever code page it names."""
    name = "统计表".encode("gbk")
    page = _record(0x42, struct.pack("<H", codepage)) if codepage else b""
    begin = _record(0x809, struct.pack("<HHHH", 0x500, 5, 0, 0)) + page
    end = _record(0x0A, b"")
    at = len(begin) + 4 + 7 + len(name) + len(end)
    bound = _record(0x85, struct.pack("<IBBB", at, 0, 0, len(name)) + name)
    sheet = _record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0, 0))
    for (row, column), value in sorted(cells.items()):
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            word = value.encode("gbk")
            sheet += _record(0x204, place + struct.pack("<H", len(word)) + word)
        else:
            sheet += _record(0x203, place + struct.pack("<d", value))
    return begin + bound + end + sheet + _record(0x0A, b"")


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
