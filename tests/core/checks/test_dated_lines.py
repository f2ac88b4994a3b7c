"""The date of a report is known again in every writing that `core.dates` reads, alone or beside the office."""

import datetime

import pytest

from core.checks.kinds.dates import dated_lines
from tests.core.checks.examples import findings_of, small, write

OFFICE = "清溪县柳河镇人民政府"
DAY = datetime.date(2025, 1, 12)


def dated(library, *lines: str) -> list[tuple[str, datetime.date]]:
    """Return the dates that the rules find below a report, as they stand there."""
    checker, report = small(library, "national-2021", 2024, "全年公开信息3条。")
    write(report, "signature", *lines)
    return [(one.place.quote, one.day) for one in dated_lines(checker.case(report))]


@pytest.mark.parametrize(
    "date",
    [
        "2025年1月12日", "2025年1月12号", "2025.1.12", "2025-01-12", "2025／1／12", "２０２５年１月１２日", "2025 年 1 月 12 日",
        "二〇二五年一月十二日", "二○二五年元月十二日", "二零二五年一月十二日",
    ],
)  # fmt: skip
@pytest.mark.parametrize("line", ["{}", "（{}）", "成文日期：{}", OFFICE + "　{}"])
def test_a_date_is_found_in_every_writing(library, line, date):
    assert dated(library, line.format(date)) == [(date, DAY)]


@pytest.mark.parametrize("line", ["2025年1月12", "2025年1.12"])
def test_a_line_that_is_nothing_but_a_date_may_be_short_of_a_sign(library, line):
    assert dated(library, line) == [(line, DAY)]


@pytest.mark.parametrize("date", ["2025年1月12", "2025-01/12", "二〇二五年一月十二"])
def test_so_it_may_be_beside_the_office(library, date):
    assert dated(library, f"{OFFICE} {date}") == [(date, DAY)]


@pytest.mark.parametrize(
    "date", ["2025年1月12", "2025年1月12日", "2025 年 1 月 12", "2025.1/12", "二〇二五年一月十二"]
)
@pytest.mark.parametrize("line", ["{}　{office}", "成文日期：{} {office}", "{}　{office}（盖章）"])
def test_so_it_may_be_ahead_of_the_office(library, line, date):
    assert dated(library, line.format(date, office=OFFICE)) == [(date, DAY)]


def test_brackets_round_it_ahead_of_the_office_are_of_the_date(library):
    assert dated(library, f"（2025年1月12）{OFFICE}") == [("（2025年1月12）", DAY)]


@pytest.mark.parametrize(
    "line",
    [
        "2025年2月30日", "2025年1月", "1202年1月12日", "2025年1月12日开会三次。", "编号2025.1.123",
        f"2025年1月　{OFFICE}", f"2025年1月12　{OFFICE}印发",
    ],
)  # fmt: skip
def test_what_is_no_date_of_the_report_is_none(library, line):
    assert dated(library, line) == []


@pytest.mark.parametrize(
    "date", ["2025年1月12号", "二〇二五年元月十二日", "2025年1月", "2025年1月12", "二〇二五年一月十二"]
)
@pytest.mark.parametrize(
    "line", ["{office}|{date}", "{office} {date}", "{office}|（{date}）", "{date} {office}"]
)
def test_office_and_date_are_found_below_the_report(library, line, date):
    # given
    checker, report = small(library, "national-2021", 2024, "全年公开信息3条。")
    report.unit.name = OFFICE
    write(report, "signature", *line.format(office=OFFICE, date=date).split("|"))

    # then
    assert findings_of(checker, report, "P16") == []


@pytest.mark.parametrize("date", ["2025年13月12日", "2025年1月32日"])
def test_a_day_of_no_calendar_is_wrong_but_not_missing(library, date):
    # given
    checker, report = small(library, "national-2021", 2024, "全年公开信息3条。")
    report.unit.name = OFFICE
    write(report, "signature", OFFICE, date)

    # then
    assert findings_of(checker, report, "P16") == []
    assert len(findings_of(checker, report, "Y03")) == 1
