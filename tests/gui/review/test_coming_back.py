"""Who comes back to a review with large writing finds the window on its screen, and the year that was to be written."""

import datetime

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QScrollArea, QSpinBox

from core.settings import Settings
from gui.panes.review_head import ReviewHead
from gui.theme import Theme
from tests.gui.conftest import Hands
from tests.gui.review.conftest import OFFICE, SOURCE, VALID, go_to, press, shown

ROOM = QSize(1366, 728)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_window_stays_on_its_screen_whatever_is_told_and_offered(window_on, qtbot, tmp_path, scale):
    # given: left by half
    window = window_on(ROOM, Settings(scale=scale, office=OFFICE))
    path = tmp_path / "去年.txt"
    path.write_text(SOURCE.replace("| 3 | 1 | 7 |", "| 若干 | 若干 | 7 |"), encoding="utf-8")
    window.desk.opening.read(path, forward_first=True)
    hands = Hands(window, qtbot)
    page = shown(hands, qtbot)
    page.review.accept(page.review.places[0])
    hands.press("cancelReview")
    qtbot.waitUntil(lambda: hands.sees("homePage"))

    # when: something is told, and a place like another is at hand
    window.statusBar().showMessage("已经填入。")
    hands.press("recoverButton")
    again = shown(hands, qtbot)
    window.statusBar().showMessage("已经填入。")
    for _ in again.review.places:
        hands.press("reviewNext")
        qtbot.wait(10)
        if hands.sees("acceptAlikeButton"):
            break

    # then
    assert hands.sees("acceptAlikeButton")
    assert hands.sees("reviewKept")
    assert window.minimumSizeHint().height() <= ROOM.height()
    assert window.height() <= ROOM.height()


def test_a_year_chosen_to_be_written_alone_is_kept(page, hands, qtbot):
    # given
    hands.find("forwardYear", QSpinBox).setValue(2027)

    # when
    hands.press("cancelReview")
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    hands.press("recoverButton")
    shown(hands, qtbot)

    # then
    assert hands.find("forwardYear", QSpinBox).value() == 2027
    assert "生成 2027 年报告" in hands.find("forwardButton", QPushButton).text()
    assert not hands.sees("dropKeptButton")
    assert "写 2027 年" in hands.find("reviewKeptWords").accessibleName()

    # when: taken back
    hands.find("forwardYear", QSpinBox).setValue(2024)
    hands.press("cancelReview")

    # then
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    assert not hands.sees("recoverButton")


def test_a_year_that_has_not_begun_is_taken_with_a_word(library, source, page, qtbot):
    # given
    head = ReviewHead("去年.txt", library, today=lambda: datetime.date(2026, 11, 23))
    qtbot.addWidget(head)
    head.show_review(page.review)
    note = head.findChild(QLabel, "yearNote")

    # when
    head.findChild(QSpinBox, "forwardYear").setValue(2031)

    # then
    assert head.next_year == 2031
    assert note.text() == "2031 年还没到，请看一看年份。"

    # when
    head.findChild(QSpinBox, "forwardYear").setValue(2026)

    # then
    assert note.text() == ""
    assert note.isHidden()


def test_in_large_writing_the_word_about_a_year_stands_whole(window_on, qtbot, source):
    # given
    window = window_on(ROOM, Settings(scale=200, office=OFFICE))
    window.desk.opening.read(source, forward_first=True)
    hands = Hands(window, qtbot)
    shown(hands, qtbot)
    field = hands.find("forwardYear", QSpinBox)
    field.setFocus()
    field.selectAll()

    # when
    qtbot.keyClicks(field, "2012")
    hands.find("reviewList").setFocus()

    # then
    note = hands.find("yearNote", QLabel)
    assert "2024 或以后" in note.text()
    qtbot.waitUntil(lambda: note.height() >= note.heightForWidth(note.width()))
    assert window.height() <= ROOM.height()


def test_another_size_of_the_writing_keeps_the_place(window, page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")
    hands.find("forwardYear", QSpinBox).setValue(2025)

    # when
    window.desk.opening.reviewing.dress(Theme.load("dark"))

    # then
    again = hands.find("reviewPage")
    assert again is not page
    assert again.here == "disclosure.rules"
    assert hands.find("forwardYear", QSpinBox).value() == 2025


def test_begun_anew_the_first_place_is_at_hand_in_all_three_columns(page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")
    page.review.accept(page.review.places[0])
    hands.press("cancelReview")
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    hands.press("recoverButton")
    again = shown(hands, qtbot)

    # when
    hands.press("dropKeptButton")

    # then
    assert hands.find("importNotes", QListWidget).currentRow() == 0
    assert "左边点原文的一行" not in hands.find("placePanel").reason.text()
    assert again.here in again.review.places[0].targets


def test_a_table_pasted_leaves_the_keyboard_in_the_list(page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")
    hands.find("acceptButton", QPushButton).setFocus()

    # when
    page.take_cells({VALID: "12"})

    # then
    assert QApplication.focusWidget() is hands.find("reviewList")


def test_in_large_writing_the_field_with_the_keyboard_is_in_sight(window_on, qtbot, source):
    # given
    window = window_on(QSize(1366, 697), Settings(scale=200, office=OFFICE))
    window.desk.opening.read(source, forward_first=True)
    hands = Hands(window, qtbot)
    page = shown(hands, qtbot)
    room = hands.find("placePanel").findChild(QScrollArea).viewport()

    # when
    while not page.here.startswith("left:"):
        press(qtbot, Qt.Key.Key_F8)

    # then
    field = hands.find("wordsSection")
    assert field.hasFocus()
    qtbot.waitUntil(lambda: 0 <= field.mapTo(room, QPoint()).y() <= room.height() - field.height())
