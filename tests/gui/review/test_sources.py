"""The review of files that are read in ways of their own."""

import datetime

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QPushButton, QSpinBox, QTabWidget, QTextEdit
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from core.deadline import awaited_year
from core.paths import RESOURCES
from core.report import blank
from core.store import ReportFile, write
from gui.panes.review_source import SourceLines
from tests.gui.review.conftest import OFFICE, SAMPLE, SOURCE

DUE = awaited_year(datetime.date.today())


def test_a_report_file_as_last_years_is_shown_as_it_is(window, hands, library, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(blank(library.get("national-2021"), 2023, OFFICE)), path)

    # when
    window.desk.opening.read(path, forward_first=True)
    hands.find("reviewPage")

    # then
    assert "原样打开" in hands.find("reviewCounts", QLabel).text()
    assert not hands.sees("reviewSource")
    assert not hands.find("reviewYear", QSpinBox).isEnabled()

    # when
    hands.press("openOnlyButton")

    # then
    hands.find("workspace")
    assert window.desk.session.path == path.resolve()
    assert window.desk.is_clean()


def test_a_report_file_that_is_not_finished_says_what_is_left_and_not_that_all_is_sure(
    window, hands, library, tmp_path
):
    # given: a sum that is wrong, and blanks
    path = tmp_path / "柳河镇.nianbao"
    report = blank(library.get("national-2021"), 2023, OFFICE)
    report.values = {"applications.new.natural": "3", "applications.carried_in.natural": "x"}
    write(ReportFile(report), path)

    # when
    window.desk.opening.read(path, forward_first=True)
    hands.find("reviewPage")

    # then
    said = hands.find("reviewVerdict", QLabel).accessibleName()
    assert "还有" in said
    assert "处必须改" in said
    assert "格没填" in said
    assert "拿不准" not in said
    assert "没有拿不准的地方" in hands.find("reviewCounts", QLabel).text()


def test_a_file_that_names_no_year_asks_for_it(window, hands, tmp_path):
    # given
    path = tmp_path / "没有年份.txt"
    path.write_text("一、总体情况\n本镇公开信息37条。\n", encoding="utf-8")
    window.desk.opening.read(path)

    # when
    dialog = hands.find("yearDialog", QInputDialog)
    dialog.setIntValue(2022)
    dialog.accept()

    # then
    assert hands.find("reviewPage").review.reading.report.year == 2022


def test_the_pages_of_a_pdf_are_drawn_when_wanted(window, hands, qtbot, tmp_path):
    # given
    path = tmp_path / "去年.pdf"
    pdfmetrics.registerFont(TTFont("Song", str(RESOURCES / "fonts" / "NianbaoSong.ttf")))
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Song", 12)
    for number, text in enumerate(line for line in SAMPLE.read_text("utf-8").splitlines()[:10] if line):
        canvas.drawString(72, 760 - 24 * number, text[:36])
    canvas.showPage()
    canvas.save()
    window.desk.opening.read(path)
    page = hands.find("reviewPage")

    # when
    hands.find("sourceTabs", QTabWidget).setCurrentIndex(1)

    # then
    picture = hands.find("pagePicture", QLabel)
    qtbot.waitUntil(lambda: not picture.pixmap().isNull(), timeout=20_000)

    # when
    hands.press("pageAfter")

    # then
    number = hands.find("pageNumber", QSpinBox)
    qtbot.waitUntil(lambda: number.maximum() == 1, timeout=20_000)
    assert page.source.pictures.page == 0


def test_what_looks_like_html_in_a_file_is_shown_as_it_stands(window, hands, tmp_path):
    # given
    path = tmp_path / "尖括号.txt"
    evil = "<img src='file:///etc/hostname'><b>粗</b>"
    path.write_text(f"{evil}\n{SOURCE}", encoding="utf-8")

    # when
    window.desk.opening.read(path)
    page = hands.find("reviewPage")

    # then
    assert evil in hands.find("sourceLines", SourceLines).toPlainText()
    assert page.findChildren(QTextEdit) == []
    labels = [one for one in page.findChildren(QLabel) if "<" in one.text()]
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in labels)


def test_a_file_dropped_on_the_words_of_an_open_report_is_read(window, hands, library, source):
    # given
    report = blank(library.get("national-2021"), 2024, OFFICE)
    window.desk.opening.opened.emit(ReportFile(report), None)
    sheet = hands.find("proseEditor", QTextEdit)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    # when
    QApplication.sendEvent(sheet.viewport(), QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(sheet.viewport(), QDropEvent(QPointF(5, 5), *how))

    # then
    assert hands.find("reviewPage").name == source.name
    assert source.name not in sheet.toPlainText()


@pytest.mark.parametrize(
    ("year", "first"), [(DUE - 1, "forwardButton"), (DUE, "openOnlyButton"), (DUE - 4, "openOnlyButton")]
)
def test_of_last_years_report_opened_as_any_other_file_this_years_draft_is_offered_first(
    window, hands, tmp_path, year, first
):
    # given
    path = tmp_path / "年报.txt"
    path.write_text(SOURCE.replace("2023", str(year)).replace("2024", str(year + 1)), encoding="utf-8")

    # when
    window.open_path(path)
    hands.find("reviewPage")

    # then
    buttons = [hands.find(name, QPushButton) for name in ("forwardButton", "openOnlyButton")]
    assert [one.objectName() for one in buttons if one.property("primary")] == [first]
