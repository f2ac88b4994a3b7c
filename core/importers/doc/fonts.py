"""The names of the fonts of a Word file, needed for its symbols alone."""

from core.importers.doc.binary import cut, u8, u16

_NAME = 40


def read(table: bytes) -> tuple[str, ...]:
    """Return the names of the fonts by their numbers."""
    names = []
    at = 4
    for _ in range(u16(table, 0) if table else 0):
        size = 1 + u8(table, at)
        entry = cut(table, at, size)
        names.append(
            entry[_NAME : _NAME + (size - _NAME) // 2 * 2].decode("utf-16-le", "replace").partition("\0")[0]
        )
        at += size
    return tuple(names)
