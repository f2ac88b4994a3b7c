"""A paragraph that is a number or a sign alone is told; what heads a paragraph, a month or a telephone number is not."""

import pytest

from core.checks.model import TextPlace
from tests.core.checks.examples import findings_of, small, write

WORDS = "全年公开信息3条。"


def told(library, *lines: str) -> list[TextPlace]:
    checker, report = small(library, "national-2021", 2024, *lines)
    return [one.where[0] for one in findings_of(checker, report, "L15")]


@pytest.mark.parametrize("text", ["3", "12345", "。。", "——", "3——", "- - - - - - - - - -", "2024"])
def test_a_paragraph_without_words_is_told(library, text):
    assert told(library, WORDS, text) == [TextPlace("overview", 1, 0, len(text), text)]


def test_the_blanks_around_it_are_no_part_of_it(library):
    assert told(library, WORDS, "  37 ") == [TextPlace("overview", 1, 2, 4, "37")]


@pytest.mark.parametrize(
    "text",
    ["1.", " 1. ", "12、", "(1)", "（12）", "①", "2024.6", "2024-12", "2024／1", "123456", "0439-1234567"],
)
def test_a_number_of_a_paragraph_a_month_and_a_long_number_are_not(library, text):
    assert told(library, WORDS, text) == []


@pytest.mark.parametrize(("count", "found"), [(1, 1), (2, 2), (3, 0), (9, 0)])
def test_more_than_two_in_a_section_are_cells_of_a_table_that_came_as_text(library, count, found):
    assert len(told(library, WORDS, *["7"] * count)) == found


def test_each_section_is_counted_by_itself(library):
    # given
    checker, report = small(library, "national-2021", 2024, WORDS, "7", "8")
    write(report, "problems", "公开栏更换不够及时。", "9", "6")

    # when
    found = findings_of(checker, report, "L15")

    # then
    assert [one.found for one in found] == ["7", "8", "9", "6"]


def test_a_number_alone_under_the_report_is_left_to_the_rules_of_its_end(library):
    # given
    checker, report = small(library, "national-2021", 2024, WORDS)
    write(report, "signature", "清溪县柳河镇人民政府", "2025")

    # then
    assert findings_of(checker, report, "L15") == []
