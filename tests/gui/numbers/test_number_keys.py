"""Enter and Backspace at the number of a paragraph, and numbers typed by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from core.report import Link, Paragraph
from tests.gui.numbers.sheets import place, said, texts, type_in, undo


@pytest.mark.parametrize("first", ["（一）主动公开。今年公开75条。", "（一）主动公开"])
def test_enter_at_the_end_gives_the_next_number_and_those_behind_count_on(editor_on, qtbot, first):
    # given
    editor = editor_on(first, "（二）依申请公开。", "正文。", "（三）平台。")
    editor.go_to(0, len(first), len(first))

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)

    # then
    assert said(editor) == [
        (2, first),
        (2, "（二）"),
        (2, "（三）依申请公开。"),
        (0, "正文。"),
        (2, "（四）平台。"),
    ]
    assert place(editor) == (1, 3)
    assert editor._session.undo_stack.undoText() == "增加段落并重新编号"

    # when: words come, and all is taken back
    type_in(editor.sheet, "新的一条。")
    assert texts(editor)[1] == "（二）新的一条。"
    undo(editor)
    assert texts(editor)[1] == "（二）"
    undo(editor)

    # then
    assert texts(editor) == [first, "（二）依申请公开。", "正文。", "（三）平台。"]


def test_enter_at_the_end_of_the_last_paragraph_is_a_step_of_its_own(editor_on, qtbot):
    editor = editor_on("(一)主动公开。")
    editor.go_to(0, 8, 8)

    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)
    type_in(editor.sheet, "乙")

    assert texts(editor) == ["(一)主动公开。", "(二)乙"]
    undo(editor)
    assert texts(editor) == ["(一)主动公开。", "(二)"]


def test_enter_again_makes_body_text_of_a_number_without_words(editor_on, qtbot):
    # given
    editor = editor_on("（一）甲。", "（二）乙。")
    editor.go_to(0, 5, 5)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)
    type_in(editor.sheet, "正文。")

    # then
    assert said(editor) == [(2, "（一）甲。"), (0, "正文。"), (2, "（二）乙。")]


@pytest.mark.parametrize("at", [0, 3])
def test_backspace_at_the_number_takes_it_away_and_those_behind_count_on(editor_on, qtbot, at):
    # given
    editor = editor_on("（一）甲。", "（二）乙。", "（三）丙。")
    editor.go_to(1, at, at)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Backspace)

    # then
    assert said(editor) == [(2, "（一）甲。"), (0, "乙。"), (2, "（二）丙。")]
    assert place(editor) == (1, 0)
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Backspace)
    assert texts(editor) == ["（一）甲。乙。", "（二）丙。"]
    undo(editor)
    undo(editor)
    assert texts(editor) == ["（一）甲。", "（二）乙。", "（三）丙。"]


def test_shift_and_enter_begins_a_line_without_a_number(editor_on, qtbot):
    editor = editor_on("（一）甲。", "（二）乙。")
    editor.go_to(0, 5, 5)

    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert said(editor) == [(2, "（一）甲。"), (0, ""), (2, "（二）乙。")]


def test_enter_within_the_words_and_in_body_text_gives_no_number(editor_on, qtbot):
    editor = editor_on("（一）甲。乙。", "正文。")
    for paragraph, at in ((1, 3), (0, 5)):
        editor.go_to(paragraph, at, at)
        qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)

    assert texts(editor) == ["（一）甲。", "乙。", "正文。", ""]


def test_a_number_typed_behind_the_one_given_takes_its_place(editor_on, qtbot):
    # given
    editor = editor_on("（一）甲。")
    editor.go_to(0, 5, 5)
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)

    # when
    type_in(editor.sheet, "（二）乙。")
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)
    type_in(editor.sheet, "1.子。")
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)
    type_in(editor.sheet, "2024年丑。")

    # then
    assert said(editor) == [(2, "（一）甲。"), (2, "（二）乙。"), (3, "1.子。"), (3, "2.2024年丑。")]


def test_an_amount_at_the_beginning_is_no_number(editor_on):
    editor = editor_on("1.甲。", "", "2.乙。")
    editor.go_to(1, 0, 0)

    type_in(editor.sheet, "2.5万元。")

    assert said(editor) == [(3, "1.甲。"), (0, "2.5万元。"), (3, "2.乙。")]


def test_a_point_that_begins_with_a_month_or_a_count_keeps_its_number(editor_on, qtbot):
    editor = editor_on("1.甲。", "2.乙。")
    editor.go_to(0, 4, 4)

    for words in ("3月15日开会。", "29件办结。"):
        qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)
        type_in(editor.sheet, words)

    assert said(editor) == [(3, "1.甲。"), (3, "2.3月15日开会。"), (3, "3.29件办结。"), (3, "4.乙。")]


def test_a_number_typed_before_others_lets_them_count_on(editor_on):
    editor = editor_on("（一）甲。", "乙。", "（二）丙。", "（三）丁。")
    editor.go_to(1, 0, 0)

    type_in(editor.sheet, "（二）")

    assert texts(editor) == ["（一）甲。", "（二）乙。", "（三）丙。", "（四）丁。"]
    assert place(editor) == (1, 3)


def test_a_paragraph_that_is_deleted_lets_those_behind_count_on_in_one_step(editor_on, qtbot):
    # given
    editor = editor_on("（一）甲。", "（二）乙。", "（三）丙。")
    cursor = QTextCursor(editor.sheet.document())
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.sheet.setTextCursor(cursor)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Delete)

    # then
    assert texts(editor) == ["（一）乙。", "（二）丙。"]
    assert place(editor) == (0, 0)
    assert editor._session.undo_stack.undoText() == "删除段落并重新编号"
    undo(editor)
    assert texts(editor) == ["（一）甲。", "（二）乙。", "（三）丙。"]


def test_what_is_not_looked_at_stays_so_with_another_number_and_its_link(editor_on, qtbot, report):
    # given
    words = "（三）收到申请29件。"
    report.values["applications.new.total"] = "29"
    link = Link(start=7, end=9, cell="applications.new.total")
    carried = Paragraph(text=words, level=2, state="carried", origin=words, links=(link,))
    editor = editor_on("（一）甲。", "（二）乙。", carried)
    editor.go_to(0, 5, 5)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)

    # then
    last = editor._session.report.section("overview").paragraphs[-1]
    assert (last.text, last.state, last.origin) == ("（四）收到申请29件。", "carried", words)
    assert [last.text[one.start : one.end] for one in last.links] == ["29"]


def test_a_number_is_changed_by_hand_and_no_other_with_it(editor_on, qtbot):
    # given
    editor = editor_on("（一）甲。", "（二）乙。", "（三）丙。")
    editor.go_to(1, 1, 2)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Delete)
    assert said(editor)[1:] == [(2, "（）乙。"), (2, "（三）丙。")]
    type_in(editor.sheet, "五")

    # then
    assert said(editor) == [(2, "（一）甲。"), (2, "（五）乙。"), (2, "（三）丙。")]

    # when: another goes before it
    editor.go_to(0, 3, 3)
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Backspace)

    # then
    assert texts(editor) == ["甲。", "（五）乙。", "（三）丙。"]


@pytest.mark.parametrize("typed", ["　　（一）", "（ 一 ）", "〔一〕", "  （一）"])
def test_a_number_is_known_with_the_blanks_and_brackets_of_habit(editor_on, typed):
    # given
    editor = editor_on("主动公开。")
    editor.go_to(0, 0, 0)

    # when
    type_in(editor.sheet, typed)

    # then
    assert said(editor) == [(2, "（一）主动公开。")]
    assert place(editor) == (0, 3)


def test_a_number_typed_behind_the_indent_that_stood_there_is_known(editor_on):
    editor = editor_on("　　主动公开。")
    editor.go_to(0, 2, 2)

    type_in(editor.sheet, "（一）")

    assert said(editor) == [(2, "（一）主动公开。")]


def test_a_paragraph_that_is_moved_gets_the_number_of_its_new_place(editor_on, qtbot):
    # given
    editor = editor_on("（一）甲。", "（二）乙。", "（三）丙。", "正文。")
    cursor = QTextCursor(editor.sheet.document().findBlockByNumber(0))
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.sheet.setTextCursor(cursor)

    # when
    editor.sheet.cut()
    assert texts(editor) == ["（一）乙。", "（二）丙。", "正文。"]
    editor.go_to(2, 0, 0)
    editor.sheet.paste()

    # then
    assert texts(editor) == ["（一）乙。", "（二）丙。", "（三）甲。", "正文。"]
    undo(editor)
    undo(editor)
    assert texts(editor) == ["（一）甲。", "（二）乙。", "（三）丙。", "正文。"]


def test_a_month_typed_behind_a_number_leaves_the_list_as_it_is(editor_on, qtbot):
    # given
    editor = editor_on(Paragraph(text="1、甲。", level=3), Paragraph(text="2、乙。", level=3))
    editor.go_to(0, 4, 4)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)
    type_in(editor.sheet, "3月份检查。")
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)

    # then
    assert texts(editor) == ["1、甲。", "2、3月份检查。", "3、", "4、乙。"]
