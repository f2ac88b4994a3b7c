"""Pages of a PDF as pictures, for the page on which an import is looked over."""

from io import BytesIO

from pypdfium2 import PdfDocument

from core.errors import InputError
from core.importers.pdf.opening import opened
from core.importers.pdf.page_words import PageWords, words_on

MOST_DPI = 200
MOST_PIXELS = 8_000_000
MOST_AT_ONCE = 20
_POINTS = 72


def pages_as_png(data: bytes, dpi: int = 110, first: int = 0, count: int = MOST_AT_ONCE) -> list[bytes]:
    """Return pages as PNG files: `count` of them from page `first` (from 0), fewer where the PDF ends.

    A page of unusual size is drawn coarser. InputError says why the PDF cannot be drawn.
    """
    if not (1 <= dpi <= MOST_DPI and first >= 0 and 0 <= count <= MOST_AT_ONCE):
        raise ValueError(f"{dpi} dpi, {count} pages from {first}")
    with opened(data, "PDF") as document:
        last = min(first + count, len(document))
        return [_png(document, number, dpi) for number in range(first, last)]


def page_with_words(data: bytes, dpi: int, number: int) -> tuple[bytes, PageWords] | None:
    """Return page `number` (from 0) as a PNG file with what is written where on it; None behind the last page."""
    found = pages_as_png(data, dpi, number, 1)
    if not found:
        return None
    with opened(data, "PDF") as document:
        page = document[number]
        try:
            return found[0], words_on(page)
        finally:
            page.close()


def _png(document: PdfDocument, number: int, dpi: int) -> bytes:
    page = document[number]
    try:
        width, height = page.get_size()
        if width <= 0 or height <= 0:
            raise InputError(
                f"PDF 第 {number + 1} 页的页面大小有误，显示不出来；原文件没有改动。请用阅读器打开它核对。"
            )
        scale = min(dpi / _POINTS, (MOST_PIXELS / (width * height)) ** 0.5)
        bitmap = page.render(scale=scale)
        try:
            out = BytesIO()
            bitmap.to_pil().convert("RGB").save(out, "PNG", compress_level=1)
        finally:
            bitmap.close()
    finally:
        page.close()
    return out.getvalue()
