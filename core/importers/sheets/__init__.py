"""Workbooks of any program as documents: prose, tables and their order found from cells, merges and frames."""

from collections.abc import Iterator

from core.errors import InputError
from core.importers import gate
from core.importers.document import Document, Element, Remark, Text, cells_of, size
from core.importers.sheets import layout, order
from core.importers.sheets.model import COLUMNS, MOST_NAMED, ROWS, Book, Cell, Sheet

_HIDDEN = "这一格在原文里是隐藏的，请核对是否仍然有效。"


def document(book: Book, name: str, known: frozenset[str]) -> Document:
    """Return the document that a workbook is; `known` are the bare words of the forms' tables.

    `name` is the file's, for the error of a workbook without a word.
    """
    for sheet in book.sheets:
        _doubt_hidden(sheet)
    # What is hidden comes last, so that of two tables the one that the clerk sees is the first.
    in_sight = sorted(book.sheets, key=lambda sheet: sheet.hidden)
    pages = [order.Page(sheet.name, tuple(layout.elements(sheet, known))) for sheet in in_sight]
    remarks = [*book.remarks, *(remark for sheet in book.sheets for remark in _remarks(sheet))]
    if not any(page.elements for page in pages):
        raise _nothing(name, remarks)
    pages, left_out = order.without_aids(pages)
    elements = order.numbered(order.in_order([page for page in pages if page.elements]))
    return Document(tuple(elements), (*remarks, *left_out), sum(map(_characters, elements)))


def _nothing(name: str, remarks: list[Remark]) -> InputError:
    if not remarks:
        return gate.empty(name)
    said = remarks[-1].message
    return InputError(f"“{name}”里没有读到任何内容，没有读入。{said}")


def _doubt_hidden(sheet: Sheet) -> None:
    """Put a doubt on every cell that the clerk does not see."""
    for (row, column), cell in sheet.cells.items():
        if sheet.hidden or row in sheet.hidden_rows or column in sheet.hidden_columns:
            sheet.cells[row, column] = Cell(cell.text, cell.doubt or _HIDDEN)


def _remarks(sheet: Sheet) -> Iterator[Remark]:
    """Yield what is said of a sheet, most important first."""
    where = f"工作表“{sheet.name}”"
    if sheet.outside:
        told = f"其外有 {sheet.outside} 个单元格没有读取（{_some(sheet.beyond, sheet.outside)}）"
        yield Remark(f"{where}只读取前 {ROWS} 行、{COLUMNS} 列，{told}。")
    if sheet.hidden and sheet.cells:
        yield Remark(f"{where}是隐藏的，也读取了，请核对其中的内容是否仍然有效。")
    yield from _hidden_parts(sheet, where)
    for what, names in sheet.happened.items():
        yield Remark(f"{where}有 {len(names)} 格{what}（{_some(names, len(names))}）。")
    yield from sheet.remarks
    if sheet.pictures:
        yield Remark(f"{where}有 {sheet.pictures} 个图片、图表或对象，其中的文字没有读取，请核对。")
    if sheet.comments:
        yield Remark(f"{where}有 {sheet.comments} 条批注，批注没有读入。")


def _hidden_parts(sheet: Sheet, where: str) -> Iterator[Remark]:
    """Yield the remark on hidden rows and columns in which something stands."""
    rows = {row for row, _ in sheet.cells} & sheet.hidden_rows
    columns = {column for _, column in sheet.cells} & sheet.hidden_columns
    parts = [f"{len(rows)} 行"] if rows else []
    parts += [f"{len(columns)} 列"] if columns else []
    if parts and not sheet.hidden:
        yield Remark(f"{where}有 {'、'.join(parts)}是隐藏的，其中的内容也读取了，请核对是否仍然有效。")


def _some(names: list[str], count: int) -> str:
    """Return the first names of cells, and that there are more."""
    return "、".join(names[:MOST_NAMED]) + (" 等" if count > MOST_NAMED else "")


def _characters(element: Element) -> int:
    if isinstance(element, Text):
        return size(element.text)
    return sum(size(cell.text) for cell in cells_of(element))
