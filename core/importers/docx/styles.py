"""The styles of a Word file: what a paragraph or a run takes from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from core.importers.docx.names import W, child, number, switch, val
from core.importers.packages import Element

_Value = TypeVar("_Value")
_LEVELS = 9
_HEADING_NAMES = ("heading ", "标题 ", "标题")


@dataclass(frozen=True, slots=True)
class Look:
    """What styles say: the list a paragraph belongs to and its level there, its outline level, hidden text.

    `names` are the ids of the styles from the named one down to its base; None is said where nothing is.
    """

    names: tuple[str, ...] = ()
    list_id: str | None = None
    list_level: int | None = None
    outline: int | None = None
    hidden: bool | None = None


class Styles:
    """The styles by their ids; chains that bite their tail end there."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._styles = {val(one, "styleId"): one for one in found}
        self._defaults = {
            val(one, "type"): val(one, "styleId")
            for one in found
            if val(one, "default") in ("1", "true", "on")
        }
        self._looks: dict[tuple[str, str], Look] = {}
        self.hidden = bool(switch(child(root, "docDefaults", "rPrDefault", "rPr"), "vanish"))

    def look(self, style_id: str, kind: str = "paragraph") -> Look:
        """Return what the style and those it is based on say; the default style where none is named."""
        key = (style_id, kind)
        if key not in self._looks:
            self._looks[key] = self._resolve(style_id or self._defaults.get(kind, ""))
        return self._looks[key]

    def _resolve(self, style_id: str) -> Look:
        names: list[str] = []
        while style_id in self._styles and style_id not in names:
            names.append(style_id)
            style_id = val(child(self._styles[style_id], "basedOn"))
        chain = [self._styles[name] for name in names]
        lists = [child(one, "pPr", "numPr") for one in chain]
        return Look(
            tuple(names),
            list_id=_first(val(child(one, "numId")) or None for one in lists),
            list_level=_first(number(child(one, "ilvl")) for one in lists),
            outline=_first(_outline(one) for one in chain),
            hidden=_first(switch(child(one, "rPr"), "vanish") for one in chain),
        )


def _first(values: Iterable[_Value | None]) -> _Value | None:
    return next((value for value in values if value is not None), None)


def _outline(style: Element) -> int | None:
    """Return the outline level of a style, counted from 0: what it says, or what its name does."""
    level = number(child(style, "pPr", "outlineLvl"))
    if level is not None:
        return level
    name = val(child(style, "name")).casefold()
    for start in _HEADING_NAMES:
        rest = name.removeprefix(start)
        if rest != name and rest.isascii() and rest.isdecimal() and 1 <= int(rest) <= _LEVELS:
            return int(rest) - 1
    return None
