"""Cells that wait for a figure: the rule, the state and the line of progress mean the same ones."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import checks
from core.blanks import missing_cells, waiting_cells
from core.checks.standing import standing
from core.report import blank
from core.template import built_in

LIBRARY = built_in()
FORMS = [form.id for form in LIBRARY if form.cells]
TYPED = ("", "", " ", "\u3000", "0", "3", "１２", "约12", "12①")


def filled(form_id: str, values: dict[str, str]):
    form = LIBRARY.get(form_id)
    report = blank(form, form.first_year, "清溪县柳河镇人民政府")
    report.values = {cell: text for cell, text in values.items() if text}
    return form, report


def inputs(form):
    return [cell.id for cell in form.cells.values() if not cell.group and not cell.sums]


def waiting(form, report) -> list[str]:
    return [cell.id for cell in waiting_cells(form, report.text)]


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\u00a0\u200b"])
def test_white_space_in_a_cell_fills_nothing(text):
    # given
    form, report = filled("national-2021", {})
    report.values = dict.fromkeys(inputs(form), text)

    # then
    assert waiting(form, report) == inputs(form)
    assert standing(form, report, []).blank == len(inputs(form))


def test_where_blank_means_none_only_the_rest_of_a_group_waits():
    # given
    form, empty = filled("weihai-2012", {})
    _, report = filled("weihai-2012", {"statistics.points.value": "1"})
    _, begun = filled("weihai-2012", {"statistics.points_town.value": "1"})

    # then
    assert waiting(form, empty) == []
    assert standing(form, empty, []).blank == 0
    assert "statistics.points_town.value" not in waiting(form, begun)
    for one in (empty, report, begun):
        assert standing(form, one, []).blank == len(waiting(form, one)) == told(form, one)


def test_a_total_waits_only_where_it_does_not_follow_of_itself():
    # given
    form, report = filled("national-2021", {})
    report.values = dict.fromkeys(inputs(form), "0")
    total = next(cell for cell in form.cells.values() if cell.sums and not cell.group)
    term = total.sums[0][0]

    # then
    assert total.id in waiting(form, report)
    report.values[term] = "约12"
    assert total.id not in waiting(form, report)
    assert total in list(missing_cells(form, report.text))


def test_the_cells_of_one_table_are_those_of_the_form_in_it():
    form, report = filled("national-2021", {"reviews.cases.review_upheld": "1"})

    by_table = [cell for table in form.tables_by_id for cell in waiting_cells(form, report.text, table)]

    assert by_table == list(waiting_cells(form, report.text))


@settings(max_examples=20, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
@pytest.mark.parametrize("form_id", FORMS)
def test_the_rule_counts_the_cells_that_the_state_counts(form_id, seed):
    # given
    rng = Random(seed)
    known = [cell.id for cell in LIBRARY.get(form_id).cells.values() if not cell.group]

    # when
    form, report = filled(form_id, {cell: rng.choice(TYPED) for cell in known})

    # then
    assert standing(form, report, []).blank == told(form, report)


def told(form, report) -> int:
    """Return how many blank cells the rules on blanks speak of, by their sentences."""
    rules = [rule for rule in checks.for_template(LIBRARY, form.id).rules if rule.entry.kind == "blanks"]
    found = checks.Checker(form, rules).run(report)
    return sum(int(one.message.split(" 个")[0].split()[-1]) for one in found)
