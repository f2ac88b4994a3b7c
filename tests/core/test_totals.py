"""Totals follow their terms; one that was typed with a reason stays, and all of it can be taken back."""

import pytest

from core import checks, totals
from core.carry import forward
from core.edits import SetCells
from core.report import blank
from core.store import ReportFile
from core.store.container import from_bytes, to_bytes

TOTAL, ALL = "applications.new.total", "applications.total.total"
KINDS = ("natural", "business", "research", "welfare", "legal", "others")
REASON = "县里通知按系统里的数填报"


@pytest.fixture
def form(library):
    return library.get("national-2021")


@pytest.fixture
def report(form):
    report = blank(form, 2024, "清溪县柳河镇人民政府")
    report.values = totals.with_totals(form, report, {f"applications.new.{kind}": "1" for kind in KINDS})
    return report


def test_a_total_typed_by_hand_stays_when_a_term_changes(form, report):
    # given
    assert report.text(TOTAL) == "6"
    totals.by_hand(form, report, TOTAL, " ７ ", REASON).apply(report)

    # when
    after = totals.with_totals(form, report, {"applications.new.natural": "4"})

    # then
    assert TOTAL not in after
    assert report.text(TOTAL) == "7"
    assert totals.reason_of(report, TOTAL) == REASON
    assert not totals.follows(report, form.cells[TOTAL])


def test_a_total_of_last_year_waits_no_longer_once_it_is_computed(library):
    # given: 专职 was blank last year, so that the total stood alone
    form = library.get("national-2014")
    report = blank(form, 2016, "清溪县柳河镇人民政府")
    total, full, part = (f"statistics.{row}.value" for row in ("staff", "staff_full", "staff_part"))
    report.values = {total: "3", part: "3"}
    report.states = {total: "carried", part: "carried"}
    first = report.model_copy(deep=True)

    # when
    typed = SetCells(totals.with_totals(form, report, {full: "0"}))
    undo = totals.settled(form, report, typed).apply(report)

    # then: as it does where the report is opened again
    assert report.states == {part: "carried"}
    assert report.text(total) == "3"
    undo.apply(report)
    assert report == first


def test_a_total_that_its_terms_do_not_give_still_waits(library):
    # given
    form = library.get("national-2014")
    report = blank(form, 2016, "清溪县柳河镇人民政府")
    total, full, part = (f"statistics.{row}.value" for row in ("staff", "staff_full", "staff_part"))
    report.values = {total: "3", part: "3"}
    report.states = {total: "carried"}
    typed = SetCells({full: "1"})

    # then
    assert totals.settled(form, report, typed) is typed
    assert report.states == {total: "carried"}
    assert report.text(full) == ""


def test_it_is_checked_as_it_was_typed(library, form, report):
    # given
    totals.by_hand(form, report, TOTAL, "7", REASON).apply(report)

    # when
    found = checks.for_template(library, form.id).run(report)

    # then
    assert "T03" in {one.rule for one in found if TOTAL in str(one.where[0]) and one.severity == "error"}


def test_typing_and_giving_back_are_taken_back_whole(form, report):
    # given
    first = report.model_dump_json()

    # when
    undo = [totals.by_hand(form, report, TOTAL, "7", REASON).apply(report)]
    typed = report.model_dump_json()
    undo.append(totals.automatic(form, report, TOTAL).apply(report))

    # then
    assert report.model_dump_json() == first
    assert undo.pop().apply(report)
    assert report.model_dump_json() == typed
    assert undo.pop().apply(report)
    assert report.model_dump_json() == first


def test_a_total_whose_figure_was_replaced_is_no_longer_typed(form, report):
    # given
    totals.by_hand(form, report, TOTAL, "7", REASON).apply(report)

    # when: the remedy of a finding puts the sum there
    report.values[TOTAL] = "6"

    # then
    assert totals.reason_of(report, TOTAL) == ""
    assert totals.with_totals(form, report, {"applications.new.natural": "3"})[TOTAL] == "8"
    assert totals.struck_out(report, {TOTAL}) == [totals.TypeTotal(TOTAL, None)]


def test_a_total_given_back_is_blank_while_a_term_is(form, report):
    # given
    del report.values["applications.new.legal"]
    totals.by_hand(form, report, TOTAL, "7", REASON).apply(report)

    # when
    totals.automatic(form, report, TOTAL).apply(report)

    # then
    assert report.text(TOTAL) == ""


def test_sums_that_contradict_one_another_give_no_total(form, report):
    # given: by its row the total of all is 2, by its column 3
    cell = form.cells[ALL]
    by_row, by_column = cell.sums
    report.values |= dict.fromkeys((*by_row, *by_column), "0") | {by_row[0]: "2", by_column[0]: "3"}

    # then
    assert len(totals.sums(cell, report.text)) == 2
    assert totals.automatic(form, report, ALL) is None


def test_the_reason_survives_the_file_and_does_not_go_on_to_the_next_year(library, form, report):
    # given
    totals.by_hand(form, report, TOTAL, "7", REASON).apply(report)

    # when
    again = from_bytes(to_bytes(ReportFile(report)), "年报").report

    # then
    assert totals.reason_of(again, TOTAL) == REASON
    assert forward(library, again).typed_totals == {}


def test_a_report_without_typed_totals_is_stored_as_before(report):
    # then
    assert b"typed_totals" not in to_bytes(ReportFile(report))
