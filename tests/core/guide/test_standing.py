"""What the report answers of itself when the guide is opened, and which answers given before it belies."""

from dataclasses import replace

import pytest

from core import guide
from core.carry import forward
from core.guide import NONE, SOME, Question
from core.report import Paragraph, blank

OFFICE = "清溪县柳河镇人民政府"
NO_FEE = "2024年，柳河镇没有收取政府信息处理费。"


def write(report, section: str, *texts: str) -> None:
    report.section(section).paragraphs = [Paragraph(text=text) for text in texts]


def test_a_sentence_answers_no_question_that_has_figures(asked, report):
    # given
    write(report, "overview", "2024年，柳河镇没有收到政府信息公开申请，也没有上年结转的申请。")
    write(report, "reviews", "2024年，柳河镇没有因政府信息公开工作被申请行政复议或者被提起行政诉讼。")

    # then
    assert guide.presets(asked, report) == {}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (NO_FEE, {"information_fee": NONE}),
        ("全年未收取任何处理费。", {"information_fee": NONE}),
        (NO_FEE + "上半年收取信息处理费200元，已缴入国库。", {}),
    ],
)
def test_the_same_in_other_words_answers_too_and_two_that_differ_do_not(asked, report, text, answers):
    # given
    write(report, "other", text)

    # then
    assert guide.presets(asked, report) == answers


def test_a_phrase_without_words_to_know_it_by_is_known_by_itself(asked, report):
    # given
    phrases = {name: one.model_copy(update={"says": ""}) for name, one in asked.phrases.items()}
    write(report, "other", NO_FEE, "无其他事项。")

    # then
    assert guide.presets(replace(asked, phrases=phrases), report) == {"information_fee": NONE}


def test_a_question_without_figures_and_words_is_answered_by_nothing(asked, report):
    # given
    own = Question(id="own", topic="村务公开", ask="有没有村务公开方面的投诉？")

    # then
    assert guide.presets(replace(asked, questions=(own,), conclusions=()), report) == {}


def test_the_paragraph_of_the_sentence_itself_has_to_be_looked_at(asked, report):
    # given
    write(report, "other", "村务公开栏按季更换。", NO_FEE)
    report.section("other").paragraphs[1].state = "carried"

    # then
    assert guide.presets(asked, report) == {}

    # when
    report.section("other").paragraphs[0].state = "carried"
    report.section("other").paragraphs[1].state = "seen"

    # then
    assert guide.presets(asked, report) == {"information_fee": NONE}


def test_figures_of_this_year_do_not_belie_that_there_were_some(asked, report):
    # given
    report.values["reviews.cases.review_upheld"] = "1"

    # then
    assert guide.answered(asked, report, {"reviews": SOME}) == {"reviews": SOME}


def test_a_figure_of_a_former_year_does_not_belie_that_there_was_none(asked, library):
    # given: nobody knows what moved it since
    last = blank(library.get("national-2021"), 2021, OFFICE)
    last.values = {"disclosure.documents.valid": "9"}
    report = forward(library, last, 2024)

    # then
    assert guide.answered(asked, report, {"documents_valid": NONE}) == {"documents_valid": NONE}
