"""Pasting into the sheet: a line goes in directly, more is shown first, tables are pointed out."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QTableWidget

from core.edits import Splice
from core.report import Paragraph
from core.store import ReportFile
from gui.panes.prose.sheet import Sheet

PAGE = """<h3>平台建设</h3><p>1.按月更换。</p><p>正文一段。</p>
<table><tr><td>项目</td><td>件数</td></tr><tr><td>许可</td><td>3</td></tr><tr><td>处罚</td><td>5</td></tr></table>"""


@pytest.fixture
def at_work(window, report, hands):
    """An open report with two paragraphs in its first section."""
    report.section("overview").paragraphs = [
        Paragraph(text="（一）主动公开。", level=2),
        Paragraph(text="第二段在这里。"),
    ]
    window.desk.open(ReportFile(report), None)
    return hands


def paste(hands, text, html=""):
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    hands.window.desk.workspace.page.findChild(Sheet).insertFromMimeData(data)


def place(hands, *where):
    hands.window.desk.workspace.page.findChild(Sheet).set_place(*where)


def texts(hands):
    section = hands.window.desk.session.report.section("overview")
    return [(one.level, one.text) for one in section.paragraphs]


def rows(hands):
    shown = hands.find("pasteList", QTableWidget)
    return [(shown.item(row, 0).text(), shown.item(row, 1).text()) for row in range(shown.rowCount())]


def select(shown, row):
    """Select one row, whatever keys an earlier test held down last."""
    how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    shown.selectionModel().select(shown.model().index(row, 0), how)


def test_one_line_goes_in_directly(at_work):
    # given
    place(at_work, 1, 2, 2)

    # when
    paste(at_work, "<b>落实</b>", "")

    # then
    assert texts(at_work)[1] == (0, "第二<b>落实</b>段在这里。")
    assert not at_work.sees("pasteTextDialog")


def test_several_paragraphs_are_shown_before_they_go_in_as_one_step(at_work):
    # given
    place(at_work, 1, 3, 3)
    before = texts(at_work)

    # when
    paste(at_work, "x", PAGE)

    # then: the heading is given the number that comes next
    assert rows(at_work)[:3] == [("（一）", "（二）平台建设"), ("1.", "1.按月更换。"), ("正文", "正文一段。")]
    assert rows(at_work)[3] == ("！表格", "不放：表格（3 行 2 列），开头是“项目　件数”")
    assert "1 个表格不放" in at_work.find("pasteTold", QLabel).text()
    assert texts(at_work) == before

    # when
    at_work.press("pasteNow")

    # then
    assert texts(at_work) == [
        (2, "（一）主动公开。"),
        (0, "第二段（二）平台建设"),
        (3, "1.按月更换。"),
        (0, "正文一段。在这里。"),
    ]
    session = at_work.window.desk.session
    assert session.undo_stack.undoText() == "粘贴 3 段"
    sheet = at_work.window.desk.workspace.page.findChild(Sheet)
    assert (sheet.textCursor().blockNumber(), sheet.textCursor().positionInBlock()) == (3, 5)

    # when
    at_work.command("undo")

    # then
    assert texts(at_work) == before


def test_a_block_stands_in_the_brackets_of_the_section_as_it_was_shown(at_work):
    # given
    section = at_work.window.desk.session.report.section("overview")
    new = tuple(Paragraph(text=text, level=2) for text in ("(一)甲。", "(五)"))
    at_work.window.desk.session.edit(Splice("overview", 0, len(section.paragraphs), new, "改"))
    place(at_work, 1, 3, 3)

    # when
    paste(at_work, "（一）宣传。\n（二）公开。")

    # then
    assert rows(at_work) == [("（一）", "(五)宣传。"), ("（一）", "(六)公开。")]

    # when
    at_work.press("pasteNow")

    # then
    assert texts(at_work) == [(2, "(一)甲。"), (2, "(五)宣传。"), (2, "(六)公开。")]


def test_levels_are_changed_for_the_selected_paragraphs(at_work):
    # given
    paste(at_work, "平台建设\n监督保障\n正文一段")
    shown = at_work.find("pasteList", QTableWidget)

    # when
    select(shown, 0)
    at_work.press("pasteLevel2")
    select(shown, 1)
    at_work.press("pasteLevel2")

    # then
    assert rows(at_work) == [("（一）", "（一）平台建设"), ("（一）", "（二）监督保障"), ("正文", "正文一段")]

    # when
    select(shown, 0)
    at_work.press("pasteLevel0")

    # then
    assert rows(at_work)[:2] == [("正文", "平台建设"), ("（一）", "（一）监督保障")]


def test_words_alone_have_no_levels(at_work):
    # given
    place(at_work, 0, 0, 9)
    paste(at_work, "（一）平台建设\n1.按月更换。")

    # when
    at_work.find("pastePlainOnly", QCheckBox).setChecked(True)

    # then
    assert rows(at_work) == [("正文", "（一）平台建设"), ("正文", "1.按月更换。")]
    assert not at_work.find("pasteLevel2", QPushButton).isEnabled()

    # when
    at_work.press("pasteNow")

    # then
    assert texts(at_work)[:2] == [(0, "（一）平台建设"), (0, "1.按月更换。")]


def test_the_words_of_a_table_come_as_paragraphs_where_they_are_wanted(at_work):
    # given
    paste(at_work, "x", PAGE.partition("</p>")[2].partition("</p>")[2])
    assert not at_work.find("pasteNow", QPushButton).isEnabled()

    # when
    at_work.find("pasteTables", QCheckBox).setChecked(True)

    # then
    assert rows(at_work) == [("正文", "项目　件数"), ("正文", "许可　3"), ("正文", "处罚　5")]
    assert at_work.find("pasteNow", QPushButton).isEnabled()


def test_esc_leaves_all_as_it_was(at_work, qtbot):
    # given
    before = texts(at_work)
    paste(at_work, "一段。\n两段。")

    # when
    qtbot.keyClick(at_work.find("pasteTextDialog"), Qt.Key.Key_Escape)

    # then
    assert texts(at_work) == before
    assert at_work.window.desk.session.undo_stack.count() == 0


def test_enter_pastes_what_is_shown(at_work, qtbot):
    # given
    place(at_work, 1, 0, 7)
    paste(at_work, "一段。\n两段。")

    # when
    qtbot.keyClick(at_work.find("pasteList"), Qt.Key.Key_Return)

    # then
    assert texts(at_work) == [(2, "（一）主动公开。"), (0, "一段。"), (0, "两段。")]


def test_words_deleted_in_the_source_are_left_out_and_that_is_said(at_work):
    # given
    place(at_work, 1, 2, 2)

    # when
    paste(at_work, "共7075条", "<p>共<del>70</del><ins>75</ins>条</p>")

    # then: a single line is shown too, or nobody would know
    assert rows(at_work) == [("正文", "共75条")]
    assert "标为删除的 1 处没有带过来" in at_work.find("pasteTold", QLabel).text()
    at_work.press("pasteNow")
    assert texts(at_work)[1] == (0, "第二共75条段在这里。")


WEB = "首页 > 政务公开\n【字体：大 中 小】 打印本页\n（一）政策宣传\n张贴公告12次。\n（二）网上公开"


def test_a_block_of_headings_counts_on_from_those_of_the_section(at_work):
    # given: the cursor stands behind the last heading
    five = [Paragraph(text=f"（{one}）一件事。", level=2) for one in "一二三四五"]
    at_work.window.desk.session.edit(Splice("overview", 0, 2, tuple(five), "换成五段"))
    place(at_work, 4, 7, 7)

    # when
    paste(at_work, WEB)

    # then
    assert rows(at_work) == [
        ("不放", "首页 > 政务公开"),
        ("不放", "【字体：大 中 小】 打印本页"),
        ("（一）", "（六）政策宣传"),
        ("正文", "张贴公告12次。"),
        ("（一）", "（七）网上公开"),
    ]

    # when
    at_work.press("pasteNow")

    # then
    assert texts(at_work)[4:] == [
        (2, "（五）一件事。"),
        (2, "（六）政策宣传"),
        (0, "张贴公告12次。"),
        (2, "（七）网上公开"),
    ]


def test_what_a_web_page_prints_around_its_text_is_proposed_to_be_left_out(at_work):
    # given
    place(at_work, 1, 0, 7)

    # when
    paste(at_work, WEB)

    # then
    told = at_work.find("pasteTold", QLabel).text()
    assert told.startswith("剪贴板里有 3 段文字")
    assert "另有 2 段标着“不放”，不放进报告，看着是网页上的按钮、日期这些" in told

    # when: the clerk wants one of them after all
    select(at_work.find("pasteList", QTableWidget), 0)
    at_work.press("pasteLeaveOut")

    # then
    assert rows(at_work)[:2] == [("正文", "首页 > 政务公开"), ("不放", "【字体：大 中 小】 打印本页")]


def test_only_of_the_lines_of_a_web_page_it_is_said_that_they_look_so(at_work):
    # given
    place(at_work, 1, 0, 7)
    paste(at_work, WEB)
    shown = at_work.find("pasteList", QTableWidget)

    # when: one of the office's own lines is left out too
    select(shown, shown.rowCount() - 1)
    at_work.press("pasteLeaveOut")

    # then
    told = at_work.find("pasteTold", QLabel).text()
    assert "另有 3 段标着“不放”，不放进报告，有 2 段看着是网页上的按钮、日期这些；" in told


def test_any_row_can_be_left_out_by_keys_and_the_numbers_close_up(at_work, qtbot):
    # given
    place(at_work, 1, 0, 7)
    paste(at_work, "（一）甲\n（二）乙\n（三）丙")
    shown = at_work.find("pasteList", QTableWidget)
    select(shown, 1)

    # when
    qtbot.waitUntil(lambda: QApplication.focusWidget() is shown)
    qtbot.keyClick(shown, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)

    # then
    qtbot.waitUntil(lambda: rows(at_work)[1][0] == "不放")
    assert rows(at_work) == [("（一）", "（二）甲"), ("不放", "（二）乙"), ("（一）", "（三）丙")]
    at_work.press("pasteNow")
    assert texts(at_work) == [(2, "（一）主动公开。"), (2, "（二）甲"), (2, "（三）丙")]


def test_a_row_left_out_comes_back_with_a_level(at_work):
    # given
    place(at_work, 1, 0, 7)
    paste(at_work, WEB)
    shown = at_work.find("pasteList", QTableWidget)

    # when
    select(shown, 1)
    at_work.press("pasteLevel0")

    # then
    assert rows(at_work)[1] == ("正文", "【字体：大 中 小】 打印本页")
    assert "另有 1 段" in at_work.find("pasteTold", QLabel).text()


def test_nothing_is_pasted_where_all_is_left_out(at_work):
    paste(at_work, "一段。\n两段。")
    at_work.find("pasteList", QTableWidget).selectAll()

    at_work.press("pasteLeaveOut")

    assert [level for level, _ in rows(at_work)] == ["不放", "不放"]
    assert not at_work.find("pasteNow", QPushButton).isEnabled()
