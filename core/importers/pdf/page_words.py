"""What is written where on a page of a PDF: each sign with its box, as the page is seen."""

from dataclasses import dataclass

from pypdfium2 import PdfPage, raw

from core.importers.pdf.view import View

MOST_SIGNS = 20_000
_DIGITS = 4

Box = tuple[float, float, float, float]  # left, top, right, bottom in parts of the page


@dataclass(frozen=True, slots=True)
class PageWords:
    """The signs of a page in the order of the file, without spaces, and the box of each."""

    signs: str = ""
    boxes: tuple[Box, ...] = ()


def words_on(page: PdfPage) -> PageWords:
    """Return what is written on a page; what comes after very many signs is left out."""
    left, bottom, right, top = page.get_bbox()
    view = View(left, bottom, right, top, page.get_rotation() // 90)
    text = page.get_textpage()
    try:
        signs, boxes = [], []
        for index in range(min(text.count_chars(), MOST_SIGNS)):
            code = raw.FPDFText_GetUnicode(text.raw, index)
            sign = chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else ""
            if sign.strip():
                signs.append(sign)
                boxes.append(_box(view, text.get_charbox(index)))
    finally:
        text.close()
    return PageWords("".join(signs), tuple(boxes))


def _box(view: View, box: tuple[float, float, float, float]) -> Box:
    """Return a box of the file in parts of the page as seen."""
    left, bottom, right, top = box
    (x0, y0), (x1, y1) = (view.clipped(view.place(x, y)) for x, y in ((left, bottom), (right, top)))
    return (
        _across(min(x0, x1), view),
        _down(min(y0, y1), view),
        _across(max(x0, x1), view),
        _down(max(y0, y1), view),
    )


def _across(x: float, view: View) -> float:
    return round(x / view.width, _DIGITS)


def _down(y: float, view: View) -> float:
    return round(y / view.height, _DIGITS)
