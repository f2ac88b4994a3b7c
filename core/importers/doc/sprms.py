"""The properties of Word's binary files: a code and an operand each, one behind the other."""

from collections.abc import Iterator
from enum import IntEnum

from core.importers.doc.binary import BrokenError, cut, u8, u16

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_LONG_TABS, _ALL_TABS = 0xC615, 255


class Sprm(IntEnum):
    """The properties that are read."""

    DELETED = 0x0800
    INSERTED = 0x0801
    DATA = 0x0806
    RUN_IN = 0x0818
    HIDDEN = 0x083C
    CHARACTER_STYLE = 0x4A30
    SYMBOL = 0x6A09
    FONT = 0x4A4F
    FONT_OF_OTHERS = 0x4A51
    IN_TABLE = 0x2416
    ROW_END = 0x2417
    INNER_CELL_END = 0x244B
    INNER_ROW_END = 0x244C
    DEPTH = 0x6649
    LEVEL = 0x260A
    LIST = 0x460B
    OUTLINE = 0x2640
    ELSEWHERE = 0x6646
    ELSEWHERE_BEFORE = 0x6645
    ROW = 0xD608
    MERGE = 0x5624
    MERGE_DOWN = 0xD62B


# Changes of a row behind its definition, left by quick saves; what they come to is not worked out.
RESHAPES = frozenset({0x5622, 0x5625, 0x7621, 0x7623})
_SHORT = {
    0x0C: Sprm.LEVEL, 0x18: Sprm.IN_TABLE, 0x19: Sprm.ROW_END, 0x41: Sprm.DELETED, 0x42: Sprm.INSERTED,
    0x5C: Sprm.HIDDEN,
}  # fmt: skip


def each(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the code and operand of every property; an operand of changing length comes without its length."""
    at = 0
    while at + 2 <= len(properties):
        code = u16(properties, at)
        if code == 0:
            return  # padding
        at += 2
        before, size = _lengths(code, properties, at)
        yield code, cut(properties, at + before, size)
        at += before + size


def _lengths(code: int, properties: bytes, at: int) -> tuple[int, int]:
    """Return the length of what says how long an operand is, and that of the operand."""
    size = _SIZES[code >> 13]
    if size:
        return 0, size
    if code == Sprm.ROW:
        whole = u16(properties, at)
        if whole < 1:
            raise BrokenError
        return 2, whole - 1
    size = u8(properties, at)
    if code == _LONG_TABS and size == _ALL_TABS:
        deleted = 1 + 4 * u8(properties, at + 1)
        return 1, deleted + 1 + 3 * u8(properties, at + 1 + deleted)
    return 1, size


def short(modifier: int) -> tuple[int, bytes] | None:
    """Return the property that a piece of text bears in two bytes; None for one that is not read."""
    code = _SHORT.get(modifier >> 1 & 0x7F)
    return None if code is None else (code, bytes([modifier >> 8]))
