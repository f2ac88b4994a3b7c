"""The checklist of the first section says what the rule on it says."""

import pytest

from core import checks
from core.aspects import checklist
from core.report import Paragraph, blank

HEADED = ["（一）主动公开。公开栏按月更换。", "（二）依申请公开。未收到。", "（三）平台建设。改版一次。"]


@pytest.fixture(scope="module")
def checker(library):
    return checks.for_template(library, "national-2021")


@pytest.fixture
def overview(checker):
    return checklist(checker.rules, "overview")


def test_each_aspect_is_ticked_with_the_words_that_speak_of_it(overview):
    # when
    ticks = {one.name: one.words for one in overview.ticks([*HEADED, ""])}

    # then
    assert ticks == {
        "主动公开": "主动公开",
        "依申请公开": "依申请公开",
        "政府信息管理": None,
        "政府信息公开平台建设": "平台建设",
        "监督保障": None,
    }


def test_without_headings_any_words_count(overview):
    # when
    ticks = {one.name: one.words for one in overview.ticks(["全年主动公开信息，接受监督。"])}

    # then
    assert ticks["监督保障"] == "监督"
    assert ticks["依申请公开"] is None


def test_nothing_is_ticked_of_an_empty_section(overview):
    assert {one.words for one in overview.ticks(["", " "])} == {None}


@pytest.mark.parametrize(
    "texts",
    [
        HEADED,
        ["全年主动公开信息，依申请公开未收到，网站已更新，加强考核，规范性文件已清理。"],
        [*HEADED, "（四）政府信息管理。有人管。", "（五）监督保障。有考核。"],
        ["一是做好主动公开。二是办理申请。三是管理信息。"],
    ],
)
def test_the_list_and_the_rule_say_the_same(library, checker, overview, texts):
    # given
    report = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    report.section("overview").paragraphs = [Paragraph(text=text) for text in texts]

    # when
    expected = {name for one in checker.run(report) if one.rule == "P06" for name in one.expected.split("、")}

    # then
    assert {one.name for one in overview.ticks(texts) if one.words is None} == expected


def test_other_sections_and_other_forms_have_no_list(library, checker):
    assert checklist(checker.rules, "other") is None
    assert checklist(checks.for_template(library, "plain-2008").rules, "overview") is None


def test_a_paragraph_that_says_there_was_none_counts_without_a_heading(overview):
    # given
    nobody = "2024年，柳河镇没有因政府信息公开工作被责任追究的情形。"
    nothing = "2024年，柳河镇没有收到政府信息公开申请，也没有上年结转的申请。"
    headed = [
        "（一）主动公开。公开栏按月更换。",
        "（二）政府信息管理。逐条审查。",
        "（三）平台建设。改版一次。",
    ]

    # when
    ticks = {one.name: one.words for one in overview.ticks([*headed, nobody, nothing])}

    # then
    assert ticks["监督保障"] == "责任追究"
    assert ticks["依申请公开"] == "公开申请"


def test_what_is_only_mentioned_in_a_sentence_with_something_does_not_count(overview):
    # given
    something = "2024年，柳河镇对站所的公开工作开展考核监督。"

    # when
    ticks = {one.name: one.words for one in overview.ticks([*HEADED, something])}

    # then
    assert ticks["监督保障"] is None
