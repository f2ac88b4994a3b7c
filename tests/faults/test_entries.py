"""A trial that is meant for one entry of a rule does not count where another entry alone finds it."""

from collections.abc import Iterator
from random import Random

import pytest

from core.template import Library, built_in
from tests.faults import harness
from tests.faults.entries import least, names
from tests.faults.harness import Trial, measure
from tests.faults.prose_base import told

LIBRARY = built_in()


def no_reviews(rng: Random, library: Library) -> Iterator[Trial]:
    """Yield a report that denies the reviews its table has."""
    cells = {"statistics.reviews.value": "2", "statistics.suits.value": "0"}
    yield Trial(told(library, "national-2014", ["没有发生因信息公开引起的行政复议。"], "overview", cells))


@pytest.mark.parametrize(("name", "found"), [("X06", 1), ("X06-reviews", 1), ("X06-suits", 0)])
def test_a_trial_counts_where_the_entry_finds_it_that_it_is_for(
    monkeypatch: pytest.MonkeyPatch, name: str, found: int
):
    # given
    monkeypatch.setattr(harness, "FAULTS", {name: [no_reviews]})
    monkeypatch.setattr(harness, "NEAR_MISSES", {name: [no_reviews]})

    # when
    score = measure("X06", LIBRARY)

    # then
    assert (score.faults, score.found, len(score.missed)) == (1, found, 1 - found)
    assert score.by_entry == {"X06-reviews": 1}
    assert (score.near, score.alarms) == (1, found)


def test_entries_of_one_id_that_differ_by_form_have_names_of_their_own():
    called = names(LIBRARY)

    assert called["national-2021", "X05"] == called["national-2019", "X05"] == "X05"
    assert called["national-2014", "T19"] == "T19 (national-2014)"
    assert called["weihai-2012", "T19"] == "T19 (weihai-2012)"


def test_the_least_of_few_faults_is_all_of_them():
    assert [least(count, 0.95) for count in (0, 1, 19, 20, 40)] == [0, 1, 19, 19, 38]
