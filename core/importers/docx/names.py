"""The names of a Word file's markup and the few ways in which its properties are written."""

from collections.abc import Collection, Iterator

from core.importers.packages import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_OFF = frozenset({"0", "false", "off", "none"})


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along a path of Word names, None where a step is missing."""
    for tag in path:
        element = None if element is None else element.find(W + tag)
    return element


def val(element: Element | None, name: str = "val") -> str:
    """Return an attribute of a property, "" where the property or the attribute is missing."""
    return "" if element is None else element.get(W + name, "")


def number(element: Element | None, name: str = "val") -> int | None:
    """Return an attribute of a property as a whole number, None where it is none."""
    text = val(element, name).strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() and len(digits) < 12 else None


def switch(properties: Element | None, tag: str) -> bool | None:
    """Return whether a property is switched on or off, None where it is not named."""
    found = child(properties, tag)
    return None if found is None else val(found) not in _OFF


def branch(alternatives: Element) -> Element | None:
    """Return the branch of an mc:AlternateContent that is read: the first in which text stands, else the first."""
    branches = [*alternatives.findall(MC + "Choice"), *alternatives.findall(MC + "Fallback")]
    with_text = (one for one in branches if next(one.iter(W + "t"), None) is not None)
    return next(with_text, branches[0] if branches else None)


def outermost(element: Element, tag: str, closed: Collection[str] = ()) -> Iterator[Element]:
    """Yield the descendants of a name that stand in no other of them, one branch of alternatives only.

    What bears one of the names in `closed` is not looked into.
    """
    for one in element:
        if one.tag == tag:
            yield one
        elif one.tag == MC + "AlternateContent":
            chosen = branch(one)
            if chosen is not None:
                yield from outermost(chosen, tag, closed)
        elif one.tag not in closed:
            yield from outermost(one, tag, closed)
