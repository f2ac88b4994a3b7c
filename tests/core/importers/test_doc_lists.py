"""The lists of old Word files: levels, own first numbers, numbers in the legal writing."""

import struct

from core.importers.document import Text
from tests.core.importers.doc_bytes import properties, read, word
from tests.core.importers.docx.making import texts

OLD = 0xF801


def level(text, *, form=0, start=1, flags=0, restart=0, behind=2):
    """A level; in its text the numbers of levels stand as characters 0 … 8."""
    places = [at for at, one in enumerate(text, start=1) if one < "\x09"]
    head = struct.pack("<iBB", start, form, flags) + bytes(places).ljust(9, b"\0")
    head += struct.pack("<BiiBBBB", behind, 0, 0, 0, 0, restart, 0)
    return head + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def listed(kinds, uses, overrides=()):
    """The two tables of lists: kinds by their levels, uses as numbers of kinds with their overrides."""
    heads = b"".join(struct.pack("<ii18xBB", at, 0, len(one) == 1, 0) for at, one in enumerate(kinds))
    levels = b"".join(part for one in kinds for part in one)
    counts = [len(overrides[at]) if at < len(overrides) else 0 for at in range(len(uses))]
    second = struct.pack("<I", len(uses))
    second += b"".join(
        struct.pack("<i8xBBBB", kind, count, 0, 0, 0) for kind, count in zip(uses, counts, strict=True)
    )
    for at, _ in enumerate(uses):
        second += b"\xff" * 4 + b"".join(overrides[at] if at < len(overrides) else ())
    first = struct.pack("<H", len(kinds)) + heads
    return first, levels, second


def in_list(use, at=0):
    return properties(0, struct.pack("<HH", 0x460B, use), struct.pack("<HB", 0x260A, at))


def lines(tables, *items):
    """The lines of a file with those paragraphs, each with its list and level."""
    first, levels, second = tables
    text, ends = "", []
    for words, use, at in items:
        text += words + "\r"
        ends.append((len(text), in_list(use, at)))
    parts = {73: first, 0: levels, 74: second}  # levels lie behind the table of kinds
    return read(word(text, paragraphs=ends, parts=parts))


def nine(*levels):
    return [*levels, *[level("")] * (9 - len(levels))]


def test_levels_count_and_start_again_below_their_parent_unless_told_not_to():
    # given
    keeps = level("\x02.", flags=0x08, restart=0)
    tables = listed([nine(level("\x00、", form=39), level("（\x01）", form=37), keeps)], [0])

    # when
    document = lines(
        tables, ("甲", 1, 0), ("乙", 1, 1), ("丙", 1, 2), ("丁", 1, 0), ("戊", 1, 1), ("己", 1, 2)
    )

    # then
    assert texts(document) == ["一、甲", "（一）乙", "1.丙", "二、丁", "（一）戊", "2.己"]


def test_a_legal_number_writes_all_its_parts_in_figures():
    tables = listed([nine(level("\x00、", form=39), level("\x00.\x01", flags=0x04, behind=1))], [0])

    assert texts(lines(tables, ("甲", 1, 0), ("乙", 1, 1))) == ["一、甲", "1.1 乙"]


def test_uses_of_one_kind_count_together_until_one_has_a_first_number_or_a_level_of_its_own():
    # given
    start = struct.pack("<iI", 7, 0x10)
    own = struct.pack("<iI", 0, 0x30) + level("第\x00款", start=3)
    tables = listed([[level("第\x00条")]], [0, 0, 0, 0], [[], [], [start], [own]])

    # when
    items = (("甲", 1, 0), ("乙", 2, 0), ("丙", 3, 0), ("丁", 3, 0), ("戊", 4, 0))

    # then
    assert texts(lines(tables, *items)) == ["第1条甲", "第2条乙", "第7条丙", "第8条丁", "第3款戊"]


def test_the_length_of_the_kinds_may_count_their_levels():
    first, levels, second = listed([nine(level("\x00、", form=39))], [0])

    assert texts(lines((first + levels, b"\0\0", second), ("甲", 1, 0), ("乙", 1, 0))) == ["一、甲", "二、乙"]


def test_a_writing_that_is_not_known_an_old_number_and_a_number_alone_are_doubts():
    # given
    tables = listed([[level("\x00.", form=0x70)]], [0])

    # when
    document = lines(tables, ("甲", 1, 0), ("乙", OLD, 0), ("丙", 0, 0), ("", 1, 0))

    # then
    assert texts(document) == ["1.甲", "乙", "丙"]
    doubts = [one.doubt for one in document.elements if isinstance(one, Text)]
    assert "写法不认识" in doubts[0]
    assert "旧式的自动编号" in doubts[1]
    assert doubts[2] == ""
