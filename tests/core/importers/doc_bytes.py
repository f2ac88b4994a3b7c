"""Old Word files written by hand for tests, byte by byte: the container, the first block, pieces, properties."""

import struct
from dataclasses import dataclass

from core.importers import doc
from core.importers.kinds import Source

_SECTOR, _SMALLEST = 512, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEXT_AT = 0x600
_ON_A_PAGE = 4
PARTS = 93

IN_TABLE = struct.pack("<HB", 0x2416, 1)
ROW_END = struct.pack("<HB", 0x2417, 1)
DELETED = struct.pack("<HB", 0x0800, 1)
HIDDEN = struct.pack("<HB", 0x083C, 1)


def container(streams):
    """An OLE container with those streams, which become at least 4,096 bytes long."""
    padded = {name: data.ljust(_SMALLEST, b"\0") for name, data in streams.items()}
    entries = 1 + len(padded)
    directory = -(-entries // 4)
    sizes = [-(-len(data) // _SECTOR) for data in padded.values()]
    fats = 1
    while fats * 128 < fats + directory + sum(sizes):
        fats += 1
    fat = [_FAT] * fats
    firsts = []
    for size in (directory, *sizes):
        firsts.append(len(fat))
        fat += [*range(len(fat) + 1, len(fat) + size), _END]
    fat += [_FREE] * (fats * 128 - len(fat))
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, firsts[0], 0,
        _SMALLEST, _END, 0, _END, 0,
    ) + struct.pack("<109I", *range(fats), *[_FREE] * (109 - fats))  # fmt: skip
    tree = _entry("Root Entry", 5, _FREE, 1, _END, 0)
    for number, (name, data) in enumerate(padded.items(), start=1):
        after = number + 1 if number < len(padded) else _FREE
        tree += _entry(name, 2, after, _FREE, firsts[number], len(data))
    tree = tree.ljust(directory * _SECTOR, b"\0")
    bodies = b"".join(data.ljust(-(-len(data) // _SECTOR) * _SECTOR, b"\0") for data in padded.values())
    return head + struct.pack(f"<{len(fat)}I", *fat) + tree + bodies


def _entry(name, kind, right, child, first, size):
    words = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIQ", words.ljust(64, b"\0"), len(words), kind, 1, _FREE, right, child, first, size
    )


@dataclass
class Piece:
    """A piece of text as it lies in the file; `places` are those it takes in the text."""

    data: bytes
    narrow: bool = False
    modifier: int = 0

    @property
    def places(self):
        return len(self.data) if self.narrow else len(self.data) // 2


def wide(text, modifier=0):
    """A piece of two bytes a character."""
    return Piece(text.encode("utf-16-le", "surrogatepass"), modifier=modifier)


def clx(pieces, offsets, before=()):
    """The table of pieces, with sets of properties before it."""
    places = [0]
    for one in pieces:
        places.append(places[-1] + one.places)
    body = struct.pack(f"<{len(places)}I", *places)
    for one, offset in zip(pieces, offsets, strict=True):
        packed = offset * 2 | 0x4000_0000 if one.narrow else offset
        body += struct.pack("<HIH", 0, packed, one.modifier)
    sets = b"".join(struct.pack("<BH", 1, len(one)) + one for one in before)
    return sets + struct.pack("<BI", 2, len(body)) + body


def page(limits, properties, *, paragraphs):
    """A page of properties for the stretches between limits; those of paragraphs begin with a style."""
    step = 13 if paragraphs else 1
    entries, bodies, at = b"", {}, 510
    for one in properties:
        if not one:
            entries += b"\0" * step
            continue
        if paragraphs:
            size = len(one) + 1
            block = (
                struct.pack("<B", size // 2) + one
                if size % 2 == 0
                else struct.pack("<BB", 0, len(one) // 2) + one
            )
        else:
            block = struct.pack("<B", len(one)) + one
        at = (at - len(block)) // 2 * 2
        bodies[at] = block
        entries += struct.pack("<B", at // 2).ljust(step, b"\0")
    data = bytearray(512)
    head = struct.pack(f"<{len(limits)}I", *limits) + entries
    assert len(head) <= at
    data[: len(head)] = head
    for place, block in bodies.items():
        data[place : place + len(block)] = block
    data[511] = len(properties)
    return bytes(data)


def word(
    *pieces, paragraphs=(), runs=(), before=(), order=None, parts=None, data=b"", language=0x0804, flags=0x0200,
    version=0xC1, mark=0xA5EC, lengths=None, table="1Table",
):  # fmt: skip
    """A Word file of pieces of text.

    `paragraphs` and `runs` are stretches of the first piece, each as (end, properties); `order` is that of the
    pieces in the stream; `parts` more tables by their number.
    """
    pieces = [wide(one) if isinstance(one, str) else one for one in pieces]
    offsets, text = [0] * len(pieces), b""
    for number in order or range(len(pieces)):
        offsets[number] = _TEXT_AT + len(text)
        text += pieces[number].data
    width = 1 if pieces[0].narrow else 2
    stream = bytearray(b"\0" * _TEXT_AT) + text
    tables = {33: clx(pieces, offsets, before), **(parts or {})}
    for number, stretches, is_paragraphs in ((12, runs, False), (13, paragraphs, True)):
        if stretches:
            limits = [offsets[0], *(offsets[0] + width * end for end, _ in stretches)]
            groups = range(0, len(stretches), _ON_A_PAGE)
            stream += b"\0" * (-len(stream) % 512)
            first = len(stream) // 512
            for at in groups:
                held = [one for _, one in stretches[at : at + _ON_A_PAGE]]
                stream += page(limits[at : at + len(held) + 1], held, paragraphs=is_paragraphs)
            tables[number] = struct.pack(f"<{len(groups) + 1}I", *(limits[at] for at in groups), limits[-1])
            tables[number] += struct.pack(f"<{len(groups)}I", *(first + at for at in range(len(groups))))
    places, streamed = [(0, 0)] * PARTS, b"\0" * 16
    for number, one in tables.items():
        places[number] = (len(streamed), len(one))
        streamed += one
    total = sum(one.places for one in pieces)
    head = struct.pack("<HHHHHH20x", mark, version, 0, language, 0, flags) + struct.pack("<H28x", 14)
    head += struct.pack("<H", 22) + struct.pack(
        "<22i", 0, 0, 0, *(lengths or (total,)), *[0] * (19 - len(lengths or (0,)))
    )
    head += struct.pack("<H", PARTS) + b"".join(struct.pack("<II", *one) for one in places)
    stream[: len(head)] = head
    return container({"WordDocument": bytes(stream), table: streamed, "Data": data})


def read(data, name="报告.doc"):
    """The document that stands in the bytes of a Word file."""
    return doc.read(Source(name, data, "doc"), frozenset())


def properties(style=0, *more):
    """The properties of a paragraph as a page holds them."""
    return struct.pack("<H", style) + b"".join(more)


def row_shape(edges, flags=()):
    """The definition of a row by its edges, with flags for its cells."""
    cells = b"".join(struct.pack("<H18x", one) for one in flags)
    body = struct.pack(f"<B{len(edges)}h", len(edges) - 1, *edges) + cells
    return struct.pack("<HH", 0xD608, len(body) + 1) + body
