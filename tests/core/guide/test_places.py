"""Where a new sentence of the guide goes: under its heading, beside what speaks of the same, else under one of its own."""

import pytest

from core import checks, guide
from core.guide import NONE
from tests.core.guide.test_guide import answered, fresh, put

SENTENCE = "2024年，柳河镇没有因政府信息公开工作被责任追究的情形。"
NO_APPLICATION = "2024年，柳河镇没有收到政府信息公开申请，也没有上年结转的申请。"


@pytest.fixture
def report(library):
    return fresh(library, "national-2021")


def filled_in(library, report, answers, *, without: str = ""):
    """Answer, take all lines but those that say so, and return the paragraphs with their levels."""
    asked = guide.for_template(library, report.template)
    lines = [one for one in guide.preview(asked, report, answers) if not (without and without in one.after)]
    guide.edit(asked.template, report, lines).apply(report)
    return [(one.level, one.text) for one in report.section("overview").paragraphs]


def test_what_an_old_form_says_of_expenses_and_training_is_no_place_for_it(library, report):
    # given
    put(
        report,
        "overview",
        (2, "（一）机构建设、保障经费和培训会议情况"),
        (3, "1.培训次数：2次。"),
        (3, "2.接受培训人员数：10人次。"),
    )

    # when
    found = filled_in(library, report, {"accountability": NONE})

    # then
    assert found[3:] == [(2, f"（二）监督保障。{SENTENCE}")]


@pytest.mark.parametrize("level", [0, 2])
def test_under_headings_of_other_things_it_gets_a_heading_of_its_own(library, report, level):
    # given: one of them speaks of 考核 in passing
    put(
        report,
        "overview",
        (level, "（一）主动公开。加强监督保障和考核，公开 12 条信息。"),
        (level, "（二）平台建设"),
        (0, "更新了专栏。"),
    )

    # when
    found = filled_in(library, report, {"accountability": NONE})

    # then
    assert found[2:] == [(0, "更新了专栏。"), (level, f"（三）监督保障。{SENTENCE}")]


def test_two_of_them_are_numbered_one_after_the_other(library, report):
    # given
    put(report, "overview", (2, "（一）主动公开"), (0, "公开 12 条信息。"))

    # when
    found = filled_in(library, report, {"accountability": NONE, "applications": NONE, "carried_in": NONE})

    # then
    assert [text for _, text in found[2:]] == [
        f"（二）依申请公开。{NO_APPLICATION}",
        f"（三）监督保障。{SENTENCE}",
    ]


def test_closing_words_with_a_number_count_on_behind_it(library, report):
    # given
    put(
        report,
        "overview",
        (2, "（一）主动公开。公开 12 条信息。"),
        (2, "（二）其他。没有其他需要报告的事项。"),
    )

    # when
    found = filled_in(library, report, {"accountability": NONE})

    # then
    assert [text for _, text in found[1:]] == [
        f"（二）监督保障。{SENTENCE}",
        "（三）其他。没有其他需要报告的事项。",
    ]


def test_where_one_is_left_out_the_other_takes_its_number(library, report):
    # given
    put(report, "overview", (2, "（一）主动公开"), (0, "公开 12 条信息。"))

    # when
    answers = {"accountability": NONE, "applications": NONE, "carried_in": NONE}
    found = filled_in(library, report, answers, without="申请")

    # then
    assert found[-1] == (2, f"（二）监督保障。{SENTENCE}")


def test_the_line_says_that_it_comes_under_a_heading_of_its_own(library, report):
    # given
    put(report, "overview", (2, "（一）主动公开"), (0, "公开 12 条信息。"))

    # when
    lines, _ = answered(library, report, {"accountability": NONE})

    # then
    (line,) = [one for one in lines if one.spot]
    assert (line.where, line.after) == ("一、总体情况 · 新的一条“监督保障”", SENTENCE)


@pytest.mark.parametrize(
    ("headings", "number"),
    [
        (["(一)主动公开", "(二)平台建设"], "(三)"),
        (
            ["（一）主动公开", "第二十条规定，应当公开下列信息：", "（五）规划；", "（六）统计信息。"],
            "（二）",
        ),
        (["（一）主动公开", "（二）项所列的信息都公开了。"], "（二）"),
        (["（九十九）主动公开"], ""),
    ],
)
def test_its_number_is_written_as_the_others_and_follows_the_last_of_the_report(
    library, report, headings, number
):
    # given
    put(report, "overview", *((2 * text.startswith(("（", "(")), text) for text in headings))

    # then
    found = filled_in(library, report, {"accountability": NONE})
    assert found[-1] == (2, f"{number}监督保障。{SENTENCE}")


def test_headings_without_numbers_are_followed_by_one_without(library, report):
    # given
    put(report, "overview", (2, "主动公开"), (0, "公开 12 条信息。"))

    # then
    assert filled_in(library, report, {"accountability": NONE})[-1] == (2, f"监督保障。{SENTENCE}")


@pytest.mark.parametrize(
    "paragraphs",
    [
        [(0, "主动公开方面，公开 12 条。"), (0, "监督保障方面，纳入考核。"), (0, "平台建设方面，更新专栏。")],
        [
            (3, "1.主动公开方面，公开 12 条。"),
            (3, "2.监督保障方面，纳入考核。"),
            (3, "3.平台建设方面，更新。"),
        ],
        [(0, "一是主动公开有进展。"), (0, "二是监督保障有力度。"), (0, "三是平台建设有改进。")],
        [(2, "（一）主动公开"), (0, "监督保障方面，纳入考核。"), (2, "（二）平台建设")],
        [(0, "一是公开有进展；二是监督保障有力度。"), (0, "主要做法如下。")],
    ],
)
def test_without_a_heading_it_stands_behind_what_speaks_of_the_same(library, report, paragraphs):
    # given
    put(report, "overview", *paragraphs)
    at = next(number for number, (_, text) in enumerate(paragraphs) if "监督保障" in text)

    # when
    found = filled_in(library, report, {"accountability": NONE})

    # then
    assert found == [*paragraphs[: at + 1], (0, SENTENCE), *paragraphs[at + 1 :]]


def test_it_stands_behind_all_that_belongs_to_a_numbered_paragraph(library, report):
    # given
    given = [
        (3, "1.监督保障"),
        (0, "纳入考核。"),
        (4, "（1）听取评议。"),
        (3, "2.平台建设"),
        (0, "更新了专栏。"),
    ]
    put(report, "overview", *given)

    # when
    found = filled_in(library, report, {"accountability": NONE})

    # then
    assert found == [*given[:3], (0, SENTENCE), *given[3:]]


@pytest.mark.parametrize("paragraphs", [[], [(0, "工作平稳。对站所开展考核。")]])
def test_where_nothing_has_a_heading_it_is_a_paragraph_at_the_end(library, report, paragraphs):
    # given
    put(report, "overview", *paragraphs)

    # then
    assert filled_in(library, report, {"accountability": NONE}) == [*paragraphs, (0, SENTENCE)]


def test_what_was_put_under_a_heading_of_its_own_is_found_there_again(library, report):
    # given
    put(report, "overview", (2, "（一）主动公开"), (0, "公开 12 条信息。"))
    filled_in(library, report, {"accountability": NONE})

    # when
    lines, edit = answered(library, report, {"accountability": NONE})

    # then
    assert edit is None
    assert [one.after for one in lines] == ["已经写明，不用改"]
    rules = {one.rule for one in checks.for_template(library, "national-2021").run(report)}
    assert not rules & {"S01", "S02", "L08"}
