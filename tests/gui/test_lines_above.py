"""The lines above a draft share one row only where all words fit in it, or where the window is very low."""

import pytest
from PySide6.QtCore import QPoint, QSize

from core.carry import forward
from core.report import PREFACE, Paragraph, blank
from core.settings import Settings
from core.store import ReportFile
from tests.gui.conftest import OFFICE, Hands

SCREEN, WIDE_AND_LOW = QSize(1366, 728), QSize(2560, 728)


@pytest.fixture
def open_on(window_on, qtbot, library):
    """Return a function that opens a draft, above which two lines tell something, on a screen in some writing."""
    last = blank(library.get("national-2014"), 2016, OFFICE)
    last.section(PREFACE).paragraphs = [Paragraph(text="电话：0100-1234567。")]

    def opened(screen: QSize, scale: int) -> Hands:
        window = window_on(screen, Settings(scale=scale))
        window.desk.open(ReportFile(forward(library, last, 2024)), None)
        return Hands(window, qtbot)

    return opened


def lines_above(hands):
    return [hands.find(name) for name in ("formChange", "guideOffer")]


def is_whole(line) -> bool:
    return "".join(line._words.shown()) == line._words.text()


def top_of_page(hands) -> int:
    return hands.find("outline").mapTo(hands.window, QPoint()).y()


def test_where_one_row_would_cut_words_each_line_has_its_own(open_on, qtbot):
    # when
    hands = open_on(SCREEN, 125)
    change, guide = lines_above(hands)

    # then
    qtbot.waitUntil(lambda: change.y() < guide.y())
    assert is_whole(change)
    assert is_whole(guide)
    before = top_of_page(hands)

    # when: one is sent away
    hands.press("guideOfferAway")

    # then: the page has its room
    qtbot.waitUntil(lambda: top_of_page(hands) < before)
    assert is_whole(change)


def test_where_all_words_fit_in_one_row_a_low_window_keeps_the_room_for_the_page(open_on, qtbot):
    # when
    change, guide = lines_above(open_on(WIDE_AND_LOW, 125))

    # then
    qtbot.waitUntil(lambda: change.y() == guide.y())
    assert is_whole(change)
    assert is_whole(guide)


def test_in_a_very_low_window_both_share_a_row_all_the_same(open_on, qtbot):
    # when
    change, guide = lines_above(open_on(SCREEN, 150))

    # then
    qtbot.waitUntil(lambda: change.y() == guide.y())
