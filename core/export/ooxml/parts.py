"""The parts of a Word file around its text: settings, fonts and their stand-ins, footers, the list of parts."""

from math import floor

from lxml import etree

from core.export.ooxml.markup import R, mm, paragraph, twips, typed_run, w
from core.export.ooxml.package import Element
from core.export.ooxml.styles import LANGUAGE, LETTERS, character_pitch, footer_line
from core.export.typeset.kinsoku import NO_END, NO_START
from core.style import PageNumber, Style

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.microsoft.com/office/word"
_PARTS = (
    ("styles", "styles.xml", "styles"),
    ("settings", "settings.xml", "settings"),
    ("fontTable", "fontTable.xml", "fontTable"),
    ("footer", "footer1.xml", "footer"),
    ("footer", "footer2.xml", "footer"),
)
_ODD_FOOTER, _EVEN_FOOTER = "rId4", "rId5"


def content_types(*, pictures: bool = False) -> Element:
    """Return `[Content_Types].xml`."""
    root = _root(_TYPES, "Types")
    etree.SubElement(
        root,
        f"{{{_TYPES}}}Default",
        Extension="rels",
        ContentType="application/vnd.openxmlformats-package.relationships+xml",
    )
    etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="xml", ContentType="application/xml")
    if pictures:
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="png", ContentType="image/png")
    named = [("/word/document.xml", f"{_MAIN}.document.main+xml")]
    named += [(f"/word/{file}", f"{_MAIN}.{kind}+xml") for _, file, kind in _PARTS]
    named.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    for name, kind in named:
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
    return root


def _root(namespace: str, name: str) -> Element:
    """Return an element whose namespace needs no prefix."""
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def package_relations() -> Element:
    """Return `_rels/.rels`."""
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relations([(f"{R}/officeDocument", "word/document.xml"), (core, "docProps/core.xml")])


def document_relations(pictures: int = 0) -> Element:
    """Return `word/_rels/document.xml.rels`; so many pictures come last."""
    drawn = [(f"{R}/image", picture_file(number)) for number in range(1, pictures + 1)]
    return _relations([*((f"{R}/{kind}", file) for kind, file, _ in _PARTS), *drawn])


def picture_file(number: int) -> str:
    """Return the name of the part of a picture, counted from 1, beside the text."""
    return f"media/picture{number}.png"


def picture_relation(number: int) -> str:
    """Return the id of the relation that leads to a picture."""
    return f"rId{len(_PARTS) + number}"


def _relations(targets: list[tuple[str, str]]) -> Element:
    root = _root(_RELATIONS, "Relationships")
    for number, (kind, target) in enumerate(targets, 1):
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return root


def settings() -> Element:
    """Return `word/settings.xml`: footers by odd and even pages, Chinese line breaking."""
    compatibility = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    entries = (w("compatSetting", name=name, uri=_OFFICE, val=val) for name, val in compatibility.items())
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="compressPunctuation"),
        w("noLineBreaksAfter", lang=LANGUAGE, val="".join(sorted(NO_END))),
        w("noLineBreaksBefore", lang=LANGUAGE, val="".join(sorted(NO_START))),
        w("compat", w("doNotExpandShiftReturn"), w("useFELayout"), *entries),
        w("themeFontLang", val=LETTERS, eastAsia=LANGUAGE),
    )


def font_table(style: Style) -> Element:
    """Return `word/fontTable.xml`: each font with the names to take in its place, best first."""
    return w(
        "fonts",
        *(
            w(
                "font",
                w("altName", val=",".join(name for name in font.names if name != font.word)),
                w("charset", val="86"),
                w("family", val="auto"),
                w("pitch", val="default"),
                name=font.word,
            )
            for font in style.fonts.values()
        ),
    )


def footer(style: Style, *, even: bool) -> Element:
    """Return a footer: the page number between dashes on the outer side, one character in, or in the centre."""
    number = style.page_number
    font = style.fonts[number.font].word
    place = _place(number, even=even)

    def piece(text: str) -> Element:
        return typed_run(text, font, number.size)

    def mark(kind: str) -> Element:
        found = piece("")
        found.append(w("fldChar", fldCharType=kind))
        return found

    field = piece("")
    instruction = w("instrText")
    instruction.text = "PAGE"
    field.append(instruction)
    runs = (
        piece(f"{number.dash} "),
        mark("begin"),
        field,
        mark("separate"),
        piece("1"),
        mark("end"),
        piece(f" {number.dash}"),
    )
    return w("ftr", paragraph("page_number", *runs, properties=place))


def _place(number: PageNumber, *, even: bool) -> tuple[Element, ...]:
    """Return where the page number stands on odd or even pages."""
    step = twips(number.size)
    if number.place == "center":
        return (w("jc", val="center"),)
    if even:
        return w("ind", leftChars=100, left=step), w("jc", val="left")
    return w("ind", rightChars=100, right=step), w("jc", val="right")


def section(style: Style) -> Element:
    """Return the page: A4, margins, the grid of characters and lines, the two footers."""
    page = style.page
    pitch = character_pitch(style) - style.roles["body"].size
    half_line = footer_line(style) / 2 / 72 * 25.4
    return w(
        "sectPr",
        _footer_reference("default", _ODD_FOOTER),
        _footer_reference("even", _EVEN_FOOTER),
        w("pgSz", w=mm(page.width), h=mm(page.height)),
        w(
            "pgMar",
            top=mm(page.top),
            right=mm(page.right),
            bottom=mm(page.bottom),
            left=mm(page.left),
            header=mm(page.top / 2),
            footer=mm(page.bottom - style.page_number.below - half_line),
            gutter=0,
        ),
        w("docGrid", type="linesAndChars", linePitch=twips(page.line_pitch), charSpace=floor(pitch * 4096)),
    )


def _footer_reference(kind: str, relation: str) -> Element:
    reference = w("footerReference", type=kind)
    reference.set(f"{{{R}}}id", relation)
    return reference


def text_width(style: Style) -> int:
    """Return the width of the type area in twips."""
    page = style.page
    return mm(page.width) - mm(page.left) - mm(page.right)
