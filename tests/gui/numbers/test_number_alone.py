"""A number that Enter made is no finding while one writes on there; left alone it is told, before the report goes out."""

import pytest
from PySide6.QtCore import Qt

from core.checks.model import TextPlace
from core.store import ReportFile
from gui.dialogs.export.standing import StandingLine
from gui.pages import Page
from gui.panes.prose.sheet import Sheet
from tests.gui.editors import prose_editor
from tests.gui.numbers.sheets import paragraph, type_in


@pytest.fixture
def entered(make_session, report, qtbot):
    """Return an editor in which Enter has just made a number, with its rules run since."""
    report.section("overview").paragraphs = [paragraph("（一）更新目录。"), paragraph("正文一段。")]
    session = make_session(report)
    editor = prose_editor(session, qtbot)
    session.check()
    editor.go_to(0, 8, 8)
    with qtbot.waitSignal(session.findings_changed):
        qtbot.keyClick(editor.sheet, Qt.Key.Key_Return)
    return editor


def alone(editor) -> list[str]:
    return [one.found for one in editor._session.findings if "后面没有写内容" in one.message]


def test_it_is_no_finding_while_one_writes_on(entered, qtbot):
    assert entered._session.report.section("overview").paragraphs[1].text == "（二）"
    assert alone(entered) == []

    with qtbot.waitSignal(entered._session.findings_changed):
        type_in(entered.sheet, "开会")

    assert alone(entered) == []


def test_it_is_told_once_another_paragraph_is_written(entered, qtbot):
    entered.go_to(2, 5, 5)
    with qtbot.waitSignal(entered._session.findings_changed):
        type_in(entered.sheet, "完")

    assert alone(entered) == ["（二）"]


def test_it_is_told_once_all_is_checked(entered):
    assert not entered._session.is_all_seen

    entered._session.check()

    assert alone(entered) == ["（二）"]
    assert entered._session.is_all_seen


def test_it_is_told_above_an_export(entered):
    before = sum(one.severity == "warning" for one in entered._session.findings)

    StandingLine(entered._session, entered)

    assert alone(entered) == ["（二）"]
    assert sum(one.severity == "warning" for one in entered._session.findings) == before + 1


def test_it_is_told_once_another_page_is_shown(window, hands, report, qtbot):
    # given
    work = entered_in(window, hands, report, qtbot)

    # when
    with qtbot.waitSignal(window.desk.session.findings_changed):
        work.page.show_page(Page("problems"))

    # then
    assert alone(work.page._prose) == ["（二）"]


def test_it_is_told_by_the_key_for_the_next_finding(window, hands, report, qtbot):
    # given
    work = entered_in(window, hands, report, qtbot)

    # when
    hands.command("nextFinding")

    # then
    assert alone(work.page._prose) == ["（二）"]


def entered_in(window, hands, report, qtbot):
    """Return the panes of a report in which Enter has just made a number, with its rules run since."""
    report.section("overview").paragraphs = [paragraph("（一）更新目录。"), paragraph("正文一段。")]
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    session, work = window.desk.session, window.desk.workspace
    session.check()
    work.page.go_to(TextPlace("overview", 0, 8, 8, ""))
    with qtbot.waitSignal(session.findings_changed):
        qtbot.keyClick(work.page.findChild(Sheet), Qt.Key.Key_Return)
    assert alone(work.page._prose) == []
    return work
