"""Into the trial form of 2019, from one of its years to the other, and out of it into the form of 2021."""

import pytest

from core.carry import forward
from core.report import Paragraph, Report, blank

OFFICE = "清溪县柳河镇人民政府"
FIGURES = {
    "disclosure.documents.made": "4",
    "disclosure.documents.public": "11",
    "disclosure.permits.before": "23",
    "disclosure.permits.change": "-2",
    "disclosure.permits.decided": "140",
    "disclosure.services.before": "30",
    "disclosure.fees.before": "1",
    "disclosure.fees.change": "-2",
    "disclosure.procurement.amount": "251000元",
    "applications.carried_out.natural": "3",
    "applications.carried_out.legal": "0",
    "applications.carried_out.total": "3",
    "applications.closed.natural": "1",
}


def report_of(library, form: str, year: int) -> Report:
    report = blank(library.get(form), year, OFFICE)
    report.section("overview").paragraphs = [Paragraph(text=f"{year}年，我镇工作平稳。")]
    return report


@pytest.fixture
def trial(library) -> Report:
    report = report_of(library, "national-2019", 2019)
    report.values = dict(FIGURES)
    return report


def test_the_year_after_begins_with_what_was_there_at_the_end(library, trial):
    # when
    draft = forward(library, trial)

    # then: 23-2 items; blank where a part is not known or the outcome would be none
    assert (draft.template, draft.year) == ("national-2019", 2020)
    assert draft.values == {
        "disclosure.documents.public": "11",
        "disclosure.permits.before": "21",
        "applications.carried_in.natural": "3",
        "applications.carried_in.legal": "0",
        "applications.carried_in.total": "3",
    }
    assert set(draft.states.values()) == {"carried"}


def test_into_2021_only_the_carry_over_comes_along(library):
    # given
    trial = report_of(library, "national-2019", 2020)
    trial.values = dict(FIGURES)
    trial.section("disclosure").paragraphs = [Paragraph(text="表中数据由司法所核对。")]

    # when
    draft = forward(library, trial)

    # then
    assert (draft.template, draft.year) == ("national-2021", 2021)
    assert draft.values == {
        "applications.carried_in.natural": "3",
        "applications.carried_in.legal": "0",
        "applications.carried_in.total": "3",
    }
    assert [one.text for one in draft.section("disclosure").paragraphs] == ["表中数据由司法所核对。"]
    assert [one.text for one in draft.section("overview").paragraphs] == ["2021年，我镇工作平稳。"]


def test_from_2018_the_words_move_by_meaning_and_no_figure_comes_along(library):
    # given
    last = report_of(library, "national-2014", 2018)
    last.section("fees").paragraphs = [Paragraph(text="没有收费。")]
    last.values = {"statistics.fees.value": "0.5", "statistics.reviews.value": "2"}

    # when
    draft = forward(library, last)

    # then
    assert (draft.template, draft.year, draft.values) == ("national-2019", 2019, {})
    assert any("没有收费。" in one.text for one in draft.section("other").paragraphs)
    assert draft.section("overview").paragraphs[0].text == "2019年，我镇工作平稳。"
