"""Old Word files that are locked, older, damaged or hostile: one sentence each, and never half a document."""

import random
import struct

import pytest

from core import importers
from core.errors import InputError
from core.importers import doc
from core.importers.kinds import Source
from tests.core.importers import doc_files
from tests.core.importers.doc_bytes import (
    IN_TABLE,
    Piece,
    clx,
    container,
    properties,
    read,
    wide,
    word,
)

NAME = "报告.doc"
TEXT = "一、概述\r今年公开了三条信息。\r"


def refused(data):
    """The sentence with which the reader turns the bytes away."""
    with pytest.raises(InputError) as caught:
        read(data, NAME)
    message = str(caught.value)
    assert message.startswith(f"“{NAME}”")
    assert message.endswith("。")
    return message


def test_a_file_with_a_password_asks_for_it_to_be_taken_off():
    assert "设有打开密码" in refused(word(TEXT, flags=0x0300))
    assert "设有打开密码" in refused(word(TEXT, flags=0x0300, lengths=(-77, -5)))


@pytest.mark.parametrize("how", [{"version": 0x65}, {"version": 0x21, "mark": 0xA5DB}, {"mark": 0xA5DC}])
def test_a_file_by_a_word_before_word_97_is_to_be_saved_anew(how):
    assert "Word 97 以前的文档" in refused(word(TEXT, **how))


def test_a_file_with_nothing_in_it_is_empty_and_one_with_pictures_only_says_so():
    assert "是空的" in refused(word("\r\r\r"))
    assert "只有图片" in refused(word("\x01\r"))


HOSTILE = {
    "no word": container({"Other": b"x"}),
    "no table": word(TEXT, flags=0),
    "wrong mark": word(TEXT, mark=0x1234),
    "no pieces": word(TEXT, parts={33: b""}),
    "cut pieces": word(TEXT, parts={33: clx([wide(TEXT)], [0x600])[:-3]}),
    "sets of properties without end": word(TEXT, parts={33: b"\x01\x00\x00" * 2_000}),
    "pieces beyond the file": word(TEXT, parts={33: clx([wide(TEXT)], [0x3FFF_0000])}),
    "pieces that go back": word(
        TEXT, parts={33: struct.pack("<BIIIIIHIHHIH", 2, 28, 0, 9, 4, 0, 0, 0x600, 0, 0, 0x600, 0)[:33]}
    ),
    "less text than promised": word(TEXT, lengths=(5_000,)),
    "a negative length": word(TEXT, lengths=(-4,)),
    "styles beyond the table": word(TEXT, parts={1: struct.pack("<HHH", 4, 60_000, 10)}),
    "lists beyond the table": word(TEXT, parts={73: struct.pack("<H", 60_000)}),
    "uses of lists without end": word(TEXT, parts={73: b"\0\0", 74: struct.pack("<I", 0xFFFF_FFFF)}),
    "pages beyond the file": word(TEXT, parts={13: struct.pack("<III", 0x600, 0x700, 0x3F_FFFF)}),
    "pages that go back": word(TEXT, parts={13: struct.pack("<IIIII", 0x600, 0x500, 0x400, 4, 4)}),
    "properties that are cut": word(TEXT, paragraphs=[(5, properties(0, b"\x16\x24")), (17, b"\0\0")]),
    "a row that is no row": word(TEXT, paragraphs=[(5, properties(0, b"\x08\xd6\x00\x00")), (17, b"\0\0")]),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_not_built_as_it_says_is_damaged(case):
    assert "已损坏" in refused(HOSTILE[case])


def test_a_style_that_is_its_own_base_ends_there():
    # given
    style = struct.pack("<HHHHH", 1, 1, 2, 0, 0) + b"\0\0\0\0" + struct.pack("<HH", 2, 0) + b"\0\0"
    sheet = struct.pack("<HHH", 4, 1, 10) + struct.pack("<H", len(style)) + style

    # then
    assert [one.heading for one in read(word(TEXT, parts={1: sheet})).elements] == [1, 1]


def test_tables_nested_without_end_are_too_deep():
    deep = struct.pack("<HI", 0x6649, 1_000_000)

    assert "嵌套过深" in refused(word(TEXT, paragraphs=[(5, properties(0, IN_TABLE, deep)), (17, b"\0\0")]))


def test_a_text_longer_than_any_report_is_refused_before_it_is_read():
    assert "多得不像年度报告" in refused(word(TEXT, lengths=(2_000_000_000,)))


def test_footnotes_that_hang_on_themselves_end():
    # given: the mark of the footnote stands in the text of the footnote
    parts = {2: struct.pack("<IIII6x", 1, 2, 4, 9), 3: struct.pack("<IIII", 0, 5, 0, 5)}

    # then
    assert "嵌套过深" in refused(word("正文\r", wide("xx脚注\r"), parts=parts, lengths=(3, 5)))


@pytest.mark.parametrize("size", [0, 7, 8, 100, 512, 513, 1536, 5_000, 20_000])
def test_a_file_cut_short_is_damaged_wherever_it_ends(size):
    data = (doc_files.FOLDER / "report.doc").read_bytes()[:size]

    assert "已损坏" in refused(data)


@pytest.mark.parametrize("stem", sorted(doc_files.MADE))
def test_whatever_is_changed_in_a_file_it_is_read_or_turned_away(stem):
    # given
    data = (doc_files.FOLDER / f"{stem}.doc").read_bytes()
    chance = random.Random(stem)

    # when
    outcomes = []
    for _ in range(60):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 4, 40))):
            at = chance.randrange(512, len(data)) if chance.random() < 0.5 else chance.randrange(512, 4_096)
            changed[at] = chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256)))
        outcomes.append(outcome(bytes(changed)))

    # then
    assert all(outcomes)


def outcome(data):
    """Whether the bytes are read as something, or turned away with a sentence about the file."""
    try:
        document = doc.read(Source(NAME, data, "doc"), frozenset())
    except InputError as error:
        return str(error).startswith(f"“{NAME}”")
    return document.characters > 0


def test_a_narrow_piece_of_every_byte_keeps_its_length(library, tmp_path):
    # given
    path = tmp_path / NAME
    every = bytes(range(256)) * 4
    path.write_bytes(
        word(Piece("柳河镇2016年政府信息公开工作年度报告\r".encode("gbk") + every + b"\r", narrow=True))
    )

    # when
    reading = importers.read_with_counts(path, library)

    # then
    assert reading.report.year == 2016
    assert reading.placed_characters == reading.source_characters
