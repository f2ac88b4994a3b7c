"""The first block of a Word file: what kind of Word wrote it, how long its texts are, where its tables lie."""

from dataclasses import dataclass
from enum import IntEnum

from core.importers.doc.binary import BrokenError, cut, i32, u16, u32

_WORD_97 = 0xC0
_MARK = 0xA5EC
_MARKS_BEFORE = frozenset({0xA5DB, 0xA5DC, 0xA697, 0xA699, 0xA69A, 0xA69B, 0xA69C})
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_NUMBERS = 0x20
_COUNTS_BEFORE_TEXT = 3


class OldWordError(Exception):
    """The file is by a Word before Word 97."""


class LockedError(Exception):
    """The file opens with a password alone; most of its first block is unreadable too."""


class Part(IntEnum):
    """The tables that are read, by their places in the first block."""

    STYLES = 1
    FOOTNOTE_MARKS = 2
    FOOTNOTES = 3
    SECTIONS = 6
    CHARACTERS = 12
    PARAGRAPHS = 13
    FONTS = 15
    PIECES = 33
    SHAPES = 40
    ENDNOTE_MARKS = 46
    ENDNOTES = 47
    DRAWINGS = 50
    BOXES = 56
    LISTS = 73
    LIST_USES = 74


@dataclass(frozen=True, slots=True)
class Fib:
    """The first block: the language, and the lengths of the texts that follow one another.

    `lengths` are those of the body, footnotes, headers, (unused), comments, endnotes, and text boxes.
    """

    language: int
    table: str
    lengths: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def place(self, part: Part) -> tuple[int, int]:
        """Return where a part begins in the table stream, and its length: 0 where there is none."""
        return self.places[part] if part < len(self.places) else (0, 0)

    def part(self, table: bytes, part: Part) -> bytes:
        """Return a part of the table stream."""
        begin, length = self.place(part)
        return cut(table, begin, length) if length else b""

    def first(self, text: int) -> int:
        """Return the place at which one of the texts begins."""
        return sum(self.lengths[:text])


def read(stream: bytes) -> Fib:
    """Return the first block of the main stream; OldWordError or LockedError where nothing can be read."""
    mark, version = u16(stream, 0), u16(stream, 2)
    if mark in _MARKS_BEFORE or (mark == _MARK and version < _WORD_97):
        raise OldWordError
    if mark != _MARK:
        raise BrokenError
    flags = u16(stream, 0x0A)
    if flags & _ENCRYPTED:
        raise LockedError
    counts = _NUMBERS + 2 + 2 * u16(stream, _NUMBERS)
    lengths = tuple(i32(stream, counts + 2 + 4 * (_COUNTS_BEFORE_TEXT + one)) for one in range(7))
    if min(lengths) < 0:
        raise BrokenError
    parts = counts + 2 + 4 * u16(stream, counts)
    pairs = range(parts + 2, parts + 2 + 8 * u16(stream, parts), 8)
    places = tuple((u32(stream, at), u32(stream, at + 4)) for at in pairs)
    table = "1Table" if flags & _SECOND_TABLE else "0Table"
    return Fib(u16(stream, 6), table, lengths, places)
