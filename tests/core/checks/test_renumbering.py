"""The remedy for numbers that do not count on: all points beside the wrong one, in the writing that they have."""

import pytest

from core import links
from core.report import Link
from tests.core.checks.examples import findings_of, small

NEW = "applications.new.total"


def found(library, *lines: str):
    """Return what the rule on numbers says of these lines, and the report."""
    checker, report = small(library, "national-2021", 2024, *lines)
    wanted = [one for one in findings_of(checker, report, "P11") if "编号" in one.message]
    return checker, report, wanted


def texts(report) -> list[str]:
    return [one.text for one in report.section("overview").paragraphs]


@pytest.mark.parametrize(
    ("lines", "after", "places"),
    [
        (["（一）甲。", "（二）乙。", "（二）丙。", "（三）丁。"], ["（一）甲。", "（二）乙。", "（三）丙。", "（四）丁。"], 2),
        (["（二）乙。", "（三）丙。"], ["（一）乙。", "（二）丙。"], 2),
        (["（一）甲。", "（三）乙。", "（二）丙。"], ["（一）甲。", "（二）乙。", "（三）丙。"], 2),
        (["(一)甲。", "(三)乙。"], ["(一)甲。", "(二)乙。"], 1),
        (["1．甲。", "1．乙。"], ["1．甲。", "2．乙。"], 1),
        (["１、甲。", "３、乙。"], ["１、甲。", "２、乙。"], 1),
        (["（1）甲。", "（ 3 ）乙。"], ["（1）甲。", "（ 2 ）乙。"], 1),
        (["一、甲。", "三、乙。"], ["一、甲。", "二、乙。"], 1),
        (
            ["（一）甲。", "1.子。", "3.丑。", "（二）乙。", "1.寅。"],
            ["（一）甲。", "1.子。", "2.丑。", "（二）乙。", "1.寅。"],
            1,
        ),
        (["问题：", "1.甲。", "2.乙。", "措施：", "1.子。", "3.丑。"], ["问题：", "1.甲。", "2.乙。", "措施：", "1.子。", "2.丑。"], 1),
        (["（一）甲。（二）乙。", "（四）丙。"], ["（一）甲。（二）乙。", "（三）丙。"], 1),
        (["主要：（一）甲。", "（二）乙。", "（四）丙。"], ["主要：（一）甲。", "（二）乙。", "（三）丙。"], 1),
        (["主要：１．甲。", "２．乙。", "４．丙。"], ["主要：１．甲。", "２．乙。", "３．丙。"], 1),
        (
            ["（一）甲。", "分两步：（一）子；（二）丑。", "（二）乙。", "（四）丙。"],
            ["（一）甲。", "分两步：（一）子；（二）丑。", "（二）乙。", "（三）丙。"],
            1,
        ),
        (
            ["（一）甲。", "（二）乙。", "（三）丙。", "改进措施：（一）子。", "（三）丑。"],
            ["（一）甲。", "（二）乙。", "（三）丙。", "改进措施：（一）子。", "（二）丑。"],
            1,
        ),
    ],
)  # fmt: skip
def test_one_remedy_lets_all_points_of_a_level_count_on(library, lines, after, places):
    # given
    checker, report, wrong = found(library, *lines)
    fix = wrong[0].fix

    # when
    inverse = fix.edit.apply(report)

    # then
    assert (texts(report), fix.places, fix.label) == (after, places, f"重新编号（{places} 处）")
    assert [one for one in findings_of(checker, report, "P11") if "编号" in one.message] == []
    assert {one.fix.label for one in wrong} == {fix.label}
    inverse.apply(report)
    assert texts(report) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["（三）只有一项。"],
        ["（一）甲。", "三、乙。", "（三）丙。", "（四）丁。"],
        ["二、甲。", "三、乙。"],
        ["抓了两件事：一是目录；三是培训。"],
    ],
)
def test_where_the_first_is_not_known_no_remedy_is_offered(library, lines):
    checker, report, _ = found(library, *lines)

    wrong = findings_of(checker, report, "P11")

    assert wrong
    assert [one.fix for one in wrong] == [None] * len(wrong)


def test_a_point_that_begins_with_a_year_is_one(library):
    _, _, wrong = found(library, "1.甲。", "2.2024年乙。", "3.丙。")

    assert wrong == []


def test_what_is_not_looked_at_stays_so_and_its_link_stays_with_its_words(library):
    # given
    _, report, _ = found(library, "（一）甲。", "（三）收到申请29件。")
    report.values[NEW] = "29"
    last = report.section("overview").paragraphs[1]
    last.state, last.origin = "carried", last.text
    last.links = (Link(start=7, end=9, cell=NEW),)
    checker, _ = small(library, "national-2021", 2024)
    (wrong,) = [one for one in findings_of(checker, report, "P11") if one.fix]

    # when
    links.follow(report, wrong.fix.edit).apply(report)

    # then
    last = report.section("overview").paragraphs[1]
    assert (last.text, last.state, last.origin) == ("（二）收到申请29件。", "carried", "（三）收到申请29件。")
    assert [last.text[one.start : one.end] for one in last.links] == ["29"]


def test_numbers_between_two_marks_that_belong_to_no_quotation_are_checked(library):
    lines = ("（一）所谓“放管服改革持续推进。", "（二）甲。", "（四）乙。", "（五）落实到位”。")

    assert [one.found for one in found(library, *lines)[2]] == ["4"]


def test_points_that_begin_with_a_month_or_a_count_are_points(library):
    lines = ("1.3月开展培训。", "2.1-6月公开信息。", "3.29件申请全部办结。", "4.2024年12月总结。")

    assert found(library, *lines)[2] == []
    assert [one.found for one in found(library, *lines[:2], *lines[3:])[2]] == ["4"]


