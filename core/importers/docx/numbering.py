"""Automatic numbering: the lists of a Word file and the count in each, rendered as the label Word shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.importers.docx import numerals
from core.importers.docx.names import MC, W, child, number, switch, val
from core.importers.packages import Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_CLOSED = re.compile(r"[\u2460-\u24ff\u3200-\u32ff\u2776-\u2793]$|[^\w\s]$|\s$")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: how its number is written and when it starts again.

    `restart` is the number of levels above that make it start again: all of them where it is None.
    """

    form: str
    text: str
    start: int
    restart: int | None
    legal: bool
    tight: bool
    style: str


@dataclass(slots=True)
class NumberedList:
    """A list in use: its levels, its own first numbers, and the count it shares with lists of the same kind."""

    levels: dict[int, Level]
    starts: dict[int, int]
    counts: dict[int, int]
    begun: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Label:
    """The number in front of a paragraph, with a space behind it where Word leaves room; `doubt` as elsewhere."""

    text: str
    doubt: str = ""


class Numbering:
    """The lists of a file; each label asked for is counted."""

    def __init__(self, root: Element | None) -> None:
        kinds = (
            {}
            if root is None
            else {val(one, "abstractNumId"): one for one in root.findall(W + "abstractNum")}
        )
        levels = {kind: _levels(_linked(one, kinds)) for kind, one in kinds.items()}
        counts: dict[str, dict[int, int]] = {kind: {} for kind in kinds}
        self._lists = {
            val(one, "numId"): _list(one, levels, counts)
            for one in ([] if root is None else root.findall(W + "num"))
        }

    @classmethod
    def of(cls, lists: dict[str, NumberedList]) -> "Numbering":
        """Return the lists that a file of another kind holds, by the ids its paragraphs name."""
        made = cls(None)
        made._lists = lists
        return made

    def level_of(self, list_id: str, styles: tuple[str, ...]) -> int:
        """Return the level of the list that is linked to one of the styles, the first where none is."""
        found = self._lists.get(list_id)
        if found is None:
            return 0
        return next((at for style in styles for at, one in found.levels.items() if one.style == style), 0)

    def label(self, list_id: str, at: int) -> Label | None:
        """Count one more paragraph of the list at that level and return its label; None where it has none."""
        found = self._lists.get(list_id)
        level = found.levels.get(at) if found else None
        if found is None or level is None:
            return None
        _count(found, at, level)
        if level.form == "bullet":
            return None
        text, known = _render(found, level)
        if not text.strip():
            return None
        tail = "" if level.tight or _CLOSED.search(text) else " "
        return Label(text + tail, "" if known else "这一段的自动编号写法不认识，已写成阿拉伯数字。")


def _linked(kind: Element, kinds: dict[str, Element]) -> Element:
    """Return the kind of list that stands behind a link to a list style, or the kind itself."""
    link = val(child(kind, "numStyleLink"))
    if not link:
        return kind
    return next((one for one in kinds.values() if val(child(one, "styleLink")) == link), kind)


def _levels(parent: Element) -> dict[int, Level]:
    return dict(_each_level(parent.findall(W + "lvl")))


def _each_level(elements: list[Element]) -> Iterator[tuple[int, Level]]:
    for one in elements:
        at = number(one, "ilvl")
        if at is None or not 0 <= at < _LEVELS:
            continue
        start = number(child(one, "start"))
        yield (
            at,
            Level(
                form=_form(one),
                text=val(child(one, "lvlText")),
                start=0 if start is None else start,
                restart=number(child(one, "lvlRestart")),
                legal=bool(switch(one, "isLgl")),
                tight=val(child(one, "suff")) == "nothing",
                style=val(child(one, "pStyle")),
            ),
        )


def _form(level: Element) -> str:
    """Return the writing of a level; a custom one stands among alternatives, the plain one behind it."""
    plain = child(level, "numFmt")
    if plain is None:
        plain = level.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    return val(plain) or "decimal"


def _list(
    element: Element, levels: dict[str, dict[int, Level]], counts: dict[str, dict[int, int]]
) -> NumberedList:
    kind = val(child(element, "abstractNumId"))
    own = dict(levels.get(kind, {}))
    starts: dict[int, int] = {}
    for override in element.findall(W + "lvlOverride"):
        own |= _levels(override)
        at, start = number(override, "ilvl"), number(child(override, "startOverride"))
        if at is not None and start is not None:
            starts[at] = start
    return NumberedList(own, starts, counts.get(kind, {}))


def _count(found: NumberedList, at: int, level: Level) -> None:
    """Count one more at the level, and let the levels below start again where they do."""
    fresh = at in found.starts and at not in found.begun
    if fresh:
        found.counts[at] = found.starts[at]
    elif at in found.counts:
        found.counts[at] += 1
    else:
        found.counts[at] = level.start
    found.begun.add(at)
    for below in [one for one in found.counts if one > at]:
        restart = found.levels[below].restart if below in found.levels else None
        if restart is None or at < restart:
            del found.counts[below]


def _render(found: NumberedList, level: Level) -> tuple[str, bool]:
    """Return the text of the label, and whether all its numbers are in a known writing."""
    known = True

    def write(match: re.Match[str]) -> str:
        nonlocal known
        at = int(match[1]) - 1
        own = found.levels.get(at)
        if own is None:
            return ""
        value = found.counts.get(at, own.start)
        text = numerals.render(value, "decimal" if level.legal else own.form)
        known = known and text is not None
        return str(value) if text is None else text

    return _PLACE.sub(write, level.text), known
