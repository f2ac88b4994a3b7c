"""Which properties the bytes of a text have: pages of 512 bytes, each for a stretch of the main stream."""

from bisect import bisect_right
from dataclasses import dataclass

from core.importers.doc.binary import BrokenError, cut, plc, u8, u32

_PAGE = 512
_NUMBER = 0x3F_FFFF
_END = 2**32


@dataclass(frozen=True, slots=True)
class Stretch:
    """The bytes that have the same properties, to `end`; the properties as they stand in the file."""

    end: int
    properties: bytes


@dataclass(frozen=True, slots=True)
class _Page:
    limits: list[int]
    properties: list[bytes]


class Pages:
    """Properties by the places of the text's bytes; pages are read when they are asked for.

    `paragraphs` says whether they are those of paragraphs, which begin with the number of a style.
    """

    def __init__(self, stream: bytes, table: bytes, *, paragraphs: bool) -> None:
        self._stream = stream
        self._paragraphs = paragraphs
        self._limits, numbers = plc(table, 4)
        if self._limits != sorted(self._limits):
            raise BrokenError
        self._numbers = [u32(one, 0) & _NUMBER for one in numbers]
        self._pages: dict[int, _Page] = {}

    def at(self, offset: int) -> Stretch:
        """Return the properties of the byte at an offset; none where the file says nothing."""
        place = bisect_right(self._limits, offset) - 1
        if not 0 <= place < len(self._numbers):
            return Stretch(self._limits[0] if self._limits and place < 0 else _END, b"")
        number = self._numbers[place]
        if number not in self._pages:
            self._pages[number] = self._page(number)
        page = self._pages[number]
        run = bisect_right(page.limits, offset) - 1
        if not 0 <= run < len(page.properties):
            end = page.limits[0] if run < 0 else self._limits[place + 1]
            return Stretch(max(end, offset + 1), b"")
        return Stretch(page.limits[run + 1], page.properties[run])

    def _page(self, number: int) -> _Page:
        data = cut(self._stream, number * _PAGE, _PAGE)
        count = data[-1]
        limits = [u32(data, 4 * one) for one in range(count + 1)]
        if limits != sorted(limits):
            raise BrokenError
        step = 13 if self._paragraphs else 1
        begin = 4 * (count + 1)
        offsets = [2 * u8(data, begin + step * one) for one in range(count)]
        return _Page(limits, [self._properties(data, one) if one else b"" for one in offsets])

    def _properties(self, data: bytes, at: int) -> bytes:
        """Return the properties at a place of a page; those of paragraphs count in words."""
        size = u8(data, at)
        if not self._paragraphs:
            return cut(data, at + 1, size)
        if size:
            return cut(data, at + 1, 2 * size - 1)
        return cut(data, at + 2, 2 * u8(data, at + 1))
