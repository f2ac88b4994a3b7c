"""Half-width marks: all are put right at one go, and what only looks like one stays."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core import checks, importers, links
from core.checks.widths import changes, others, stops, widened
from core.report import Link, Report
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


def test_linked_numbers_between_the_marks_stay_linked():
    # given: marks before, between and behind three numbers
    checker, report = small(LIBRARY, "national-2021", 2024, "本镇公开 ,37条,受理申请5件--答复8件.")
    cells = "disclosure.rules.made", "disclosure.rules.repealed", "disclosure.rules.valid"
    report.values.update(zip(cells, ("37", "5", "8"), strict=True))
    paragraph = report.section("overview").paragraphs[0]
    paragraph.links = tuple(
        Link(start=paragraph.text.index(figure), end=paragraph.text.index(figure) + len(figure), cell=cell)
        for cell, figure in zip(cells, ("37", "5", "8"), strict=True)
    )
    fix = next(one.fix for one in findings_of(checker, report, "L05"))

    # when
    links.follow(report, fix.edit).apply(report)

    # then
    mended = report.section("overview").paragraphs[0]
    assert mended.text == "本镇公开，37条，受理申请5件——答复8件。"
    assert [(one.cell, mended.text[one.start : one.end]) for one in mended.links] == [
        ("disclosure.rules.made", "37"),
        ("disclosure.rules.repealed", "5"),
        ("disclosure.rules.valid", "8"),
    ]


def test_the_fix_counts_the_marks_that_both_findings_speak_of():
    checker, report = small(LIBRARY, "national-2021", 2024, "更新目录,先审后贴.", "按季检查.")

    found = findings_of(checker, report, "L05")

    assert [one.fix.label for one in found] == ["全部改为全角标点（3 处）"] * 2
    assert {one.message.partition("；")[2] for one in found} == {
        "连同写成圆点的句号共 3 处",
        "连同其他半角标点共 3 处",
    }


def test_where_one_finding_speaks_of_all_marks_it_counts_no_others():
    checker, report = small(LIBRARY, "national-2021", 2024, "更新目录,先审后贴,按季检查。")

    found = findings_of(checker, report, "L05")

    assert [(one.fix.label, "等 2 处" in one.message, "共" in one.message) for one in found] == [
        ("全部改为全角标点（2 处）", True, False)
    ]


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("提高业务培训实效, 加强日常检查", "提高业务培训实效，加强日常检查"),
        ("(三) 认真规范公开目录。", "（三）认真规范公开目录。"),
        ("公开目录 (见专栏) 已经更新", "公开目录（见专栏）已经更新"),
        ('坚持 "先审后发" 的做法', "坚持“先审后发”的做法"),
        ("已经办结. 全年没有投诉", "已经办结。全年没有投诉"),
        ("更新目录 ; 先审后贴", "更新目录；先审后贴"),
    ],
)
def test_the_space_beside_a_mark_that_is_widened_goes_with_it(text, wide):
    assert widened(text) == wide


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("1. 5G建设", "1. 5G建设"),
        ("使用 WPS 软件,按月 更新", "使用 WPS 软件，按月 更新"),
        ("更新目录, WPS版本", "更新目录， WPS版本"),
        ("全年公开， 按月更新,先审后贴", "全年公开， 按月更新，先审后贴"),
        ("地址:柳河镇, 电话:0432-65741010", "地址：柳河镇， 电话：0432-65741010"),
    ],
)
def test_other_spaces_stay(text, wide):
    assert widened(text) == wide


@given(ODD)
def test_what_changes_between_the_words_makes_the_widened_text(text):
    made = text
    for start, end, right in reversed(changes(text)):
        made = made[:start] + right + made[end:]

    assert made == widened(text)


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


@settings(deadline=None)  # the first one makes the checker
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
