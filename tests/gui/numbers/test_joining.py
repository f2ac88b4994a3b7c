"""Paragraphs joined to the one before, and cut whole: their numbers go as they came, by themselves."""

import pytest
from PySide6.QtCore import Qt

from core.report import SIGNATURE, Link, Paragraph
from gui.panes.prose import paper
from tests.gui.numbers.sheets import place, said, texts, type_in, undo

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NUMBERED = ("（一）甲。", "（二）乙。", "（三）丙。")


def select(editor, first, start, last, end):
    """Select from a character of a paragraph up to one of another, as the mouse does."""
    cursor = paper.select(editor.sheet.document(), first, start, start)
    to = paper.select(editor.sheet.document(), last, end, end).position()
    cursor.setPosition(to, cursor.MoveMode.KeepAnchor)
    editor.sheet.setTextCursor(cursor)


def test_delete_at_the_end_joins_the_words_of_the_next_without_its_number(editor_on, qtbot):
    # given
    editor = editor_on(*NUMBERED)
    editor.go_to(0, 5, 5)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Delete)

    # then
    assert said(editor) == [(2, "（一）甲。乙。"), (2, "（二）丙。")]
    assert place(editor) == (0, 5)
    undo(editor)
    assert texts(editor) == [*NUMBERED]


@pytest.mark.parametrize("held", [CTRL, SHIFT])
def test_backspace_with_another_key_joins_without_the_number_too(editor_on, qtbot, held):
    # given
    editor = editor_on(*NUMBERED)
    editor.go_to(1, 0, 0)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Backspace, held)

    # then
    assert texts(editor) == ["（一）甲。乙。", "（二）丙。"]


def test_words_typed_over_the_end_of_a_paragraph_leave_no_number_behind_them(editor_on):
    # given
    editor = editor_on(*NUMBERED)
    select(editor, 0, 4, 1, 0)

    # when
    type_in(editor.sheet, "和")

    # then
    assert texts(editor) == ["（一）甲和乙。", "（二）丙。"]


def test_a_number_alone_keeps_itself_and_takes_the_words_of_the_next(editor_on, qtbot):
    # given
    editor = editor_on("（一）甲。", "（二）", "（三）丙。")
    editor.go_to(1, 3, 3)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Delete)

    # then
    assert said(editor) == [(2, "（一）甲。"), (2, "（二）丙。")]


def test_an_empty_paragraph_that_goes_leaves_the_next_its_number(editor_on, qtbot):
    # given
    editor = editor_on("（一）甲。", "", "（二）乙。")
    editor.go_to(1, 0, 0)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Delete)

    # then
    assert said(editor) == [(2, "（一）甲。"), (2, "（二）乙。")]


@pytest.mark.parametrize("second", ["1.5万元。", "29件。", "一、二季度。", "（2024）3号。"])
def test_words_that_begin_with_a_figure_are_joined_whole(editor_on, qtbot, second):
    # given
    editor = editor_on("共", second)
    editor.go_to(0, 1, 1)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Delete)

    # then
    assert texts(editor) == [f"共{second}"]


def test_a_linked_number_of_the_joined_paragraph_stays_linked(editor_on, qtbot, report):
    # given
    report.values["applications.new.total"] = "29"
    link = Link(start=5, end=7, cell="applications.new.total")
    editor = editor_on("（一）甲。", Paragraph(text="（二）申请29件。", level=2, links=(link,)))
    editor.go_to(0, 5, 5)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Delete)

    # then
    [joined] = report.section("overview").paragraphs
    assert joined.text == "（一）甲。申请29件。"
    assert [joined.text[one.start : one.end] for one in joined.links] == ["29"]


def test_what_was_not_looked_at_still_waits_when_its_number_is_gone(editor_on, qtbot, report):
    # given
    words = "（二）公开栏12处。"
    editor = editor_on("（一）甲。", Paragraph(text=words, level=2, state="carried", origin=words))
    editor.go_to(0, 5, 5)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Delete)

    # then
    [joined] = report.section("overview").paragraphs
    assert (joined.text, joined.state, joined.origin) == ("（一）甲。公开栏12处。", "carried", words)


def _keys(editor, qtbot):
    qtbot.keyClick(editor.sheet, Qt.Key.Key_X, CTRL)


def _menu(editor, qtbot):
    entries = {one.text(): one for one in editor.sheet.menu_at(editor.sheet.cursorRect().center()).actions()}
    entries["剪切"].trigger()


