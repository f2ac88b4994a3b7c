"""The lines above a draft say all they have to say, each in a row of its own, and leave the page its room."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QPushButton

from core.carry import forward
from core.report import PREFACE, Paragraph, blank
from core.settings import Settings
from core.store import ReportFile
from gui.widgets.kept_room import keep_room
from gui.widgets.offer_line import OfferLine
from gui.widgets.offer_rows import OfferRows
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
    hands.find("formChange")
    return [hands.window.findChild(OfferLine, name) for name in ("formChange", "guideOffer")]


def top(line) -> int:
    return line.mapTo(line.window(), QPoint()).y()


def is_whole(line) -> bool:
    shown = "".join(line._words.shown()).replace(" ", "")  # none at the end of a line
    return shown == line._words.text().replace(" ", "")


def top_of_page(hands) -> int:
    return hands.find("outline").mapTo(hands.window, QPoint()).y()


def test_where_one_row_would_cut_words_each_line_has_its_own(open_on, qtbot):
    # when
    hands = open_on(SCREEN, 125)
    change, guide = lines_above(hands)

    # then
    qtbot.waitUntil(lambda: top(change) < top(guide))
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
    qtbot.waitUntil(lambda: top(change) == top(guide))
    assert is_whole(change)
    assert is_whole(guide)


@pytest.mark.parametrize("scale", [150, 175])
def test_in_large_writing_each_line_has_its_row_and_all_its_words(open_on, qtbot, scale):
    # when
    hands = open_on(SCREEN, scale)
    change, guide = lines_above(hands)

    # then
    qtbot.waitUntil(lambda: top(change) < top(guide))
    qtbot.waitUntil(lambda: is_whole(change) and is_whole(guide))
    assert top(change) + change.height() <= top(guide)
    for line in (change, guide):
        assert line._words.height() >= len(line._words.shown()) * line.fontMetrics().lineSpacing()
        assert all(one.width() >= one.sizeHint().width() for one in line.findChildren(QPushButton))

    # then: the window is no higher for it, and the page keeps more than half of it
    assert hands.window.height() == SCREEN.height()
    page = hands.find("workspace").height() - top_of_page(hands) + hands.find("workspace").y()
    assert page > hands.window.height() // 2


@pytest.mark.parametrize("scale", [150, 175])
def test_a_longer_sentence_takes_another_line_and_gives_it_back(open_on, qtbot, scale):
    # given
    hands = open_on(SCREEN, scale)
    change, guide = lines_above(hands)
    qtbot.waitUntil(lambda: top(change) < top(guide))
    QApplication.processEvents()
    words, before = change._words.text(), top_of_page(hands)

    # when
    change.tell(words * 2)
    qtbot.waitUntil(lambda: top_of_page(hands) > before and is_whole(change))
    change.tell(words)

    # then
    qtbot.waitUntil(lambda: top_of_page(hands) == before)
    assert is_whole(change)


def test_where_the_page_would_have_no_room_left_one_is_told_after_the_other(open_on, qtbot):
    # when
    hands = open_on(SCREEN, 200)
    change, guide = lines_above(hands)

    # then: the first alone, whole
    qtbot.waitUntil(lambda: not guide.isVisible())
    qtbot.waitUntil(lambda: is_whole(change))

    # when: it was answered
    hands.press("formChangeAway")

    # then: the other, whole
    qtbot.waitUntil(guide.isVisible)
    qtbot.waitUntil(lambda: is_whole(guide))
    assert not change.isVisible()


def test_in_a_low_window_a_line_that_went_keeps_no_other_one_out_of_sight(qtbot):
    # given: two lines in a window that has room for one
    rows = OfferRows()
    qtbot.addWidget(rows)
    lower, upper = (
        OfferLine(name, "话" * 30, ("Show", "看看"), "不用", "不用") for name in ("lower", "upper")
    )
    rows.put(lower)
    rows.put(upper)
    rows.resize(300, 200)
    rows.show()
    rows.fit(10 * rows.fontMetrics().height())
    assert (upper.isVisible(), lower.isVisible()) == (True, False)

    # when: the upper one goes, and leaves its room blank
    keep_room(upper)
    upper.hide()

    # then
    qtbot.waitUntil(lower.isVisible)
