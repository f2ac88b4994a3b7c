"""Exported files read back by programs that did not write them: their text in order, and the cells of their tables.

docx by python-docx, pdf by pypdfium2, xlsx by zip and XML of the standard library, html by lxml.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

import docx
import pypdfium2
import pypdfium2.raw as pdfium
from lxml import html

PAGE_NUMBER = re.compile(r"—\s*\d+\s*—")
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LEAST = 5  # pt: what is drawn and smaller is a rule, not a cell
Cells = dict[tuple[int, int], str]


@dataclass(frozen=True)
class Found:
    """What a file holds: its prose in order without white space, its tables by place, or all their cells counted."""

    prose: str
    tables: tuple[Cells, ...] = ()
    counted: Counter[str] | None = None


def squeezed(words: str) -> str:
    """Return a text without its white space."""
    return re.sub(r"\s", "", words)


def read_docx(data: bytes) -> Found:
    """Read a Word file."""
    document = docx.Document(io.BytesIO(data))
    prose = squeezed("".join(one.text for one in document.paragraphs))
    tables = []
    for table in document.tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        tables.append({(r, c): text for r, row in enumerate(rows) for c, text in enumerate(row)})
    return Found(prose, tuple(tables))


def read_html(data: bytes) -> Found:
    """Read a web page."""
    page = html.document_fromstring(data)
    prose = "".join(one.text_content() for one in page.iter("h1", "h2", "h3", "h4", "p"))
    return Found(squeezed(prose), tuple(_laid(table) for table in page.iter("table")))


def _laid(table: html.HtmlElement) -> Cells:
    """Return the words of a table by the places where a browser puts them."""
    taken: set[tuple[int, int]] = set()
    found: Cells = {}
    for row, line in enumerate(table.iter("tr")):
        column = 0
        for cell in line.iter("th", "td"):
            while (row, column) in taken:
                column += 1
            down, across = int(cell.get("rowspan", "1")), int(cell.get("colspan", "1"))
            taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
            found[row, column] = cell.text_content()
    return found


def read_xlsx(data: bytes) -> Found:
    """Read a workbook: the prose of its first sheet, the shown values of the others; formulas show what is stored."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        names = sorted(
            (name for name in container.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)),
            key=lambda name: int(re.sub(r"\D", "", name)),
        )
        sheets = [dict(_cells(ElementTree.fromstring(container.read(name)))) for name in names]
    home = sheets[0]
    rows = sorted({row for row, _ in home})
    heads = [home.get((row, 0), "") for row in rows]
    # a part's title stands beside each of its paragraphs, and counts where it begins
    fresh = [head if head != before else "" for before, head in zip(["", *heads], heads, strict=False)]
    prose = "".join(head + home.get((row, 1), "") for head, row in zip(fresh, rows, strict=True))
    return Found(squeezed(prose), tuple(sheets[1:]))


def _cells(sheet: ElementTree.Element) -> Iterator[tuple[tuple[int, int], str]]:
    for cell in sheet.iter(f"{_S}c"):
        letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r", "")).groups()
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        words = "".join(one.text or "" for one in (*cell.iter(f"{_S}t"), *cell.iter(f"{_S}v")))
        if words:
            yield (int(row) - 1, column - 1), words


def read_pdf(data: bytes) -> Found:
    """Read a PDF: its text as a viewer copies it, and the words within each frame that is drawn."""
    document = pypdfium2.PdfDocument(data)
    texts: list[str] = []
    counted: Counter[str] = Counter()
    try:
        for page in document:
            text = page.get_textpage()
            texts.append(PAGE_NUMBER.sub("", text.get_text_range()))
            for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
                left, bottom, right, top = shape.get_bounds()
                if right - left > _LEAST and top - bottom > _LEAST:
                    counted[squeezed(text.get_text_bounded(left, bottom, right, top))] += 1
    finally:
        document.close()
    return Found(squeezed("".join(texts)), counted=counted)


READERS = {"docx": read_docx, "pdf": read_pdf, "xlsx": read_xlsx, "html": read_html}