@pytest.mark.parametrize(
    "lines",
    [
        ("（一）甲。", "第二十条规定：“（一）职能；", "（二）规划。”", "（二）乙。"),
        ("（一）甲。", "第二十条规定，应当公开下列信息：", "（一）职能；", "（五）规划。", "（二）乙。"),
        ("（一）甲。第二十条规定：（一）职能；（二）规划；（三）统计。", "（二）乙。"),
        ("（一）甲。第二十条规定，应当公开下列信息：（一）职能；（五）规划信息。", "（二）乙。"),
        ("（一）甲。", "第二十条第", "（五）项的信息都公开了。", "（二）乙。"),
    ],
)
def test_numbers_of_a_law_that_is_cited_are_not_those_of_the_report(library, lines):
    assert found(library, *lines)[2] == []


def test_points_that_begin_with_a_count_behind_a_comma_are_points(library):
    lines = ("1、更新目录。", "2、29件申请全部办结。", "3、5个工作日内答复。")

    assert found(library, *lines)[2] == []


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (["1、甲。", "2、3月份检查。", "3、乙。"], 0),
        (["1、甲。", "7、8月份检查。", "2、乙。"], 0),
        (["1、甲。", "2、3月份检查。", "2、乙。"], 0),
        (["7、8月份检查。", "1、甲。", "2、乙。"], 0),
        (["1、甲。", "2、3月份检查。", "4、乙。"], 1),
    ],
)
def test_a_number_before_a_month_is_known_by_the_list_around_it(library, lines, wrong):
    assert len(found(library, *lines)[2]) == wrong


FIVE = ("（一）甲。", "（二）乙。", "（三）丙。", "（四）丁。", "（五）戊。")


@pytest.mark.parametrize("between", [[], ["1.子。", "2.丑。"]])
def test_headings_that_begin_again_within_a_section_are_said_and_count_on(library, between):
    # given: headings of a web page were put behind those of the section
    checker, report, wrong = found(library, *FIVE, *between, "（一）政策宣传。", "（二）网上公开。")

    # when
    wrong[0].fix.edit.apply(report)

    # then
    assert [one.message for one in wrong] == [
        f"一、总体情况第 {6 + len(between)} 段的编号“（一）”又从头数起，前一个是“（五）”"
    ]
    assert texts(report)[5 + len(between) :] == ["（六）政策宣传。", "（七）网上公开。"]
    assert [one for one in findings_of(checker, report, "P11") if "编号" in one.message] == []


def test_headings_with_bodies_that_begin_again_count_on_behind_the_last_body(library):
    # given
    lines = (
        "（一）目录",
        "共120条。",
        "（二）培训",
        "办了两期。",
        "（一）政策宣传",
        "张贴公告。",
        "（二）网上公开",
    )
    checker, report, (wrong,) = found(library, *lines)

    # when
    wrong.fix.edit.apply(report)

    # then
    assert texts(report)[4:] == ["（三）政策宣传", "张贴公告。", "（四）网上公开"]
    assert [one for one in findings_of(checker, report, "P11") if "编号" in one.message] == []


def test_all_wrong_numbers_of_a_list_have_one_remedy(library):
    _, _, wrong = found(library, *["（一）甲。", "（二）乙。"] * 20)

    assert len(wrong) == 19
    assert len({id(one.fix) for one in wrong}) == 1


def test_lists_below_several_headings_have_a_remedy_each(library):
    # given
    lines = ["（一）甲。", "1.子。", "3.丑。", "（二）乙。", "1.寅。", "1.卯。"]
    _, report, wrong = found(library, *lines)

    # when
    wrong[0].fix.edit.apply(report)

    # then
    assert texts(report) == ["（一）甲。", "1.子。", "2.丑。", "（二）乙。", "1.寅。", "1.卯。"]
    assert [one.places for one in (wrong[0].fix, wrong[1].fix)] == [1, 1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一是公开及时。", "二是回应及时。"),
        ("第一，公开及时。", "第二，回应及时。"),
        ("存在问题", "改进情况"),
        ("主要做法", "工作成效"),
        ("今年做了以下工作。", "下一步，我镇将做好以下工作。"),
        ("制度建设", "队伍建设"),
        ("2023年，我镇从两个方面推进公开。", "我镇还存在一些不足。"),
    ],
)
def test_a_second_list_under_words_of_its_own_begins_with_the_first_number(library, first, second):
    lines = (first, "（一）甲。", "（二）乙。", second, "（一）丙。", "（二）丁。")

    assert found(library, *lines)[2] == []


def test_points_below_a_heading_may_begin_again_behind_a_sentence(library):
    lines = ("（一）甲。", "1.子。", "2.丑。", "另外还做了一些事。", "1.寅。", "2.卯。")

    assert found(library, *lines)[2] == []


def test_the_number_before_is_named_as_it_is_written(library):
    _, _, (wrong,) = found(library, "1、甲。", "2、乙。", "2、丙。")

    assert wrong.message == "一、总体情况第 3 段的编号“2、”和前面重复，前一个是“2、”"


@pytest.mark.parametrize(
    ("lines", "expected", "why"),
    [
        (["主要：（一）甲。（二）乙。", "（二）丙。"], "3", "和前面重复，前一个是“（二）”"),
        (["（一）甲。", "（二）乙。", "（三）丙。", "措施：（一）子。", "（三）丑。"], "2", "前面缺号，前一个是“（一）”"),
    ],
)  # fmt: skip
def test_a_number_below_a_list_begun_within_a_sentence_is_measured_by_that(library, lines, expected, why):
    (wrong,) = found(library, *lines)[2]

    assert wrong.expected == expected
    assert wrong.message.endswith(why)
