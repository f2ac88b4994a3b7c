"""The comparison of a version with now says which side is which, and what was taken back is shown behind it."""

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QLabel, QListWidget, QTextEdit, QWidget

from core import store
from core.checks.model import CellPlace, TextPlace
from core.edits import SetCells, SetField, Splice
from core.report import PREFACE, Paragraph
from core.settings import Settings
from core.store import ReportFile, history
from tests.gui.test_versions import choose, open_versions

CELL = "applications.new.natural"


def words(number: int) -> str:
    return f"第{number}段，公开各类信息，办理依申请公开。" * 3


@pytest.fixture
def session(hands, report, tmp_path, qtbot):
    """A report saved twice, between which a long section, a table and the title were changed; the newest is as now."""
    report.section("overview").paragraphs = [Paragraph(text=words(number)) for number in range(40)]
    path = tmp_path / "报告.nianbao"
    store.write(ReportFile(report), path)
    hands.window.open_path(path)
    qtbot.waitUntil(lambda: hands.sees("workspace"))
    session = hands.window.desk.session
    session.edit(SetField("title", "先前的标题"))
    hands.command("save")
    session.edit(SetField("title", "后来的标题"))
    session.edit(Splice("overview", 30, 1, (Paragraph(text="第30段，后来改写过。"),)))
    session.edit(Splice("other", 0, 0, (Paragraph(text="后来写的话。"),)))
    session.edit(SetCells({CELL: "3"}))
    hands.command("save")
    return session


def view(hands) -> QTextEdit:
    return hands.find("versionCompare", QTextEdit)


def heads(hands) -> list[QLabel]:
    """Return the headings in sight above the comparison, from left to right."""
    strip = hands.find("versionCompare", QTextEdit).findChild(QWidget, "versionColumns")
    found = [one for one in strip.findChildren(QLabel, "versionColumn") if one.isVisible()]
    return sorted(found, key=lambda one: one.x())


def choose_part(hands, name: str) -> None:
    parts = hands.find("differenceList", QListWidget)
    row = next(row for row in range(parts.count()) if parts.item(row).text().startswith(name))
    parts.setCurrentRow(row)


def test_one_sentence_looks_plain_after_a_comparison(hands, session, qtbot):
    # given
    open_versions(hands)
    box = hands.find("versionList", QListWidget)
    box.setFocus()

    # when: quickly past a version with differences to one that is as now
    qtbot.keyClick(box, Qt.Key.Key_Down)
    choose_part(hands, "六、")
    qtbot.keyClick(box, Qt.Key.Key_Up)

    # then
    assert view(hands).toPlainText() == "这一版和现在一样。"
    cursor = view(hands).textCursor()
    cursor.select(cursor.SelectionType.Document)
    look = cursor.charFormat()
    assert not look.fontStrikeOut()
    assert not look.fontUnderline()
    assert look.background() == QTextCharFormat().background()


def test_which_side_is_old_is_said_above_however_far_one_scrolls(hands, session, qtbot):
    # given
    open_versions(hands)
    choose(hands, "versionList", 1)

    # when
    choose_part(hands, "一、")

    # then: the first difference is far down
    assert view(hands).verticalScrollBar().value() > 0
    then, now = heads(hands)
    assert then.text() == "那时"
    assert now.text() == "现在"
    assert head_stands_over(hands, then, words(29), 1)
    assert head_stands_over(hands, now, words(29), 2)


@pytest.mark.parametrize("part", ["一、", "标题与单位"], ids=["two columns", "three columns"])
@pytest.mark.parametrize("scale", [100, 200])
def test_which_version_it_is_can_be_read_in_any_size(window_on, library, report, qtbot, scale, part):
    # given: a version of another year and one to the second
    window = window_on(QSize(1366, 728), Settings(scale=scale))
    file = ReportFile(report)
    times = [datetime(2019, 12, 31, 10, 0, 5), datetime(2019, 12, 31, 10, 0, 59), datetime(2020, 1, 4, 9, 30)]
    for time in times:
        report.title = f"标题{time:%S}"
        report.section("overview").paragraphs = [Paragraph(text=words(time.second))]
        file.others = history.kept(file, "save", time)
    window.desk.open(file, None)
    window._actions["versionHistory"].trigger()
    qtbot.waitUntil(lambda: window.findChild(QListWidget, "versionList") is not None)
    dialog = window.findChild(QWidget, "versionHistory")

    # when
    dialog.findChild(QListWidget, "versionList").setCurrentRow(2)
    parts = dialog.findChild(QListWidget, "differenceList")
    row = next(row for row in range(parts.count()) if parts.item(row).text().startswith(part))
    parts.setCurrentRow(row)

    # then
    qtbot.wait(50)
    lines = {
        label.text()
        for name in ("versionColumn", "versionTime")
        for label in dialog.findChildren(QLabel, name)
        if label.isVisible()
    }
    assert lines == {"那时（2019年）", "12月31日 10:00:05", "现在", ""}


