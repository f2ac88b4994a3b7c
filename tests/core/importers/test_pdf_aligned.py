"""Tables of PDFs without any line: what makes one, where a word goes, and what stays text."""

from collections.abc import Sequence

import pytest

from core.importers.keys import bare
from core.importers.pdf import aligned
from core.importers.pdf.lines import Line
from core.importers.pdf.sheet import Glyph
from core.importers.pdf.table import Table

SIZE = 10.0
PAGE = 3
SECOND, THIRD = 150.0, 250.0


def line(base: float, *pieces: tuple[float, str]) -> Line:
    """Words on a base line, each piece from its left end on, every character as wide as high."""
    return Line(
        tuple(
            Glyph(char, left + at * SIZE, left + (at + 1) * SIZE, base, SIZE)
            for left, text in pieces
            for at, char in enumerate(text)
        )
    )


def row(base: float, label: str, *figures: str) -> Line:
    return line(base, (50, label), *zip((SECOND, THIRD), figures, strict=False))


ROWS = [row(100, "收到申请", "12", "30"), row(120, "办结申请", "9", "41"), row(140, "结转下年", "3", "5")]


def split(lines: Sequence[Line], *known: str) -> list[Line | Table]:
    return aligned.split(lines, PAGE, frozenset(bare(text) for text in known))


def words_of(table: Line | Table) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[cell.text for cell in table.row(number)] for number in range(table.height)]


def test_rows_that_stand_below_one_another_are_a_table_of_which_every_word_is_doubted():
    # given / when
    (table,) = split(ROWS)

    # then
    assert words_of(table) == [["收到申请", "12", "30"], ["办结申请", "9", "41"], ["结转下年", "3", "5"]]
    assert isinstance(table, Table)
    assert {(cell.doubt, cell.page) for cell in table.cells} == {(aligned.NO_LINES, PAGE)}
    assert (table.first, table.last) == (PAGE, PAGE)


def test_the_table_lies_where_its_words_stand():
    # given / when
    (table,) = split(ROWS)

    # then
    assert isinstance(table, Table)
    assert table.box == (50, 90, THIRD + 2 * SIZE, 140)
    assert table.edges == [50, SECOND, THIRD, THIRD + 2 * SIZE]


def test_prose_above_and_below_stays_text_in_its_place():
    # given
    above, below = line(70, (50, "办理情况如下")), line(200, (50, "以上数字截至年底的情况和说明"))

    # when
    first, table, last = split([above, *ROWS, below])

    # then
    assert (first, last) == (above, below)
    assert len(words_of(table)) == len(ROWS)


def test_a_figure_goes_into_the_column_it_stands_in_though_the_one_before_is_missing():
    # given
    gap = line(160, (50, "其他情形"), (THIRD, "8"))

    # when
    (table,) = split([*ROWS, gap])

    # then
    assert words_of(table)[-1] == ["其他情形", "", "8"]


def test_a_narrow_gap_parts_words_where_a_column_begins():
    # given: less than the gap that parts any two words, more than one within a word
    label = "出具确认的件数表"
    close = line(160, (SECOND - 5 - len(label) * SIZE, label), (SECOND, "7"), (THIRD, "6"))

    # when
    (table,) = split([*ROWS, close])

    # then
    assert words_of(table)[-1] == [label, "7", "6"]


def test_a_narrow_gap_within_a_label_parts_nothing():
    # given
    wide = line(160, (50, "确认"), (50 + 2.5 * SIZE, "书"), (SECOND, "7"), (THIRD, "6"))

    # when
    (table,) = split([*ROWS, wide])

    # then
    assert words_of(table)[-1] == ["确认书", "7", "6"]


def test_a_label_that_goes_on_below_its_row_is_one_label():
    # given
    rest = line(152, (50, "的件数"))

    # when
    (table,) = split([*ROWS[:2], ROWS[2], rest, row(175, "其他情形", "1", "2")])

    # then
    assert words_of(table)[2:] == [["结转下年的件数", "3", "5"], ["其他情形", "1", "2"]]


def test_words_far_below_a_row_do_not_go_on_with_its_label():
    # given: two lines lower, and a row of figures below them again
    rest, last = line(140 + 2 * SIZE, (50, "的件数")), row(180, "其他情形", "1", "2")

    # when
    table, *left = split([*ROWS, rest, last])

    # then
    assert left == [rest, last]
    assert words_of(table)[-1] == ["结转下年", "3", "5"]


def test_a_label_of_the_form_that_stands_alone_is_a_row_of_its_own():
    # given
    alone = line(152, (50, "行政复议"))
    lines = [*ROWS, alone, row(175, "结果维持", "1", "2")]

    # when
    (table,) = split(lines, "行政复议")

    # then
    assert words_of(table)[3:] == [["行政复议", "", ""], ["结果维持", "1", "2"]]


def test_the_last_row_takes_the_rest_of_its_label_where_the_form_knows_the_whole():
    # given
    rest = line(152, (50, "度办理"))

    # when
    known = split([*ROWS, rest], "结转下年度办理")
    unknown = split([*ROWS, rest])

    # then
    assert words_of(known[0])[-1] == ["结转下年度办理", "3", "5"]
    assert len(known) == 1
    assert unknown[1:] == [rest]


@pytest.mark.parametrize(
    "lines",
    [
        ROWS[:2],
        [
            row(100, "镇长", "王某", "电话"),
            row(120, "书记", "李某", "地址"),
            row(140, "主任", "张某", "邮箱"),
        ],
        [line(100, (50, "共收到申请12件")), line(120, (50, "办结9件")), line(140, (50, "结转3件"))],
    ],
    ids=["two rows", "no figures", "no columns"],
)
def test_what_is_too_little_for_a_table_stays_as_it_was(lines):
    assert split(lines) == lines
