"""Words of last year that are split off their paragraph are looked at as before."""

import pytest
from PySide6.QtCore import Qt

from core.carry import forward, to_look_at
from core.report import Paragraph
from tests.gui.numbers.sheets import texts, undo


@pytest.fixture
def draft(report, library):
    """A draft of this year with a figure and a telephone in a paragraph under a heading."""
    words = "（一）主动公开。2024年公开信息80条，会议3次，联系电话0531-1234567。"
    report.section("overview").paragraphs = [Paragraph(text=words, level=2)]
    return forward(library, report)


def _waiting(editor):
    session = editor._session
    items = to_look_at(session.template, session.report)
    return [one.words for one in items if one.section == "overview" and one.kind != "段落"]


def test_what_is_split_off_last_years_words_still_waits(editor_on, draft, qtbot):
    # given
    editor = editor_on(of=draft)
    assert {"80", "3", "0531-1234567"} <= set(_waiting(editor))
    editor.go_to(0, 8, 8)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)

    # then
    assert {"80", "3", "0531-1234567"} <= set(_waiting(editor))
    editor.go_to(1, 0, 0)
    editor.confirm()
    assert _waiting(editor) == []
    undo(editor)
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Backspace)
    assert [one.state for one in draft.section("overview").paragraphs] == ["carried"]


def test_what_was_confirmed_does_not_wait_again_where_it_is_split_off(editor_on, draft, qtbot):
    editor = editor_on(of=draft)
    editor.confirm()
    editor.go_to(0, 8, 8)

    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)

    assert _waiting(editor) == []


def test_words_put_between_last_years_are_of_this_year(editor_on, draft, qtbot):
    # given
    editor = editor_on(of=draft)
    editor.go_to(0, 8, 8)

    # when
    editor.sheet.textCursor().insertText("新话。\n今年80条。\n又及：")

    # then
    paragraphs = draft.section("overview").paragraphs
    assert [bool(one.origin) for one in paragraphs] == [True, False, True]
    assert texts(editor)[1:] == ["今年80条。", "又及：2025年公开信息80条，会议3次，联系电话0531-1234567。"]


@pytest.mark.parametrize("first", ["", "carried"])
def test_what_is_joined_to_another_paragraph_still_waits(editor_on, draft, qtbot, first):
    # given
    words = "村里的电话是0531-7654321。"
    section = draft.section("overview")
    section.paragraphs = [
        Paragraph(text="公开栏有12处。", state=first, origin="公开栏有12处。" if first else ""),
        Paragraph(text=words, state="carried", origin=words),
    ]
    editor = editor_on(of=draft)
    editor.go_to(1, 0, 0)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Backspace)

    # then
    assert [one.text for one in section.paragraphs] == [f"公开栏有12处。{words}"]
    assert "0531-7654321" in _waiting(editor)
    editor._session.undo_stack.undo()
    assert [one.state for one in section.paragraphs] == [first, "carried"]
