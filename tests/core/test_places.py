"""Where the clerk was in each report."""

import pytest

from core import places
from core.places import Spot


def test_a_place_is_there_again(own_home):
    # when
    places.remember("one", Spot("overview", 3, 5, 7))
    places.remember("two", Spot(cell="reviews.cases.review_total"))

    # then
    assert places.load("one") == Spot("overview", 3, 5, 7)
    assert places.load("two") == Spot(cell="reviews.cases.review_total")
    assert places.load("three") is None


def test_the_list_stays_short_and_the_newest_stay(own_home):
    # when
    for number in range(places.MOST + 5):
        places.remember(f"doc{number}", Spot("overview"))
    places.remember("doc5", Spot("problems"))
    places.remember("new", Spot("other"))

    # then
    assert places.load("doc4") is None
    assert places.load("doc6") is None
    assert places.load("doc5") == Spot("problems")
    assert places.load("new") == Spot("other")


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "[]",
        "{",
        '{"one": 3}',
        '{"one": {"paragraph": "3"}}',
        '{"one": {"paragraph": -1}}',
        '{"one": {"paragraph": true}}',
        "[" * 100_000,
    ],
)
def test_a_spoilt_list_is_as_if_never_written(own_home, stored):
    # given
    (own_home / places.FILE_NAME).write_text(stored, encoding="utf-8")

    # then
    assert places.load("one") is None
    places.remember("one", Spot("overview"))
    assert places.load("one") == Spot("overview")
