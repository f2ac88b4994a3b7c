"""Small documents made into a PDF, and a PDF read back: lines with their places, text in the order of the file."""

import re
from dataclasses import dataclass
from io import BytesIO

import pdfplumber
import pypdfium2

from core.blocks import Anchor, Block, Document, Heading, Paragraph, Run
from core.export import pdf
from core.style import Style, standard

MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 28 * MM, (210 - 26) * MM, 37 * MM, (297 - 35) * MM
HAN = "村务公开栏由镇里统一编号每季度更换群众可以拍照留存"
PAGE_NUMBER = re.compile(r"—\s*\d+\s*—")


def document(*blocks: Block, style: Style | None = None) -> Document:
    """Return a document of some blocks."""
    return Document("测试报告", "柳河镇人民政府", 2024, blocks, style or standard())


def paragraph(words: str, number: int = 0) -> Paragraph:
    """Return a paragraph of body text."""
    return Paragraph((Run(words, "body"),), 0, Anchor("overview", number))


def heading(words: str) -> Heading:
    """Return the title of a section."""
    return Heading(1, words, Anchor("problems"))


def made(*blocks: Block, style: Style | None = None) -> bytes:
    """Return the PDF of some blocks, in the bundled fonts."""
    return pdf.render(document(*blocks, style=style), bundled_fonts_only=True).pdf


@dataclass(frozen=True)
class PrintedLine:
    """Characters on one base line; `left`, `right`, `top` and `bottom` in pt from the sheet's top left corner."""

    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    fonts: tuple[str, ...]
    last: float = 0

    @property
    def edge(self) -> float:
        """Where the line ends: a comma or full stop at its end has its ink at its left and may hang beyond."""
        return self.last if self.text.strip()[-1:] in tuple("，。、；：,.") else self.right


def lines(file: bytes) -> list[PrintedLine]:
    """Return the lines as the file draws them, one after the other."""
    found = []
    with pdfplumber.open(BytesIO(file)) as document:
        for page in document.pages:
            group: list[dict] = []
            for char in page.chars:
                if group and abs(char["matrix"][5] - group[-1]["matrix"][5]) > 0.01:
                    found.append(_line(page.page_number, group))
                    group = []
                group.append(char)
            if group:
                found.append(_line(page.page_number, group))
    return found


def _line(page: int, chars: list[dict]) -> PrintedLine:
    return PrintedLine(
        page,
        "".join(char["text"] for char in chars),
        min(char["x0"] for char in chars),
        max(char["x1"] for char in chars),
        min(char["top"] for char in chars),
        max(char["bottom"] for char in chars),
        chars[0]["size"],
        tuple(dict.fromkeys(char["fontname"].partition("+")[2] for char in chars)),
        max(char["x0"] for char in chars),
    )


def body(file: bytes) -> list[PrintedLine]:
    """Return the lines without the page numbers."""
    return [line for line in lines(file) if not PAGE_NUMBER.fullmatch(line.text.strip())]


def text(file: bytes) -> str:
    """Return all text as a viewer copies it, without white space and page numbers."""
    document = pypdfium2.PdfDocument(file)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return squeezed("".join(PAGE_NUMBER.sub("", one) for one in pages))


def drawn(file: bytes) -> str:
    """Return all text in the order in which the file draws it, without white space and page numbers."""
    return squeezed("".join(line.text for line in body(file)))


def squeezed(words: str) -> str:
    """Return a text without its white space."""
    return re.sub(r"\s", "", words)


def described(file: bytes) -> str:
    """Return text and boxes of each page as text, for golden files."""
    with pdfplumber.open(BytesIO(file)) as document:
        frames = {page.page_number: _frames(page) for page in document.pages}
    printed = lines(file)
    parts = []
    for page, boxes in frames.items():
        parts.append(f"page {page}")
        for line in printed:
            if line.page == page:
                place = f"{line.left:6.1f}{line.right:7.1f}{line.bottom:7.1f}{line.size:6.1f}"
                parts.append(f"{place} {'+'.join(line.fonts)} {line.text}")
        parts.extend(boxes)
    return "\n".join(parts)


def _frames(page: pdfplumber.page.Page) -> list[str]:
    return [
        f"frame {one['x0']:.1f} {one['x1']:.1f} {one['top']:.1f} {one['bottom']:.1f}" for one in page.rects
    ]
