"""The ways in which a sound file is damaged, each the same for the same random numbers."""

import re
import struct
from collections.abc import Callable
from random import Random

from tests.fuzz.seeds import Seed
from tests.fuzz.zips import damaged_zip

Damage = Callable[[bytes, Random], bytes]

MOST_BYTES = 4 * 2**20
_NUMBERS = (b"0", b"-1", b"1", b"63", b"64", b"65535", b"65536", b"2147483647", b"-2147483648", b"4294967296",
    b"99999999999999999999", b"1e400", b"NaN", b"0x7f", b"3.5", b"1048576", b"16384")  # fmt: skip
_WORDS = (
    *(one.encode() for one in ("一、", "（一）", "第一部分", "规章", "合计", "总计", "2024年", "\u202e", "\ufeff", "\u200b", "　" * 40)),
    *(b"\x00", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\t|\t", b"|---|", b"%PDF-1.7", b"PK\x03\x04", b"PK\x05\x06"),
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<table><tr><td>", b"</table>", b"<script>", b"<iframe src='http://town/'>",
      b"<td rowspan=999999 colspan=999999>", b"&#0;", b"&#xD800;", b"&#x202E;", b"<![CDATA[", b"<!--", b"]]>"),
    *(b"endobj", b"endstream", b"stream\n", b"xref", b"trailer", b"/Type/Pages", b"/Filter/FlateDecode", b" BT ", b" ET ", b" Tj "),
)  # fmt: skip
_TAG = re.compile(rb"<[^<>]{0,400}>")


