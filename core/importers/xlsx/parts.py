"""XML parts of a workbook: large ones element by element, and names without their name spaces."""

import io
import re
from collections.abc import Collection, Iterator

from lxml import etree

from core.importers import packages
from core.importers.packages import Element, Package

_BLANK_ROW = re.compile(rb"""<(?:\w+:)?row\b[^<>]*?\sr=["']\d+["'][^<>]*?(?:/>|></(?:\w+:)?row>)""")
_MANY_ROWS = 5_000


def stream(package: Package, part: str, names: Collection[str]) -> Iterator[tuple[str, Element]]:
    """Yield the elements of those names at their start and end; what was read is let go, so that any size goes.

    InputError where the part is malformed, nested too deep, or declares entities.
    """
    data = package.part(part)
    if len(data) > packages.XML_BYTES:
        raise packages.too_large(package.name)
    if data.count(b"<row") > _MANY_ROWS:
        data = _BLANK_ROW.sub(b"", data)  # millions of them may stand there, and say nothing
    events = etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in names],
        **packages.GUARDS,
    )
    try:
        yield from _pairs(events, package.name)
    except etree.XMLSyntaxError as error:
        raise packages.malformed(package.name, error) from error


def _pairs(events: "etree.iterparse[Element]", name: str) -> Iterator[tuple[str, Element]]:
    first = True
    for event, element in events:
        if first and element.getroottree().docinfo.internalDTD is not None:
            raise packages.declares(name)
        first = False
        yield event, element
        if event == "end":
            _let_go(element)


def _let_go(element: Element) -> None:
    """Free what stands before the element, and all in it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def children(root: Element, *path: str) -> list[Element]:
    """Return the elements along a path of names below the root."""
    found = [root]
    for name in path:
        found = [one for parent in found for one in parent if local_name(one) == name]
    return found


def local_name(element: Element) -> str:
    """Return the name of an element without its name space."""
    return etree.QName(element).localname


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without name space, "" where there is none."""
    found = (value for key, value in element.items() if etree.QName(key).localname == name)
    return str(next(found, ""))
