"""Shift+F10 opens the menu that a click with the right button opens, where the cursor stands."""

import sys

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu

from core.checks.model import CellPlace, TextPlace
from core.report import Paragraph
from core.store import ReportFile

SHIFT = Qt.KeyboardModifier.ShiftModifier


def menu_by_key(hands, qtbot, name: str) -> tuple[list[str], QRect]:
    """Press the key in an editor; return the words of the menu that opens over it, and where that stands."""
    seen: list[tuple[list[str], QRect]] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            seen.append(([one.text() for one in menu.actions()], menu.geometry()))
            menu.close()

    watch = QTimer(interval=20)
    watch.timeout.connect(look)
    watch.start()
    qtbot.keyClick(hands.find(name), Qt.Key.Key_F10, SHIFT)
    qtbot.waitUntil(lambda: bool(seen))
    watch.stop()
    return seen[0]


@pytest.fixture
def page(window, report, qtbot):
    """A report with a sentence, in the window at hand."""
    report.section("overview").paragraphs = [Paragraph(text="全年公开信息12条。")]
    window.desk.open(ReportFile(report), None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.desk.workspace.page


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes the menu key of it before Qt sees it")
def test_the_key_opens_the_menu_of_the_words_at_the_cursor(page, hands, qtbot):
    # given
    page.go_to(TextPlace("overview", 0, 4, 4, ""))
    sheet = hands.find("proseEditor")
    qtbot.waitUntil(sheet.hasFocus)

    # when
    words, room = menu_by_key(hands, qtbot, "proseEditor")

    # then
    assert any("粘贴" in one for one in words)
    cursor = sheet.mapToGlobal(sheet.cursorRect().center())
    assert room.adjusted(-80, -80, 80, 80).contains(cursor)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes the menu key of it before Qt sees it")
def test_the_key_opens_the_menu_of_the_cell_at_hand(page, hands, qtbot):
    # given
    page.go_to(CellPlace("reviews.cases.review_upheld", ""))
    page.begin()
    qtbot.waitUntil(hands.find("tableView").hasFocus)

    # when
    words, _ = menu_by_key(hands, qtbot, "tableView")

    # then
    assert any("复制" in one for one in words)
