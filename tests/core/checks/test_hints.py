"""Broken sums are told with the cell that is likeliest to be wrong."""

from random import Random

import pytest

from core import checks
from core.report import Report
from core.template import Library
from tests.faults.filling import filled

TEMPLATE = "national-2021"


def full(library: Library) -> Report:
    """Return a report that adds up, with 12 applications granted to one kind of applicant."""
    report = filled(Random(7), library.get(TEMPLATE), 2024)
    report.values = dict.fromkeys(report.values, "0")
    for row in ("new", "granted", "total"):
        for column in ("natural", "total"):
            report.values[f"applications.{row}.{column}"] = "12"
    return report


def test_swapped_digits_are_named_with_the_cell_and_the_reasoning(library):
    checker, report = checks.for_template(library, TEMPLATE), full(library)
    report.values["applications.granted.natural"] = "21"

    found = [one for one in checker.run(report) if one.rule in ("T02", "T03")]

    assert {one.rule for one in found} == {"T02", "T03"}
    for one in found:
        assert one.hint.startswith("最可能填错的是 表三 · 予以公开 · 自然人：21 应为 12")
        assert "打颠倒" in one.hint
        assert one.fix
        assert one.fix.label == "把“表三 · 予以公开 · 自然人”改为 12"


def test_the_remedy_offered_mends_every_sum_at_once(library):
    checker, report = checks.for_template(library, TEMPLATE), full(library)
    report.values["applications.granted.natural"] = "21"
    fix = next(one.fix for one in checker.run(report) if one.rule == "T02")
    assert fix

    fix.edit.apply(report)

    assert [one for one in checker.run(report) if one.rule in ("T01", "T02", "T03")] == []


def test_a_balance_takes_part_in_the_guess(library):
    checker, report = checks.for_template(library, TEMPLATE), full(library)
    report.values["applications.new.natural"] = "13"

    (found,) = {one.hint for one in checker.run(report) if one.rule in ("T01", "T03")}

    assert "本年新收政府信息公开申请数量 · 自然人：13 应为 12" in found


def test_a_sum_that_any_cell_may_have_broken_has_no_guess(library):
    checker = checks.for_template(library, "national-2014")
    report = Report(template="national-2014", year=2016)
    report.values = {f"statistics.{row}.value": text for row, text in
                     {"received": "9", "in_person": "3", "by_fax": "1", "online": "1", "by_letter": "1"}.items()}  # fmt: skip

    (found,) = [one for one in checker.run(report) if one.rule == "T05"]

    assert found.hint == ""
    assert found.fix
    assert found.fix.label == "改为 6"


@pytest.mark.parametrize("seed", range(5))
def test_a_sheet_full_of_errors_is_still_told(library, seed: int):
    checker, rng = checks.for_template(library, TEMPLATE), Random(seed)
    report = filled(rng, library.get(TEMPLATE), 2024)
    report.values = {cell: str(rng.randint(0, 60)) for cell in report.values}

    assert [one for one in checker.run(report) if one.rule == "T03"]
