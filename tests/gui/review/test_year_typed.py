"""A year is typed: one that cannot be is not taken back without a word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSpinBox


@pytest.mark.parametrize("typed", ["2012", "20", ""])
def test_a_year_that_cannot_be_is_told_why_it_does_not_stay(page, hands, qtbot, typed):
    # given
    field = hands.find("forwardYear", QSpinBox)
    field.setFocus()
    field.selectAll()

    # when
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, typed)
    hands.find("reviewList").setFocus()

    # then
    note = page.findChild(QLabel, "yearNote")
    assert field.value() == 2024
    assert "2024 或以后" in note.accessibleName()

    # when: mended
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "2025")
    hands.find("reviewList").setFocus()

    # then
    assert field.value() == 2025
    assert note.accessibleName() == ""


def test_a_year_that_can_be_is_taken_without_a_word(page, hands, qtbot):
    # when
    field = hands.find("forwardYear", QSpinBox)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "2026")
    hands.find("reviewList").setFocus()

    # then
    assert field.value() == 2026
    assert page.findChild(QLabel, "yearNote").accessibleName() == ""


def test_a_year_that_no_report_was_read_of_is_told_why_it_does_not_stay(page, hands, qtbot):
    # given
    field = hands.find("reviewYear", QSpinBox)
    before = field.value()
    field.setFocus()
    field.selectAll()

    # when
    qtbot.keyClicks(field, "1999")
    hands.find("reviewList").setFocus()

    # then
    assert field.value() == before
    assert "“年度”要填 2008 或以后" in page.findChild(QLabel, "yearNote").accessibleName()
