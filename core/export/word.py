"""The finished document as a Word file in the layout of GB/T 9704.

The parts are written directly: the base document of python-docx brings a theme, a thumbnail, its own name and
the date of 2013, and would have to be emptied first.
"""

from collections.abc import Iterator
from math import ceil

from lxml import etree

from core.blocks import (
    Annex,
    Block,
    Document,
    Figure,
    Heading,
    Paragraph,
    SignOff,
    TableBlock,
    Title,
    is_below_text,
)
from core.export.characters import width_of
from core.export.ooxml import drawings, parts
from core.export.ooxml.markup import R, W, paragraph, put, run, twips, w
from core.export.ooxml.package import Element, as_bytes, core_properties, zipped
from core.export.ooxml.styles import styles
from core.export.ooxml.tables import table
from core.export.typeset.titles import balanced
from core.style import Style

_HEADING_ROLES = {1: "heading1", 2: "heading2"}
_FIGURE = 0.55  # the width of a Western letter or figure in a title, in characters


def write(document: Document) -> bytes:
    """Return the Word file."""
    style = document.style
    body = w("body", *_body(document, style), parts.section(style))
    root = etree.Element(f"{{{W}}}document", nsmap={"w": W, "r": R})
    root.append(body)
    figures = [block for block in document.blocks if isinstance(block, Figure)]
    roots = {
        "[Content_Types].xml": parts.content_types(pictures=bool(figures)),
        "_rels/.rels": parts.package_relations(),
        "word/document.xml": root,
        "word/_rels/document.xml.rels": parts.document_relations(len(figures)),
        "word/styles.xml": styles(style),
        "word/settings.xml": parts.settings(),
        "word/fontTable.xml": parts.font_table(style),
        "word/footer1.xml": parts.footer(style, even=False),
        "word/footer2.xml": parts.footer(style, even=True),
    }
    files = {name: as_bytes(part) for name, part in roots.items()}
    drawn = {f"word/{parts.picture_file(one.number)}": drawings.picture(one, style) for one in figures}
    return zipped(files | drawn | {"docProps/core.xml": core_properties(document)})


def _body(document: Document, style: Style) -> Iterator[Element]:
    """Yield the blocks; Word wants a paragraph after each table, and joins tables that touch."""
    blocks = document.blocks
    previous: Block | None = None
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        made = list(_block(block, following, style))
        if isinstance(previous, TableBlock) and isinstance(block, Heading | Paragraph):
            put(made[0], w("spacing", before=twips(style.table.around)))
        if isinstance(following, TableBlock) and made[-1].tag == f"{{{W}}}p":
            put(made[-1], w("spacing", after=twips(style.table.around)))
        yield from made
        if isinstance(block, TableBlock) and following is None:
            yield _gap(1)
        elif isinstance(block, TableBlock) and isinstance(following, TableBlock):
            yield _gap(style.page.line_pitch)
        previous = block


def _block(block: Block, following: Block | None, style: Style) -> Iterator[Element]:
    match block:
        case Title():
            yield _title(block.text, "title", style)
        case Heading():
            role = _HEADING_ROLES[block.level]
            yield paragraph(role, run(block.text, role, style))
        case Paragraph():
            yield _paragraph(block, following, style)
        case Annex():
            yield from _annex(block, style)
        case TableBlock():
            yield table(block, parts.text_width(style), style)
        case Figure():
            yield from drawings.figure(block, style)
        case SignOff():
            yield from _sign_off(block, style)


def _title(text: str, role: str, style: Style) -> Element:
    """Return a title in lines of even length, none of which ends inside a word; the text goes on on the grid."""
    look = style.roles[role]
    lines = [line for one in text.split("\n") for line in _title_lines(one, look.size, style)]
    title = paragraph(role, run("\n".join(lines), role, style))
    if look.after:
        pitch = style.page.line_pitch
        used = len(lines) * (look.line_pitch or pitch)
        put(title, w("spacing", after=twips(ceil((used + look.after) / pitch) * pitch - used)))
    return title


def _title_lines(text: str, size: float, style: Style) -> list[str]:
    widths = [size * (1 if width_of(char) == 1 else _FIGURE) for char in text]
    return [
        text[start:end].strip() for start, end in balanced(text, widths, parts.text_width(style) / 20, size)
    ]


def _paragraph(block: Paragraph, following: Block | None, style: Style) -> Element:
    """Return a paragraph; one that is held keeps its last line with what follows, a lead all of it, a heading what it heads.

    No page carries the names of annexes and the signature alone: the last line of the text stays with them.
    """
    runs = (run(one.text, one.role, style) for one in block.runs)
    if block.is_heading:
        loose = () if block.heads(following) else (w("keepNext", val=0),)
        return paragraph("heading2", *runs, properties=loose)
    is_held = block.is_held or block.is_lead or is_below_text(following)
    held = (w("keepNext"),) if is_held else ()
    if block.is_annex_note:
        return paragraph("annex_note", *runs, properties=(*held, w("keepLines"), *_hanging(block, style)))
    whole = (w("keepLines"),) if block.is_lead else ()
    return paragraph("body", *runs, properties=(*held, *whole))


def _hanging(block: Paragraph, style: Style) -> tuple[Element, ...]:
    """Return the indent of the name of an annex: its further lines begin under it, not under "附件：" or the number.

    The second annex and all after it follow without an empty line, under the number of the first.
    """
    look, hanging = style.roles["annex_note"], width_of(block.annex_mark)
    left = look.indent + width_of(block.under) + hanging
    chars = {"leftChars": round(left * 100), "hangingChars": round(hanging * 100)}
    indent = w("ind", **chars, left=twips(left * look.size), hanging=twips(hanging * look.size))
    return (w("spacing", before=0), indent) if block.under else (indent,)


def _annex(block: Annex, style: Style) -> Iterator[Element]:
    """Yield the head of an annex on a new page; a period in brackets is centred under the title."""
    lines = [paragraph("annex_mark", run(block.mark, "annex_mark", style))] if block.mark else []
    if block.title:
        lines.append(_title(block.title, "annex_title", style))
        if not block.mark:
            put(lines[0], w("spacing", before=0))
    for text in filter(None, block.lines):
        centred = text.startswith("（") and text.endswith("）")
        look = (w("jc", val="center"),) if centred else ()
        lines.append(paragraph("annex_line", run(text, "annex_line", style), properties=look))
    if lines:
        put(lines[0], w("pageBreakBefore"))
    yield from lines


def _sign_off(block: SignOff, style: Style) -> Iterator[Element]:
    """Yield the name centred on the date, and the date at its distance from the right, under room for the seal.

    A long name pushes the axis of both to the left, so that it stays within the type area.
    """
    name, date = width_of(block.name), width_of(block.date)
    middle = max(style.sign.right + (date or name) / 2, max(name, date) / 2)
    room = style.sign.blank_lines * style.page.line_pitch
    for role, text, width in (("sign_name", block.name, name), ("sign_date", block.date, date)):
        if text:
            distance = max(0.0, middle - width / 2)
            place = (
                w("spacing", before=twips(room)),
                w("ind", rightChars=round(distance * 100), right=twips(distance * style.roles[role].size)),
                w("jc", val="right"),
            )
            yield paragraph(role, run(text, role, style), properties=place)
            room = 0


def _gap(points: float) -> Element:
    line = w("spacing", before=0, after=0, line=twips(points), lineRule="exact")
    return paragraph("body", properties=(w("snapToGrid", val=0), line))
