"""The text of a Word file, put together from the pieces in which it was saved."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.importers.doc import sprms
from core.importers.doc.binary import BrokenError, cut, plc, u8, u16, u32

FILLER = "\ufdd0"  # stands in the place of what belongs to the character before it; no text has this code
LONGEST = 3_000_000

_PROPERTIES, _TABLE = 1, 2
_NARROW = 0x4000_0000
_CODE_PAGES = {0x0804: "gbk", 0x1004: "gbk", 0x0404: "cp950", 0x0C04: "cp950", 0x1404: "cp950"}
_DOUBLE = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|.", re.DOTALL)
_CHINESE = {
    "gbk": re.compile(rb"(?:[\xa4-\xf7][\xa1-\xfe]){4,}"),
    "cp950": re.compile(rb"(?:[\xa4-\xf9][\x40-\x7e\xa1-\xfe]){4,}"),
}
_DIFFERENT = 5
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_UNDEFINED = {0x81: "", 0x8D: "", 0x8F: "", 0x90: "", 0x9D: ""}


class LongError(Exception):
    """The text is longer than any report."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text: its first and last place, where it lies in the stream, how wide a character is."""

    first: int
    last: int
    offset: int
    width: int
    properties: tuple[tuple[int, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Pieces:
    """The text, one character a place, and the pieces it is made of."""

    text: str
    pieces: tuple[Piece, ...]
    _firsts: list[int] = field(repr=False)

    def within(self, first: int, last: int) -> Iterator[Piece]:
        """Yield the pieces between two places, cut to them."""
        number = max(bisect_right(self._firsts, first) - 1, 0)
        while number < len(self.pieces) and self.pieces[number].first < last:
            one = self.pieces[number]
            begin, end = max(first, one.first), min(last, one.last)
            if begin < end:
                yield Piece(
                    begin, end, one.offset + (begin - one.first) * one.width, one.width, one.properties
                )
            number += 1


def read(table: bytes, stream: bytes, language: int, length: int) -> Pieces:
    """Return the text that a table of pieces describes; it has at least that length."""
    if length > LONGEST:
        raise LongError
    pieces = tuple(_pieces(table))
    if not pieces or pieces[0].first != 0 or pieces[-1].last < length:
        raise BrokenError
    if pieces[-1].last > LONGEST:
        raise LongError
    text = "".join(_decoded(stream, one, language) for one in pieces)
    if len(text) != pieces[-1].last:
        raise BrokenError
    return Pieces(text, pieces, [one.first for one in pieces])


def _pieces(table: bytes) -> Iterator[Piece]:
    """Yield the pieces; in front of their table stand properties that pieces refer to by number."""
    properties: list[bytes] = []
    at = 0
    while u8(table, at) == _PROPERTIES:
        size = u16(table, at + 1)
        properties.append(cut(table, at + 3, size))
        at += 3 + size
    if u8(table, at) != _TABLE:
        raise BrokenError
    places, things = plc(cut(table, at + 5, u32(table, at + 1)), 8)
    for number, thing in enumerate(things):
        first, last = places[number], places[number + 1]
        if last < first:
            raise BrokenError
        packed = u32(thing, 2)
        narrow = bool(packed & _NARROW)
        offset = packed & (_NARROW - 1)
        yield Piece(
            first,
            last,
            offset // 2 if narrow else offset,
            1 if narrow else 2,
            _modified(u16(thing, 6), properties),
        )


def _modified(modifier: int, properties: list[bytes]) -> tuple[tuple[int, bytes], ...]:
    """Return the properties that a quick save laid over a piece."""
    if not modifier & 1:
        one = sprms.short(modifier)
        return () if one is None else (one,)
    number = modifier >> 1
    return tuple(sprms.each(properties[number])) if number < len(properties) else ()


def _decoded(stream: bytes, piece: Piece, language: int) -> str:
    """Return the characters of a piece, as many as it has places."""
    data = cut(stream, piece.offset, (piece.last - piece.first) * piece.width)
    if piece.width == 1:
        return _narrow(data, language)
    text = data.decode("utf-16-le", "surrogatepass")
    return _BEYOND.sub(rf"\g<0>{FILLER}", text)


def _narrow(data: bytes, language: int) -> str:
    """Return characters of one byte; Chinese ones of two bytes where a program wrote them against the rule."""
    page = _CODE_PAGES.get(language)
    found = _CHINESE[page].search(data) if page else None
    if page is None or found is None or len(set(found[0])) < _DIFFERENT:
        return _western(data)
    return "".join(_double(one[0], page) for one in _DOUBLE.finditer(data))


def _double(data: bytes, page: str) -> str:
    if len(data) == 1:
        return _western(data)
    try:
        return data.decode(page) + FILLER
    except UnicodeDecodeError:
        return _western(data)


def _western(data: bytes) -> str:
    text = data.decode("latin-1")
    return text.translate(_WESTERN)


_WESTERN = {code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in _UNDEFINED}
