"""Titles break between words into lines of even length."""

import pytest

from core.export.typeset.titles import balanced


def lines_of(title: str, count: int = 20) -> list[str]:
    widths = [10.0 if char >= "\u2000" else 5.5 for char in title]
    return [title[start:end] for start, end in balanced(title, widths, count * 10.0, 10.0)]


def test_a_title_breaks_between_the_office_and_the_year():
    lines = lines_of("清溪县柳河镇人民政府2024年政府信息公开工作年度报告")

    assert lines == ["清溪县柳河镇人民政府", "2024年政府信息公开工作年度报告"]


@pytest.mark.parametrize("office", ["柳河镇人民政府", "清溪县柳河镇人民政府", "清溪县教育和体育局"])
@pytest.mark.parametrize("name", ["年度报告", "年度报告自查表"])
def test_what_goes_with_a_report_is_titled_in_lines_like_the_report(office, name):
    lines = lines_of(f"{office}2024年政府信息公开工作{name}")

    assert lines == [office, f"2024年政府信息公开工作{name}"]


def test_a_long_name_of_an_office_breaks_between_its_words():
    lines = lines_of("双江拉祜族佤族布朗族傣族自治县勐勐镇人民政府2024年政府信息公开工作年度报告自查表")

    assert lines == [
        "双江拉祜族佤族布朗族傣族",
        "自治县勐勐镇人民政府",
        "2024年政府信息公开工作年度报告自查表",
    ]


def test_a_short_title_stays_on_one_line():
    assert lines_of("政府信息公开情况统计表") == ["政府信息公开情况统计表"]


def test_no_word_of_a_title_is_divided():
    lines = lines_of("柳河镇人民政府2024年政府信息公开工作年度报告", 9)

    assert lines == ["柳河镇人民政府", "2024年", "政府信息公开", "工作年度报告"]


@pytest.mark.parametrize("length", [0, 1, 45, 400])
def test_a_title_of_any_length_keeps_its_characters(length):
    title = ("柳河镇" * length)[:length]

    assert "".join(lines_of(title)) == title


def test_a_title_that_cannot_be_balanced_is_still_set():
    lines = lines_of("人民政府人民政府", 3)

    assert "".join(lines) == "人民政府人民政府"
