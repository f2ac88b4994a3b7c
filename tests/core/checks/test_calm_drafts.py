"""A new report and a carried draft: what is not filled in yet is told once, in a short list without errors."""

from collections import Counter

import pytest

from core import carry, checks
from core.checks.model import TextPlace
from core.report import blank
from core.template import Library
from tests.samples import IDS, filled

MOST = 12
OFFICE = "清溪县柳河镇人民政府"


@pytest.mark.parametrize("template_id", list(IDS))
def test_a_new_report_says_once_for_each_section_what_is_missing(library: Library, template_id: str):
    # given
    report = blank(library.get(template_id), IDS[template_id], OFFICE)

    # when
    found = checks.for_template(library, template_id).run(report)

    # then
    starts = [place.section for one in found for place in one.where if isinstance(place, TextPlace)]
    body = Counter(section for section in starts if section not in ("preface", "signature"))
    assert len(found) <= MOST
    assert [one.message for one in found if one.severity == "error"] == []
    assert body
    assert max(body.values()) == 1


@pytest.mark.parametrize("template_id", list(IDS))
def test_a_section_taken_out_of_a_written_report_is_an_error(library: Library, template_id: str):
    # given
    _, report = filled(library, template_id, IDS[template_id])
    report.sections = [section for section in report.sections if section.id != "problems"]

    # when
    found = checks.for_template(library, template_id).run(report)

    # then
    assert [one.severity for one in found if one.rule == "P04"] == ["error"]


def test_a_carried_draft_adds_nothing_about_sections_that_came_along(library: Library):
    # given
    _, last = filled(library, "national-2021", 2024)

    # when
    draft = carry.forward(library, last)
    found = checks.for_template(library, draft.template).run(draft)

    # then
    assert [one.rule for one in found if one.rule in ("P04", "P08", "P09")] == []


def test_a_stock_that_is_not_filled_in_yet_is_not_taken_for_none(library: Library):
    # given
    report = blank(library.get("national-2021"), 2024, OFFICE)
    report.values |= {"disclosure.documents.made": "2", "disclosure.documents.repealed": "0"}
    checker = checks.for_template(library, "national-2021")

    # then
    assert "T16" not in {one.rule for one in checker.run(report)}

    # when
    report.values["disclosure.documents.valid"] = "1"

    # then
    assert "T16" in {one.rule for one in checker.run(report)}
