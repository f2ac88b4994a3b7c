"""The styles of a Word file, as far as their properties are read."""

from dataclasses import dataclass

from core.importers.doc.binary import BrokenError, cut, u16

_HEADER = 2
_PARAGRAPH, _CHARACTER = 1, 2
_HIGHEST_HEADING = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says together with those it is based on: the properties of its paragraphs and their characters.

    `heading` is the level of the built-in heading that it is or comes from, 0 where there is none.
    """

    paragraph: tuple[bytes, ...] = ()
    characters: tuple[bytes, ...] = ()
    heading: int = 0


@dataclass(frozen=True, slots=True)
class _Own:
    base: int
    style: Style


class Styles:
    """The styles by their numbers; chains that bite their tail end there."""

    def __init__(self, table: bytes) -> None:
        self._own: dict[int, _Own] = dict(_each(table)) if table else {}
        self._styles: dict[int, Style] = {}

    def style(self, number: int) -> Style:
        """Return what a style says; a style that is not there says nothing."""
        if number not in self._styles:
            self._styles[number] = self._resolved(number)
        return self._styles[number]

    def _resolved(self, number: int) -> Style:
        chain: list[int] = []
        while number in self._own and number not in chain:
            chain.append(number)
            number = self._own[number].base
        own = [self._own[one].style for one in chain]
        return Style(
            tuple(part for one in reversed(own) for part in one.paragraph),
            tuple(part for one in reversed(own) for part in one.characters),
            next((one.heading for one in own if one.heading), 0),
        )


def _each(table: bytes) -> list[tuple[int, _Own]]:
    size = u16(table, 0)
    count, base_size = u16(table, 2), u16(table, 4)
    found, at = [], _HEADER + size
    for number in range(count):
        length = u16(table, at)
        if length:
            found.append((number, _own(cut(table, at + 2, length), base_size)))
        at += 2 + length
    return found


def _own(data: bytes, base_size: int) -> _Own:
    """Return a style by itself: numbers, its name, then its sets of properties."""
    built_in = u16(data, 0) & 0x0FFF
    kind, base = u16(data, 2) & 0xF, u16(data, 2) >> 4
    sets = u16(data, 4) & 0xF
    at = base_size + 2 + 2 * u16(data, base_size) + 2
    properties: list[bytes] = []
    for _ in range(sets):
        at += at % 2
        size = u16(data, at)
        properties.append(cut(data, at + 2, size))
        at += 2 + size
    heading = built_in if 1 <= built_in <= _HIGHEST_HEADING else 0
    return _Own(base, _style(kind, properties, heading))


def _style(kind: int, properties: list[bytes], heading: int) -> Style:
    if kind == _PARAGRAPH:
        if len(properties) < 2:
            raise BrokenError
        return Style((properties[0][2:],), (properties[1],), heading)
    if kind == _CHARACTER and properties:
        return Style(characters=(properties[0],))
    return Style()