def flip(data: bytes, random: Random) -> bytes:
    """Change single bits."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 2, 8, 64))):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def fields(data: bytes, random: Random) -> bytes:
    """Put a telling value into a field of one, two, four or eight bytes, as binary formats have them."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 10))):
        width = random.choice((1, 2, 4, 8))
        value = random.choice(
            (0, 1, 0x7F, 0x80, 0xFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 2**64 - 1, random.getrandbits(64))
        )
        at = random.randrange(max(1, len(changed) // width)) * width
        changed[at : at + width] = struct.pack("<Q", value & (2**64 - 1))[:width]
    return bytes(changed)


def cut(data: bytes, random: Random) -> bytes:
    """Cut the end off, or a piece out of the middle."""
    first, last = _span(data, random)
    return data[:first] if random.random() < 0.5 else data[:first] + data[last:]


def blank(data: bytes, random: Random) -> bytes:
    """Overwrite a piece with zeros or with random bytes."""
    first, last = _span(data, random, 4096)
    filling = random.randbytes(last - first) if random.random() < 0.5 else bytes(last - first)
    return data[:first] + filling + data[last:]


def repeat(data: bytes, random: Random) -> bytes:
    """Repeat a piece, seldom very often."""
    first, last = _span(data, random, random.choice((16, 512, 16384)))
    piece = data[first:last]
    times = min(random.choice((1, 2, 20, 500, 20_000)), (MOST_BYTES // 2) // max(1, len(piece)))
    return data[:first] + piece * times + data[first:]


def move(data: bytes, random: Random) -> bytes:
    """Put a piece somewhere else."""
    first, last = _span(data, random, 2048)
    rest = data[:first] + data[last:]
    at = random.randrange(len(rest) + 1)
    return rest[:at] + data[first:last] + rest[at:]


def insert(data: bytes, random: Random) -> bytes:
    """Put words in that mean something to one of the formats."""
    for _ in range(random.choice((1, 3, 12))):
        at = random.randrange(len(data) + 1)
        data = data[:at] + random.choice(_WORDS) + data[at:]
    return data


def numbers(data: bytes, random: Random) -> bytes:
    """Put other numbers in the place of some."""
    found = list(re.finditer(rb"\d+", data))
    for one in sorted(
        random.sample(found, min(len(found), random.choice((1, 4, 30)))), key=lambda it: -it.start()
    ):
        data = data[: one.start()] + random.choice(_NUMBERS) + data[one.end() :]
    return data


def tags(data: bytes, random: Random) -> bytes:
    """Leave out, repeat or swap tags, or put pieces between them into one another very deep."""
    found = list(_TAG.finditer(data))
    if len(found) < 2:
        return numbers(data, random)
    one, other = sorted(random.sample(found, 2), key=lambda it: it.start())
    within = data[one.start() : other.end()]
    match random.randrange(5):
        case 0:
            return data[: one.start()] + data[one.end() :]
        case 1:
            return (
                data[: one.start()]
                + other[0]
                + data[one.end() : other.start()]
                + one[0]
                + data[other.end() :]
            )
        case 2:
            times = min(random.choice((2, 40, 3000)), MOST_BYTES // 2 // len(within))
            return data[: one.start()] + within * times + data[other.end() :]
        case 3:
            deep = random.choice((3, 30, 300, 5000))
            name = re.match(rb"</?([\w:]*)", one[0])
            end = b"</" + name[1] + b">" if name else b""
            return data[: one.start()] + one[0] * deep + within + end * deep + data[other.end() :]
        case _:
            return data[: one.start()] + data[other.end() :]


def lines(data: bytes, random: Random) -> bytes:
    """Leave out, repeat or shuffle lines."""
    rows = data.splitlines(keepends=True)
    first = random.randrange(len(rows))
    last = min(len(rows), first + random.choice((1, 5, 50)))
    match random.randrange(4):
        case 0:
            rows[first:last] = []
        case 1:
            rows[first:last] = rows[first:last] * random.choice((2, 30))
        case 2:
            piece = rows[first:last]
            random.shuffle(piece)
            rows[first:last] = piece
        case _:
            return b"".join(rows).replace(b"\n", random.choice((b"", b" ", b"\r", b"\n\n", b"\t", b"|")), 200)
    return b"".join(rows)


def charset(data: bytes, random: Random) -> bytes:
    """Write the characters another way, or mix two ways."""
    text = data.decode("utf-8", errors="replace")
    other = text.encode(
        random.choice(("gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "big5")), "replace"
    )
    at = random.randrange(len(data) + 1)
    return other if random.random() < 0.5 else data[:at] + other[at:]


PLAIN: tuple[Damage, ...] = (flip, cut, blank, repeat, move, insert, numbers)
BY_KIND: dict[str, tuple[Damage, ...]] = {
    "zip": (
        damaged_zip(tags),
        damaged_zip(numbers),
        damaged_zip(insert),
        damaged_zip(flip),
        damaged_zip(repeat),
        *PLAIN[:3],
    ),
    "ole": (flip, fields, fields, fields, cut, blank, repeat, move),
    "pdf": (*PLAIN, numbers, numbers, lines),
    "marked": (*PLAIN, tags, tags, tags, tags, charset),
    "text": (*PLAIN, lines, lines, charset),
}
_KINDS = {".docx": "zip", ".xlsx": "zip", ".doc": "ole", ".wps": "ole", ".xls": "ole", ".et": "ole", ".pdf": "pdf",
    ".html": "marked", ".htm": "marked", ".mht": "marked"}  # fmt: skip


def mutated(seeds: list[Seed], seed: int, number: int) -> Seed:
    """Return the damaged file of that number: a seed with one to three damages, seldom with another's suffix."""
    random = Random(f"{seed}:{number}")
    kinds = sorted({one.suffix for one in seeds})
    suffix = random.choice(kinds)
    chosen = random.choice([one for one in seeds if one.suffix == suffix])
    data = chosen.data
    ways = BY_KIND[_KINDS.get(suffix, "text")]
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        data = random.choice(ways)(data, random)[:MOST_BYTES] if data else data
    return Seed(random.choice(kinds) if random.random() < 0.03 else suffix, data)


def _span(data: bytes, random: Random, most: int | None = None) -> tuple[int, int]:
    first = random.randrange(len(data))
    return first, min(len(data), first + random.randint(1, most or len(data)))
