"""The drawn things of a Word file: which of them are pictures, and on which places of the text they hang."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from core.importers.doc.binary import cut, plc, u16, u32

_DRAWING, _GROUP, _SHAPE = 0xF002, 0xF003, 0xF004
_IDENTITY, _OPTIONS = 0xF00A, 0xF00B
_PICTURE, _ART = 260, 192
_ID_BITS, _LONG = 0x3FFF, 0x8000
_OPTION_BYTES = 6
_HEAD = 8
_DEEPEST = 12
_SHAPE_BYTES, _BOX_BYTES = 26, 22


def anchors(table: bytes) -> dict[int, int]:
    """Return the places on which drawn things hang, by the numbers of the things."""
    places, things = plc(table, _SHAPE_BYTES)
    return {u32(thing, 0): place for place, thing in zip(places, things, strict=False)}


def boxes(table: bytes, first: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield the number of the drawn thing of each text box, with the places of its text, which begins at `first`."""
    places, things = plc(table, _BOX_BYTES)
    for number, thing in enumerate(things):
        if not u16(thing, 8) and places[number] < places[number + 1]:
            yield u32(thing, 14), (first + places[number], first + places[number + 1])


@dataclass(slots=True)
class Drawn:
    """What is drawn: the numbers of things that show a picture, and the words of those that are words as art."""

    pictures: set[int] = field(default_factory=set)
    art: dict[int, str] = field(default_factory=dict)


def read(drawings: bytes) -> Drawn:
    """Return what is drawn; BrokenError where the drawings are not built as they say."""
    drawn = Drawn()
    at = _record(drawings, 0)[2] if drawings else 0
    while at + 1 + _HEAD <= len(drawings):
        kind, contents, at = _record(drawings, at + 1)
        if kind != _DRAWING:
            break
        for group in _within(contents, _GROUP):
            _read_group(group, drawn)
    return drawn


def _read_group(group: bytes, drawn: Drawn) -> None:
    """Note the shapes of a group, which each hang on a place; a group in it hangs on one as a whole."""
    for shape in _within(group, _SHAPE):
        _note(drawn, _number(shape), [shape])
    for inner in _within(group, _GROUP):
        shapes = list(_shapes(inner, 0))
        if shapes:
            _note(drawn, _number(shapes[0]), shapes)


def _shapes(group: bytes, depth: int) -> Iterator[bytes]:
    """Yield the shapes of a group and of those in it; first comes the one that stands for the group."""
    yield from _within(group, _SHAPE)
    if depth < _DEEPEST:
        for inner in _within(group, _GROUP):
            yield from _shapes(inner, depth + 1)


def _note(drawn: Drawn, number: int, shapes: list[bytes]) -> None:
    options = [dict(_options(one)) for shape in shapes for one in _within(shape, _OPTIONS, header=True)]
    words = [one[_ART].decode("utf-16-le", "replace").strip("\0") for one in options if one.get(_ART)]
    if words:
        drawn.art[number] = "\n".join(words)
    if any(_PICTURE in one for one in options):
        drawn.pictures.add(number)


def _number(shape: bytes) -> int:
    return next((u32(one, 0) for one in _within(shape, _IDENTITY)), 0)


def _options(record: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the options of a shape; the long ones lie behind all of them."""
    count = u16(record, 0) >> 4
    behind = _HEAD + _OPTION_BYTES * count
    for place in range(_HEAD, behind, _OPTION_BYTES):
        option, value = u16(record, place), u32(record, place + 2)
        size = value if option & _LONG else 0
        yield option & _ID_BITS, cut(record, behind, size)
        behind += size


def _within(data: bytes, kind: int, *, header: bool = False) -> Iterator[bytes]:
    """Yield the contents of the records of a kind, with their heads where those are wanted."""
    at = 0
    while at + _HEAD <= len(data):
        found, contents, end = _record(data, at)
        if found == kind:
            yield data[at:end] if header else contents
        at = end


def _record(data: bytes, at: int) -> tuple[int, bytes, int]:
    """Return the kind, the contents and the end of the record at a place."""
    size = u32(data, at + 4)
    return u16(data, at + 2), cut(data, at + _HEAD, size), at + _HEAD + size
