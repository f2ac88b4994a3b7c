"""What the first section has to speak of: where it is told, which results count, and whom it does not concern."""

import pytest

from core.checks.model import TextPlace
from tests.core.checks.examples import findings_of, small, write

TOLD = "工作列入年终考核，评议结果良好，没有发生责任追究。"


def test_an_empty_first_section_is_left_to_another_rule(library):
    # given
    checker, report = small(library, "national-2021", 2024)
    write(report, "other", "没有收取信息处理费。")

    # then
    assert findings_of(checker, report, "P06", "P07") == []


def test_the_aspects_that_lack_are_told_by_name_at_the_beginning_of_the_section(library):
    # given
    checker, report = small(
        library, "national-2021", 2024, "（一）主动公开。", "（二）依申请公开。", "（三）平台建设。"
    )

    # when
    (found,) = findings_of(checker, report, "P06")

    # then
    assert found.message == "一、总体情况里没有单独写“政府信息管理”、“监督保障”，请另起一段写"
    assert found.expected == "政府信息管理、监督保障"
    assert found.where == (TextPlace("overview", 0, 0, 0, ""),)


def test_without_headings_the_words_of_sentences_count_and_other_sections_do_not(library):
    # given: "查阅点" is no word of a heading
    checker, report = small(library, "national-2021", 2024, "主动公开3条，查阅点每天开放。")
    write(report, "problems", "对规范性文件的清理不及时，依申请公开不熟，加强监督。")

    # when
    (found,) = findings_of(checker, report, "P06")

    # then
    assert found.expected == "依申请公开、政府信息管理、监督保障"


@pytest.mark.parametrize("section", ["overview", "other"])
def test_results_may_stand_in_the_first_section_or_among_other_matters(library, section):
    # given
    checker, report = small(library, "national-2021", 2024, "全年工作有序。")
    write(report, section, TOLD)

    # then
    assert findings_of(checker, report, "P07") == []


def test_results_elsewhere_do_not_count_and_the_first_section_is_named(library):
    # given
    checker, report = small(library, "national-2021", 2024, "全年工作有序，列入年终考核。")
    write(report, "problems", TOLD)
    write(report, "other", "没有收取信息处理费。")

    # when
    (found,) = findings_of(checker, report, "P07")

    # then
    assert found.message == "一、总体情况里没有写社会评议、责任追究的情况"
    assert found.expected == "社会评议、责任追究"


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        (["（一）监督保障。有人管。", "（二）加强监督。", "（三）主动公开。"], 1),
        (["（一）主动公开。", "（二）平台建设。", "（三）申请。"], 2),
    ],
)
def test_results_that_lack_are_told_where_they_belong(library, lines, at):
    # given
    checker, report = small(library, "national-2021", 2024, *lines)
    write(report, "other", "没有收取信息处理费。")

    # when
    (found,) = findings_of(checker, report, "P07")

    # then
    assert found.where == (TextPlace("overview", at, 0, len(lines[at]), lines[at]),)


@pytest.mark.parametrize(
    ("office", "speaks"), [("清溪县柳河镇人民政府", 1), (" 柳河镇人民政府 ", 1), ("清溪县水利局", 0)]
)
def test_only_a_government_owes_the_results(library, office, speaks):
    # given
    checker, report = small(library, "national-2021", 2024, "全年工作有序。")
    report.unit.name = office

    # then
    assert len(findings_of(checker, report, "P07")) == speaks
