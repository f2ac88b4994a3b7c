"""Half-width marks: all are put right at one go, and what only looks like one stays."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core import checks, importers
from core.checks.widths import others, stops, widened
from core.report import Report
from core.template import built_in
from tests.core.checks.examples import findings_of, small

LIBRARY = built_in()
SEEDS = sorted((Path(__file__).resolve().parents[4] / "shared" / "seeds").glob("*.txt"))
PIECES = (
    "公开",
    "主动公开政府信息",
    "《条例》",
    "一",
    "12",
    "2024年",
    "1.5万元",
    "8:30",
    "100%",
    "A",
    "WPS",
    "0432-65741010",
    "http://www.example.gov.cn/a,b?c=1",
    "office@example.gov.cn",
    "(一)",
    "(1)",
    "1.",
    "1、",
    *",.;:?!()（）“”\"'．，。；：、 \n",
    "--",
)
ODD = st.lists(st.sampled_from(PIECES), min_size=1, max_size=16).map("".join)


def texts_of(report: Report) -> list[str]:
    return [report.title, *(one.text for _, _, one in report.paragraphs())]


def mendable(checker, report: Report) -> list[str]:
    """Return what is said of half-width marks with a fix."""
    return [
        found.rule
        for found in checker.run(report)
        if found.fix and found.fix.label.startswith("全部改为全角")
    ]


@pytest.mark.parametrize("said", ["用了半角标点", "把句号写成了圆点"])
def test_the_fix_of_either_finding_leaves_nothing_for_the_other(said):
    # given: commas and stops, the number of a point, and marks that show only when those beside them are right
    lines = (
        "电话：0432-65741010.",
        "(一)更新目录,先审后贴.",
        '坚持"先审后发",公开率100%.',
        "说明(含网站(专栏)).",
    )
    checker, report = small(LIBRARY, "national-2021", 2024, *lines)
    found = next(one for one in checker.run(report) if said in one.message)

    # when
    found.fix.edit.apply(report)

    # then
    assert [one.text for one in report.section("overview").paragraphs] == [
        "电话：0432-65741010。",
        "（一）更新目录，先审后贴。",
        "坚持“先审后发”，公开率100%。",
        "说明（含网站（专栏））。",
    ]
    assert mendable(checker, report) == []


def test_the_fix_counts_the_marks_that_both_findings_speak_of():
    checker, report = small(LIBRARY, "national-2021", 2024, "更新目录,先审后贴.", "按季检查.")

    labels = [one.fix.label for one in findings_of(checker, report, "L05")]

    assert labels == ["全部改为全角标点（3 处）"] * 2


@given(ODD)
@example("中" + "," * 300)
@example("((一)),")
@example('("公开"),"A".')
def test_what_is_widened_once_holds_nothing_to_widen(text):
    once = widened(text)

    assert (stops(once), others(once)) == ((), ())
    assert widened(once) == once


@given(ODD)
def test_widening_changes_marks_alone(text):
    def rest(words: str) -> str:
        return "".join(char for char in words if char.isalnum() or char in "/@%")

    assert rest(widened(text)) == rest(text)


@given(st.lists(ODD, min_size=1, max_size=4))
def test_one_fix_leaves_no_rule_that_offers_it_again(texts):
    # given
    checker, report = small(LIBRARY, "national-2021", 2024, *texts)
    fixes = [one.fix for one in findings_of(checker, report, "L05")]

    # when
    for fix in fixes[:1]:
        fix.edit.apply(report)

    # then
    assert mendable(checker, report) == []
    assert not fixes or [widened(one) for one in texts_of(report)] == texts_of(report)


@pytest.mark.parametrize(
    "text",
    [
        "金额1.5万元，1,204条。",
        "网址：http://www.example.gov.cn/a,b;c?d=1，邮箱：office@example.gov.cn。",
        "电话：0432-65741010，8:30至17:00开放。",
        "1.按照清单公开。2.按月检查。",
        "比例为3:1，版本号为2.1.3，附件为.docx。",
        "使用Windows, Office, WPS三种软件。",
        "2023.1.1至2023.12.31为统计期。",
    ],
)
def test_figures_addresses_and_numbers_of_points_stay(text):
    assert widened(text) == text


@pytest.mark.skipif(not SEEDS, reason="the seeds are not beside this copy")
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_real_report_is_done_at_one_go(path):
    # given
    report = importers.read(path, LIBRARY)
    checker = checks.for_template(LIBRARY, report.template)
    fixes = [one.fix for one in findings_of(checker, report, "L05") if one.fix]

    # when
    for fix in fixes[:1]:
        fix.edit.apply(report)

    # then
    assert mendable(checker, report) == []
    assert not fixes or [widened(one) for one in texts_of(report)] == texts_of(report)
