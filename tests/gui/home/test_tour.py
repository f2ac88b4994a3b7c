"""The hints on the sample and on an open report."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from core.store import ReportFile, write
from gui.panes.tour import HINTS


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
