"""The review by keyboard alone: Tab goes from the row chosen to what can be corrected of it, and chooses nothing itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget

from gui.panes.review_list import ReviewList
from tests.gui.review.conftest import press


def choose(hands, target: str) -> ReviewList:
    """Choose an entry of the list, which has the keyboard."""
    entries = hands.find("reviewList", ReviewList)
    known = hands.find("reviewPage").review.entries()
    row = next(row for row, one in enumerate(known) if one.target == target)
    entries.setCurrentIndex(entries.model().index(row, 0))
    entries.setFocus()
    return entries


@pytest.mark.parametrize(
    ("target", "fields"),
    [
        ("overview/0", ["wordsSection", "wordsLevel", "wordsText"]),
        ("title", ["factText"]),
        ("applications.new", ["figure_applications.new.natural", "figure_applications.new.business"]),
    ],
)
def test_tab_goes_from_the_row_chosen_to_its_fields(page, hands, qtbot, target, fields):
    # given
    entries = choose(hands, target)

    # when
    reached = []
    for _ in fields:
        press(qtbot, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().objectName())

    # then
    assert reached == fields
    assert entries.target == target


def test_a_row_chosen_for_a_line_left_over_is_filled_in_by_keyboard_in_order(page, hands, qtbot):
    # given
    choose(hands, "left:0")
    box = hands.find("wordsSection", QComboBox)
    box.setCurrentIndex(box.findText("表格的一行"))
    hands.find("figure_disclosure.rules.made")

    # when
    reached = []
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())

    # then
    assert [one.objectName() for one in reached[:2]] == ["wordsSection", "wordsRow"]
    assert isinstance(reached[2], QLineEdit)


def test_tab_over_the_places_takes_none_of_them(page, hands, qtbot):
    # given: a row that no place concerns
    entries = choose(hands, "title")
    places = hands.find("importNotes", QListWidget)
    before = places.currentRow()
    assert before < 0

    # when
    for _ in range(20):
        press(qtbot, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is places:
            break

    # then
    assert QApplication.focusWidget() is places
    assert (entries.target, places.currentRow()) == ("title", before)
    assert hands.find("factText", QLineEdit).text() == page.review.reading.report.title

    # when: it is asked for
    press(qtbot, Qt.Key.Key_Down)

    # then
    assert places.currentRow() == 0
    assert entries.target == page.review.places[0].targets[0]
