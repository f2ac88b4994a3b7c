"""In the review what is half-typed goes first, then one step after the other; Esc gives the keys back before it leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from core.edits import SetCells
from core.report import blank
from core.store import ReportFile
from gui.panes.review_list import ReviewList
from tests.gui.review.conftest import MADE, OFFICE, VALID, go_to, press, shown

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def entries(page, hands) -> ReviewList:
    """The list of the review, with the keyboard."""
    entries = hands.find("reviewList", ReviewList)
    entries.setFocus()
    return entries


def choose(entries: ReviewList, target: str) -> None:
    rows = (row for row in range(entries.model().rowCount()) if entries.target_in(row) == target)
    entries.setCurrentIndex(entries.model().index(next(rows), 0))


def correct_unit(entries, hands, qtbot) -> None:
    choose(entries, "unit")
    press(qtbot, Qt.Key.Key_F2)
    line = hands.find("factText", QLineEdit)
    line.selectAll()
    line.insert("清溪县")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    entries.setFocus()


def test_a_choice_not_taken_over_goes_alone_and_then_the_step_before(page, entries, hands, qtbot):
    # given
    correct_unit(entries, hands, qtbot)
    choose(entries, "overview/0")
    level = hands.find("wordsLevel", QComboBox)
    level.setFocus()
    level.setCurrentIndex(level.findData(2))

    # when
    press(qtbot, Qt.Key.Key_Z, CTRL)

    # then
    assert level.currentData() == 0
    assert QApplication.focusWidget() is level
    assert page.review.report().unit.name == "清溪县"

    # when
    press(qtbot, Qt.Key.Key_Z, CTRL)

    # then: what was taken back is in sight, and its field has the keyboard no more than the list
    assert page.review.report().unit.name == OFFICE
    assert entries.target == "unit"
    assert hands.find("factText", QLineEdit).text() == OFFICE
    assert QApplication.focusWidget() is entries


def test_what_was_taken_back_is_done_again(page, entries, hands, qtbot):
    # given
    correct_unit(entries, hands, qtbot)
    press(qtbot, Qt.Key.Key_Z, CTRL)
    choose(entries, "overview/0")

    # when
    press(qtbot, Qt.Key.Key_Y, CTRL)

    # then
    assert page.review.report().unit.name == "清溪县"
    assert entries.target == "unit"


def test_words_typed_are_undone_in_their_box_before_any_step(page, entries, hands, qtbot):
    # given
    correct_unit(entries, hands, qtbot)
    choose(entries, "overview/0")
    press(qtbot, Qt.Key.Key_F2)
    box = hands.find("wordsText", QPlainTextEdit)
    before = box.toPlainText()
    qtbot.keyClicks(box, "xy")

    # when
    press(qtbot, Qt.Key.Key_Z, CTRL)

    # then
    assert box.toPlainText() == before
    assert QApplication.focusWidget() is box
    assert page.review.report().unit.name == "清溪县"

    # when
    press(qtbot, Qt.Key.Key_Y, CTRL)

    # then
    assert box.toPlainText() == f"xy{before}"


def test_the_field_keeps_the_keyboard_where_its_own_step_is_taken_back(page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "12")
    hands.find("acceptButton").click()
    entries = page.findChild(ReviewList)
    choose(entries, "disclosure.rules")
    hands.find(f"figure_{MADE}", QLineEdit).setFocus()

    # when
    press(qtbot, Qt.Key.Key_Z, CTRL)

    # then
    field = hands.find(f"figure_{MADE}", QLineEdit)
    assert page.review.report().text(MADE) != "12"
    assert QApplication.focusWidget() is field


def test_a_place_found_right_is_shown_again_when_that_is_taken_back(page, hands, qtbot):
    # given
    place = page.review.open_places()[0]
    hands.press("acceptButton")
    assert not page.review.is_open(place)
    page.findChild(ReviewList).setFocus()

    # when
    press(qtbot, Qt.Key.Key_Z, CTRL)

    # then
    assert page.review.is_open(place)
    assert page.here == place.targets[0]


def test_the_buttons_of_the_tool_bar_work_in_the_review(page, entries, hands, qtbot):
    # given
    undo, redo = hands.action("undo"), hands.action("redo")
    assert not undo.isEnabled()
    correct_unit(entries, hands, qtbot)
    assert undo.isEnabled()

    # when
    undo.trigger()

    # then
    assert page.review.report().unit.name == OFFICE
    assert not undo.isEnabled()
    assert redo.isEnabled()

    # when
    redo.trigger()

    # then
    assert page.review.report().unit.name == "清溪县"


def test_the_report_beneath_keeps_its_steps(window, hands, library, source, qtbot):
    # given
    report = blank(library.get("national-2021"), 2024, OFFICE)
    window.desk.opening.opened.emit(ReportFile(report), None)
    hands.find("workspace")
    window.desk.session.edit(SetCells({VALID: "3"}))
    named = hands.action("undo").text()
    window.desk.opening.read(source)
    shown(hands, qtbot)
    assert not hands.action("undo").isEnabled()
    assert hands.action("undo").text() == "撤销(&U)"

    # when
    hands.find("reviewList").setFocus()
    press(qtbot, Qt.Key.Key_Z, CTRL)
    hands.press("cancelReview")
    hands.find("workspace")

    # then
    assert window.desk.session.report.text(VALID) == "3"
    assert hands.action("undo").isEnabled()
    assert hands.action("undo").text() == named


def test_escape_gives_the_keys_back_to_the_list_and_then_leaves(page, entries, hands, qtbot):
    # given
    choose(entries, "overview/0")
    press(qtbot, Qt.Key.Key_F2)
    box = hands.find("wordsText", QPlainTextEdit)
    before = box.toPlainText()
    qtbot.keyClicks(box, "xy")

    # when
    press(qtbot, Qt.Key.Key_Escape)

    # then: as elsewhere what was half-typed goes; it can be had back
    assert QApplication.focusWidget() is entries
    assert box.toPlainText() == before
    assert "Ctrl+Y" in hands.find("reviewTold").text()

    # when
    press(qtbot, Qt.Key.Key_Y, CTRL)

    # then
    assert box.toPlainText() == f"xy{before}"

    # when
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Escape)

    # then
    assert hands.sees("homePage")


def words_in(box: QWidget) -> str:
    return box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()


@pytest.mark.parametrize(("target", "field"), [("overview/0", "wordsText"), ("unit", "factText")])
def test_typing_that_was_taken_back_can_be_done_again_by_the_button_too(
    page, entries, hands, qtbot, target, field
):
    # given
    choose(entries, target)
    press(qtbot, Qt.Key.Key_F2)
    box = hands.find(field)
    qtbot.keyClicks(box, "ab")
    typed = words_in(box)
    redo = hands.action("redo")
    assert not redo.isEnabled()

    # when
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert redo.isEnabled()
    redo.trigger()

    # then
    assert QApplication.focusWidget() is box
    assert words_in(box) == typed
    assert not redo.isEnabled()

    # when: other words go on from there
    press(qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.keyClicks(box, "c")

    # then
    assert not redo.isEnabled()


def test_in_another_field_nothing_is_offered_again_that_was_typed_elsewhere(page, entries, hands, qtbot):
    # given
    choose(entries, "overview/0")
    press(qtbot, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "ab")
    press(qtbot, Qt.Key.Key_Z, CTRL)
    box = QApplication.focusWidget()

    # when
    entries.setFocus()

    # then
    assert not hands.action("redo").isEnabled()
    box.setFocus()
    assert hands.action("redo").isEnabled()
