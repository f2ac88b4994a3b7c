"""Levels given to paragraphs, and numbers that do not count on mended."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QListWidget

from core.checks.model import TextPlace
from core.report import Link, Paragraph
from core.store import ReportFile
from gui.panes.prose import paper
from gui.panes.prose_editor import ProseEditor
from gui.theme import Theme
from tests.gui.numbers.sheets import paragraph, place, said, texts, type_in


def test_the_cursor_stays_behind_its_words_when_the_level_changes(editor_on, qtbot):
    # given
    editor = editor_on("")
    type_in(editor.sheet, "主动公开")

    # when
    editor.set_level(2)
    type_in(editor.sheet, "情况")

    # then
    assert texts(editor) == ["（一）主动公开情况"]


def test_the_level_box_gives_the_keys_back(editor_on, qtbot):
    # given
    editor = editor_on("主动公开")
    editor.go_to(0, 4, 4)
    editor.levels.setFocus()
    editor.levels.setCurrentIndex(1)

    # when
    editor.levels.activated.emit(1)

    # then
    assert editor.sheet.hasFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "a")
    assert texts(editor) == ["（一）主动公开a"]


def test_all_selected_paragraphs_get_the_level_in_one_step(editor_on):
    # given
    editor = editor_on("（一）甲。", "乙。", "", "（1）丙。", "（二）丁。")
    cursor = paper.select(editor.sheet.document(), 1, 0, 0)
    cursor.setPosition(editor.sheet.document().lastBlock().position(), QTextCursor.MoveMode.KeepAnchor)
    editor.sheet.setTextCursor(cursor)

    # when
    editor.set_level(2)

    # then
    assert said(editor) == [
        (2, "（一）甲。"),
        (2, "（二）乙。"),
        (0, ""),
        (2, "（三）丙。"),
        (2, "（四）丁。"),
    ]
    assert editor._session.undo_stack.count() == 1
    assert editor._session.undo_stack.undoText() == "调整层级"
    editor.sheet.selectAll()
    editor.set_level(0)
    assert said(editor) == [(0, "甲。"), (0, "乙。"), (0, ""), (0, "丙。"), (0, "丁。")]


def test_words_that_begin_with_a_figure_stay_apart_from_their_number(editor_on):
    # given
    editor = editor_on("（一）平台建设", "（二）5G建设", "（三）网站建设")
    editor.go_to(1, 4, 4)

    # when
    editor.set_level(3)

    # then: not "1.5G建设"; the number counts as one
    assert said(editor) == [(2, "（一）平台建设"), (3, "1. 5G建设"), (2, "（二）网站建设")]
    editor.set_level(2)
    assert said(editor) == [(2, "（一）平台建设"), (2, "（二）5G建设"), (2, "（三）网站建设")]
    editor.set_level(3)
    editor.set_level(0)
    assert said(editor)[1] == (0, "5G建设")


@pytest.mark.parametrize("backward", [False, True])
def test_the_selection_covers_the_same_paragraphs_when_their_level_changes(editor_on, qtbot, backward):
    # given
    editor = editor_on("甲。", "乙。", "（一）丙。", "正文。")
    ends = [(0, 0), (2, 5)][:: -1 if backward else 1]
    cursor = paper.select(editor.sheet.document(), ends[0][0], ends[0][1], ends[0][1])
    cursor.setPosition(
        paper.select(editor.sheet.document(), ends[1][0], ends[1][1], ends[1][1]).position(),
        QTextCursor.MoveMode.KeepAnchor,
    )
    editor.sheet.setTextCursor(cursor)

    # when
    editor.set_level(3)

    # then
    assert editor.sheet.textCursor().selectedText().split("\u2029") == ["1.甲。", "2.乙。", "3.丙。"]
    assert (editor.sheet.textCursor().position() < editor.sheet.textCursor().anchor()) is backward

    # when: the numbers go again
    editor.set_level(0)

    # then
    assert editor.sheet.textCursor().selectedText().split("\u2029") == ["甲。", "乙。", "丙。"]


def test_a_selection_within_the_words_stays_at_them_when_the_level_changes(editor_on):
    # given
    editor = editor_on("主动公开。", "（一）甲。")
    editor.go_to(0, 2, 4)

    # when
    editor.set_level(2)

    # then
    assert texts(editor) == ["（一）主动公开。", "（二）甲。"]
    assert editor.sheet.textCursor().selectedText() == "公开"


def test_links_of_all_selected_paragraphs_stay_with_their_words(editor_on, report):
    # given
    report.values["applications.new.total"] = "29"
    words = "申请29件。"
    linked = [
        Paragraph(text=words, links=(Link(start=2, end=4, cell="applications.new.total"),)) for _ in range(3)
    ]
    editor = editor_on(*linked)
    editor.sheet.selectAll()

    # when
    editor.set_level(3)

    # then
    for one in editor._session.report.section("overview").paragraphs:
        assert [one.text[link.start : link.end] for link in one.links] == ["29"]


def test_a_linked_number_at_the_beginning_of_a_paragraph_stays_linked_behind_a_point(
    editor_on, qtbot, report
):
    # given
    report.values["applications.new.total"] = "29"
    link = Link(start=0, end=2, cell="applications.new.total")
    editor = editor_on("1.甲。", Paragraph(text="29件申请全部办结。", links=(link,)))
    editor.go_to(1, 10, 10)

    # when
    editor.set_level(3)
    qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)

    # then
    assert said(editor) == [(3, "1.甲。"), (3, "2. 29件申请全部办结。"), (3, "3.")]
    linked = editor._session.report.section("overview").paragraphs[1]
    assert [linked.text[one.start : one.end] for one in linked.links] == ["29"]


def test_an_empty_section_gets_its_first_paragraph_by_a_level(editor_on):
    # given
    editor = editor_on()

    # when
    editor.set_level(2)
    type_in(editor.sheet, "主动公开")

    # then
    assert said(editor) == [(2, "（一）主动公开")]


def test_a_paragraph_that_leaves_its_level_lets_the_others_count_on(editor_on):
    editor = editor_on("（一）甲。", "（二）乙。", "（三）丙。")
    editor.go_to(1, 5, 5)

    editor.set_level(3)

    assert texts(editor) == ["（一）甲。", "1.乙。", "（二）丙。"]
    assert place(editor) == (1, 4)


def test_wrong_numbers_are_mended_under_the_right_button(make_session, report, qtbot):
    # given
    report.section("overview").paragraphs = [
        paragraph(one) for one in ("（一）甲。", "（三）乙。", "（四）丙。")
    ]
    editor = ProseEditor(make_session(report), Theme.load("light"), "overview")
    qtbot.addWidget(editor)
    editor.show()
    editor._session.check()
    place = editor.sheet.cursorRect(paper.select(editor.sheet.document(), 1, 1, 1)).center()

    # when
    offers = {one.text(): one for one in editor.sheet.menu_at(place).actions()}
    offers["重新编号（2 处）"].trigger()

    # then
    assert texts(editor) == ["（一）甲。", "（二）乙。", "（三）丙。"]
    assert editor._session.undo_stack.undoText() == "重新编号"


def test_wrong_numbers_are_mended_from_the_list(hands, report):
    # given
    report.section("overview").paragraphs = [
        paragraph(one) for one in ("（一）甲。", "（三）乙。", "（四）丙。")
    ]
    hands.window.desk.open(ReportFile(report), None)
    hands.window.desk.session.check()
    findings = hands.find("findingsList", QListWidget)
    rows = [findings.item(row) for row in range(findings.count())]
    row = next(row for row in rows if "前面缺号" in str(row.data(Qt.ItemDataRole.AccessibleTextRole)))

    # when
    findings.setCurrentItem(row)
    findings.itemActivated.emit(row)
    hands.press("fixButton")

    # then
    texts = [one.text for one in hands.window.desk.session.report.section("overview").paragraphs]
    assert texts == ["（一）甲。", "（二）乙。", "（三）丙。"]


def test_undo_leads_back_to_the_page_of_what_counted_on(hands, report):
    # given
    report.section("overview").paragraphs = [
        paragraph(one) for one in ("（一）甲。", "（二）乙。", "（三）丙。")
    ]
    hands.window.desk.open(ReportFile(report), None)
    page = hands.window.desk.workspace.page
    page.go_to(TextPlace("overview", 1, 0, 0, ""))
    page.prose.set_level(0)
    page.go_to(TextPlace("problems", 0, 0, 0, ""))

    # when
    hands.command("undo")

    # then
    assert page.prose.section_id == "overview"
    assert page.prose.sheet.selected_paragraphs() == (1, 1)
    assert [one.text for one in report.section("overview").paragraphs] == [
        "（一）甲。",
        "（二）乙。",
        "（三）丙。",
    ]


def test_a_line_begun_and_taken_back_leaves_the_cursor_where_it_was(hands, report, qtbot):
    # given
    report.section("overview").paragraphs = [paragraph(one) for one in ("（一）甲。", "（二）乙。")]
    hands.window.desk.open(ReportFile(report), None)
    page = hands.window.desk.workspace.page
    page.go_to(TextPlace("overview", 0, 5, 5, ""))
    qtbot.keyClick(page.prose.sheet, Qt.Key.Key_Return)

    # when
    hands.command("undo")
    type_in(page.prose.sheet, "丙。")

    # then
    assert [one.text for one in report.section("overview").paragraphs] == ["（一）甲。丙。", "（二）乙。"]


def test_a_number_before_a_month_gives_way_to_that_of_the_level(editor_on):
    editor = editor_on("1、甲。", Paragraph(text="2、3月份检查。"), "3、乙。")
    editor.go_to(1, 0, 0)

    editor.set_level(4)

    assert texts(editor) == ["1、甲。", "（1）3月份检查。", "2、乙。"]
