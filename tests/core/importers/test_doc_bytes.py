"""What quick saves, old programs and Word itself leave in old Word files, written by hand byte by byte."""

import struct

import pytest

from core.importers.document import Grid, Text
from tests.core.importers.doc_bytes import (
    DELETED,
    HIDDEN,
    IN_TABLE,
    ROW_END,
    Piece,
    properties,
    read,
    row_shape,
    wide,
    word,
)
from tests.core.importers.docx.making import grids, messages, texts

OUTLINE_2 = struct.pack("<HB", 0x2640, 1)


def lines(*contents, **how):
    return texts(read(word(*contents, **how)))


def symbol(font, code):
    return struct.pack("<HB", 0x0855, 1) + struct.pack("<HHH", 0x6A09, font, code)


def fonts(*names):
    entries = b""
    for name in names:
        entry = b"\0" * 39 + (name + "\0").encode("utf-16-le")
        entries += struct.pack("<B", len(entry)) + entry
    return struct.pack("<HH", len(names), 0) + entries


def test_pieces_are_put_in_the_order_of_the_text_not_of_the_file():
    # given
    pieces = (wide("一、总体"), Piece(b"2024 \x93A\x94 \x96 \x85", narrow=True), wide("情况\r"))

    # then
    assert lines(*pieces, order=[2, 1, 0]) == ["一、总体2024 “A” – …情况"]


def test_chinese_in_one_byte_pieces_is_read_by_the_language_of_the_file():
    # given
    narrow = Piece("一、主动公开 12 条\r“新”增".encode("gbk") + b"\r", narrow=True)

    # then
    assert lines(narrow) == ["一、主动公开 12 条", "“新”增"]
    assert lines(Piece("總體情況與問題\r".encode("cp950"), narrow=True), language=0x0404) == [
        "總體情況與問題"
    ]
    assert lines(Piece("Größe ····· ±§\r".encode("cp1252"), narrow=True)) == ["Größe ····· ±§"]
    assert lines(Piece("····················\r".encode("cp1252"), narrow=True)) == ["·" * 20]
    assert lines(Piece("公开".encode("gbk") + b"\r", narrow=True), language=0x0409) == ["¹«¿ª"]


def test_a_character_cut_in_two_by_pieces_is_whole_and_half_a_one_is_marked():
    assert lines(wide("甲\ud842"), wide("\udfb7乙\r")) == ["甲𠮷乙"]
    assert lines(wide("甲\ud842乙\r")) == ["甲\ufffd乙"]


def test_what_a_quick_save_lays_over_a_piece_counts():
    # given: the set of properties by its number, and one property in two bytes
    pieces = (wide("留下"), wide("删去", modifier=1), wide("藏起", modifier=0x5C << 1 | 1 << 8), wide("来\r"))

    # when
    document = read(word(*pieces, before=[DELETED]))

    # then
    assert texts(document) == ["留下来"]
    assert "文件含 1 处修订。已按接受全部修订读取。" in messages(document)
    assert "有 1 处隐藏的文字，没有读入。" in messages(document)


def test_fields_show_their_results_and_marks_without_counterpart_are_nothing():
    assert lines("共\x13 =1+1 \x14\x13 PAGE \x14二\x15\x15条\r") == ["共二条"]
    assert lines("多一个\x15，少\x13一个\x14尾\r后文\r") == ["多一个，少一个尾", "后文"]
    assert lines("\x13 TOC \\o \x14一、总体情况\r二、问题\x15\r正文\r") == ["正文"]


def test_signs_that_stand_for_something_else():
    # when
    document = read(word("甲\x0b乙\x1e丙\x1f丁\x0c戊\x02\x05己\x01\x08\x00庚\r"))

    # then
    assert texts(document) == ["甲", "乙-丙丁", "戊己庚"]
    assert messages(document) == [
        "文件含 1 条批注。批注没有读入。",
        "有 1 张图片，其中的文字没有读取，请核对；贴成图片的表格请手工填写。",
    ]


def test_symbols_become_the_characters_they_look_like():
    # given
    table = {15: fonts("宋体", "Wingdings")}
    runs = [(1, b""), (2, symbol(1, 0xF0FE)), (3, symbol(1, 0xF001)), (5, b"")]

    # when
    document = read(word("甲((乙\r", runs=runs, parts=table))

    # then
    assert texts(document) == ["甲☑〓乙"]
    assert "读不出来" in document.elements[0].doubt


