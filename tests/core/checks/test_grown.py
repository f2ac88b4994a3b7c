"""A figure ten times that of the same words last year is told, and nothing that is another thing or has its reason."""

import pytest

from core.checks.model import Finding, TextPlace
from core.report import blank
from tests.core.checks.examples import OFFICE, findings_of, small, write

_MANY = "各村的公开栏逐一更换并由专人登记，" * 3


def told(library, before: str, now: str) -> list[Finding]:
    checker, report = small(library, "national-2021", 2024, now)
    last = blank(library.get("national-2021"), 2023, OFFICE)
    write(last, "overview", before)
    report.earlier = [last]
    return findings_of(checker, report, "Y17")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("印发手册31份。", "印发手册310份。"),  # four words are enough
        ("全年公开政府信息10条。", "全年公开政府信息100条。"),  # just large enough
        ("全年公开政府信息310条。", "全年公开政府信息31条。"),
        ("全年公开政府信息31余条。", "全年公开政府信息310余条。"),
        ("全年公开政府信息31条，群众都说好。", "全年公开政府信息310条，村村都有栏。"),
        ("全年公开政府信息31条（含转发）。", "全年公开政府信息310条（均为文字）。"),
        ("全年公开政府信息31条共3批。", "全年公开政府信息310条共5批。"),
        ("编印第3期简报，全年公开31条。", "编印第4期简报，全年公开310条。"),
        (f"{_MANY}全年公开31条。", f"{_MANY}全年公开310条。"),
    ],
)
def test_the_same_words_with_ten_times_the_figure_are_told(library, before, now):
    assert len(told(library, before, now)) == 1


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("发文31份。", "发文310份。"),  # too few words to be sure
        ("全年公开政府信息9条。", "全年公开政府信息96条。"),
        ("全年公开政府信息31条。", "全年公开政府信息309条。"),
        ("全年公开政府信息0条。", "全年公开政府信息310条。"),
        ("全年公开政府信息31条。", "全年公开政府信息310件。"),
        ("全年公开政府信息31条。", "全年公开政府信息310条以上。"),
        ("全年公开政府信息31条。", "全年公开政府信息310条，比上年大幅增加。"),
        ("镇里的公开制度施行12年。", "镇里的公开制度施行120年。"),
        ("镇里的公开制度施行30余年。", "镇里的公开制度施行300余年。"),
        ("镇里的热线号码是1234号。", "镇里的热线号码是12340号。"),
        ("镇里公布事项目录第12批。", "镇里公布事项目录第120批。"),
        ("占全部公开信息的9.5%。", "占全部公开信息的95%。"),
        (_MANY * 9 + "全年公开31条。", _MANY * 9 + "全年公开310条。"),  # no sentence, but a list
    ],
)
def test_another_thing_a_small_figure_or_one_with_its_reason_is_not(library, before, now):
    assert told(library, before, now) == []


@pytest.mark.parametrize("twice", [0, 1])
def test_words_said_twice_in_one_of_the_years_may_be_of_two_things(library, twice):
    # given
    texts = ["全年公开政府信息31条。", "全年公开政府信息310条。"]
    texts[twice] += "全年公开政府信息200条。"

    # then
    assert told(library, *texts) == []


def test_the_same_words_in_two_sections_are_each_compared_with_their_own(library):
    # given
    checker, report = small(library, "national-2021", 2024, "全年公开政府信息310条。")
    write(report, "problems", "全年公开政府信息31条。")
    last = blank(library.get("national-2021"), 2023, OFFICE)
    write(last, "overview", "全年公开政府信息31条。")
    write(last, "problems", "全年公开政府信息33条。")
    report.earlier = [last]

    # when
    (found,) = findings_of(checker, report, "Y17")

    # then
    assert found.where[0].section == "overview"


def test_the_figure_alone_is_marked_and_its_words_and_last_years_figure_are_told(library):
    # when
    (found,) = told(library, "窗口每天有人。全年接待查阅31人次。", "窗口每天都有人。全年接待查阅310人次。")

    # then
    assert found.where == (TextPlace("overview", 0, 14, 17, "310"),)
    assert (found.expected, found.found, found.severity) == ("31", "310", "info")
    assert found.message.replace(" ", "") == (
        "一、总体情况第1段写“全年接待查阅310人”，2023年同样的话里是31，相差十倍以上，请核对位数"
    )


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("在镇便民大厅窗口接待群众查阅{n}人次。", "窗口接待群众查阅310人"),
        ("春节前后在窗口，接待查阅{n}人次。", "接待查阅310人"),
        ("都有人。接待查阅{n}人次。", "接待查阅310人"),
    ],
)
def test_the_words_told_are_the_last_ones_of_the_same_clause(library, words, quote):
    # when
    (found,) = told(library, words.replace("{n}", "31"), words.replace("{n}", "310"))

    # then
    assert f"写“{quote}”" in found.message
