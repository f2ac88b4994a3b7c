"""The finished document as an Excel workbook: the prose, each official form on its own sheet, and the checks."""

import io
import zipfile
from itertools import zip_longest

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from core.blocks import Annex, Block, Document, Figure, Heading, Paragraph, SignOff, TableBlock, Title
from core.checks.sheet import Sheet
from core.export.ooxml import charts, forms, selfcheck, sheets
from core.export.ooxml.book import Book, Line, add_line
from core.export.ooxml.formulas import with_values
from core.export.ooxml.package import core_properties, zipped
from core.style import Style

_PROSE_SHEET = "报告"
_PROSE_COLUMNS = (("部分", 24.0), ("内容", sheets.TOTAL_WIDTH - 24.0))
_PREFACE = "前言"  # it has no heading of its own
_CONTENTS = "[Content_Types].xml"
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>年报通</Application></Properties>"
)


def write(document: Document, checked: Sheet | None = None) -> bytes:
    """Return the workbook; `checked` are the results of the checks, which get a sheet of their own."""
    book = _begin(document.style)
    _fill(book, document)
    if checked is not None:
        selfcheck.add(book, checked)
    return _packed(document, book)


def _fill(book: Book, document: Document) -> None:
    """Put the blocks in: prose below one another, each table on a sheet under what heads it."""
    section = _PREFACE
    above: list[Line] = []
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        match block:
            case Title():
                _add_title(book, block.text)
            case Heading():
                section, above = block.text, [Line("heading1", block.text)]
                _add_empty(book, section, following)
            case Annex():
                section, above = block.mark, _annex_lines(block)
            case Paragraph():
                _add_prose(book, section, block.text)
            case TableBlock() | Figure():
                _add_prose(book, section, _add_sheet(book, block, above))
            case SignOff():
                _add_prose(book, "", block.name, align="right")
                _add_prose(book, "", block.date, align="right")


def _add_sheet(book: Book, block: TableBlock | Figure, above: list[Line]) -> str:
    """Add the sheet of a table or a picture; return what the prose says of it."""
    if isinstance(block, Figure):
        return f"{block.caption}（见工作表“{charts.add(book, block)}”）"
    return f"（见工作表“{forms.add(book, block, above)}”）"


def _begin(style: Style) -> Book:
    """Return a workbook with the empty sheet of the prose, in the fonts of the style sheet."""
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
    sheets.set_up_print(prose, style, sheets.papers(style)[0])
    return Book(style, workbook, prose)


def _add_title(book: Book, text: str) -> None:
    add_line(book, book.prose, 1, Line("heading1", text, "center"), len(_PROSE_COLUMNS), sheets.TOTAL_WIDTH)


def _add_empty(book: Book, section: str, following: Block | None) -> None:
    """Add a row for a part in which nothing stands; all others show their titles beside what stands in them."""
    if not isinstance(following, Paragraph | TableBlock | Figure):
        _add_row(book, (section, ""), "left")


def _add_prose(book: Book, section: str, text: str, align: str = "left") -> None:
    """Add a row for a paragraph; only one too long for a cell takes several."""
    for piece in sheets.split(text):
        _add_row(book, (section, piece), align)


def _add_row(book: Book, row_words: tuple[str, str], align: str) -> None:
    """Add a row: the title of a part, and what stands in it."""
    row = book.prose.max_row + 1
    look = book.style.roles["table_label"]
    needed = 0.0
    for column, (words, (_, width)) in enumerate(zip(row_words, _PROSE_COLUMNS, strict=True), 1):
        cell = sheets.place(book.prose, row, column)
        sheets.put_text(cell, words)
        sheets.dress(cell, "table_label", book.style, align=align if column == 2 else "left")
        sheets.frame(book.prose, row, column, 1, 1)
        needed = max(needed, sheets.height(words, look.size, look.line_pitch or look.size, width))
    book.prose.row_dimensions[row].height = needed


def _annex_lines(annex: Annex) -> list[Line]:
    lines = [Line("annex_mark", annex.mark), Line("annex_title", annex.title)]
    for line in annex.lines:
        is_period = line.startswith("（") and line.endswith("）")
        lines.append(Line("annex_line", line, "center" if is_period else ""))
    return [line for line in lines if line.text]


def _packed(document: Document, book: Book) -> bytes:
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
