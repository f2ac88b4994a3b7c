"""The first F7 of a report that came up on the checks: last year's words of the paragraph, from their beginning."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from core.checks.model import TextPlace
from core.report import Paragraph, blank
from core.settings import Settings
from core.store import ReportFile
from gui.panes.prose.sheet import Sheet

OFFICE = "清溪县柳河镇人民政府"
COUNT = 12
ROOM = QSize(1366, 728)


def told(number: int) -> str:
    return f"本镇第{number}项工作是更新公开栏，逐村走访，听取群众意见，并按时答复来信来访。" * 5


@pytest.fixture(params=[100, 150, 200])
def window(request, window_on, library, qtbot):
    """A window on a draft that came up on the checks, with the cursor in the middle of the first section."""
    last, report = (blank(library.get("national-2021"), year, OFFICE) for year in (2023, 2024))
    texts = [told(number) for number in range(COUNT)]
    last.section("overview").paragraphs = [Paragraph(text=one) for one in texts]
    report.section("overview").paragraphs = [
        Paragraph(text=one, state="carried", origin=one) for one in texts
    ]
    report.earlier = [last]
    window = window_on(ROOM, Settings(scale=request.param))
    window.desk.open(ReportFile(report), None)
    work = window.desk.workspace
    work.bring(work.findings)
    work.page.go_to(TextPlace("overview", 5, 30, 30, ""))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: work.findings.isVisible())
    QApplication.processEvents()
    return window


def begins_in_sight(text: QPlainTextEdit, words: str) -> bool:
    """Return whether these words are marked, and their first line is in sight with the one above that says of them."""
    if text.led is None or text.led.selectedText() != words:
        return False
    first = text.document().findBlock(text.led.selectionStart())
    room = text.viewport().height()
    return all(
        0 <= text.blockBoundingGeometry(one).translated(text.contentOffset()).top() < room
        for one in (first.previous(), first)
    )


@pytest.mark.parametrize("number", [4, 7, 10])
def test_the_first_time_last_year_begins_where_the_paragraph_does(window, qtbot, number):
    # given
    work = window.desk.workspace
    work.page.go_to(TextPlace("overview", number, 30, 30, ""))
    sheet = work.page.findChild(Sheet)
    sheet.setFocus()
    QApplication.processEvents()

    # when
    qtbot.keyClick(sheet, Qt.Key.Key_F7)

    # then
    qtbot.waitUntil(work.last_year.isVisible)
    QApplication.processEvents()
    text = work.last_year.findChild(QPlainTextEdit)
    assert begins_in_sight(text, told(work.page.here().paragraph))
