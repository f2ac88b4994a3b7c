"""The smallest set of cells that mends all broken sums is found."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.checks.suspects import Equation, suspects
from core.report import Report, blank
from core.template import built_in

TEMPLATE = built_in().get("national-2021")
COLUMNS = ("natural", "business", "research", "welfare", "legal", "others")
SUMS = tuple(
    Equation(((cell.id, -1), *((term, 1) for term in terms)))
    for cell in TEMPLATE.cells.values()
    for terms in cell.sums
)
ROWS = ("granted", "partial", "secret", "not_held", "petitions")
BALANCE = tuple(
    Equation(
        tuple(
            (f"applications.{row}.{column}", sign)
            for row, sign in (("new", 1), ("carried_in", 1), ("total", -1), ("carried_out", -1))
        )
    )
    for column in (*COLUMNS, "total")
)
EQUATIONS = (*SUMS, *BALANCE)


def balanced(figures: list[int]) -> Report:
    """Return a report whose applications table adds up, made from 30 figures of detail rows."""
    report = blank(TEMPLATE, 2024, "青禾镇人民政府")
    values = {cell.id: 0 for cell in TEMPLATE.cells.values() if cell.table == "applications"}
    for place, figure in enumerate(figures):
        row, column = ROWS[place // 6], COLUMNS[place % 6]
        for one in (row, "total", "new"):
            values[f"applications.{one}.{column}"] += figure
            values[f"applications.{one}.total"] += figure
    report.values = {cell: str(value) for cell, value in values.items()}
    return report


FIGURES = st.lists(st.integers(0, 40), min_size=30, max_size=30)


@settings(max_examples=40, deadline=None)
@given(FIGURES)
def test_a_table_that_adds_up_has_no_suspect(figures):
    assert suspects(balanced(figures), EQUATIONS) == []


@settings(max_examples=60, deadline=None)
@given(FIGURES, st.sampled_from(ROWS), st.sampled_from(COLUMNS), st.integers(1, 500))
def test_a_single_wrong_cell_is_found_with_its_right_figure(figures, row, column, error):
    # given
    report = balanced(figures)
    cell = f"applications.{row}.{column}"
    right = Decimal(report.values[cell])
    report.values[cell] = str(right + error)

    # when
    (found,) = suspects(report, EQUATIONS)

    # then
    assert [one.changes for one in found] == [((cell, right),)]


def test_swapped_digits_are_named(library):
    # given
    report = balanced([12] + [0] * 29)
    report.values["applications.granted.natural"] = "21"

    # when
    ((found,),) = suspects(report, EQUATIONS)

    # then
    assert "颠倒" in found.reason
    assert found.changes == (("applications.granted.natural", Decimal(12)),)


def test_two_cells_swapped_for_each_other_are_found():
    # given
    report = balanced([7, 3] + [5] * 28)
    left, right = "applications.granted.natural", "applications.granted.business"
    report.values[left], report.values[right] = report.values[right], report.values[left]

    # when
    (found,) = suspects(report, EQUATIONS)

    # then
    assert dict(found[0].changes) == {left: Decimal(7), right: Decimal(3)}
    assert "颠倒了位置" in found[0].reason


def test_a_figure_in_the_neighbours_cell_is_found():
    # given
    report = balanced([7, 0] + [5] * 28)
    left, right = "applications.granted.natural", "applications.granted.business"
    report.values[right] = report.values.pop(left)

    # when
    (found,) = suspects(report, EQUATIONS)

    # then
    assert dict(found[0].changes) == {left: Decimal(7), right: Decimal(0)}
    assert "旁边" in found[0].reason


@pytest.mark.parametrize(("wrong", "words"), [("123", "只差一个"), ("", "空着"), ("90", "只改这一格")])
def test_the_reason_says_what_kind_of_slip_it_may_be(wrong, words):
    # given
    report = balanced([12] + [0] * 29)
    report.values["applications.granted.natural"] = wrong

    # when
    ((found,),) = suspects(report, EQUATIONS)

    # then
    assert words in found.reason


def test_a_list_gives_every_candidate_where_the_sum_alone_cannot_tell():
    # given
    report = blank(TEMPLATE, 2024, "青禾镇人民政府")
    names = ("upheld", "corrected", "other", "pending")
    report.values = {f"reviews.cases.review_{name}": "1" for name in names} | {
        "reviews.cases.review_total": "5"
    }

    # when
    (found,) = suspects(report, EQUATIONS)

    # then
    assert len(found) == 3
    assert all(len(one.changes) == 1 for one in found)


def test_two_tables_broken_apart_are_two_knots():
    # given
    report = balanced([1] * 30)
    report.values["applications.granted.natural"] = "9"
    report.values["reviews.cases.review_total"] = "4"

    # then
    assert len(suspects(report, EQUATIONS)) == 2


def test_a_cell_that_is_no_number_takes_its_equations_out():
    # given
    report = balanced([1] * 30)
    report.values["applications.granted.natural"] = "无"

    # then
    assert suspects(report, EQUATIONS) == []
