"""What a crash left behind is one key away on the home page, and goes to one window alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton

from core import autosave
from core.checks.model import TextPlace
from core.report import Paragraph
from core.store import ReportFile
from gui.panes.prose.sheet import Sheet
from tests.gui.autosaving.conftest import CELL, found, kept, left_behind, noted


def test_the_keyboard_begins_at_the_button_that_goes_on_with_it(window, hands, qtbot, report):
    # given: two were left
    left_behind(report, at="2026-01-09T14:32:00")
    left_behind(report, cell="8", at="2026-01-08T14:32:00", name="b")

    # when
    found(window, hands)

    # then: the newest is at hand
    first, _ = window.findChildren(QPushButton, "recoverButton")
    assert window.focusWidget() is first

    # when: another page was in sight meanwhile
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    hands.command("goHome")
    hands.find("homePage")

    # then
    assert window.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Return)
    hands.find("workspace")
    assert window.desk.session.report.text(CELL) == "7"


def test_it_opens_where_the_clerk_typed_last(window, hands, qtbot, report):
    # given: a draft that was never saved; the cursor is in its preface, the words just typed are kept aside
    report.section("preface").paragraphs = [Paragraph(text="前言第一段。"), Paragraph(text="前言第二段。")]
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    page = window.desk.workspace.page
    page.go_to(TextPlace("preface", 1, 0, 0, ""))
    sheet = page.findChild(Sheet)
    qtbot.keyClicks(sheet, "28")
    qtbot.waitUntil(lambda: len(kept()) == 1)
    qtbot.waitUntil(lambda: "已暂存" in hands.find("statusSaved", QLabel).accessibleName())
    [mine] = kept()
    window.desk.beside.hold()  # as one that is killed: what was kept stays
    noted(mine.stem, born="another time")
    window.desk.close()

    # when
    found(window, hands)
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    here = window.desk.workspace.page.here()
    assert (here.section, here.paragraph, here.start) == ("preface", 1, 2)
    assert window.desk.session.report.section("preface").paragraphs[1].text == "28前言第二段。"


def test_who_types_the_name_of_the_unit_is_not_interrupted(window, hands, qtbot, report):
    # given
    left_behind(report)
    field = hands.find("homeOffice", QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "a")

    # when
    found(window, hands)

    # then
    assert window.focusWidget() is field


def test_of_two_windows_the_one_that_comes_too_late_is_told_so(window, hands, report):
    # given: both show the card, the other one presses first
    left_behind(report)
    found(window, hands)
    [theirs] = autosave.found()
    assert autosave.take(theirs) is not None

    # when
    hands.press("recoverButton")

    # then
    assert "另一个窗口" in hands.find("noticeBox", QMessageBox).text()
    assert not hands.sees("workspace")
    assert not hands.sees("recoveryCard")
