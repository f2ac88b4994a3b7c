"""Totals read that are not the sum of their parts: nobody can be sure of those cells."""

import pytest

from core.importers.recognise import Reading
from core.importers.recognise.trace import Trace
from core.importers.reviewing import Review
from core.report import blank
from core.template import Library


def review_of(library: Library, values: dict[str, str], template_id: str = "national-2021") -> Review:
    template = library.get(template_id)
    report = blank(template, 2023, "清溪县柳河镇人民政府")
    report.values = values
    lines = {row: at for at, row in enumerate(dict.fromkeys(cell.rsplit(".", 1)[0] for cell in values), 10)}
    traces = tuple(Trace(cell, (lines[cell.rsplit(".", 1)[0]],), "sure") for cell in values)
    return Review(Reading(report, traces=traces), template)


def row(library: Library, row_id: str, *figures: int) -> dict[str, str]:
    cells = [cell for cell in library.get("national-2021").cells if cell.startswith(f"{row_id}.")]
    return {cell: str(figure) for cell, figure in zip(cells, figures, strict=True)}


def signs(review: Review, target: str) -> list[str]:
    entry = next(one for one in review.entries() if one.target == target)
    return [figure.sign for figure in entry.figures]


@pytest.fixture
def first_row(library) -> str:
    """The address of the first row of the table of applications."""
    return next(c for c in library.get("national-2021").cells if c.startswith("applications.")).rsplit(
        ".", 1
    )[0]


def test_a_row_whose_total_is_not_its_sum_wants_a_look_with_the_words_why(library, first_row):
    # when
    review = review_of(library, row(library, first_row, 3, 1, 0, 0, 0, 0, 5))

    # then
    [place] = [one for one in review.open_places() if one.key.startswith("sum:")]
    assert place.targets == (first_row,)
    assert place.lines == (10,)
    assert "3+1=4" in place.reason
    assert "总计却是 5" in place.reason
    assert set(signs(review, first_row)) == {"check"}
    assert review.sign_of(first_row) == "check"


def test_a_row_that_adds_up_is_sure(library, first_row):
    # when
    review = review_of(library, row(library, first_row, 3, 1, 0, 0, 0, 0, 4))

    # then
    assert set(signs(review, first_row)) == {"sure"}
    assert not [one for one in review.open_places() if one.key.startswith("sum:")]


@pytest.mark.parametrize("blank", ["total", "parts"])
def test_what_is_not_filled_in_says_nothing_of_sums(library, first_row, blank):
    # given
    values = row(library, first_row, 3, 1, 0, 0, 0, 0, 5)
    total = list(values)[-1]

    # when
    kept = {cell: text for cell, text in values.items() if (cell == total) == (blank == "parts")}

    # then
    assert not [one for one in review_of(library, kept).places if one.key.startswith("sum:")]


def test_a_column_that_does_not_add_up_names_the_rows_with_figures_and_leaves_the_others(library):
    # given: every row of the answers with a figure for natural persons, and a total that is one more
    template = library.get("national-2021")
    total = next(
        cell
        for cell in template.cells.values()
        for terms in cell.sums
        if len(terms) > 10 and template.cells[terms[0]].column_id == cell.column_id
    )
    terms = next(terms for terms in total.sums if len(terms) > 10)
    values = dict.fromkeys(terms, "0") | {terms[0]: "2", terms[3]: "1", total.id: "4"}

    # when
    review = review_of(library, values)

    # then
    [place] = [one for one in review.open_places() if one.key.startswith("sum:")]
    assert {review.sign_of(cell) for cell in (terms[0], terms[3], total.id)} == {"check"}
    assert review.sign_of(terms[1]) == "sure"
    assert len(place.targets) == 3
    assert "2+1=3" in place.reason


def test_a_sum_is_looked_at_once_a_cell_of_it_was_changed_or_it_was_taken_as_it_is(library, first_row):
    # given
    values = row(library, first_row, 3, 1, 0, 0, 0, 0, 5)
    changed, taken = review_of(library, values), review_of(library, values)

    # when
    changed.set_cells({list(values)[-1]: "4"})
    taken.accept(taken.place_of(first_row))

    # then
    assert not [one for one in changed.open_places() if one.key.startswith("sum:")]
    assert not [one for one in taken.open_places() if one.key.startswith("sum:")]
    assert taken.sign_of(first_row) == "seen"
