"""The line that fills in name and date under the report."""

import datetime

import pytest
from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from core.report import SIGNATURE
from core.settings import Settings
from core.signing import written
from core.store import ReportFile
from gui.pages import Page
from gui.panes.prose.sheet import Sheet
from gui.panes.prose.sign_off import SignOffLine
from tests.gui.conftest import Hands


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
    day = hands.find("signOffDay", QLineEdit)
    at = day.mapTo(window, day.pos())
    day.setText("一月份")

    # then: it is said why, and nothing moves for it
    assert not hands.find("signOffDate").isEnabled()
    assert hands.find("signOffNoDay", QLabel).text() == "日期没看懂，请写成 2025-1-12 这样。"
    QApplication.processEvents()
    assert day.mapTo(window, day.pos()) == at

    # when
    day.setText("20250112")

    # then
    assert hands.find("signOffDate").isEnabled()
    assert not hands.sees("signOffNoDay")
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


@pytest.fixture
def line_on(session, qtbot):
    """A maker of the line alone, below the sign-off of a report on a year, on a day."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def make(year: int, today: datetime.date) -> SignOffLine:
        session.report.year = year
        line = SignOffLine(session, parent, lambda: today)
        line.show_for(SIGNATURE)
        return line

    return make


def parts_of(line: SignOffLine) -> tuple[QLineEdit, QPushButton]:
    return line.findChild(QLineEdit, "signOffDay"), line.findChild(QPushButton, "signOffDate")


@pytest.mark.parametrize("today", [datetime.date(2026, 11, 23), datetime.date(2026, 12, 31)])
def test_before_the_end_of_its_year_no_date_is_offered_but_an_example(line_on, session, today):
    # when
    day, button = parts_of(line_on(2026, today))

    # then
    assert (day.text(), day.placeholderText()) == ("", "如：2027年1月15日")
    assert not button.isEnabled()
    assert day.fontMetrics().horizontalAdvance(day.placeholderText()) < day.width() - 8

    # when
    QTest.keyClicks(day, "2027-1-9")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    # then
    assert session.report.section(SIGNATURE).paragraphs[-1].text == "2027年1月9日"
    assert "Y01" not in found_by(session)


def test_what_is_offered_is_nothing_that_the_checks_refuse(line_on, session):
    # given: the first day that can be right
    day, button = parts_of(line_on(2026, datetime.date(2027, 1, 1)))
    assert day.text() == "2027年1月1日"

    # when
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    # then
    assert "Y01" not in found_by(session)


def test_what_one_typed_stays_while_the_page_is_looked_at_again(line_on):
    # given
    line = line_on(2026, datetime.date(2026, 11, 23))
    day, _ = parts_of(line)
    QTest.keyClicks(day, "2027-1-9")

    # when
    line.show_for("overview")
    line.show_for(SIGNATURE)

    # then
    assert day.text() == "2027-1-9"


def found_by(session) -> set[str]:
    session.check()
    return {one.rule for one in session.findings}


LONG = "磐石市吉昌镇人民政府政务公开办公室"


@pytest.mark.parametrize(
    ("scale", "name"), [(100, "柳河镇人民政府"), (125, LONG), (150, LONG), (200, LONG), (200, "R&D中心")]
)
def test_the_name_that_is_offered_is_whole_in_every_size(window_on, qtbot, report, scale, name):
    # given
    report.unit.name = name
    window = window_on(QSize(1366, 728), Settings(scale=scale))
    hands = Hands(window, qtbot)
    open_at_end(window, hands, report)
    window.desk.workspace.bring(window.desk.workspace.findings)
    QApplication.processEvents()
    line, told = hands.find("signOffLine"), hands.find("signOffOffered", QLabel)

    # then: nothing is cut
    assert told.text() == f"落款还可以填单位全称“{name}”和日期："
    assert told.height() >= told.heightForWidth(told.width())
    for button in (hands.find(f"signOff{one}", QPushButton) for one in ("Office", "Date")):
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() <= line.width()
    assert hands.find("signOffOffice").accessibleName() == f"填单位全称“{name}”"
    window.desk.close()
