"""Numbers and pieces taken out of bytes, never beyond their end."""

import struct


class BrokenError(Exception):
    """The file is not built as it says."""


def cut(data: bytes, at: int, size: int) -> bytes:
    """Return so many bytes from a place; BrokenError where there are not so many."""
    if at < 0 or size < 0 or at + size > len(data):
        raise BrokenError
    return data[at : at + size]


def u8(data: bytes, at: int) -> int:
    """Return the byte at a place."""
    return cut(data, at, 1)[0]


def u16(data: bytes, at: int) -> int:
    """Return the number of two bytes at a place."""
    return int.from_bytes(cut(data, at, 2), "little")


def u32(data: bytes, at: int) -> int:
    """Return the number of four bytes at a place."""
    return int.from_bytes(cut(data, at, 4), "little")


def i16(data: bytes, at: int) -> int:
    """Return the number of two bytes at a place, which may be negative."""
    return int.from_bytes(cut(data, at, 2), "little", signed=True)


def i32(data: bytes, at: int) -> int:
    """Return the number of four bytes at a place, which may be negative."""
    return int.from_bytes(cut(data, at, 4), "little", signed=True)


def plc(data: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """Return a list of places, one more than its things, and the things of that size between them."""
    if not data:
        return [], []
    if len(data) < 4:
        raise BrokenError
    count = (len(data) - 4) // (4 + size)
    places = list(struct.unpack_from(f"<{count + 1}I", data))
    begin = 4 * (count + 1)
    return places, [data[begin + size * one : begin + size * (one + 1)] for one in range(count)]
