"""Small things that one sees: no picture that the theme does not know, no line in its own white, no caret in a hint."""

import pytest
from PySide6.QtCore import QMimeData, QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QMessageBox,
    QRadioButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from core.carry import forward
from core.report import SIGNATURE, Paragraph
from core.settings import Settings
from core.store import ReportFile
from gui import theme
from gui.messages import Messages
from gui.pages import Page
from gui.panes.prose.sheet import Sheet
from gui.panes.waiting_list import WaitingList
from gui.theme import Theme

_OF_DESKTOP = "* { dialogbuttonbox-buttons-have-icons: 1; } "  # as some have it; the theme is to outdo that


def colours(picture: QImage, room: QRect) -> set[str]:
    """Every colour in a part of a picture."""
    return {
        picture.pixelColor(x, y).name()
        for y in range(room.top(), room.bottom() + 1)
        for x in range(room.left(), room.right() + 1)
    }


@pytest.mark.parametrize("look", theme.names())
def test_a_notice_has_a_word_on_its_button_and_no_picture(undressed, window, look):
    # given
    undressed.setStyleSheet(_OF_DESKTOP + Theme.load(look).style_sheet)

    # when
    Messages(window, lambda: None).notice("这个文件是空的。")

    # then
    box = window.findChild(QMessageBox, "noticeBox")
    button = box.button(QMessageBox.StandardButton.Ok)
    assert (button.text(), button.icon().isNull()) == ("知道了", True)
    box.done(0)


@pytest.mark.parametrize("look", theme.names())
def test_beside_the_tabs_at_the_side_there_is_nothing_but_their_ground(
    undressed, window, report, qtbot, look
):
    # given
    window.desk.options.theme = look
    window._dress()

    # when
    window.desk.open(ReportFile(report), None)
    side = window.desk.workspace.side
    qtbot.waitUntil(side.isVisible)

    # then
    bar = side.tabBar()
    end = bar.tabRect(bar.count() - 1).right() + 1
    beside = QRect(end, 0, side.width() - end, bar.height())
    assert beside.width() > 0
    picture = side.grab().toImage()
    assert len(colours(picture, beside)) == 1
    assert QColor("white").name() not in colours(picture, beside) or not Theme.load(look).dark
    window.desk.close()


@pytest.mark.parametrize("page", [SIGNATURE, "other", "overview"])
def test_the_cursor_stands_before_the_hint_which_goes_with_the_first_letter(
    undressed, window, hands, report, qtbot, page
):
    # given
    window._dress()
    report.section(page).paragraphs = []
    window.desk.open(ReportFile(report), None)
    window.desk.workspace.page.show_page(Page(page))
    sheet = hands.find("proseEditor", Sheet)
    window.setFocus()  # with the keys elsewhere no cursor is painted
    line = sheet.cursorRect()

    def inked() -> list[int]:
        """The columns of the first line in which something is written."""
        picture = sheet.viewport().grab().toImage()
        ground = picture.pixelColor(1, line.center().y())
        span = range(line.top() + 2, line.bottom() - 2)
        return [
            x for x in range(picture.width() - 1) if any(picture.pixelColor(x, y) != ground for y in span)
        ]

    # then
    assert inked()[0] >= line.right()

    # when
    sheet.setFocus()
    qtbot.keyClicks(sheet, "a")

    # then
    window.setFocus()
    assert len(inked()) < sheet.fontMetrics().horizontalAdvance("国")
    window.desk.close()


@pytest.mark.parametrize("look", theme.names())
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_to_tick_shows_by_a_frame_around_it_that_the_keys_are_there_and_nothing_moves(
    undressed, qtbot, look, kind
):
    # given
    theme.apply(undressed, Theme.load(look))
    top = QWidget()
    qtbot.addWidget(top)
    box, other = kind("报送包", top), QLineEdit(top)
    layout = QVBoxLayout(top)
    for one in (other, box):
        layout.addWidget(one)
    top.show()
    top.activateWindow()
    qtbot.waitUntil(top.isActiveWindow)
    other.setFocus()
    before, without = box.geometry(), box.grab().toImage()

    # when
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)

    # then
    accent = Theme.load(look).colour("accent").name()
    picture = box.grab().toImage()
    edges = [QRect(8, 0, 20, 1), QRect(8, box.height() - 1, 20, 1), QRect(0, 8, 1, 4)]
    assert [colours(picture, edge) for edge in edges] == [{accent}] * 3
    assert all(accent not in colours(without, edge) for edge in edges)
    assert box.geometry() == before


@pytest.mark.parametrize("look", theme.names())
def test_the_row_at_hand_of_what_is_to_be_pasted_has_one_ground_and_no_frame_of_the_system(
    undressed, window, report, hands, look
):
    # given
    window.desk.options.theme = look
    window._dress()
    window.desk.open(ReportFile(report), None)
    data = QMimeData()
    data.setText("一、总体情况\n（一）主动公开。")

    # when
    window.desk.workspace.page.findChild(Sheet).insertFromMimeData(data)

    # then
    rows = hands.find("pasteList", QTableWidget)
    hands.qtbot.waitUntil(lambda: rows.hasFocus() and rows.currentRow() == 0)
    at_hand = rows.visualItemRect(rows.item(0, 0))
    above_words, beside_words = QRect(at_hand), QRect(at_hand)
    above_words.setHeight(2)
    beside_words.setWidth(2)
    picture = rows.viewport().grab().toImage()
    assert colours(picture, above_words) | colours(picture, beside_words) == {
        Theme.load(look).colours["selection"]
    }


@pytest.mark.parametrize("scale", [100, 200])
def test_the_arrows_of_what_is_to_be_looked_at_grow_with_the_writing(
    window_on, library, report, qtbot, scale
):
    # given
    report.section("overview").paragraphs = [Paragraph(text="全年公开信息29条。")]
    window = window_on(QSize(1920, 1040), Settings(scale=scale))
    window.desk.open(ReportFile(forward(library, report, 2025)), None)

    # when
    work = window.desk.workspace
    work.bring(work.to_look_at)

    # then
    rows = work.findChild(WaitingList)
    qtbot.waitUntil(lambda: rows.topLevelItemCount() > 0 and rows.viewport().width() > 0)
    rows.scrollToTop()
    first = rows.visualItemRect(rows.topLevelItem(0))
    beside = QRect(0, first.top(), first.left(), first.height())
    picture = rows.viewport().grab().toImage()
    ground = picture.pixelColor(0, first.top()).name()
    inked = [
        x
        for x in range(beside.width())
        if colours(picture, QRect(x, beside.top(), 1, beside.height())) != {ground}
    ]
    assert max(inked) - min(inked) > rows.fontMetrics().height() * 0.3
    window.desk.end()
