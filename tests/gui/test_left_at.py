"""A section that one comes back to by the outline stands as it was left: the same cursor, scrolled as far."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget

from core.checks.model import TextPlace
from core.edits import Splice
from core.report import Paragraph
from core.store import ReportFile
from gui.panes.prose.sheet import Sheet

LONG = "本镇及时公开各类政府信息，群众可以在网站和公开栏查阅。" * 5


@pytest.fixture
def page(window, report, hands):
    """A report with many long paragraphs in two sections, on the first of them."""
    for section in ("overview", "problems"):
        report.section(section).paragraphs = [Paragraph(text=LONG) for _ in range(12)]
    window.resize(1366, 768)
    window.desk.open(ReportFile(report), None)
    hands.find("proseEditor", Sheet)
    page = window.desk.workspace.page
    page.go_to(TextPlace("overview", 0, 0, 0, ""))
    QApplication.processEvents()
    return page


def click(hands, qtbot, words: str) -> None:
    """Click a line of the outline, and let the page get its room."""
    outline = hands.find("outline", QListWidget)
    item = next(one for row in range(outline.count()) if words in (one := outline.item(row)).text())
    spot = outline.visualItemRect(item).center()
    qtbot.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()


def leave_at(hands, qtbot, paragraph: int) -> tuple[int, int]:
    """Click into a paragraph and return where the cursor is and how far the sheet is scrolled."""
    sheet = hands.find("proseEditor", Sheet)
    sheet.set_place(paragraph, 40, 40)
    QApplication.processEvents()
    spot = sheet.cursorRect().center()
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    return stands(hands)


def stands(hands) -> tuple[int, int]:
    sheet = hands.find("proseEditor", Sheet)
    return sheet.textCursor().position(), sheet.verticalScrollBar().value()


@pytest.mark.parametrize("paragraph", [3, 7, 11])
def test_the_outline_leads_back_to_where_a_section_was_left(page, hands, qtbot, paragraph):
    # given
    at = leave_at(hands, qtbot, paragraph)

    # when
    click(hands, qtbot, "二、")
    click(hands, qtbot, "一、")

    # then
    assert stands(hands) == at
    assert page.here().paragraph == paragraph
    assert hands.find("proseEditor", Sheet).hasFocus()


def test_each_section_keeps_its_own_place_and_a_new_one_begins_at_its_top(page, hands, qtbot):
    # given
    first = leave_at(hands, qtbot, 8)

    # when
    click(hands, qtbot, "五、")

    # then
    assert stands(hands) == (0, 0)

    # when
    other = leave_at(hands, qtbot, 5)
    click(hands, qtbot, "一、")
    before = stands(hands)
    click(hands, qtbot, "五、")

    # then
    assert before == first
    assert stands(hands) == other


def test_what_was_scrolled_to_without_a_click_is_in_sight_again(page, hands, qtbot):
    # given
    sheet = hands.find("proseEditor", Sheet)
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum())
    at = stands(hands)

    # when
    click(hands, qtbot, "二、")
    click(hands, qtbot, "一、")

    # then
    assert at[1] > 0
    assert stands(hands) == at


def test_of_words_taken_out_meanwhile_the_last_paragraph_is_at_hand(page, hands, qtbot, window):
    # given
    leave_at(hands, qtbot, 11)
    click(hands, qtbot, "五、")

    # when
    window.desk.session.edit(Splice("overview", 2, 12, (), "删去"))
    click(hands, qtbot, "一、")

    # then
    assert page.here().paragraph == 1


def test_a_place_that_one_is_led_to_comes_before_the_one_that_was_left(page, hands, qtbot):
    # given
    leave_at(hands, qtbot, 11)
    click(hands, qtbot, "五、")

    # when
    page.go_to(TextPlace("overview", 1, 2, 4, ""))
    QApplication.processEvents()

    # then
    sheet = hands.find("proseEditor", Sheet)
    assert page.here().paragraph == 1
    assert sheet.viewport().rect().contains(sheet.cursorRect())


def test_from_where_one_is_back_the_next_place_to_look_at_is_the_one_behind(page, hands, qtbot, report):
    # given
    for paragraph in report.section("overview").paragraphs:
        paragraph.state, paragraph.origin = "carried", LONG
    leave_at(hands, qtbot, 5)
    click(hands, qtbot, "二、")
    click(hands, qtbot, "一、")

    # when
    hands.command("nextToLookAt")

    # then
    assert page.here().paragraph == 6
