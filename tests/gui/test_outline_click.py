"""A click in the outline leads to work: what is framed is what takes the keys, and F6 begins there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget

from core.edits import SetCells, Splice
from core.report import Paragraph
from core.store import ReportFile
from gui.pages import pages_of
from gui.panes.prose.sheet import Sheet

FIRST, SECOND = "disclosure.rules.made", "disclosure.rules.repealed"
OF_TABLE = "disclosure"


@pytest.fixture
def work(hands, report):
    """The panes of a blank report, on its first page."""
    hands.window.desk.open(ReportFile(report), None)
    return hands.window.desk.workspace


def click(hands, table: str) -> None:
    """Click on the page of a table in the outline."""
    session = hands.window.desk.session
    pages = pages_of(session.template, session.report)
    row = next(row for row, page in enumerate(pages) if table in page.tables)
    outline = hands.find("outline", QListWidget)
    place = outline.visualItemRect(outline.item(row)).center()
    hands.qtbot.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=place)


def cell(work) -> str:
    return work.page.here().cell


def test_after_a_click_on_a_table_typing_fills_the_framed_cell(work, hands, qtbot):
    # when
    click(hands, OF_TABLE)
    first = cell(work)

    # then
    assert work.page.table.view.hasFocus()

    # when
    qtbot.keyClick(QGuiApplication.focusWindow() or hands.window.windowHandle(), Qt.Key.Key_7)
    qtbot.keyClick(hands.window.focusWidget(), Qt.Key.Key_Return)

    # then
    assert hands.window.desk.session.report.text(first) == "7"


def test_f6_begins_with_the_cell_that_stands_framed_and_then_goes_on(work, hands):
    # given
    click(hands, OF_TABLE)
    first = cell(work)

    # when
    hands.command("nextBlank")

    # then
    assert cell(work) == first

    # when
    hands.command("nextBlank")

    # then
    assert cell(work) != first


def test_f6_passes_over_the_framed_cell_where_it_is_filled(work, hands):
    # given
    click(hands, OF_TABLE)
    first = cell(work)
    hands.window.desk.session.edit(SetCells({first: "3"}))

    # when
    hands.command("nextBlank")

    # then
    assert cell(work) != first


def test_walking_through_the_outline_by_keys_stays_there(work, hands, qtbot):
    # given
    outline = hands.find("outline", QListWidget)
    outline.setFocus()

    # when
    qtbot.keyClick(outline, Qt.Key.Key_Down)

    # then
    assert outline.hasFocus()


def test_a_click_on_a_page_of_words_puts_the_cursor_there(work, hands):
    # when
    click(hands, OF_TABLE)
    outline = hands.find("outline", QListWidget)
    place = outline.visualItemRect(outline.item(1)).center()
    hands.qtbot.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=place)

    # then
    assert work.page.findChild(Sheet).hasFocus()


def test_on_a_page_of_both_the_framed_cell_takes_the_keys(work, hands):
    # given
    session = hands.window.desk.session
    session.edit(Splice("reviews", 0, 0, (Paragraph(text="2024年，没有行政复议、行政诉讼。"),), "写"))

    # when
    click(hands, "reviews")

    # then
    assert work.page.table.view.hasFocus()
