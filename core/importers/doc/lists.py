"""The lists of a Word file, for automatic numbering as the reader of newer Word files does it."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.importers.doc.binary import BrokenError, cut, i32, u8, u16, u32
from core.importers.doc.fib import Fib, Part
from core.importers.docx.numbering import Level, NumberedList, Numbering

_LEVELS = 9
_LIST_BYTES, _LEVEL_BYTES, _USE_BYTES = 28, 28, 16
_SIMPLE, _LEGAL, _KEEPS_ON = 1, 0x04, 0x08
_OWN_START, _OWN_LEVEL = 0x10, 0x20
_NOTHING_BEHIND = 2
_FORMS = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText",
    "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha",
    "decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand",
    "decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet",
    "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese",
    "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac", "ideographZodiacTraditional",
    "taiwaneseCounting", "ideographLegalTraditional", "taiwaneseCountingThousand", "taiwaneseDigital",
    "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand", "ideographDigital",
)  # fmt: skip
_MORE_FORMS = {0x39: "numberInDash", 0xFF: "none"}


@dataclass(slots=True)
class _Cursor:
    """A place in the table stream that moves on as things are taken."""

    data: bytes
    at: int

    def take(self, size: int) -> bytes:
        """Return so many bytes and stand behind them."""
        part = cut(self.data, self.at, size)
        self.at += size
        return part


def read(fib: Fib, table: bytes) -> Numbering:
    """Return the lists by the numbers that paragraphs name."""
    kinds = _kinds(fib, table)
    counts: dict[int, dict[int, int]] = {kind: {} for kind in kinds}
    begin, length = fib.place(Part.LIST_USES)
    if not length:
        return Numbering.of({})
    cursor = _Cursor(table, begin)
    uses = [cursor.take(_USE_BYTES) for _ in range(u32(cursor.take(4), 0))]
    lists = {}
    for number, use in enumerate(uses, start=1):
        kind = i32(use, 0)
        cursor.take(4)
        lists[str(number)] = _list(cursor, u8(use, 12), kinds.get(kind, {}), counts.get(kind, {}))
    return Numbering.of(lists)


def _kinds(fib: Fib, table: bytes) -> dict[int, dict[int, Level]]:
    """Return the levels of each kind of list; they lie behind the kinds, whether the length counts them or not."""
    begin, length = fib.place(Part.LISTS)
    if not length:
        return {}
    cursor = _Cursor(table, begin)
    heads = [cursor.take(_LIST_BYTES) for _ in range(u16(cursor.take(2), 0))]
    kinds = {}
    for head in heads:
        count = 1 if u8(head, 26) & _SIMPLE else _LEVELS
        kinds[i32(head, 0)] = {at: _level(cursor) for at in range(count)}
    return kinds


def _level(cursor: _Cursor) -> Level:
    head = cursor.take(_LEVEL_BYTES)
    flags = u8(head, 5)
    cursor.take(u8(head, 24) + u8(head, 25))
    characters = cursor.take(2 * u16(cursor.take(2), 0)).decode("utf-16-le", "replace")
    places = frozenset(head[6:15]) - {0}
    return Level(
        form=_form(u8(head, 4)),
        text="".join(_character(one, at in places) for at, one in enumerate(characters, start=1)),
        start=max(i32(head, 0), 0),
        restart=u8(head, 26) if flags & _KEEPS_ON else None,
        legal=bool(flags & _LEGAL),
        tight=u8(head, 15) == _NOTHING_BEHIND,
        style="",
    )


def _form(code: int) -> str:
    """Return the name of a writing; "unknown" where it has none, which makes a doubt."""
    return _FORMS[code] if code < len(_FORMS) else _MORE_FORMS.get(code, "unknown")


def _character(one: str, is_number: bool) -> str:
    """Return a character of a label as newer Word files write it: %1 where the number of the first level goes."""
    if is_number and ord(one) < _LEVELS:
        return f"%{ord(one) + 1}"
    return one if one.isprintable() or one.isspace() else ""


def _list(cursor: _Cursor, overrides: int, levels: dict[int, Level], counts: dict[int, int]) -> NumberedList:
    """Return a use of a kind of list with its own first numbers and its own levels."""
    found = NumberedList(dict(levels), {}, counts)
    for at, start, level in _overrides(cursor, overrides):
        if level is not None:
            found.levels[at] = level
        if start is not None:
            found.starts[at] = start
    return found


def _overrides(cursor: _Cursor, count: int) -> Iterator[tuple[int, int | None, Level | None]]:
    for _ in range(count):
        head = cursor.take(8)
        flags = u32(head, 4)
        if flags & 0xF >= _LEVELS:
            raise BrokenError
        level = _level(cursor) if flags & _OWN_LEVEL else None
        start = max(i32(head, 0), 0) if level is None else level.start
        yield flags & 0xF, start if flags & _OWN_START else None, level
