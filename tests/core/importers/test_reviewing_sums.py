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


def sums_open(review: Review) -> list[str]:
    return [one.key for one in review.open_places() if one.key.startswith("sum:")]


def test_a_sum_that_still_does_not_hold_after_a_change_stays_open_until_it_is_accepted(library, first_row):
    # given
    values = row(library, first_row, 3, 1, 0, 0, 0, 0, 5)
    review = review_of(library, values)
    [before] = sums_open(review)

    # when: another figure of the row is corrected, and the total still does not hold
    review.set_cells({list(values)[1]: "4"})

    # then
    assert sums_open(review) == [before]
    assert review.sign_of(list(values)[1]) == "changed"

    # when
    review.accept(next(one for one in review.open_places() if one.key == before))

    # then
    assert not sums_open(review)


def test_the_reason_beside_a_sum_names_the_figures_as_they_stand(library, first_row):
    # given
    values = row(library, first_row, 3, 1, 0, 0, 0, 0, 5)
    review = review_of(library, values)
    place = review.place_of(first_row)
    read = review.reason_now(place)

    # when
    review.set_cells({list(values)[1]: "4"})
    corrected = review.reason_now(place)
    review.set_cells({list(values)[-1]: "7"})
    right = review.reason_now(place)
    review.take_back()
    review.take_back()

    # then
    assert read == place.reason
    assert corrected.startswith("3+4=7，总计却是 5，加不起来")
    assert right == "现在的数没有对不上的地方了。"
    assert review.reason_now(place) == read


def test_places_are_alike_by_what_is_said_of_them_now(library):
    # given: two rows that are wrong in the same way
    rows = list(
        dict.fromkeys(one.rsplit(".", 1)[0] for one in library.get("national-2021").cells if "app" in one)
    )
    values = row(library, rows[0], 3, 1, 0, 0, 0, 0, 5) | row(library, rows[1], 3, 1, 0, 0, 0, 0, 5)
    review = review_of(library, values)
    place = review.place_of(rows[0])
    before = len(review.alike(place))

    # when
    review.set_cells({f"{rows[1]}.{list(values)[1].rsplit('.', 1)[1]}": "2", list(values)[-1]: "6"})

    # then
    assert (before, len(review.alike(place))) == (2, 1)


def test_a_sum_that_a_change_made_right_is_open_again_once_the_change_is_taken_back(library, first_row):
    # given
    values = row(library, first_row, 3, 1, 0, 0, 0, 0, 5)
    review = review_of(library, values)
    before = sums_open(review)

    # when
    review.set_cells({list(values)[1]: "2"})
    after = sums_open(review)
    review.take_back()

    # then
    assert not after
    assert sums_open(review) == before


def test_a_change_in_a_row_of_two_broken_sums_closes_only_the_one_that_it_made_right(library):
    # given: the total of the rows under one column and the total of its row, both wrong
    template = library.get("national-2021")
    corner = template.cells["applications.total.total"]
    by_row = next(terms for terms in corner.sums if template.cells[terms[0]].row_id == corner.row_id)
    by_column = next(terms for terms in corner.sums if terms != by_row)
    review = review_of(library, {by_row[0]: "3", by_column[0]: "4", corner.id: "5"})

    # when
    review.set_cells({corner.id: "3"})

    # then
    assert len([one for one in review.places if one.key.startswith("sum:")]) == 2
    [still] = sums_open(review)
    assert "这一列" in still


def test_in_a_list_form_every_place_is_called_by_the_row_of_its_total(library):
    # given
    template = library.get("national-2014")
    totals = [cell for cell in template.cells.values() if cell.sums]
    values = {term: "1" for total in totals for term in total.sums[0]} | {cell.id: "99" for cell in totals}

    # when
    places = [one for one in review_of(library, values, template.id).places if one.key.startswith("sum:")]

    # then
    titles = [one.title for one in places]
    assert len(set(titles)) == len(titles) == len(totals)
    assert not any("各行" in title for title in titles)
    assert any(title.endswith("收到申请数") for title in titles)
    assert all("总数却是 99" in one.reason for one in places)
