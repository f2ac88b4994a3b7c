"""Cells that wait for a figure: the rule, the state and the line of progress mean the same ones."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import checks
from core.blanks import before, blanks_of, left_blank, missing_cells, waiting_cells
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
    return [cell.id for cell in waiting_cells(form, report.text, last=before(report))]


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
    form, report = filled("weihai-2012", {"statistics.points.value": "1"})
    _, begun = filled("weihai-2012", {"statistics.points_town.value": "1"})

    # then
    assert waiting(form, report) == []
    assert waiting(form, begun) == ["statistics.points_city.value", "statistics.points_county.value"]
    for one in (report, begun):
        assert standing(form, one, []).blank == len(waiting(form, one)) == told(form, one)


def test_a_form_without_any_figure_is_not_begun_also_where_blank_means_none():
    # given
    form, empty = filled("weihai-2012", {})

    # then: blank cells say "none", but not all of them at once
    assert waiting(form, empty) == inputs(form)
    assert standing(form, empty, []).blank == len(inputs(form)) == told(form, empty)


def test_where_blank_means_none_what_had_a_figure_last_year_waits():
    # given: figures, a 0 and a blank cell last year, one of the figures typed this year
    form, report = filled("weihai-2012", {"statistics.published.value": "800"})
    last = {"published": "756", "access_points": "1", "courses": "约2", "meetings": "0", "fees": ""}
    made_from(report, form, last)

    # then
    assert waiting(form, report) == ["statistics.access_points.value", "statistics.courses.value"]
    assert standing(form, report, []).blank == 2 == told(form, report)
    assert left_blank(form, report.text) == len(inputs(form)) - 1

    # when: a 0 is typed, and a figure
    report.values |= {"statistics.access_points.value": "0", "statistics.courses.value": "2"}

    # then
    assert "statistics.access_points.value" not in waiting(form, report)


def test_a_total_that_stood_alone_last_year_waits_itself():
    # given: one with a figure alone, one beside its terms
    form, report = filled("weihai-2012", {"statistics.published.value": "800"})
    made_from(report, form, {"deposits": "138", "visitors": "56", "visitors_town": "56"})

    # then
    assert waiting(form, report) == ["statistics.deposits.value", "statistics.visitors_town.value"]
    assert told(form, report) == 2


def test_last_years_figures_ask_for_nothing_where_a_blank_cell_is_missing_anyhow():
    # given
    form, report = filled("national-2014", {"statistics.published.value": "800"})
    before = waiting(form, report)
    made_from(report, form, {"published": "756", "courses": "2"})

    # then
    assert waiting(form, report) == before == [one for one in inputs(form) if one not in report.values]


def made_from(report, form, last: dict[str, str]) -> None:
    """Put a report of the year before with these figures of the statistics behind a report."""
    earlier = blank(form, report.year - 1, report.unit.name)
    earlier.values = {f"statistics.{row}.value": text for row, text in last.items()}
    report.earlier = [earlier]


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
    last = blank(form, report.year - 1, report.unit.name)
    last.values = {cell: text for cell in known if (text := rng.choice(TYPED))}
    report.earlier = [last] if seed % 2 else []

    # then
    assert standing(form, report, []).blank == told(form, report)


def told(form, report) -> int:
    """Return how many blank cells the rules on blanks speak of, by their sentences."""
    rules = [
        rule
        for rule in checks.for_template(LIBRARY, form.id).rules
        if rule.entry.kind in ("blanks", "emptied")
    ]
    found = checks.Checker(form, rules).run(report)
    return sum(int(one.message.split(" 个")[0].replace("，", " ").split()[-1]) for one in found)


def test_a_check_looks_for_blank_cells_once_for_all_rules_on_them(monkeypatch):
    # given
    asked = []

    def counted(*words, **named):
        asked.append(words)
        return blanks_of(*words, **named)

    monkeypatch.setattr("core.checks.case.blanks_of", counted)
    form, report = filled("national-2021", {})

    # when
    found = checks.for_template(LIBRARY, form.id).run(report)

    # then
    assert sum("单元格都是空的" in one.message for one in found) > 1
    assert len(asked) == 1
