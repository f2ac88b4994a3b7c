"""Pasting into the sheet: a line goes in directly, more is shown first, tables are pointed out."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QTableWidget

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
    assert rows(at_work)[3] == ("！表格", "不粘贴：表格（3 行 2 列），开头是“项目　件数”")
    assert "1 个表格不会粘贴" in at_work.find("pasteTold", QLabel).text()
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


def test_levels_are_changed_for_the_selected_paragraphs(at_work):
    # given
    paste(at_work, "平台建设\n监督保障\n正文")
    shown = at_work.find("pasteList", QTableWidget)

    # when
    select(shown, 0)
    at_work.press("pasteLevel2")
    select(shown, 1)
    at_work.press("pasteLevel2")

    # then
    assert rows(at_work) == [("（一）", "（一）平台建设"), ("（一）", "（二）监督保障"), ("正文", "正文")]

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
