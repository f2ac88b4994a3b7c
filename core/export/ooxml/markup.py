"""The markup of a Word file: elements, runs and paragraphs in the roles of the style sheet."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from core.export.characters import writable
from core.export.ooxml.package import Element
from core.style import Role, Style

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAK = re.compile(r"([\n\t])")
_ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "snapToGrid", "spacing", "ind", "jc")
_RANKS = {f"{{{W}}}{tag}": rank for rank, tag in enumerate(_ORDER)}
_STYLE_IDS = {
    "title": "Title",
    "heading1": "Heading1",
    "heading2": "Heading2",
    "page_number": "Footer",
}


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Return an element of the Word namespace; children that are None are left out."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W})
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(child for child in children if child is not None)
    return element


def twips(points: float) -> int:
    """Return points in twentieths."""
    return round(points * 20)


def mm(length: float) -> int:
    """Return millimetres in twentieths of a point."""
    return round(length / 25.4 * 1440)


def style_id(role: str) -> str:
    """Return the id of the paragraph style of a role."""
    return _STYLE_IDS.get(role) or "Report" + role.title().replace("_", "")


def fonts(name: str) -> Element:
    """Return the font for every kind of character, so that no theme and no Western font steps in."""
    return w("rFonts", hint="eastAsia", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def bold(look: Role) -> tuple[Element, ...]:
    """Return the marks of bold type where the role has it."""
    return (w("b"), w("bCs")) if look.bold else ()


def run(text: str, role: str, style: Style, *, size: float = 0) -> Element:
    """Return the text in the font and size of a role, or in that `size`; line breaks and tabs are kept."""
    look = style.roles[role]
    return typed_run(text, style.fonts[look.font].word, size or look.size, bold(look))


def typed_run(text: str, font: str, size: float, marks: tuple[Element, ...] = ()) -> Element:
    """Return the text in a named font; line breaks and tabs are kept."""
    half_points = round(size * 2)
    properties = w("rPr", fonts(font), *marks, w("sz", val=half_points), w("szCs", val=half_points))
    return w("r", properties, *_pieces(writable(text)))


def _pieces(text: str) -> Iterator[Element]:
    for piece in _BREAK.split(text):
        if piece == "\n":
            yield w("br")
        elif piece == "\t":
            yield w("tab")
        elif piece:
            words = w("t")
            words.set(_SPACE, "preserve")
            words.text = piece
            yield words


def paragraph(role: str, *runs: Element, properties: Iterable[Element] = ()) -> Element:
    """Return a paragraph in the style of a role; `properties` go beyond the style."""
    made = w("p", w("pPr", w("pStyle", val=style_id(role))), *runs)
    for one in properties:
        put(made, one)
    return made


def put(target: Element, property_: Element) -> None:
    """Give a paragraph a property at its place in the schema; attributes join those that it has already."""
    properties = target[0]
    known = properties.find(property_.tag)
    if known is not None:
        known.attrib.update(property_.attrib)
        return
    rank = _RANKS[property_.tag]
    at = sum(_RANKS[one.tag] < rank for one in properties)
    properties.insert(at, property_)
