"""Name and date under a report."""

import datetime

import pytest

from core.layout import sign_off
from core.report import SIGNATURE, Paragraph, blank
from core.signing import date_words, is_dated, why_no_date, with_date, with_office, written

OFFICE = "清溪县柳河镇人民政府"


@pytest.fixture
def report(library):
    report = blank(library.get("national-2021"), 2024, OFFICE)
    report.section(SIGNATURE).paragraphs = []
    return report


def below(report) -> list[str]:
    return [one.text for one in report.section(SIGNATURE).paragraphs]


@pytest.mark.parametrize(
    "typed",
    [
        "2025-1-12",
        "2025.01.12",
        " 2025/1/12 ",
        "2025年1月12日",
        "２０２５．１．１２",
        "二〇二五年元月十二日",
        "20250112",
        "２０２５０１１２",
    ],
)
def test_a_date_is_written_as_it_stands_under_a_report(typed):
    # then
    assert date_words(typed) == written(datetime.date(2025, 1, 12)) == "2025年1月12日"


@pytest.mark.parametrize(
    "typed", ["", "一月", "2025-13-1", "2025-2-30", "20251301", "20250230", "2025011", "202501120"]
)
def test_what_is_no_date_is_none(typed):
    # then
    assert date_words(typed) == ""


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", ""),
        ("20250112", ""),
        ("一月份", "日期没看懂，请写成 2025-1-12 这样。"),
        ("2025-2-30", "2025年2月没有30日，请改一下日期。"),
        ("20250230", "2025年2月没有30日，请改一下日期。"),
        ("2025年1月", "日期要写到哪一日，请写成 2025-1-12 这样。"),
    ],
)
def test_why_words_are_no_date_is_said_in_one_sentence(typed, why):
    # then
    assert why_no_date(typed) == why


def test_name_and_date_stand_in_their_order_whichever_comes_first(report):
    # when
    with_date(report, "2025年1月12日").apply(report)
    with_office(report).apply(report)

    # then
    assert below(report) == [OFFICE, "2025年1月12日"]
    assert with_office(report) is None
    assert with_date(report, "2025年1月12日") is None


def test_another_date_takes_the_place_of_the_one_there_and_undo_brings_it_back(report):
    # given
    report.section(SIGNATURE).paragraphs = [Paragraph(text=OFFICE), Paragraph(text="2024年1月9日")]

    # when
    inverse = with_date(report, "2025年1月12日").apply(report)

    # then
    assert below(report) == [OFFICE, "2025年1月12日"]
    inverse.apply(report)
    assert below(report) == [OFFICE, "2024年1月9日"]


def test_empty_lines_are_filled_and_a_note_stays_above(report):
    # given
    report.section(SIGNATURE).paragraphs = [
        Paragraph(text="附件：统计表"),
        Paragraph(text=""),
        Paragraph(text=""),
    ]

    # when
    with_office(report).apply(report)
    with_date(report, "2025年1月12日").apply(report)

    # then
    assert below(report) == ["附件：统计表", OFFICE, "2025年1月12日"]


def test_without_a_name_there_is_nothing_to_put_in(report):
    # given
    report.unit.name = ""

    # then
    assert with_office(report) is None


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("2025年1月12日", True),
        ("2025-1-12", True),
        ("二〇二五年一月十二日", True),
        ("（2025年1月12日）", True),
        ("2025 年 1 月 12 日", True),
        ("２０２５年１月１２日", True),
        ("2025/1/12", True),
        ("2025年 月 日", False),
        ("2025年年报", False),
        ("2025年1月", False),
        ("柳河镇人民政府", False),
    ],
)
def test_a_whole_date_in_any_writing_counts(library, text, dated):
    # given
    report = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    report.section(SIGNATURE).paragraphs = [Paragraph(text=text)]

    # then
    assert bool(is_dated(report)) is dated


def test_the_unit_goes_above_a_date_in_short_writing(library):
    # given
    report = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    report.section(SIGNATURE).paragraphs = [Paragraph(text="2025-1-12")]

    # when
    with_office(report).apply(report)

    # then
    assert [one.text for one in report.section(SIGNATURE).paragraphs] == ["清溪县柳河镇人民政府", "2025-1-12"]


@pytest.mark.parametrize(
    "old", ["2025年1月9日", "2025.1.9", "二〇二五年一月九日", "2025年1月", "2025年 月 日"]
)
@pytest.mark.parametrize("below_it", [[OFFICE], ["附件：统计表"], [OFFICE, ""]])
def test_a_date_that_stands_above_another_line_is_replaced_where_it_stands(report, old, below_it):
    # given
    report.section(SIGNATURE).paragraphs = [Paragraph(text=text) for text in (old, *below_it)]

    # when
    with_date(report, "2025年1月12日").apply(report)

    # then
    assert below(report) == ["2025年1月12日", *below_it]


def test_of_two_dates_the_last_one_is_replaced(report):
    # given
    report.section(SIGNATURE).paragraphs = [
        Paragraph(text=text) for text in ("2024-12-30", OFFICE, "2025-1-9", "附件：统计表")
    ]

    # when
    with_date(report, "2025年1月12日").apply(report)

    # then
    assert below(report) == ["2024-12-30", OFFICE, "2025年1月12日", "附件：统计表"]


def test_the_same_day_in_another_writing_is_written_as_it_should_stand(report):
    # given
    report.section(SIGNATURE).paragraphs = [Paragraph(text="2025-1-12"), Paragraph(text=OFFICE)]

    # when
    with_date(report, "2025年1月12日").apply(report)

    # then
    assert below(report) == ["2025年1月12日", OFFICE]


@pytest.mark.parametrize(
    "date", ["2025年1月12日", "2025-1-12", "2025 年 1 月 12 日", "二零二五年一月十二日", "２０２５．１．１２"]
)
def test_a_date_in_any_writing_stands_as_one_on_paper(report, date):
    # given
    report.section(SIGNATURE).paragraphs = [Paragraph(text=OFFICE), Paragraph(text=date)]

    # then
    assert sign_off(report) == {"office": OFFICE, "date": date}


@pytest.mark.parametrize("line", ["2025年1月", "2025年度", "联系电话：0431-8251234"])
def test_what_is_no_whole_date_does_not(report, line):
    # given
    report.section(SIGNATURE).paragraphs = [Paragraph(text=OFFICE), Paragraph(text=line)]

    # then
    assert sign_off(report)["date"] == ""


@pytest.mark.parametrize(
    "open_day", ["2025年1月  日", "二〇二五年一月　日", "（2025年1月 日）", "2025年1月××日"]
)
def test_a_date_whose_day_is_left_open_is_filled_in_and_keeps_the_office_above(report, open_day):
    # given
    report.section(SIGNATURE).paragraphs = [Paragraph(text=open_day)]

    # when
    with_office(report).apply(report)
    with_date(report, "2025年1月12日").apply(report)

    # then
    assert below(report) == [OFFICE, "2025年1月12日"]