def test_hidden_and_deleted_words_are_left_out():
    # given
    runs = [(2, b""), (4, HIDDEN), (6, DELETED), (9, b"")]

    # then
    assert lines("公开暗处旧的信息\r", runs=runs) == ["公开信息"]


def style_sheet(*styles):
    """Styles by their built-in number, the number of their base, and the properties of their characters."""
    sheet = struct.pack("<HHH", 4, len(styles), 10)
    for built_in, base, characters in styles:
        style = struct.pack("<HHHHH", built_in, 1 | base << 4, 2, 0, 0) + b"\0" * 4 + struct.pack("<HH", 2, 0)
        style += struct.pack("<H", len(characters)) + characters
        sheet += struct.pack("<H", len(style)) + style
    return sheet


def hiding(value):
    return struct.pack("<HB", 0x083C, value)


def test_what_a_style_hides_the_text_itself_may_show_and_the_other_way_round():
    # given: the second style turns round what the first says
    sheet = style_sheet((0, 0xFFF, b""), (0xFFE, 0, hiding(0x81)))
    ends = [(12, properties(1)), (14, properties(0))]
    runs = [
        (2, b""),
        (4, hiding(0x81)),
        (6, hiding(0x80)),
        (8, hiding(0)),
        (10, hiding(1)),
        (12, b""),
        (14, b""),
    ]

    # when
    document = read(word("藏一明一藏二明二藏三\r\r甲\r", paragraphs=ends, runs=runs, parts={1: sheet}))

    # then
    assert texts(document) == ["明一明二", "甲"]


def test_a_heading_is_told_by_the_built_in_style_it_comes_from():
    sheet = style_sheet((0, 0xFFF, b""), (2, 0, b""), (0xFFE, 1, b""))
    ends = [(3, properties(2)), (5, properties(2, struct.pack("<HB", 0x2640, 9)))]

    document = read(word("一、\r甲\r", paragraphs=ends, parts={1: sheet}))

    assert [one.heading for one in document.elements] == [2, 0]


def test_a_paragraph_whose_end_is_hidden_runs_into_the_next_one_but_not_into_a_table():
    # given
    shape = row_shape([0, 1000, 2000])
    ends = [(5, properties()), (7, properties(0, IN_TABLE)), (9, properties(0, IN_TABLE))]
    ends += [(10, properties(0, IN_TABLE, ROW_END, shape))]
    runs = [(1, b""), (2, HIDDEN), (4, b""), (5, HIDDEN), (10, b"")]

    # when
    document = read(word("一\r、甲\r乙\x071\x07\x07", paragraphs=[(2, properties()), *ends], runs=runs))

    # then
    assert texts(document) == ["一、甲"]
    assert grids(document) == [[["乙", "1"]]]


def test_signs_of_symbol_fonts_in_the_text_itself_are_told_by_their_font():
    # given
    table = {15: fonts("宋体", "Wingdings")}
    runs = [(1, struct.pack("<HH", 0x4A4F, 1)), (3, struct.pack("<HH", 0x4A4F, 0))]

    # then
    assert lines("\uf0fe\uf0fe\r", runs=runs, parts=table) == ["☑\uf0fe"]


def test_properties_too_long_for_their_page_lie_elsewhere():
    # given
    shape = row_shape([0, 1000, 2000])
    elsewhere = struct.pack("<HI", 0x6646, 4)
    ends = [(2, properties(0, IN_TABLE)), (4, properties(0, IN_TABLE))]
    ends += [(5, properties(0, IN_TABLE, ROW_END, elsewhere)), (7, properties(0, OUTLINE_2))]

    # when
    document = read(
        word("甲\x071\x07\x07后\r", paragraphs=ends, data=b"\0" * 4 + struct.pack("<H", len(shape)) + shape)
    )

    # then
    assert grids(document) == [[["甲", "1"]]]
    assert [one.heading for one in document.elements if isinstance(one, Text)] == [2]


