"""What the tests of the Word, Excel and web writers share: documents, and the files taken apart."""

import getpass
import io
import re
import socket
import zipfile
from collections.abc import Iterator

from lxml import etree

from core.blocks import Annex, Document, Heading, Paragraph, SignOff, TableBlock, Title
from core.layout import lay_out
from core.report import Paragraph as Words
from core.report import blank
from core.template import Library
from tests.samples import IDS, filled

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIBRARIES = ("python-docx", "openpyxl", "lxml", "reportlab", "python")


def document(library: Library, template_id: str) -> Document:
    """Return the finished document of a filled report."""
    return lay_out(*filled(library, template_id, IDS[template_id]))


def empty(library: Library, template_id: str) -> Document:
    """Return the finished document of a report in which nothing is filled in."""
    template = library.get(template_id)
    return lay_out(template, blank(template, IDS[template_id], ""))


def with_text(library: Library, template_id: str, text: str) -> Document:
    """Return the finished document of a report whose first section is that text."""
    template, report = filled(library, template_id, IDS[template_id])
    report.sections[1].paragraphs = [Words(text=text)]
    return lay_out(template, report)


def with_values(library: Library, template_id: str, values: dict[str, str]) -> Document:
    """Return the finished document of a filled report with those figures instead."""
    template, report = filled(library, template_id, IDS[template_id])
    report.values |= values
    return lay_out(template, report)


def tables(made: Document) -> list[TableBlock]:
    """Return the tables of a document."""
    return [block for block in made.blocks if isinstance(block, TableBlock)]


def sentences(made: Document) -> Iterator[str]:
    """Yield every piece of text of a document that a reader must find again."""
    for block in made.blocks:
        match block:
            case Title(text) | Heading(_, text):
                yield text
            case Paragraph():
                yield block.text
            case Annex(mark, title, lines):
                yield from (mark, title, *lines)
            case SignOff(name, date):
                yield from (name, date)
            case TableBlock():
                yield from (cell.text for cell in block.grid.cells if cell.text)
                yield from block.values.values()


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a container."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        assert container.testzip() is None
        return {name: container.read(name) for name in container.namelist()}


def part(data: bytes, name: str) -> etree._Element:
    """Return a part of a container as XML."""
    return etree.fromstring(parts(data)[name])


def leaks(data: bytes) -> list[str]:
    """Return what a file tells of the libraries, the computer or the person that made it."""
    words = [*LIBRARIES, socket.gethostname(), "/home/", "2013-12-23", "thumbnail"]
    if len(getpass.getuser()) > 4:  # a shorter name is part of ordinary words
        words.append(getpass.getuser())
    return [
        f"{name}: {word}"
        for name, content in parts(data).items()
        for word in words
        if re.search(rf"\b{re.escape(word.lower())}\b", content.decode("utf-8").lower())
    ]


def pretty(element: etree._Element, whole: frozenset[str], depth: int = 0) -> Iterator[str]:
    """Yield an element as indented lines; elements named in `whole` stay on one line."""
    name = etree.QName(element).localname
    if name in whole or not len(element):
        text = etree.tostring(element, encoding="unicode", with_tail=False)
        yield "  " * depth + re.sub(r' xmlns(:\w+)?="[^"]*"', "", text)
        return
    attributes = "".join(f' {etree.QName(key).localname}="{value}"' for key, value in element.attrib.items())
    yield "  " * depth + f"<{name}{attributes}>"
    for child in element:
        yield from pretty(child, whole, depth + 1)
    yield "  " * depth + f"</{name}>"
