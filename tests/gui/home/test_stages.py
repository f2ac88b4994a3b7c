"""The cards of the home page: how far each report is on its way out of the house."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from core.recent import DRAFT, READY
from core.stages import HANDED_IN, IN_REVIEW, SIGNED
from gui.panes.home_card_delegate import CARD
from tests.gui.home.conftest import NEXT, button, cards

YEAR = datetime.date.today().year


@pytest.fixture
def ready(remembered):
    """A report of this year in which nothing is left to mend."""
    return replace(remembered(YEAR, state=READY, next="导出报送", since="1月15日"), verdict="可以报送")


@pytest.mark.parametrize(
    ("known", "name", "lines"),
    [
        ({}, "草稿", ["✓ 可以报送", "接着：导出报送"]),
        ({"stage": IN_REVIEW}, "待审", ["✓ 可以报送　·　1月15日 送审", "接着：等领导审核签字"]),
        ({"stage": SIGNED}, "已签发", ["✓ 可以报送　·　1月15日 签发", "接着：报送并公开"]),
        ({"stage": HANDED_IN}, "已报送", ["✓ 1月15日 报送"]),
        (
            {"stage": SIGNED, "changed_after": SIGNED},
            "已签发，又改过",
            ["! 1月15日 签发后又改过", "接着：要重新签发"],
        ),
        (
            {"stage": HANDED_IN, "changed_after": SIGNED},
            "已报送，又改过",
            ["! 1月15日 报送，签发后又改过", "接着：要重新签发、报送"],
        ),
    ],
    ids=[
        "draft",
        "in review",
        "signed",
        "handed in",
        "changed when signed",
        "changed before it was handed in",
    ],
)
def test_a_card_says_how_far_a_report_is_and_what_comes_next(home, ready, known, name, lines):
    # when
    home.show_recent([replace(ready, **known)])

    # then: in its lines, and to a screen reader
    item = cards(home).item(0)
    assert [words for _, words in item.data(CARD).lines[:-1]] == lines
    assert name in item.text()
    told = [part.lstrip("✓! ") for line in lines for part in line.removeprefix("接着：").split("　·　")]
    assert [part for part in told if part not in item.text()] == []


def test_no_days_are_counted_for_what_was_handed_in(home, ready):
    # given
    home.show_recent([replace(ready, stage=SIGNED)])
    waited = cards(home).item(0)
    before = "1月31日" in waited.data(CARD).due, "1月31日" in waited.text()

    # when
    home.show_recent([replace(ready, stage=HANDED_IN)])

    # then
    after = cards(home).item(0)
    assert before == (True, True)
    assert after.data(CARD).due == ""
    assert "1月31日" not in after.text()


def test_the_stages_look_different(home, ready):
    # given
    pictures = []

    # when: nothing but the frame behind the title
    for known in ({}, {"stage": IN_REVIEW}, {"stage": SIGNED}, {"stage": HANDED_IN}, {"stage": SIGNED, "changed_after": SIGNED}):  # fmt: skip
        home.show_recent([replace(ready, **known)])
        pictures.append(cards(home).viewport().grab().toImage())

    # then
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


@pytest.mark.parametrize(("known", "lines"), [({"stage": HANDED_IN}, 3), ({"stage": SIGNED}, 4)])
def test_the_place_of_the_file_stands_on_the_last_line_and_no_line_is_empty(home, ready, known, lines):
    # given: what is out of the house has nothing to come next, and nobody asks how much of it was looked at
    shown = []

    # when
    for path in (ready.path, str(Path(ready.path).with_name("另一个名字.nianbao"))):
        Path(path).write_bytes(b"")
        home.show_recent([replace(ready, path=path, **known, looked_at=47, carried=47)])
        cards(home).clearFocus()
        shown.append(cards(home).viewport().grab().toImage())

    # then: what differs lies in the last line, and the card is as high as its lines
    card = cards(home).visualItemRect(cards(home).item(0))
    one, other = shown
    at = [
        y
        for y in range(one.height())
        if any(one.pixel(x, y) != other.pixel(x, y) for x in range(one.width()))
    ]
    assert at
    assert min(at) > card.top() + card.height() * (lines - 1.4) / lines
    line = cards(home).fontMetrics().lineSpacing()
    assert card.height() <= lines * (line + 4) + 2 * 12
    assert ("已核对 47/47" in cards(home).item(0).text()) == (lines == 4)


def test_what_was_changed_since_it_was_signed_is_the_one_thing_to_go_on_with(home, ready):
    # given
    home.show_recent([replace(ready, stage=SIGNED)])
    before = button(home, "homeContinue").isVisible()

    # when
    home.show_recent([replace(ready, stage=SIGNED, changed_after=SIGNED)])

    # then
    assert not before
    assert button(home, "homeContinue").isVisible()
    assert "要重新签发" in button(home, "homeContinue").accessibleDescription()


def test_what_was_changed_since_it_was_handed_in_is_gone_on_with(home, ready):
    # when
    home.show_recent([replace(ready, stage=HANDED_IN, changed_after=HANDED_IN)])

    # then
    assert button(home, "homeContinue").isVisible()
    assert "要重新签发、报送" in button(home, "homeContinue").accessibleDescription()


def test_what_was_changed_since_it_went_to_the_review_is_gone_on_with(home, ready):
    # given: it waits for others
    home.show_recent([replace(ready, stage=IN_REVIEW)])
    before = button(home, "homeContinue").isVisible()

    # when
    home.show_recent([replace(ready, stage=IN_REVIEW, changed_after=IN_REVIEW)])

    # then
    assert not before
    assert button(home, "homeContinue").isVisible()
    assert "改过的地方请领导再看" in button(home, "homeContinue").accessibleDescription()


def test_a_report_that_waits_for_the_review_and_has_gaps_is_gone_on_with(home, remembered):
    # when
    home.show_recent([remembered(YEAR, state=DRAFT, next=NEXT, stage=IN_REVIEW, since="1月13日")])

    # then
    assert NEXT in button(home, "homeContinue").accessibleDescription()
