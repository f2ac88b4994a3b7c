"""What the guide knows already when it is opened once more."""

from core import guide
from core.carry import forward
from core.guide import CARRIED, NONE, SOME, amount
from core.report import Paragraph, blank

OFFICE = "清溪县柳河镇人民政府"
WITHOUT_FIGURES = ("accountability", "information_fee", "other")


def asked_of(library, form="national-2021"):
    return guide.for_template(library, form)


def filled(library, answers, form="national-2021"):
    """A report on which the guide was used with these answers."""
    template = library.get(form)
    report = blank(template, template.last_year or 2024, OFFICE)
    lines = guide.preview(asked_of(library, form), report, answers)
    guide.edit(template, report, lines).apply(report)
    return report


def all_none(asked):
    return dict.fromkeys((question.id for question in asked.questions), NONE)


def test_what_the_report_tells_in_sentences_alone_is_answered_too(library):
    # given
    asked = asked_of(library)

    # when
    report = filled(library, all_none(asked))

    # then
    assert guide.presets(asked, report) == all_none(asked)


def test_a_form_without_figures_knows_its_sentences_and_the_one_that_speaks_of_two_things(library):
    # given
    asked = asked_of(library, "plain-2008")

    # when
    report = filled(library, all_none(asked), "plain-2008")

    # then: nothing could be written on what a blank report has no section for
    said = {"documents", "applications", "reviews", "lawsuits", "complaints", "charge"}
    assert guide.presets(asked, report) == dict.fromkeys(said, NONE)


def test_sentences_of_last_year_answer_nothing_until_somebody_has_looked_at_them(library):
    # given
    asked = asked_of(library)
    last = filled(library, all_none(asked))
    draft = forward(library, last, last.year + 1)

    # then
    assert not set(WITHOUT_FIGURES) & set(guide.presets(asked, draft))

    # when
    for _, _, paragraph in draft.paragraphs():
        paragraph.state = "seen"

    # then
    assert set(WITHOUT_FIGURES) <= set(guide.presets(asked, draft))


def test_a_sentence_that_tells_of_some_is_no_answer_of_none(library):
    # given
    report = blank(library.get("national-2021"), 2024, OFFICE)
    report.section("other").paragraphs.append(Paragraph(text="全年收取信息处理费200元，已缴入国库。"))

    # then
    assert "information_fee" not in guide.presets(asked_of(library), report)


def test_answers_given_before_are_known_where_the_report_says_nothing(library):
    # given
    asked = asked_of(library)
    report = blank(library.get("national-2021"), 2024, OFFICE)
    before = {"applications": SOME, "other": SOME, "reviews": NONE, "permits": amount("3"), "gone": NONE}

    # when
    known = guide.answered(asked, report, before)

    # then
    del before["gone"]
    assert known == before


def test_the_report_is_believed_more_than_an_answer_given_before(library):
    # given
    asked = asked_of(library)
    report = blank(library.get("national-2021"), 2024, OFFICE)
    before = {"permits": amount("3"), "reviews": NONE, "documents_valid": CARRIED, "lawsuits": NONE}

    # when: another figure, one of many figures, and none of last year
    report.values |= {"disclosure.permits.decided": "4", "reviews.cases.review_upheld": "1"}

    # then
    assert guide.answered(asked, report, before) == {"permits": amount("4"), "lawsuits": NONE}
