"""A font file with some characters of another: byte for byte what the library makes, in far less time.

The library reads each outline by calls for its numbers and adds up the whole file twice for the checksums. Here an
outline is taken out and added up once, however many subsets and documents it goes into.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from struct import pack, unpack

from core.export.typeset.memory import Memory
from core.export.typeset.outlines import Face

_COPIED = ("name", "OS/2", "cvt ", "fpgm", "prep")  # as far as a font has them
_TRUETYPE = 0x00010000
_SUM_OF_FILE = 0xB1B0AFBA
_ADJUSTMENT = 8  # where in the head the number stands that makes the words of a file add up to that
_WORD = 0xFFFFFFFF
_MOST_IN_SHORT = 0xFFFF


class _NotSimpleError(Exception):
    """An outline is made of others, or is not all there."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Bytes of a font file, filled up to whole words; `length` without that; `total` is what the words add up to."""

    data: bytes
    length: int
    total: int

    @classmethod
    def of(cls, data: bytes) -> "_Piece":
        """Return bytes as a piece."""
        filled = data + bytes(-len(data) % 4)
        return cls(filled, len(data), sum(unpack(f">{len(filled) // 4}L", filled)))


class SubsetFace(Face):
    """A face that gives its subsets quickly; for one thread at a time, as the library's own is.

    Its memory is turned by the font when it has all subsets of a document.
    """

    def __init__(self, file: str, index: int = 0) -> None:
        """Open a font file, or one of a collection."""
        super().__init__(file, subfontIndex=index)
        self.memory = Memory()
        self._outlines: dict[int, _Piece] = {}

    def makeSubset(self, subset: Sequence[int]) -> bytes:  # noqa: N802 - reportlab calls it so
        """Return a font file with these characters."""
        return self.memory.of(self._made, tuple(subset))

    def _made(self, subset: tuple[int, ...]) -> bytes:
        try:
            return self._subset(subset)
        except _NotSimpleError:
            return bytes(super().makeSubset(subset))

    def _subset(self, subset: tuple[int, ...]) -> bytes:
        glyphs = [self.charToGlyph.get(char, 0) for char in subset]
        kept = list(dict.fromkeys([0, *glyphs]))  # the first one is shown for whatever is missing
        numbers = {glyph: number for number, glyph in enumerate(kept)}
        outlines = [self._outline(glyph) for glyph in kept]
        places = list(accumulate((len(one.data) for one in outlines), initial=0))
        is_long = (places[-1] + 1) // 2 > _MOST_IN_SHORT
        loca = pack(f">{len(places)}L", *places) if is_long else _numbers([place // 2 for place in places])
        widths, hmtx = self._widths_and_sides(kept)
        changed = {
            "cmap": _characters([numbers[glyph] for glyph in glyphs]),
            "head": self._head(is_long=is_long),
            "hhea": self._with_number("hhea", 34, widths),
            "hmtx": hmtx,
            "loca": loca,
            "maxp": self._with_number("maxp", 4, len(kept)),
        }
        tables = self._copied | {tag: _Piece.of(table) for tag, table in changed.items()}
        return _file(tables | {"glyf": _joined(outlines)})

    @cached_property
    def _copied(self) -> dict[str, _Piece]:
        """The tables that are the same in every subset."""
        post = b"\x00\x03\x00\x00" + self._whole("post")[4:16] + bytes(16)
        found = {tag: self._whole(tag) for tag in _COPIED if tag in self.table} | {"post": post}
        return {tag: _Piece.of(table) for tag, table in found.items()}

    def _whole(self, tag: str) -> bytes:
        start, length = self.get_table_pos(tag)
        return self._ttf_data[start : start + length]

    def _head(self, *, is_long: bool) -> bytes:
        """Return the head, without the number that depends on all the file."""
        table = self._with_number("head", 50, int(is_long))
        return table[:_ADJUSTMENT] + bytes(4) + table[_ADJUSTMENT + 4 :]

    def _with_number(self, tag: str, at: int, number: int) -> bytes:
        table = self._whole(tag)
        return table[:at] + pack(">H", number) + table[at + 2 :]

    def _outline(self, glyph: int) -> _Piece:
        if glyph not in self._outlines:
            begin, end = self.glyphPos[glyph], self.glyphPos[glyph + 1]
            start, _ = self.get_table_pos("glyf")
            data = self._ttf_data[start + begin : start + end]
            is_of_others = data[:1] >= b"\x80"  # the number of its contours is below 0
            if is_of_others or len(data) != end - begin:
                raise _NotSimpleError(glyph)
            self._outlines[glyph] = _Piece.of(data)
        return self._outlines[glyph]

    def _widths_and_sides(self, glyphs: Sequence[int]) -> tuple[int, bytes]:
        """Return how many widths are told, and widths and left sides; glyphs at the end share the last width."""
        pairs = [self.hmetrics[glyph] for glyph in glyphs]
        count = len(pairs)
        while count > 1 and pairs[count - 1][0] == pairs[count - 2][0]:
            count -= 1
        told = [int(number) for pair in pairs[:count] for number in pair]
        return count, _numbers(told + [int(left) for _, left in pairs[count:]])


def _joined(pieces: Sequence[_Piece]) -> _Piece:
    data = b"".join(piece.data for piece in pieces)
    return _Piece(data, len(data), sum(piece.total for piece in pieces))


def _numbers(numbers: Sequence[int]) -> bytes:
    return pack(f">{len(numbers)}H", *numbers)


def _characters(glyphs: Sequence[int]) -> bytes:
    """Return the table from codes to glyphs: one list, of format 6, that begins with code 0."""
    return _numbers([0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(glyphs), 0, 0, len(glyphs), *glyphs])


def _file(tables: dict[str, _Piece]) -> bytes:
    """Return tables as a font file; the head has no checksum yet."""
    count = len(tables)
    step = count.bit_length() - 1
    directory = pack(">L4H", _TRUETYPE, count, 16 << step, step, 16 * count - (16 << step))
    ordered = sorted(tables.items())
    sizes = (len(table.data) for _, table in ordered)
    begins = accumulate(sizes, initial=len(directory) + 16 * count)
    places = {tag: begin for (tag, _), begin in zip(ordered, begins, strict=False)}
    for tag, table in ordered:
        directory += tag.encode("latin1") + pack(">3L", table.total & _WORD, places[tag], table.length)
    total = _Piece.of(directory).total + sum(table.total for _, table in ordered)
    file = directory + b"".join(table.data for _, table in ordered)
    adjusted = places["head"] + _ADJUSTMENT
    return file[:adjusted] + pack(">L", (_SUM_OF_FILE - total) & _WORD) + file[adjusted + 4 :]
