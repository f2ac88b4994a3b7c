"""The official forms as sheets: merges, borders and units as printed, figures as numbers, totals as live formulas."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.blocks import TableBlock
from core.export import columns
from core.export.ooxml import sheets
from core.export.ooxml.book import Book, Line, add_line
from core.export.ooxml.formulas import Place, formula, number, number_format
from core.export.ooxml.sheets import Paper
from core.grid import GridCell
from core.style import Style


def add(book: Book, block: TableBlock, above: Sequence[Line]) -> str:
    """Add the sheet of a table under the lines that head it; return its name."""
    sheet = book.add_sheet(block.caption, block.anchor.table)
    paper, widths = _paper(block, book.style)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = round(width, 2)
    for row, line in enumerate(above, 1):
        add_line(book, sheet, row, line, block.grid.columns, paper.width)
    top = len(above) + 1
    _fill(book, sheet, block, top)
    _set_heights(book, sheet, block, top, widths)
    _freeze(sheet, block, top)
    sheets.set_up_print(sheet, book.style, paper)
    return sheet.title


def _paper(block: TableBlock, style: Style) -> tuple[Paper, list[float]]:
    """Return how the sheet lies, and the widths of its columns: across where upright they hold no two characters."""
    upright, across = sheets.papers(style)
    for paper in (upright, across):
        points = columns.of(block.grid, paper.measure, style)
        widths = [point * paper.width / paper.measure for point in points]
        if min(points) >= columns.least(style) - 0.01:
            return paper, widths
    return across, widths


def _fill(book: Book, sheet: Worksheet, block: TableBlock, top: int) -> None:
    """Put labels and figures in their places."""
    places: dict[str, Place] = {
        cell.cell: (top + cell.row, cell.column + 1) for cell in block.grid.cells if cell.cell
    }
    for cell in block.grid.cells:
        target = sheets.place(sheet, top + cell.row, cell.column + 1)
        sheets.dress(target, columns.ROLES[cell.role], book.style, indent=cell.indent)
        if cell.cell:
            book.places[cell.cell] = (sheet.title, places[cell.cell])
            _put_figure(book, sheet, block, places, cell)
        elif cell.text:
            sheets.put_text(target, cell.text)
        sheets.frame(sheet, target.row, target.column, cell.row_span, cell.column_span)


def _put_figure(
    book: Book, sheet: Worksheet, block: TableBlock, places: dict[str, Place], cell: GridCell
) -> None:
    """Put what was filled in: a total that adds up as a formula, a number as a number, all else as text."""
    text = block.values.get(cell.cell, "")
    target = sheets.place(sheet, *places[cell.cell])
    value = number(text) if cell.kind != "text" else None
    if value is None:
        if text:
            sheets.put_text(target, text)
        return
    target.number_format = number_format(text)
    sheets.keep_whole(target)
    total = formula(cell.sums, text, block.values, places)
    if total is None:
        target.value = value
    else:
        book.put_formula(sheet, places[cell.cell], total, value)


def _set_heights(book: Book, sheet: Worksheet, block: TableBlock, top: int, widths: list[float]) -> None:
    """Give each row the height of its highest words; Excel does not do so for merged cells."""
    for cell in block.grid.cells:
        if cell.row_span == 1:
            row = sheet.row_dimensions[top + cell.row]
            row.height = max(row.height or 0.0, _height(book, block, cell, widths))


def _height(book: Book, block: TableBlock, cell: GridCell, widths: list[float]) -> float:
    look = book.style.roles[columns.ROLES[cell.role]]
    text = block.values.get(cell.cell, "") if cell.cell else cell.text
    if cell.cell and number(text) is not None:
        text = ""  # a number shrinks, and never wraps
    width = sum(widths[cell.column : cell.column + cell.column_span])
    return sheets.height(text, look.size, look.line_pitch or look.size, width, indent=cell.indent)


def _freeze(sheet: Worksheet, block: TableBlock, top: int) -> None:
    """Keep head and labels in sight, and print the head on every page."""
    head = block.grid.head_rows
    sheet.freeze_panes = f"{get_column_letter(block.grid.label_columns + 1)}{top + head}"
    if head:
        sheet.print_title_rows = f"{top}:{top + head - 1}"
