"""The styles of cells, as far as they say what a cell shows: number formats, and whether a border is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.importers.packages import Element, Package
from core.importers.sheets.shown import BUILT_IN
from core.importers.xlsx import parts

_SIDES = ("left", "right", "top", "bottom", "start", "end")


@dataclass(frozen=True, slots=True)
class Styles:
    """The number format of each style, by the style's number, and the styles that draw a border."""

    formats: tuple[str, ...]
    framed: frozenset[int]

    def format_of(self, style: int) -> str:
        """Return the number format of a style; "" of one that there is not."""
        return self.formats[style] if 0 <= style < len(self.formats) else ""


NONE = Styles((), frozenset())


def of(package: Package, part: str) -> Styles:
    """Return the styles of a workbook."""
    root = package.parsed(part)
    codes = dict(BUILT_IN)
    for one in parts.children(root, "numFmts", "numFmt"):
        codes[_number(one, "numFmtId")] = one.get("formatCode", "")
    borders = [_is_drawn(one) for one in parts.children(root, "borders", "border")]
    styles = parts.children(root, "cellXfs", "xf")
    framed = (at for at, one in enumerate(styles) if _has(borders, _number(one, "borderId")))
    return Styles(tuple(codes.get(_number(one, "numFmtId"), "") for one in styles), frozenset(framed))


def _has(borders: list[bool], number: int) -> bool:
    return 0 <= number < len(borders) and borders[number]


def _is_drawn(border: Element) -> bool:
    return any(side.get("style", "none") != "none" for side in _sides(border))


def _sides(border: Element) -> Iterator[Element]:
    return (side for side in border if parts.local_name(side) in _SIDES)


def _number(element: Element, name: str) -> int:
    text = element.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0
