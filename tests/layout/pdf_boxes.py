"""A finished PDF as boxes: lines of characters, frames and fonts, read by PDFium; nothing of the writers is used."""

from collections.abc import Iterator
from ctypes import byref, c_double, create_string_buffer
from dataclasses import dataclass, field
from functools import cached_property

import pypdfium2
import pypdfium2.raw as pdfium

_SAME_LINE = 0.6  # pt


@dataclass(frozen=True)
class Char:
    """A character: where its base line begins, where its ink ends, its size and font; y runs downwards."""

    text: str
    x: float
    y: float
    right: float
    size: float
    font: str


@dataclass(frozen=True)
class Line:
    """Characters on one base line in reading order, without the spaces."""

    page: int
    y: float
    chars: tuple[Char, ...]

    @cached_property
    def text(self) -> str:
        """The characters."""
        return "".join(char.text for char in self.chars)

    @property
    def left(self) -> float:
        """Where the first character begins."""
        return self.chars[0].x

    @property
    def size(self) -> float:
        """The size of the first character."""
        return self.chars[0].size


@dataclass(frozen=True)
class Box:
    """A frame."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, char: Char) -> bool:
        """Whether a character begins in it."""
        return self.left - 1 <= char.x <= self.right and self.top - 1 <= char.y <= self.bottom + 1


@dataclass
class Page:
    """A page: its size, its lines outside of tables, its frames, the characters in them."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    cells: list[Char] = field(default_factory=list)


def pages(file: bytes) -> list[Page]:
    """Return the pages of a PDF."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [_page(page, number) for number, page in enumerate(document, 1)]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, number: int) -> Page:
    width, height = page.get_size()
    found = Page(number, width, height)
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = item.get_bounds()
        found.frames.append(Box(left, height - top, right, height - bottom))
    outside = []
    for char in _chars(page, height):
        inside = any(box.holds(char) for box in found.frames)
        (found.cells if inside else outside).append(char)
    found.lines = list(lines(outside, number))
    return found


def _chars(page: pypdfium2.PdfPage, height: float) -> Iterator[Char]:
    text = page.get_textpage()
    x, y, right, unused = c_double(), c_double(), c_double(), c_double()
    name = create_string_buffer(128)
    count = pdfium.FPDFText_CountChars(text)
    index = 0
    while index < count:
        code = pdfium.FPDFText_GetUnicode(text, index)
        pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
        pdfium.FPDFText_GetCharBox(text, index, byref(unused), byref(right), byref(unused), byref(unused))
        pdfium.FPDFText_GetFontInfo(text, index, name, 128, None)
        size = pdfium.FPDFText_GetFontSize(text, index)
        if 0xD800 <= code < 0xDC00 and index + 1 < count:
            index += 1
            code = 0x10000 + ((code - 0xD800) << 10) + pdfium.FPDFText_GetUnicode(text, index) - 0xDC00
        if pdfium.FPDFText_IsGenerated(text, index) != 1 and not chr(code).isspace():
            yield Char(chr(code), x.value, height - y.value, right.value, size, name.value.decode())
        index += 1


def lines(chars: list[Char], page: int) -> Iterator[Line]:
    """Yield characters gathered by base line, each line from left to right, lines from top to bottom."""
    group: list[Char] = []
    for char in sorted(chars, key=lambda one: one.y):
        if group and char.y - group[0].y > _SAME_LINE:
            yield Line(page, group[0].y, tuple(sorted(group, key=lambda one: one.x)))
            group = []
        group.append(char)
    if group:
        yield Line(page, group[0].y, tuple(sorted(group, key=lambda one: one.x)))


def fonts(file: bytes) -> dict[str, bool]:
    """Return every font that text is drawn in, and whether its outlines lie in the file."""
    document = pypdfium2.PdfDocument(file)
    found: dict[str, bool] = {}
    try:
        for page in document:
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                font = pdfium.FPDFTextObj_GetFont(item)
                name = create_string_buffer(128)
                pdfium.FPDFFont_GetBaseFontName(font, name, 128)
                known = name.value.decode()
                found[known] = found.get(known, True) and pdfium.FPDFFont_GetIsEmbedded(font) == 1
    finally:
        document.close()
    return found
