"""A right click on the sheet: the menu speaks of what is under the mouse, as in Word."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from core.report import Paragraph
from gui.panes.prose import paper
from tests.gui.editors import prose_editor

WORDS = ("（一）上年结转1件。", "（二）全年收到申请29件。", "（三）今年新写的一段。")


@pytest.fixture
def session(report, make_session):
    """Two paragraphs of last year, and one of this."""
    states = ("carried", "carried", "")
    report.section("overview").paragraphs = [
        Paragraph(text=one, state=state, origin=one if state else "")
        for one, state in zip(WORDS, states, strict=True)
    ]
    return make_session(report)


@pytest.fixture
def sheet(session, qtbot):
    return prose_editor(session, qtbot).sheet


def open_menu(sheet, place: QPoint, reason=QContextMenuEvent.Reason.Mouse) -> QMenu:
    """Press the right button, or the menu key, and return the menu that is open then."""
    event = QContextMenuEvent(reason, place, sheet.viewport().mapToGlobal(place))
    QApplication.sendEvent(sheet.viewport(), event)
    return sheet.findChildren(QMenu)[-1]


def press(menu: QMenu, words: str) -> None:
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.close()


def words_of(menu: QMenu) -> list[str]:
    menu.close()
    return [one.text() for one in menu.actions()]


def middle_of(sheet, paragraph: int, at: int) -> QPoint:
    return sheet.cursorRect(paper.select(sheet.document(), paragraph, at, at)).center()


def waiting(session) -> list[int]:
    return [
        at for at, one in enumerate(session.report.section("overview").paragraphs) if one.state == "carried"
    ]


def test_outside_what_is_selected_the_cursor_goes_there_and_the_menu_is_about_that_paragraph(session, sheet):
    # given: the program selected a number of the second
    sheet.set_place(1, 9, 11)

    # when
    menu = open_menu(sheet, middle_of(sheet, 0, 5))

    # then
    assert sheet.textCursor().blockNumber() == 0
    assert not sheet.textCursor().hasSelection()
    press(menu, "仍然正确")
    assert waiting(session) == [1]


def test_on_a_paragraph_of_this_year_nothing_of_another_one_is_offered(sheet):
    # given
    sheet.set_place(1, 9, 11)

    # when
    menu = open_menu(sheet, middle_of(sheet, 2, 5))

    # then
    assert "仍然正确" not in words_of(menu)


def test_within_what_is_selected_all_of_it_stays_chosen(session, sheet):
    # given
    cursor = sheet.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(len(WORDS[0]) + 8, cursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)
    chosen = cursor.selectedText()

    # when
    menu = open_menu(sheet, middle_of(sheet, 0, 6))

    # then
    assert sheet.textCursor().selectedText() == chosen
    press(menu, "仍然正确")
    assert waiting(session) == []


def test_the_menu_key_leaves_what_is_selected_wherever_the_mouse_is(sheet):
    # given
    sheet.set_place(1, 9, 11)
    chosen = sheet.textCursor().selectedText()

    # when
    menu = open_menu(sheet, QPoint(5, 5), QContextMenuEvent.Reason.Keyboard)

    # then
    assert "仍然正确" in words_of(menu)
    assert sheet.textCursor().selectedText() == chosen
