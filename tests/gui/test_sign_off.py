"""The line that fills in name and date under the report."""

import datetime

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from core.report import SIGNATURE
from core.signing import written
from core.store import ReportFile
from gui.pages import Page
from gui.panes.prose.sheet import Sheet


def open_at_end(window, hands, report) -> Sheet:
    report.section(SIGNATURE).paragraphs = []
    window.desk.open(ReportFile(report), None)
    window.desk.workspace.page.show_page(Page(SIGNATURE))
    return hands.find("proseEditor", Sheet)


def test_name_and_date_are_put_in_with_a_click_each_at_the_right_and_can_be_undone(window, hands, report):
    # given
    sheet = open_at_end(window, hands, report)
    day = hands.find("signOffDay", QLineEdit)

    # when
    day.setText("2025-1-12")
    hands.press("signOffDate")
    hands.press("signOffOffice")

    # then
    assert sheet.toPlainText() == f"{report.unit.name}\n2025年1月12日"
    blocks = [sheet.document().findBlockByNumber(number) for number in range(2)]
    assert all(one.blockFormat().alignment() & Qt.AlignmentFlag.AlignRight for one in blocks)
    assert not hands.sees("signOffLine")
    assert sheet.hasFocus()
    hands.command("undo")
    hands.command("undo")
    assert sheet.toPlainText() == ""
    assert hands.sees("signOffLine")
    window.desk.close()


def test_a_date_that_is_none_cannot_be_put_in_and_other_pages_have_no_such_line(window, hands, report):
    # given
    open_at_end(window, hands, report)

    # when
    hands.find("signOffDay", QLineEdit).setText("一月份")

    # then
    assert not hands.find("signOffDate").isEnabled()
    window.desk.workspace.page.show_page(Page("overview"))
    assert not hands.sees("signOffLine")
    window.desk.close()


def test_two_lines_pasted_there_are_put_in_without_a_question(window, hands, report):
    # given
    sheet = open_at_end(window, hands, report)
    source = QMimeData()
    source.setText("清溪县柳河镇人民政府\n2025年1月12日\n")

    # when
    sheet.insertFromMimeData(source)

    # then
    assert not hands.sees("pasteTextDialog")
    assert sheet.toPlainText() == "清溪县柳河镇人民政府\n2025年1月12日"
    window.desk.close()


def test_what_is_done_stays_in_its_place_so_that_a_second_click_hits_nothing_else(
    window, hands, report, qtbot
):
    # given
    sheet = open_at_end(window, hands, report)
    date, office = hands.find("signOffDate"), hands.find("signOffOffice")
    before = date.mapTo(window, date.rect().center()), office.mapTo(window, office.rect().center())

    # when
    qtbot.mouseClick(office, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(office, Qt.MouseButton.LeftButton)

    # then
    assert sheet.toPlainText() == report.unit.name
    assert (office.isVisible(), office.isEnabled(), date.isEnabled()) == (True, False, True)
    assert (
        date.mapTo(window, date.rect().center()),
        office.mapTo(window, office.rect().center()),
    ) == before
    hands.command("undo")
    assert office.isEnabled()
    window.desk.close()


def test_a_report_of_years_ago_is_offered_today_without_a_question(window, hands, report):
    # given
    report.year = 2016

    # when
    open_at_end(window, hands, report)

    # then
    assert hands.find("signOffDay", QLineEdit).text() == written(datetime.date.today())
    hands.press("signOffDate")
    assert not [one for one in window.findChildren(QDialog) if one.isVisible()]
    window.desk.close()
