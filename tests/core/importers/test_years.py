"""The year of a report: the one with its 年, and not that of the day on which something was published."""

import pytest

from core.importers.recognise import years

PERIOD = "统计数据的期限为2023年1月1日至2023年12月31日。"


@pytest.mark.parametrize("day", ["2024-01-12", "2024.1.12", "2024/1/12", "２０２４-１-１２"])
@pytest.mark.parametrize("title", ["政府信息公开工作年度报告（{}）", "{}柳河镇年度报告"])
def test_a_day_in_the_title_is_not_the_year_of_the_report(day, title):
    assert years.find(title.format(day), [], [PERIOD]) == years.Year(2023)


@pytest.mark.parametrize("text", ["（2024-01-12）2023年年报", "2024.1.12：二〇二三年年报", "２０２３ 年年报"])
def test_the_year_with_its_character_is_the_one_named(text):
    assert years.named(text) == 2023


def test_the_year_that_the_text_speaks_of_counts_before_the_days_of_publishing():
    # given
    texts = ["发布日期：2024-01-12", "更新：2024-01-12", "二〇二三年，本镇工作平稳。"]

    # when
    year = years.find("政府信息公开工作年度报告", [], texts)

    # then
    assert year is not None
    assert (year.value, year.sure) == (2023, "unsure")


def test_where_nothing_else_names_a_year_the_days_do_and_that_is_not_sure():
    # when
    year = years.find("年度报告（2024-01-12）", [], ["统计期限：2023.1.1至2023.12.31"])

    # then
    assert year is not None
    assert (year.value, year.sure) == (2023, "unsure")


def test_a_text_without_any_year_names_none():
    assert years.find("年度报告", ["年度情况"], ["本镇工作平稳。"]) is None
