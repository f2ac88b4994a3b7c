"""The one line on the cell at hand below a low form: which cell it is comes first, and all of the line is used."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from core.checks.model import CellPlace
from tests.gui.low_forms.conftest import SETTLING_MS, show

SCALES = pytest.mark.parametrize("scale", [150, 175, 200], ids=str)
NAMES = {
    "disclosure": "规章 · 本年制发件数",
    "applications": "本年新收政府信息公开申请数量 · 自然人",
    "reviews": "行政复议 · 结果维持",
}


@SCALES
@pytest.mark.parametrize("table", NAMES)
def test_the_words_on_a_cell_begin_with_its_row_and_column(draft, window, options, hands, scale, table):
    # when
    show(window, options, scale, table)

    # then
    (line,) = hands.find("cellWords").shown()
    assert line.startswith(NAMES[table])


@SCALES
@pytest.mark.parametrize("table", NAMES)
def test_words_that_are_cut_fill_their_line_and_are_said_on_hover(
    draft, window, options, hands, scale, table
):
    # given
    QToolTip.hideText()
    show(window, options, scale, table)
    label = hands.find("cellWords")

    # when
    point = label.rect().center()
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, point, label.mapToGlobal(point)))

    # then
    (line,) = label.shown()
    is_cut = line != label.text()
    assert QToolTip.text() == (label.text() if is_cut else "")
    if is_cut:
        letter = label.fontMetrics().horizontalAdvance("国")
        assert line.count("…") == 1
        assert line.endswith("…")
        assert label.width() - label.fontMetrics().horizontalAdvance(line) < 2 * letter


def test_the_form_stays_as_high_where_a_button_comes_beside_the_words(draft, window, options, hands):
    # given
    show(window, options, 200, "applications")
    view = hands.find("tableView")
    page = window.desk.workspace.page
    carried = next(one for one, state in draft.states.items() if state == "carried" and "applications" in one)
    height, wide = view.height(), hands.find("cellWords").width()
    assert not hands.sees("stillRight")

    # when
    page.go_to(CellPlace(carried, ""))
    QTest.qWait(SETTLING_MS)

    # then
    assert hands.sees("stillRight")
    assert hands.find("cellWords").width() < wide
    assert view.height() == height
