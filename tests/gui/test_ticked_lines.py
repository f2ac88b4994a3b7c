"""Lists whose lines have a tick each: as high as their words need, whatever the width, and flat while they have the keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QStyle

from core.settings import Settings
from gui import theme
from gui.widgets.ticked_lines import TickedLines

WORDS = (
    "表二 · 规章（3 格）：没填的补上 0",
    "二、主动公开政府信息情况 · 新的一段\n写上：2024年，柳河镇没有制发和废止行政规范性文件。",
    "表三 · 一、本年新收政府信息公开申请数量 · 自然人：3 → 0（今年填过，会换掉）",
)


@pytest.fixture
def make_list(qtbot, qapp):
    """Return a function that shows the list at a width in letters and at a scale of the writing."""

    def shown(letters, scale=100):
        theme.dress(Settings(scale=scale))
        lines = TickedLines("tickedLines", "逐条可以勾上")
        qtbot.addWidget(lines)
        for words in WORDS:
            item = QListWidgetItem(words)
            item.setCheckState(Qt.CheckState.Unchecked)
            lines.addItem(item)
        lines.resize(letters * lines.fontMetrics().horizontalAdvance("国"), 40 * lines.fontMetrics().height())
        lines.show()
        qtbot.waitExposed(lines)
        return lines

    yield shown
    theme.dress(Settings())


def give_keys(lines, qtbot):
    """Bring the keys into the list."""
    lines.activateWindow()
    lines.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lines.hasFocus)


def lines_of(lines, row):
    """Return how many lines of words a row has room for."""
    return lines.visualItemRect(lines.item(row)).height() / lines.fontMetrics().lineSpacing()


@pytest.mark.parametrize("scale", [100, 200])
def test_a_row_is_as_high_as_its_words_and_no_higher(make_list, scale):
    # given: beside tick and edges, the first row fits a line, the second one takes two
    lines = make_list(34, scale)

    # when
    heights = [lines_of(lines, row) for row in range(2)]

    # then
    assert 1 <= heights[0] < 1.6
    assert 2 <= heights[1] < 2.7


@pytest.mark.parametrize("scale", [100, 200])
def test_a_narrow_list_gives_each_row_the_lines_that_it_takes_beside_the_tick(make_list, scale):
    # given
    lines = make_list(12, scale)
    tick = lines.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, lines)
    letters = (lines.viewport().width() - tick) // lines.fontMetrics().horizontalAdvance("国")

    # when
    rows = {row: lines_of(lines, row) for row in range(lines.count())}

    # then: never a line too few, at most one for a word that would not be torn, and no blank band
    for row, height in rows.items():
        least = sum(-(-_breadth(part) // letters) for part in WORDS[row].split("\n"))
        assert least <= height < least + 2.7


def _breadth(words):
    """Return about how many letters wide words are."""
    return sum(1 if ord(letter) > 0x2E80 else 0.5 for letter in words)


def test_the_keys_coming_in_show_at_which_line_they_are(make_list, qtbot):
    # given
    lines = make_list(30)

    # when
    give_keys(lines, qtbot)

    # then
    assert [index.row() for index in lines.selectedIndexes()] == [0]
    assert lines.item(0).checkState() == Qt.CheckState.Unchecked


def test_the_line_with_the_keys_has_one_ground(make_list, qtbot):
    # given
    lines = make_list(40)
    give_keys(lines, qtbot)

    # when: a column of pixels through the row, right of its words
    row = lines.visualItemRect(lines.item(0))
    picture = lines.viewport().grab().toImage()
    grounds = {picture.pixelColor(row.right() - 3, y).name() for y in range(row.top(), row.bottom() + 1)}

    # then
    assert grounds == {theme.Theme.load("light").colours["selection"]}
