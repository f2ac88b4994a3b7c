"""Ctrl with the arrows goes from paragraph to paragraph on the sheet, with Shift it selects."""

import pytest
from PySide6.QtCore import Qt

from core.report import Paragraph
from gui.panes.prose_editor import ProseEditor
from gui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
SELECT = CONTROL | Qt.KeyboardModifier.ShiftModifier
WORDS = ("第一段的话。", "第二段的话。", "第三段的话。")


@pytest.fixture
def sheet(make_session, report, qtbot):
    """The sheet with three paragraphs, the cursor before the first."""
    report.section("overview").paragraphs = [Paragraph(text=text) for text in WORDS]
    editor = ProseEditor(make_session(report), Theme.load("light"), "overview")
    qtbot.addWidget(editor)
    editor.show()
    return editor.sheet


def place(sheet):
    cursor = sheet.textCursor()
    return cursor.blockNumber(), cursor.positionInBlock()


def test_arrows_go_to_the_beginning_of_the_next_paragraph_and_back(sheet, qtbot):
    # when
    qtbot.keyClick(sheet, Qt.Key.Key_Down, CONTROL)
    forward = place(sheet)
    sheet.set_place(1, 3, 3)
    qtbot.keyClick(sheet, Qt.Key.Key_Up, CONTROL)
    begun = place(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Up, CONTROL)

    # then
    assert (forward, begun, place(sheet)) == ((1, 0), (1, 0), (0, 0))


def test_behind_the_last_paragraph_the_cursor_goes_to_its_end(sheet, qtbot):
    # given
    sheet.set_place(2, 1, 1)

    # when
    qtbot.keyClick(sheet, Qt.Key.Key_Down, CONTROL)

    # then
    assert place(sheet) == (2, len(WORDS[2]))


def test_what_is_selected_ends_with_the_words_of_the_paragraph(sheet, qtbot):
    # given
    sheet.set_place(1, 0, 2)

    # when
    qtbot.keyClick(sheet, Qt.Key.Key_Down, SELECT)
    once = sheet.textCursor().selectedText()
    qtbot.keyClick(sheet, Qt.Key.Key_Down, SELECT)

    # then
    assert once == WORDS[1]
    assert sheet.textCursor().selectedText() == f"{WORDS[1]}\u2029{WORDS[2]}"


def test_a_paragraph_typed_over_leaves_the_next_alone(sheet, report, qtbot):
    # when
    qtbot.keyClick(sheet, Qt.Key.Key_Down, SELECT)
    qtbot.keyClicks(sheet, "2024")

    # then
    assert [one.text for one in report.section("overview").paragraphs] == ["2024", *WORDS[1:]]


def test_selecting_backwards_goes_to_the_beginning(sheet, qtbot):
    # given
    sheet.set_place(1, 3, 3)

    # when
    qtbot.keyClick(sheet, Qt.Key.Key_Up, SELECT)

    # then
    assert sheet.textCursor().selectedText() == WORDS[1][:3]
