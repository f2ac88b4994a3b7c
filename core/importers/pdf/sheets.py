"""The pages of an open PDF as sheets of characters and lines."""

from pypdfium2 import PdfDocument, PdfPage, raw

from core.errors import InputError
from core.importers.pdf.drawing import drawn
from core.importers.pdf.glyphs import written
from core.importers.pdf.opening import damaged
from core.importers.pdf.rulings import MOST_RULES, merged
from core.importers.pdf.sheet import Sheet
from core.importers.pdf.view import View

MOST_CHARACTERS = 250_000
_FILLED_IN = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT)


def sheets_of(document: PdfDocument, name: str) -> tuple[list[Sheet], int]:
    """Return the pages, and for how many characters their fonts do not say what they are."""
    sheets: list[Sheet] = []
    unmapped = characters = 0
    for number in range(1, len(document) + 1):
        sheet, more = _sheet(document, number)
        sheets.append(sheet)
        unmapped += more
        characters += len(sheet.glyphs)
        if characters > MOST_CHARACTERS:
            raise InputError(
                f"“{name}”的文字超过 {MOST_CHARACTERS} 个字，没有读入。年度报告不会这么长，请检查是否选错了文件。"
            )
    if not any(sheet.width > 1 and sheet.height > 1 for sheet in sheets):
        raise damaged(name)
    return sheets, unmapped


def _sheet(document: PdfDocument, number: int) -> tuple[Sheet, int]:
    """Return a page; one with form fields is opened again after they have been made a part of it."""
    page = document[number - 1]
    try:
        flattened = _show_fields(page)
        if not flattened:
            return _seen(page, number)
    finally:
        page.close()
    page = document[number - 1]
    try:
        sheet, unmapped = _seen(page, number)
    finally:
        page.close()
    sheet.fields = True
    return sheet, unmapped


def _seen(page: PdfPage, number: int) -> tuple[Sheet, int]:
    left, bottom, right, top = page.get_bbox()
    text = written(page, View(left, bottom, right, top))
    view = text.view
    drawing = drawn(page, view)
    across, down = merged(drawing.across), merged(drawing.down)
    dense = drawing.full or len(across) > MOST_RULES or len(down) > MOST_RULES
    sheet = Sheet(number, view.width, view.height, text.glyphs, turned=text.turned, guessed=text.guessed)
    sheet.pictures, sheet.covered, sheet.dense = drawing.pictures, drawing.covered, dense
    if not dense:
        sheet.across, sheet.down = across, down
        sheet.shades_across, sheet.shades_down = merged(drawing.shades_across), merged(drawing.shades_down)
    return sheet, text.unmapped


def _show_fields(page: PdfPage) -> bool:
    """Make what is typed into form fields a part of the page, in memory alone; return whether there are any."""
    handle = page.raw
    for index in range(raw.FPDFPage_GetAnnotCount(handle)):
        note = raw.FPDFPage_GetAnnot(handle, index)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind in _FILLED_IN:
            raw.FPDFPage_Flatten(handle, raw.FLAT_NORMALDISPLAY)
            return True
    return False
