"""F1 speaks of the pane that the clerk asked for last, until she works on the page again."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QTreeWidget

from core.checks.model import CellPlace, TextPlace
from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile
from gui.dialogs.manual import ManualDialog
from gui.panes.prose.sheet import Sheet

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
ROOM = QSize(1366, 728)


@pytest.fixture(params=[100, 200])
def work(request, window_on, report, qtbot):
    """A draft with words of last year, the keys in the sheet."""
    words = ["2023年公开信息8条。", "2023年没有收费。"]
    report.section("overview").paragraphs = [
        Paragraph(text=one, state="carried", origin=one) for one in words
    ]
    window = window_on(ROOM, Settings(scale=request.param))
    window.desk.open(ReportFile(report), None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    work = window.desk.workspace
    work.page.go_to(TextPlace("overview", 0, 0, 0, ""))
    assert isinstance(QApplication.focusWidget(), Sheet)
    return work


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def help_page(work, qtbot) -> str:
    """Press F1 and return the page that is shown; the manual is closed again."""
    here = QApplication.focusWidget()
    press(KEY.Key_F1)
    window = work.window()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(ManualDialog)))
    manual = next(one for one in window.findChildren(ManualDialog) if one.isVisible())
    page = manual.page.id
    manual.close()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is here)
    return page


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (KEY.Key_1, "findings"),
        (KEY.Key_2, "looking"),
        (KEY.Key_3, "prose"),
        (KEY.Key_4, "trend"),
        (KEY.Key_5, "looking"),
    ],
)
def test_the_pane_brought_by_its_number_is_spoken_of_until_something_is_typed(work, qtbot, key, page):
    # given
    assert help_page(work, qtbot) == "prose"

    # when
    press(key, ALT)

    # then
    assert help_page(work, qtbot) == page

    # when
    press(KEY.Key_A)

    # then
    assert help_page(work, qtbot) == "prose"

    # when: it is there already, and the keys go into it
    press(key, ALT)
    press(key, ALT)

    # then
    assert help_page(work, qtbot) == page

    # when
    press(KEY.Key_Escape)

    # then
    assert help_page(work, qtbot) == "prose"


def test_the_trend_brought_by_its_command_is_spoken_of_until_one_clicks_in_the_page(work, qtbot):
    # when
    press(KEY.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    # then
    assert help_page(work, qtbot) == "trend"

    # when
    sheet = work.page.findChild(Sheet)
    QTest.mouseClick(sheet.viewport(), LEFT, pos=sheet.cursorRect().center() + sheet.cursorRect().topLeft())

    # then
    assert help_page(work, qtbot) == "prose"


def test_a_line_that_led_to_the_page_is_spoken_of_as_what_it_is_in(work, qtbot):
    # given
    work.bring(work.to_look_at)
    tree = work.to_look_at.findChild(QTreeWidget)
    QApplication.processEvents()
    second = next(leaf for leaf in work.to_look_at._leaves() if leaf.text(0).startswith("○ 第 2 段"))
    tree.scrollToItem(second)

    # when
    QTest.mouseClick(tree.viewport(), LEFT, pos=tree.visualItemRect(second).center())

    # then
    assert help_page(work, qtbot) == "looking"

    # when
    work.bring(work.findings)
    listed = work.findings.findChild(QListWidget, "findingsList")
    QApplication.processEvents()
    line = next(iter(listed.finding_items()))
    listed.scrollToItem(line)
    QTest.mouseClick(listed.viewport(), LEFT, pos=listed.visualItemRect(line).center())

    # then
    assert help_page(work, qtbot) == "findings"


def test_where_the_page_has_a_table_the_pane_of_words_for_it_is_spoken_of_as_such(work, qtbot):
    # given
    work.page.go_to(CellPlace("reviews.cases.review_upheld", ""))

    # when
    press(KEY.Key_3, ALT)

    # then
    assert help_page(work, qtbot) == "table"
    press(KEY.Key_5, ALT)
    assert help_page(work, qtbot) == "looking"

    # when: half a figure
    press(KEY.Key_7)

    # then
    assert help_page(work, qtbot) == "table"


def test_the_next_finding_by_its_key_leaves_the_page_what_is_spoken_of(work, qtbot):
    # given
    press(KEY.Key_4, ALT)

    # when
    press(KEY.Key_F8)

    # then
    assert help_page(work, qtbot) in ("prose", "table")
