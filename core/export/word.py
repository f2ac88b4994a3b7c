"""The finished document as a Word file in the layout of GB/T 9704.

The parts are written directly: the base document of python-docx brings a theme, a thumbnail, its own name and
the date of 2013, and would have to be emptied first.
"""

import unicodedata
from collections.abc import Iterator

from lxml import etree

from core.blocks import Annex, Block, Document, Heading, Paragraph, SignOff, TableBlock, Title
from core.export.ooxml import parts
from core.export.ooxml.markup import R, W, paragraph, run, twips, w
from core.export.ooxml.package import Element, as_bytes, core_properties, zipped
from core.export.ooxml.styles import styles
from core.export.ooxml.tables import table
from core.style import Style, standard

_HEADING_ROLES = {1: "heading1", 2: "heading2"}


def write(document: Document) -> bytes:
    """Return the Word file."""
    style = standard()
    body = w("body", *_body(document, style), parts.section(style))
    root = etree.Element(f"{{{W}}}document", nsmap={"w": W, "r": R})
    root.append(body)
    roots = {
        "[Content_Types].xml": parts.content_types(),
        "_rels/.rels": parts.package_relations(),
        "word/document.xml": root,
        "word/_rels/document.xml.rels": parts.document_relations(),
        "word/styles.xml": styles(style),
        "word/settings.xml": parts.settings(),
        "word/fontTable.xml": parts.font_table(style),
        "word/footer1.xml": parts.footer(style, even=False),
        "word/footer2.xml": parts.footer(style, even=True),
    }
    files = {name: as_bytes(part) for name, part in roots.items()}
    return zipped(files | {"docProps/core.xml": core_properties(document)})


def _body(document: Document, style: Style) -> Iterator[Element]:
    """Yield the blocks; Word wants a paragraph after each table, and joins tables that touch."""
    for block, following in zip(document.blocks, (*document.blocks[1:], None), strict=True):
        if isinstance(block, Paragraph):
            yield _paragraph(block, style, held=isinstance(following, SignOff))
        else:
            yield from _block(block, document, style)
        if isinstance(block, TableBlock) and following is None:
            yield _gap(1)
        elif isinstance(block, TableBlock) and isinstance(following, TableBlock):
            yield _gap(style.page.line_pitch)


def _block(block: Block, document: Document, style: Style) -> Iterator[Element]:
    match block:
        case Title():
            yield paragraph("title", run(_broken(block.text, document, style), "title", style))
        case Heading():
            role = _HEADING_ROLES[block.level]
            yield paragraph(role, run(block.text, role, style))
        case Annex():
            yield from _annex(block, style)
        case TableBlock():
            yield table(block, parts.text_width(style), style)
        case SignOff():
            yield from _sign_off(block, style)


def _broken(title: str, document: Document, style: Style) -> str:
    """Return a title too long for a line with its break after the office, not inside a word."""
    rest = title.removeprefix(document.office)
    room = parts.text_width(style) / 20 / style.roles["title"].size
    if not rest or rest == title or _width(title) <= room:
        return title
    return f"{document.office}\n{rest}"


def _paragraph(block: Paragraph, style: Style, *, held: bool) -> Element:
    """Return a paragraph; one that is `held` keeps its last line with the signature."""
    alone = block.level == 2 and len(block.runs) == 1
    runs = (run(one.text, one.role, style) for one in block.runs)
    return paragraph(
        "heading2" if alone else "body", *runs, properties=(w("keepNext"),) if held and not alone else ()
    )


def _annex(block: Annex, style: Style) -> Iterator[Element]:
    """Yield the head of an annex on a new page; a period in brackets is centred under the title."""
    lines = [("annex_mark", block.mark), ("annex_title", block.title)]
    lines += [("annex_line", line) for line in block.lines]
    look: tuple[Element, ...] = (w("pageBreakBefore"),)
    for role, text in lines:
        if text:
            if role == "annex_line" and text.startswith("（") and text.endswith("）"):
                look += (w("jc", val="center"),)
            yield paragraph(role, run(text, role, style), properties=look)
            look = ()


def _sign_off(block: SignOff, style: Style) -> Iterator[Element]:
    """Yield the name centred on the date, and the date at its distance from the right, under room for the seal."""
    right = style.sign.right
    name_right = max(0.0, right + (_width(block.date) - _width(block.name)) / 2) if block.date else right
    room = style.sign.blank_lines * style.page.line_pitch
    for role, text, distance in (("sign_name", block.name, name_right), ("sign_date", block.date, right)):
        if text:
            place = (
                w("spacing", before=twips(room)),
                w("ind", rightChars=round(distance * 100), right=twips(distance * style.roles[role].size)),
                w("jc", val="right"),
            )
            yield paragraph(role, run(text, role, style), properties=place)
            room = 0


def _width(text: str) -> float:
    """Return the width in characters; Western letters and figures take half of one."""
    return sum(0.5 if unicodedata.east_asian_width(char) in ("Na", "H", "N") else 1.0 for char in text)


def _gap(points: float) -> Element:
    line = w("spacing", before=0, after=0, line=twips(points), lineRule="exact")
    return paragraph("body", properties=(w("snapToGrid", val=0), line))
