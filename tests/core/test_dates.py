"""Years and days are read however they are written, and nothing else is taken for one."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import dates
from core.numbers import to_chinese

DAY = (2025, 1, 12)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2025年1月12日", DAY),
        ("2025年01月12日", DAY),
        (" 2025 年 1 月 12 日 ", DAY),
        ("2025年1月12号", DAY),
        ("２０２５年１月１２日", DAY),
        ("2025-1-12", DAY),
        ("2025-01-12", DAY),
        ("2025.1.12", DAY),
        ("2025．1．12", DAY),
        ("2025. 1. 12", DAY),
        ("2025/1/12", DAY),
        ("2025／01／12", DAY),
        ("2025—1—12", DAY),
        ("2025.1.12日", DAY),
        ("2025年1-12", DAY),
        ("2025年1.12日", DAY),
        ("25年1月12日", DAY),
        ("（2025年1月12日）", DAY),
        ("(2025-01-12)", DAY),
        ("【2025年1月12日】", DAY),
        ("二〇二五年一月十二日", DAY),
        ("二○二五年一月十二日", DAY),
        ("二零二五年一月十二日", DAY),
        ("二O二五年元月十二日", DAY),
        ("二o二五年一月十二日", DAY),
        ("二Ｏ二五年一月十二日", DAY),
        ("二0二五年一月十二日", DAY),
        ("二◯二五年一月十二日", DAY),
        ("二〇二五 年 一 月 十二 日", DAY),
        ("二五年一月十二日", DAY),
        ("二〇二四年十二月三十一日", (2024, 12, 31)),
        ("二〇二四年十月二十日", (2024, 10, 20)),
        ("2025年1月", (2025, 1, None)),
        ("2025年1月份", (2025, 1, None)),
        ("2025.1", (2025, 1, None)),
        ("2025-01", (2025, 1, None)),
        ("二〇二五年一月", (2025, 1, None)),
        ("2025年", (2025, None, None)),
        ("２０２５年", (2025, None, None)),
        ("二〇二五年", (2025, None, None)),
        ("2025年 月 日", (2025, None, None)),
        ("2025年　月　日", (2025, None, None)),
        ("2025年×月×日", (2025, None, None)),
        ("2025年__月__日", (2025, None, None)),
        ("2025年1月  日", (2025, 1, None)),
        ("（2025年1月 日）", (2025, 1, None)),
        ("2025年1月××日", (2025, 1, None)),
        ("二〇二五年一月　日", (2025, 1, None)),
    ],
)
def test_a_line_that_is_a_date_is_read_in_any_writing(text, parts):
    # when
    found = dates.read(text)

    # then
    assert found is not None
    assert (found.year, found.month, found.day) == parts
    assert text[found.start : found.end] == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "　",
        "2025",
        "1月12日",
        "2025年13月1日",
        "2025年1月32日",
        "2025年0月1日",
        "2025-1-123",
        "2025年度",
        "2025年年报",
        "2025年1月12日印发",
        "柳河镇人民政府2025年1月12日",
        "1025年1月1日",
        "3025年1月1日",
        "第2025年",
        "25.1.12",
        "0431-8251234",
        "2025年二十二月一日",
    ],
)
def test_what_is_no_date_alone_is_none(text):
    assert dates.read(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("柳河镇人民政府 2025年1月12", "2025年1月12"),
        ("柳河镇人民政府二〇二五年一月十二", "二〇二五年一月十二"),
        ("截至2024年12月31日　2025.1/12 ", "2025.1/12"),
        ("2025年1月12日", "2025年1月12日"),
        ("2025年1月12日开会", None),
        ("第2025年", None),
        ("编号12025年1月", None),
    ],
)
def test_a_line_may_end_with_a_date(text, date):
    found = dates.ending(text)

    assert (text[found.start : found.end] if found else None) == date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("自2023年1月1日起至2023年12月31日止", ["2023年1月1日", "2023年12月31日"]),
        ("2023.1.1—2023.12.31", ["2023.1.1", "2023.12.31"]),
        ("2023-01-01至2023-12-31", ["2023-01-01", "2023-12-31"]),
        ("2023 年度，较 2022 年增长", ["2023 年", "2022 年"]),
        ("二○二三年度", ["二○二三年"]),
        ("２０２３年，全镇", ["２０２３年"]),
        ("2023年5月印发方案", ["2023年5月"]),
        ("2023年1-12月", ["2023年"]),
        ("2023年1月至12月", ["2023年1月"]),
        ("第2023年", []),
        ("电话12023年", []),
        ("国办发〔2023〕32号", []),
        ("2023.5万元", []),
        ("版本2023.1.1.2", []),
        ("2023年13月", ["2023年"]),
        ("2023年   3月15日", ["2023年   3月15日"]),
        ("一九九八年", ["一九九八年"]),
        ("共二〇二三年件", ["二〇二三年"]),
        ("2021—2025年", ["2025年"]),
    ],
)
def test_years_and_days_are_found_in_a_text(text, found):
    assert [text[one.start : one.end] for one in dates.find(text)] == found


@pytest.mark.parametrize(
    ("year", "like", "written"),
    [
        (2030, "2029", "2030"),
        (2030, "２０２９", "２０３０"),
        (2030, "二〇二九", "二〇三〇"),
        (2030, "二零二九", "二零三零"),
        (2030, "二○二九", "二○三○"),
        (2024, "二0二三", "二0二四"),
        (2024, "二O二三", "二O二四"),
        (2001, "一九九九", "二〇〇一"),
    ],
)
def test_a_year_is_written_as_the_one_before_it_was(year, like, written):
    assert dates.in_writing(year, like) == written


@pytest.mark.parametrize("day", ["2025年2月30日", "2025年1月", "2025年"])
def test_what_is_no_day_of_the_calendar_is_not_whole(day):
    found = dates.read(day)

    assert found is not None
    assert found.whole() is None


def in_chinese(number: int) -> str:
    return to_chinese(number)


@given(
    day=st.dates(datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)),
    form=st.sampled_from(["{y}年{m}月{d}日", "{y}-{m:02}-{d:02}", "{y}.{m}.{d}", "{y}/{m}/{d}", "{y} 年 {m} 月 {d} 日", ""]),
    before=st.sampled_from(["", "截至", "（", "会议于 "]),
)  # fmt: skip
def test_every_day_comes_back_from_every_writing(day, form, before):
    # given
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    text = form.format(y=day.year, m=day.month, d=day.day)
    text = text or f"{year}年{in_chinese(day.month)}月{in_chinese(day.day)}日"

    # when
    (found,) = dates.find(f"{before}{text}，")
    alone = dates.read(text)

    # then
    assert found.whole() == day
    assert alone is not None
    assert alone.whole() == day
    assert (found.start, found.end) == (len(before), len(before + text))


@given(st.text(alphabet="12０二〇十O年月日.-/ 第（）×", max_size=20))
def test_no_text_is_too_odd_to_be_read(text):
    for found in (*dates.find(text), dates.read(text)):
        if found is not None:
            assert 1900 <= found.year <= 2099
            assert found.month is None or 1 <= found.month <= 12
            assert found.day is None or 1 <= found.day <= 31


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024", 2024), ("２０２４", 2024), ("二〇二四", 2024), ("二零二四", 2024), ("二○二O", 2020), ("1899", None), ("2100", None),
        ("二〇十九", None), ("24", 2024),
    ],
)  # fmt: skip
def test_four_digits_in_any_writing_are_a_year_where_somebody_speaks_of_it(text, year):
    assert dates.year_of(text) == year
    assert year is None or dates.is_year(year)


@pytest.mark.parametrize("year", [1000, 1899, 1900, 1999, 2000, 2024, 2099, 2100])
def test_the_pattern_of_a_year_in_figures_and_the_reader_know_the_same_years(year):
    known = dates.FIRST_YEAR <= year <= dates.LAST_YEAR

    assert bool(re.fullmatch(dates.IN_FIGURES, str(year))) is known
    assert (dates.year_of(str(year)) == year) is known


@pytest.mark.parametrize("text", ["一九九九", "二〇二四", "二零二四", "二○二四", "二Ｏ二四"])
def test_the_pattern_of_a_year_in_chinese_knows_every_round_zero(text):
    assert re.fullmatch(dates.IN_CHINESE, text)
    assert dates.year_of(text) in (1999, 2024)
