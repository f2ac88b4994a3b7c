"""Whatever stands in a cell is understood or found: nothing crashes, and text is never taken for 0."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import checks, numbers
from core.checks.checker import Checker
from core.checks.model import CellPlace, Finding
from core.report import Report
from core.template import built_in
from core.totals import with_totals
from tests.faults.filling import YEARS, filled, with_tables

LIBRARY = built_in()
FORMS = [one.id for one in with_tables(LIBRARY) if one.tables]
CHECKERS = {form: checks.for_template(LIBRARY, form) for form in FORMS}
ODD = [
    "无",
    "/",
    "—",
    "NaN",
    "nan",
    "Infinity",
    "1" + "0" * 30,
    "-5",
    "1.5",
    "1e9",
    "约12",
    "3件",
    "十二",
    "--",
    "?",
    "0x10",
    "\x00",
    "１.２.３",
]
PLAIN = ["１２", " 7 ", "1,204", "12.0", "０"]
SUMS = {f"T0{number}" for number in range(1, 10)} | {"T10", "T11", "T12", "T16"}


def table_findings(form: str, report: Report) -> list[Finding]:
    """Return what is said of the tables, hints left out."""
    checker: Checker = CHECKERS[form]
    return [one for one in checker.run(report) if one.rule[0] == "T" and one.severity != "info"]


def names(found: Finding, cell: str) -> bool:
    """Return whether a finding speaks of a cell."""
    return any(isinstance(place, CellPlace) and place.cell == cell for place in found.where)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["count", "amount", "change"])
@pytest.mark.parametrize("text", ODD + PLAIN)
def test_any_text_in_any_kind_of_cell_is_understood_or_found(form: str, kind: str, text: str):
    template = LIBRARY.get(form)
    cells = [one.id for one in template.cells.values() if one.kind == kind and not one.group]
    for cell in cells[:: max(1, len(cells) // 4)]:
        report = filled(Random(3), template, YEARS[form][-1])
        report.values[cell] = text

        said = [one for one in CHECKERS[form].run(report) if one.rule in ("T18", "T20") and names(one, cell)]

        understood = numbers.read(text)
        if understood is None:
            assert said, (cell, text)
        elif kind == "count":
            assert bool(said) == (not numbers.is_count(text)), (cell, text)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6))
def test_tables_filled_as_required_have_no_finding(form: str, seed: int):
    report = filled(Random(seed), LIBRARY.get(form))

    assert [one.message for one in table_findings(form, report)] == []


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6), by=st.integers(1, 900))
def test_breaking_a_cell_names_an_identity_that_it_breaks(form: str, seed: int, by: int):
    template, rng = LIBRARY.get(form), Random(seed)
    report = filled(rng, template)
    totals = [one for one in template.cells.values() if one.sums]
    cell = rng.choice(
        sorted({term for one in totals for terms in one.sums for term in terms} | {one.id for one in totals})
    )

    report.values[cell] = str(int(report.values[cell]) + by)

    assert any(names(one, cell) for one in table_findings(form, report) if one.rule in SUMS)


@pytest.mark.parametrize(
    ("cell", "waiting"),
    [
        ("applications.granted.business", ["granted.total", "total.business", "total.total"]),
        ("applications.new.natural", ["new.total"]),
        ("applications.carried_out.legal", ["carried_out.total"]),
    ],
)
def test_words_in_a_term_are_told_alone_and_not_their_blank_totals(cell: str, waiting: list[str]):
    form = "national-2021"
    template = LIBRARY.get(form)
    report = filled(Random(3), template, 2024)
    report.values.update(with_totals(template, report, {cell: "abc"}))
    assert {one for one in report.values if not report.values[one]} == {
        f"applications.{one}" for one in waiting
    }

    found = [(one.rule, one.where[0]) for one in table_findings(form, report)]

    assert found == [("T18", CellPlace(cell, "abc"))]


def test_a_cell_with_words_comes_first_among_the_errors_of_its_table():
    form = "national-2021"
    report = filled(Random(3), LIBRARY.get(form), 2024)
    report.values["applications.new.total"] = "999"
    report.values["applications.carried_out.legal"] = "abc"

    told = [one.rule for one in table_findings(form, report)]

    assert told[0] == "T18"
    assert "T03" in told


def test_a_total_typed_beside_another_is_told_though_words_stand_elsewhere():
    form = "national-2021"
    report = filled(Random(3), LIBRARY.get(form), 2024)
    report.values["applications.granted.business"] = "abc"
    report.values["applications.new.total"] = "999"

    assert any(
        one.rule == "T03" and names(one, "applications.new.total") for one in table_findings(form, report)
    )


def test_a_computed_total_is_not_told_for_its_odd_term():
    form = "national-2021"
    report = filled(Random(3), LIBRARY.get(form), 2024)
    odd = {"applications.new.natural": "3.5"}
    report.values |= with_totals(LIBRARY.get(form), report, odd)
    assert report.text("applications.new.total").endswith(".5")

    told = [one for one in table_findings(form, report) if one.rule == "T18"]

    assert [one.where for one in told] == [(CellPlace("applications.new.natural", "3.5"),)]


def test_a_total_typed_by_hand_is_told_though_its_term_is_odd_too():
    form = "national-2021"
    report = filled(Random(3), LIBRARY.get(form), 2024)
    report.values |= {"applications.new.natural": "3.5", "applications.new.total": "998.5"}

    told = [one for one in table_findings(form, report) if one.rule == "T18"]

    assert any(names(one, "applications.new.total") for one in told)