def head_stands_over(hands, head: QLabel, words: str, which: int) -> bool:
    """Return whether a heading begins where a text of its column begins, and ends above the text in sight."""
    box = view(hands)
    cursor = box.document().find(words)
    for _ in range(which - 1):
        cursor = box.document().find(words, cursor)
    cursor.setPosition(cursor.selectionStart())
    left = head.mapTo(box, QPoint(head.contentsMargins().left(), 0)).x()
    below = head.mapTo(box, QPoint(0, head.height())).y()
    begins = box.viewport().mapTo(box, box.cursorRect(cursor).topLeft()).x()
    return abs(left - begins) <= 1 and below <= box.viewport().y()


def test_the_headings_keep_to_their_columns_in_another_width_and_go_with_the_comparison(
    hands, session, qtbot
):
    # given
    open_versions(hands)
    choose(hands, "versionList", 1)
    choose_part(hands, "一、")
    dialog = hands.find("versionHistory")

    # when
    dialog.resize(dialog.width() - 150, dialog.height())

    # then
    then, now = heads(hands)
    qtbot.waitUntil(lambda: head_stands_over(hands, now, words(29), 2))
    assert head_stands_over(hands, then, words(29), 1)

    # when: a part whose places have names
    choose_part(hands, session.template.tables_by_id["applications"].name)

    # then
    assert [one.text() for one in heads(hands)][-1] == "现在"
    assert head_stands_over(hands, heads(hands)[-1], "3", 1)

    # when
    choose(hands, "versionList", 0)

    # then
    assert not view(hands).findChild(QWidget, "versionColumns").isVisible()
    assert view(hands).viewport().y() < 10


@pytest.mark.parametrize(
    ("part", "section", "paragraph"),
    [("一、", "overview", 30), ("六、", "other", 0), ("标题与单位", PREFACE, 0)],
)
def test_closing_leads_to_the_words_taken_back(hands, session, part, section, paragraph):
    # given
    page = hands.window.desk.workspace.page
    page.go_to(CellPlace("disclosure.rules.made", ""))
    open_versions(hands)
    choose(hands, "versionList", 1)
    choose_part(hands, part)

    # when
    hands.press("takeBackPart")
    hands.press("closeVersions")

    # then
    here = page.here()
    assert isinstance(here, TextPlace)
    assert (here.section.replace("title", PREFACE), here.paragraph) == (section, paragraph)


@pytest.mark.parametrize(
    ("part", "section", "paragraph"),
    [("一、", "overview", 30), ("六、", "other", 0), ("标题与单位", PREFACE, 0)],
)
def test_undo_and_redo_of_what_was_taken_back_lead_there(hands, session, part, section, paragraph):
    # given
    page = hands.window.desk.workspace.page
    open_versions(hands)
    choose(hands, "versionList", 1)
    choose_part(hands, part)
    hands.press("takeBackPart")
    hands.press("closeVersions")

    for command in ("undo", "redo"):
        # when: the clerk is elsewhere
        page.go_to(CellPlace("disclosure.rules.made", ""))
        hands.command(command)

        # then
        here = page.here()
        assert isinstance(here, TextPlace)
        assert (here.section.replace("title", PREFACE), here.paragraph) == (section, paragraph)


def test_words_above_a_table_that_were_taken_out_lead_to_the_table(hands, session, qtbot):
    # given: words that the version before did not have
    page = hands.window.desk.workspace.page
    session.edit(Splice("applications", 0, 0, (Paragraph(text="今年收到申请 3 件。"),)))
    open_versions(hands)
    choose(hands, "versionList", 1)
    choose_part(hands, "三、")
    hands.press("takeBackPart")

    # when
    hands.press("closeVersions")

    # then
    form = page.table_in_sight.view
    assert page.here() == CellPlace(CELL, "")
    qtbot.waitUntil(lambda: form.isVisible() and page.focusWidget() is form)

    # when: the clerk is elsewhere, and takes that back
    page.go_to(TextPlace(PREFACE, 0, 0, 0, ""))
    hands.command("undo")

    # then
    assert page.here() == TextPlace("applications", 0, 0, 0, "")

    # when
    page.go_to(TextPlace(PREFACE, 0, 0, 0, ""))
    hands.command("redo")

    # then
    assert page.here() == CellPlace(CELL, "")
    qtbot.waitUntil(lambda: form.isVisible() and page.focusWidget() is form)


def test_closing_leads_to_the_figure_taken_back(hands, session):
    # given
    page = hands.window.desk.workspace.page
    page.go_to(TextPlace(PREFACE, 0, 0, 0, ""))
    open_versions(hands)
    choose(hands, "versionList", 1)
    choose_part(hands, session.template.tables_by_id["applications"].name)

    # when
    hands.press("takeBackPart")
    hands.press("closeVersions")

    # then
    assert page.here() == CellPlace(CELL, "")


def test_closing_without_taking_anything_back_stays_where_one_was(hands, session):
    # given
    page = hands.window.desk.workspace.page
    page.go_to(CellPlace("disclosure.rules.made", ""))
    open_versions(hands)
    choose(hands, "versionList", 1)

    # when
    hands.press("closeVersions")

    # then
    assert page.here() == CellPlace("disclosure.rules.made", "")
