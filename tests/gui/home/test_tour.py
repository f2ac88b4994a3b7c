"""The hints on the sample and on an open report."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from core import carry, opening
from core.paths import RESOURCES
from core.settings import Settings
from core.store import ReportFile, write
from gui.panes.tour import HINTS
from tests.gui.conftest import Hands

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))


def test_the_sample_comes_with_hints_the_first_time(window, hands):
    # when
    hands.press("homeSample")
    hands.find("reviewPage")

    # then: each stands beside its widget, one after another
    said = [hands.find("tourWords", QLabel).text()]
    hands.press("forwardButton")
    hands.find("workspace")
    for _ in HINTS[1:]:
        hands.qtbot.waitUntil(lambda: hands.find("tourWords", QLabel).text() not in said)
        said.append(hands.find("tourWords", QLabel).text())
        assert window.rect().contains(hands.find("tourHint").geometry())
        assert hands.sees("tourMark")
        hands.press("tourNext")
    assert said == [hint.words for hint in HINTS]
    assert not hands.sees("tourHint")
    assert not hands.sees("tourMark")
    assert window._options.tour_seen


def test_a_hint_that_waits_for_an_act_promises_no_next_one(window, hands):
    # given
    hands.press("homeSample")
    waiting = hands.find("tourNext", QPushButton).text()
    told = hands.find("tourWords", QLabel).text()

    # when: the clerk has read it, and does what it says
    hands.press("tourNext")
    gone = not hands.sees("tourHint")
    hands.press("forwardButton")

    # then
    assert (waiting, gone) == ("知道了", True)
    assert "点框住的按钮" in told
    asked = []
    for _ in HINTS[1:]:
        asked.append(hands.find("tourNext", QPushButton).text())
        hands.press("tourNext")
    assert asked == ["下一步", "下一步", "知道了"]
    assert not hands.sees("tourHint")


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_hint_lies_over_what_it_tells_to_press(window_on, qtbot, library, scale):
    # given: last year's words wait to be looked at
    window = window_on(QSize(1366, 768), Settings(scale=scale))
    hands = Hands(window, qtbot)
    window.desk.open(ReportFile(carry.forward(library, opening.load(SAMPLE, library).report)), None)
    hands.find("verdict")
    hands.command("tour")

    for hint in HINTS[1:]:
        # when
        qtbot.waitUntil(lambda words=hint.words: hands.find("tourWords", QLabel).text() == words)
        box = hands.find("tourHint")

        # then
        pressed = [hands.find(name) for name in ("proseStillRight",) if name in hint.controls]
        if hint.target != "proseEditor":
            pressed.append(hands.find(hint.target))
        for one in pressed:
            assert not box.geometry().intersects(QRect(one.mapTo(window, QPoint(0, 0)), one.size()))
        assert window.rect().contains(box.geometry())
        hands.press("tourNext")


def test_a_short_hint_is_no_higher_for_a_long_one_before_it(hands):
    # given
    hands.press("homeSample")
    longer = hands.find("tourWords", QLabel).height()
    hands.press("forwardButton")
    hands.find("workspace")

    # then
    hands.qtbot.waitUntil(lambda: hands.find("tourWords", QLabel).text() == HINTS[1].words)
    assert hands.find("tourWords", QLabel).height() < longer


def test_escape_ends_the_hints_and_leaves_the_page(window, hands, qtbot):
    # given
    hands.press("homeSample")
    hands.find("tourHint")

    # when
    qtbot.keyClick(hands.find("tourNext"), Qt.Key.Key_Escape)

    # then
    assert not hands.sees("tourHint")
    hands.press("forwardButton")
    hands.find("workspace")
    assert not hands.sees("tourHint")


def test_hints_are_not_shown_twice_unless_asked(window, hands):
    # given
    window._options.tour_seen = True

    # when
    hands.press("homeSample")
    hands.find("reviewPage")
    shown_again = hands.sees("tourHint")
    hands.command("tour")

    # then
    assert not shown_again
    assert hands.sees("tourHint")
    hands.press("tourEnd")
    assert not hands.sees("tourHint")


def test_hints_can_be_asked_for_on_the_home_page_and_end_there(window, hands):
    # given
    hands.command("tour")
    hands.find("tourHint")

    # when
    hands.press("cancelReview")

    # then
    hands.find("homePage")
    hands.qtbot.waitUntil(lambda: not hands.sees("tourHint"))


def test_hints_are_shown_on_the_open_report_and_follow_the_window(window, hands, report, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    hands.find("verdict")  # what the last hint speaks of comes with the first check

    # when
    hands.command("tour")
    for _ in HINTS[2:]:
        hands.press("tourNext")
    before = hands.find("tourHint").pos()
    window.resize(window.width() + 40, window.height() + 60)

    # then
    assert hands.find("tourWords", QLabel).text() == HINTS[-1].words
    hands.qtbot.waitUntil(lambda: hands.find("tourHint").pos() != before)
    assert window.rect().contains(hands.find("tourHint").geometry())
