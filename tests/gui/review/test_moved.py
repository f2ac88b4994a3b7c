"""A paragraph that is put into another section by key: its row goes from there, and the clerk is told where to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from gui.panes.review_list import ReviewList
from tests.gui.review.conftest import go_to, press

CONTROL = Qt.KeyboardModifier.ControlModifier


def put(page, hands, qtbot, target: str, home: str) -> None:
    """Choose another section for a paragraph, and let it count by key."""
    entries = hands.find("reviewList", ReviewList)
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == target)
    entries.setCurrentIndex(entries.model().index(row, 0))
    box = hands.find("wordsSection", QComboBox)
    box.setFocus()
    box.setCurrentIndex(box.findText(home))
    press(qtbot, Qt.Key.Key_Return, CONTROL)


def told(hands) -> str:
    return hands.find("reviewTold").text() if hands.sees("reviewTold") else ""


def test_the_line_below_tells_where_it_went_and_the_next_row_is_at_hand(page, hands, qtbot):
    # given
    home = "五、存在的主要问题及改进情况"

    # when
    put(page, hands, qtbot, "overview/0", home)

    # then
    assert told(hands) == f"放到了“{home}”，按 Ctrl+Z 可以撤销。"
    assert page.here == "disclosure.rules"
    entries = hands.find("reviewList", ReviewList)
    assert QApplication.focusWidget() is entries
    assert entries.viewport().rect().intersects(entries.visualRect(entries.currentIndex()))

    # when
    press(qtbot, Qt.Key.Key_Z, CONTROL)

    # then
    assert not told(hands)
    assert page.here == "overview/0"
    assert page.review.words_of("overview/0").section == "overview"


def test_one_that_is_left_out_is_told_of_too(page, hands, qtbot):
    # when
    put(page, hands, qtbot, "overview/0", "不放进报告")

    # then
    assert told(hands) == "这一段不放进报告了，按 Ctrl+Z 可以撤销。"


def test_a_line_left_over_is_told_of_and_the_next_place_is_at_hand(page, hands, qtbot):
    # given
    go_to(page, qtbot, "left:0")
    box = hands.find("wordsSection", QComboBox)

    # when
    box.setCurrentIndex(box.findText("前言"))
    press(qtbot, Qt.Key.Key_Return, CONTROL)

    # then
    assert told(hands) == "放到了“前言”，按 Ctrl+Z 可以撤销。"
    assert page.here == "disclosure.rules"


def test_a_place_taken_as_it_stands_is_told_of_by_its_sign_alone(page, hands, qtbot):
    # when
    press(qtbot, Qt.Key.Key_Return, CONTROL)

    # then
    assert not told(hands)
    assert page.here != "left:0"