@pytest.mark.parametrize("cut", [_keys, _menu])
@pytest.mark.parametrize(
    ("at", "rest"), [(1, ["（一）甲。", "（二）丙。"]), (2, ["（一）甲。", "（二）乙。"])]
)
def test_a_numbered_paragraph_that_is_cut_whole_leaves_no_line_behind(editor_on, qtbot, cut, at, rest):
    # given
    editor = editor_on(*NUMBERED)
    select(editor, at, 0, at, 5)

    # when
    cut(editor, qtbot)

    # then
    assert texts(editor) == rest
    assert "已修改" not in editor.state.text()

    # when: it is put back where the cursor stands
    editor.sheet.paste()

    # then
    assert said(editor) == [(2, one) for one in NUMBERED]
    undo(editor)
    undo(editor)
    assert texts(editor) == [*NUMBERED]


def test_several_numbered_paragraphs_cut_whole_go_with_their_lines(editor_on, qtbot):
    # given
    editor = editor_on(*NUMBERED, "（四）丁。")
    select(editor, 2, 5, 1, 0)

    # when
    _keys(editor, qtbot)

    # then
    assert texts(editor) == ["（一）甲。", "（二）丁。"]


@pytest.mark.parametrize(
    ("first", "start", "last", "end", "rest"),
    [
        (1, 3, 1, 5, ["（一）甲。", "（二）", "正文。"]),
        (1, 0, 1, 4, ["（一）甲。", "。", "正文。"]),
        (2, 0, 2, 3, ["（一）甲。", "（二）乙。", ""]),
    ],
)
def test_words_cut_from_a_paragraph_leave_the_paragraph(editor_on, qtbot, first, start, last, end, rest):
    # given
    editor = editor_on("（一）甲。", "（二）乙。", "正文。")
    select(editor, first, start, last, end)

    # when
    _keys(editor, qtbot)

    # then
    assert texts(editor) == rest


def test_the_only_paragraph_that_is_cut_leaves_an_empty_section(editor_on, qtbot, report):
    # given
    editor = editor_on(Paragraph(text="（一）甲。", level=2, state="carried", origin="（一）甲。"))
    editor.sheet.selectAll()

    # when
    _keys(editor, qtbot)

    # then
    assert texts(editor) == [""]
    assert report.section("overview").paragraphs == [Paragraph(text="")]
    editor.sheet.paste()
    [back] = report.section("overview").paragraphs
    assert (back.text, back.state) == ("（一）甲。", "carried")


def test_a_date_under_the_report_is_joined_as_it_is(editor_on, qtbot, report):
    # given
    report.section(SIGNATURE).paragraphs = [Paragraph(text="向阳镇"), Paragraph(text="1.28日")]
    editor = editor_on("甲。")
    editor.show_section(SIGNATURE)
    editor.go_to(0, 3, 3)

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Delete)

    # then
    assert [one.text for one in report.section(SIGNATURE).paragraphs] == ["向阳镇1.28日"]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_paragraph_cut_whole_takes_the_number_that_enter_made_elsewhere(editor_on, qtbot, at):
    # given
    editor = editor_on(*NUMBERED)
    select(editor, at, 0, at, 5)
    _keys(editor, qtbot)
    words = NUMBERED[at][3:]
    first = texts(editor)[0]
    editor.go_to(0, len(first), len(first))

    # when
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)
    editor.sheet.paste()

    # then
    rest = [one[3:] for number, one in enumerate(NUMBERED) if number != at]
    assert texts(editor) == [f"（一）{rest[0]}", f"（二）{words}", f"（三）{rest[1]}"]


@pytest.mark.parametrize(
    ("cut", "to", "at", "after"),
    [
        (2, 0, 0, ["（一）丙。", "（二）甲。", "（三）乙。"]),
        (1, 0, 0, ["（一）乙。", "（二）甲。", "（三）丙。"]),
        (1, 1, 5, ["（一）甲。", "（二）丙。", "（三）乙。"]),
        (0, 0, 5, ["（一）乙。", "（二）甲。", "（三）丙。"]),
        (2, 0, 5, ["（一）甲。", "（二）丙。", "（三）乙。"]),
    ],
)
def test_a_numbered_paragraph_that_was_cut_whole_is_one_by_itself_wherever_it_is_put(
    editor_on, qtbot, cut, to, at, after
):
    # given
    editor = editor_on(*NUMBERED)

    # when
    editor.go_to(cut, 0, 5)
    qtbot.keyClick(editor.sheet, Qt.Key.Key_X, CTRL)
    editor.go_to(to, at, at)
    qtbot.keyClick(editor.sheet, Qt.Key.Key_V, CTRL)

    # then
    assert texts(editor) == after
    undo(editor)
    undo(editor)
    assert texts(editor) == [*NUMBERED]