def in_rows(*rows):
    """The text and the paragraphs of a table: each row its words, the properties of its end, those of its mark."""
    text, ends = "", []
    for cells, shape in rows:
        for one in cells:
            text += one + "\x07"
            ends.append((len(text), properties(0, IN_TABLE)))
        text += "\x07"
        ends.append((len(text), properties(0, IN_TABLE, ROW_END, shape)))
    return text + "后\r", [*ends, (len(text) + 2, properties())]


def table_of(*rows, **how):
    text, ends = in_rows(*rows)
    document = read(word(text, paragraphs=ends, **how))
    return next((one for one in document.elements if isinstance(one, Grid)), None), document


def test_cells_merged_to_the_left_and_upward_and_edges_that_nearly_meet():
    # given
    wide_row = row_shape([0, 1000, 2000, 3000], [1, 2, 0])
    first = row_shape([5, 1010, 2000, 3000], [0x60, 0, 0])
    second = row_shape([0, 1000, 2010, 3000], [0x20, 0, 0])

    # when
    grid, _ = table_of((["项目", "", "数"], wide_row), (["合", "甲", "1"], first), (["", "乙", "2"], second))

    # then
    assert [[(one.text, one.row_span, one.column_span) for one in row] for row in grid.rows] == [
        [("项目", 1, 2), ("数", 1, 1)],
        [("合", 2, 1), ("甲", 1, 1), ("1", 1, 1)],
        [("乙", 1, 1), ("2", 1, 1)],
    ]
    assert not any(one.doubt for row in grid.rows for one in row)


def test_merges_may_also_stand_behind_the_definition():
    # given
    shape = row_shape([0, 1000, 2000, 3000])
    across = struct.pack("<HBB", 0x5624, 0, 2)
    down = [struct.pack("<HBBB", 0xD62B, 2, 2, kind) for kind in (3, 1)]

    # when
    grid, _ = table_of((["甲", "", "1"], shape + across + down[0]), (["乙", "丙", ""], shape + down[1]))

    # then
    assert [[(one.text, one.row_span, one.column_span) for one in row] for row in grid.rows] == [
        [("甲", 1, 2), ("1", 2, 1)],
        [("乙", 1, 1), ("丙", 1, 1)],
    ]


def test_words_in_the_covered_part_of_a_merged_cell_are_a_doubt():
    grid, _ = table_of((["甲", "藏", "1"], row_shape([0, 1000, 2000, 3000], [1, 2, 0])))

    assert grid.rows[0][0].text == "甲"
    assert "藏着别的内容“藏”" in grid.rows[0][0].doubt


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        (row_shape([0, 1000]), "与表格的定义不符"),
        (b"", "与表格的定义不符"),
        (row_shape([0, 1000, 2000]) + struct.pack("<HBBh", 0x7621, 0, 1, 500), "改动过格数"),
    ],
)
def test_a_row_whose_definition_is_in_doubt_says_so_in_every_cell(shape, words):
    grid, _ = table_of((["甲", "1"], shape), (["乙", "2"], row_shape([0, 1000, 2000])))

    assert [[one.text for one in row] for row in grid.rows] == [["甲", "1"], ["乙", "2"]]
    assert all(words in one.doubt for one in grid.rows[0])
    assert not any(one.doubt for one in grid.rows[1])


def test_a_row_whose_deletion_is_tracked_is_left_out():
    # given
    shape = row_shape([0, 1000, 2000])
    deletion = [(4, b""), (5, DELETED), (12, b"")]

    # when
    grid, document = table_of((["甲", "1"], shape), (["乙", "2"], shape), runs=deletion)

    # then
    assert [[one.text for one in row] for row in grid.rows] == [["乙", "2"]]
    assert messages(document) == ["文件含 1 处修订。已按接受全部修订读取。"]


def test_a_table_with_more_columns_than_any_form_is_passed_over_and_the_rest_is_read():
    # given: no row has an edge where another has one
    rows = [(["甲"] * 30, row_shape([50 * number + 400 * at for at in range(31)])) for number in range(8)]

    # when
    grid, document = table_of(*rows)

    # then
    assert grid is None
    assert texts(document) == ["后"]
    assert messages(document) == ["这个表格的行或列太多，没有读入，请手工填写。"]


def test_cells_whose_row_never_ends_are_only_paragraphs():
    text, ends = in_rows((["甲", "乙"], row_shape([0, 1000, 2000])))

    assert lines(text[:4], paragraphs=ends[:2]) == ["甲", "乙"]
