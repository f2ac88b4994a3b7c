"""The finished document as an Excel workbook: the prose on the first sheet, each official form on its own."""

import io
import re
import zipfile
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.blocks import Annex, Document, Heading, Paragraph, SignOff, TableBlock, Title
from core.export.characters import writable
from core.export.ooxml import sheets
from core.export.ooxml.formulas import Number, Place, figures, formula, number, with_values
from core.export.ooxml.package import core_properties, zipped
from core.style import Style, standard
from core.template.grid import GridCell

_PROSE_SHEET = "报告"
_PROSE_COLUMNS = (("部分", 24.0), ("内容", sheets.TOTAL_WIDTH - 24.0))
_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]|^'|'$")
_ROLE_OF = {
    "caption": "table_caption",
    "head": "table_head",
    "label": "table_label",
    "unit": "table_value",
    "value": "table_value",
}
_CONTENTS = "[Content_Types].xml"
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>年报通</Application></Properties>"
)


@dataclass
class _Book:
    """The workbook while it grows, and the value of each formula by sheet and cell."""

    style: Style
    workbook: Workbook
    prose: Worksheet
    values: dict[str, dict[str, Number]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line above a table, in one role; `align` where it stands otherwise than the role."""

    role: str
    text: str
    align: str = ""


def write(document: Document) -> bytes:
    """Return the workbook."""
    book = _begin()
    section = ""
    above: list[_Line] = []
    for block in document.blocks:
        match block:
            case Title():
                _add_title(book, block.text)
            case Heading():
                section, above = block.text, [_Line("heading1", block.text)]
            case Annex():
                section, above = block.mark, _annex_lines(block)
            case Paragraph():
                _add_prose(book, section, block.text)
            case TableBlock():
                name = _add_table(book, block, above, document.year)
                _add_prose(book, section, f"（见工作表“{name}”）")
            case SignOff():
                _add_prose(book, "", block.name, align="right")
                _add_prose(book, "", block.date, align="right")
    return _packed(document, book)


def _begin() -> _Book:
    """Return a workbook with the empty sheet of the prose, in the fonts of the style sheet."""
    style = standard()
    workbook = Workbook()
    workbook._fonts[0] = sheets.ground_font(style)  # type: ignore[attr-defined]  # there is no public way
    prose = workbook.worksheets[0]
    prose.title = _PROSE_SHEET
    for number_, (label, width) in enumerate(_PROSE_COLUMNS, 1):
        prose.column_dimensions[get_column_letter(number_)].width = width
        cell = sheets.place(prose, 2, number_)
        sheets.put_text(cell, label)
        sheets.dress(cell, "table_caption", style)
        sheets.frame(prose, 2, number_, 1, 1)
    prose.freeze_panes = "A3"
    prose.print_title_rows = "2:2"
    sheets.set_up_print(prose, style)
    return _Book(style, workbook, prose)


def _add_title(book: _Book, text: str) -> None:
    _add_line(book, book.prose, 1, _Line("heading1", text, "center"), len(_PROSE_COLUMNS), sheets.TOTAL_WIDTH)


def _add_prose(book: _Book, section: str, text: str, align: str = "left") -> None:
    """Add a row for a paragraph; only one too long for a cell takes several."""
    for piece in sheets.split(text):
        row = book.prose.max_row + 1
        for column, (words, (_, width)) in enumerate(zip((section, piece), _PROSE_COLUMNS, strict=True), 1):
            cell = sheets.place(book.prose, row, column)
            sheets.put_text(cell, words)
            sheets.dress(cell, "table_label", book.style, align=align if column == 2 else "left")
            sheets.frame(book.prose, row, column, 1, 1)
            look = book.style.roles["table_label"]
            needed = sheets.height(words, look.size, look.line_pitch or look.size, width)
            book.prose.row_dimensions[row].height = max(book.prose.row_dimensions[row].height or 0.0, needed)


def _annex_lines(annex: Annex) -> list[_Line]:
    lines = [_Line("annex_mark", annex.mark), _Line("annex_title", annex.title)]
    for line in annex.lines:
        is_period = line.startswith("（") and line.endswith("）")
        lines.append(_Line("annex_line", line, "center" if is_period else ""))
    return [line for line in lines if line.text]


def _add_line(book: _Book, sheet: Worksheet, row: int, line: _Line, columns: int, width: float) -> None:
    """Put a line across the sheet."""
    look = book.style.roles[line.role]
    cell = sheets.place(sheet, row, 1)
    sheets.put_text(cell, line.text)
    sheets.dress(cell, line.role, book.style, align=line.align)
    pitch = look.line_pitch or look.size * 1.5
    sheet.row_dimensions[row].height = sheets.height(line.text, look.size, pitch, width)
    if columns > 1:
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)


def _add_table(book: _Book, block: TableBlock, above: list[_Line], year: int) -> str:
    """Add the sheet of a table under the lines that head it; return its name."""
    grid = block.grid
    name = _sheet_name(book.workbook, block, year)
    sheet: Worksheet = book.workbook.create_sheet(name)
    widths = [sheets.TOTAL_WIDTH * share / sum(grid.widths) for share in grid.widths]
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = round(width, 2)
    for row, line in enumerate(above, 1):
        _add_line(book, sheet, row, line, grid.columns, sheets.TOTAL_WIDTH)
    top = len(above) + 1
    _fill(book, sheet, block, top)
    _set_heights(book, sheet, block, top, widths)
    _freeze(sheet, block, top)
    sheets.set_up_print(sheet, book.style)
    return name


def _sheet_name(workbook: Workbook, block: TableBlock, year: int) -> str:
    """Return a name for the sheet that Excel takes and that no sheet has yet."""
    table = block.table
    words = table.name if table.is_annex else f"{table.name} {table.title.replace('{year}', str(year))}"
    name = _NOT_IN_A_NAME.sub("_", writable(words))[:_LONGEST_NAME].strip() or table.id
    taken = {one.title.casefold() for one in workbook.worksheets}
    count = 1
    found = name
    while found.casefold() in taken:
        count += 1
        found = f"{name[: _LONGEST_NAME - 4]} {count}"
    return found


def _fill(book: _Book, sheet: Worksheet, block: TableBlock, top: int) -> None:
    """Put labels and figures in their places; a total that adds up becomes a formula."""
    known = figures(block.table)
    places: dict[str, Place] = {
        cell.cell: (top + cell.row, cell.column + 1) for cell in block.grid.cells if cell.cell
    }
    for cell in block.grid.cells:
        target = sheets.place(sheet, top + cell.row, cell.column + 1)
        sheets.dress(target, _ROLE_OF[cell.role], book.style, indent=cell.indent)
        text = block.values.get(cell.cell, "") if cell.cell else cell.text
        value = number(text) if cell.cell and known[cell.cell].kind != "text" else None
        total = formula(known[cell.cell], text, block.values, places) if value is not None else None
        if value is not None and total is not None:
            target.value = total
            book.values.setdefault(sheet.title, {})[target.coordinate] = value
        elif value is not None:
            target.value = value
        elif text:
            sheets.put_text(target, text)
        sheets.frame(sheet, target.row, target.column, cell.row_span, cell.column_span)


def _set_heights(book: _Book, sheet: Worksheet, block: TableBlock, top: int, widths: list[float]) -> None:
    """Give each row the height of its highest words; Excel does not do so for merged cells."""
    for cell in block.grid.cells:
        if cell.row_span == 1:
            row = sheet.row_dimensions[top + cell.row]
            row.height = max(row.height or 0.0, _height(book, block, cell, widths))


def _height(book: _Book, block: TableBlock, cell: GridCell, widths: list[float]) -> float:
    look = book.style.roles[_ROLE_OF[cell.role]]
    text = block.values.get(cell.cell, "") if cell.cell else cell.text
    width = sum(widths[cell.column : cell.column + cell.column_span])
    return sheets.height(text, look.size, look.line_pitch or look.size, width, indent=cell.indent)


def _freeze(sheet: Worksheet, block: TableBlock, top: int) -> None:
    """Keep head and labels in sight, and print the head on every page."""
    head = block.grid.head_rows
    first = block.table.blocks[0]
    labels = first.label_columns + (1 if block.table.layout == "list" else 0)
    sheet.freeze_panes = f"{get_column_letter(labels + 1)}{top + head}"
    if head:
        sheet.print_title_rows = f"{top}:{top + head - 1}"


def _packed(document: Document, book: _Book) -> bytes:
    """Return the file with the values of the formulas, the office's properties and nothing of the library."""
    book.workbook.calculation.fullCalcOnLoad = False
    buffer = io.BytesIO()
    book.workbook.save(buffer)
    with zipfile.ZipFile(buffer) as container:
        names = sorted(container.namelist(), key=lambda name: name != _CONTENTS)  # readers look at the first
        parts = {name: container.read(name) for name in names}
    for number_, sheet in enumerate(book.workbook.worksheets, 1):
        name = f"xl/worksheets/sheet{number_}.xml"
        parts[name] = with_values(parts[name], book.values.get(sheet.title, {}))
    parts["docProps/core.xml"] = core_properties(document)
    parts["docProps/app.xml"] = _APP.encode()
    return zipped(parts)
