"""The words on the cell at hand below a low form: what is short comes first, all of the line is used, the rest beside."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from core import cell_names, totals
from core.checks.model import CellPlace
from tests.gui.low_forms.conftest import SETTLING_MS, show

SCALES = pytest.mark.parametrize("scale", [150, 175, 200], ids=str)
VALID, CARRIED_IN = "disclosure.documents.valid", "applications.carried_in.welfare"
NAMES = {
    "disclosure": "规章 · 本年制发件数",
    "applications": "本年新收政府信息公开申请数量 · 自然人",
    "reviews": "行政复议 · 结果维持",
}


@SCALES
@pytest.mark.parametrize("table", NAMES)
def test_the_words_on_a_cell_begin_with_last_year_and_the_unit_then_its_row_and_column(
    draft, window, options, hands, scale, table
):
    # when
    show(window, options, scale, table)

    # then
    words = "".join(hands.find("cellWords").shown())
    cell = window.desk.workspace.page.table_in_sight.current_cell
    last = f"去年 {draft.last().text(cell)} 件。"
    without_name = scale == 200 and table != "disclosure"  # it stands where all else has room beside it
    assert words.startswith(f"{last}填：" if without_name else f"{last}{NAMES[table]}")


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200], ids=str)
@pytest.mark.parametrize(("cell", "last"), [(VALID, "去年 3"), (CARRIED_IN, "去年结转 0")])
def test_last_year_and_the_unit_are_read_beside_the_button_and_all_the_rest_in_the_pane_by_keys(
    draft, window, options, hands, scale, cell, last
):
    # given
    draft.last().values[VALID] = "3"
    draft.states |= {VALID: "carried", CARRIED_IN: "carried"}
    show(window, options, scale, cell.split(".")[0])

    # when
    window.desk.workspace.page.go_to(CellPlace(cell, ""))
    QTest.qWait(SETTLING_MS)

    # then
    assert hands.sees("stillRight")
    shown = "".join(hands.find("cellWords").shown())
    assert last in shown
    assert "件" in shown.replace("件数", "")

    # when
    if not hands.sees("sidePanel"):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)

    # then
    known = window.desk.session.template.cells[cell]
    text = hands.find("guidanceText")
    lines = text.toPlainText().split("\n")
    assert lines[0] == f"{last} 件。"
    assert lines[1].startswith(f"填：{known.guidance}")
    assert "这个数照抄去年，请核对。" in lines[1]
    assert lines[2] == f"本格：{cell_names.full(window.desk.session.template, known)}。"
    QTest.qWait(SETTLING_MS)
    told = QTextCursor(text.document().findBlockByNumber(1))
    told.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    area = hands.find("guidanceArea")
    end = text.viewport().mapTo(area, text.cursorRect(told).bottomLeft()).y()
    assert end <= min(area.height(), text.mapTo(area, text.rect().bottomLeft()).y())


def test_the_pane_follows_the_cell_at_hand_and_what_becomes_of_it(draft, window, options, hands):
    # given
    show(window, options, 100, "applications")
    work = window.desk.workspace
    work.bring(work.guidance)
    work.page.go_to(CellPlace("applications.new.total", ""))
    total = window.desk.session.template.cells["applications.new.total"]

    # when
    totals_typed = totals.by_hand(window.desk.session.template, draft, total.id, "7", "通知如此")
    window.desk.session.edit(totals_typed)

    # then
    assert "原因：通知如此" in hands.find("guidanceText").toPlainText()

    # when
    QTest.keyClick(hands.find("tableView"), Qt.Key.Key_Down)

    # then
    assert "\n本格：二、上年结转政府信息公开申请数量 · 总计。" in hands.find("guidanceText").toPlainText()


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
    *_, line = label.shown()
    is_cut = "".join(label.shown()) != label.text()
    assert QToolTip.text() == (label.text() if is_cut else "")
    if is_cut:
        letter = label.fontMetrics().horizontalAdvance("国")
        assert line.count("…") == 1
        assert line.endswith("…")
        assert label.width() - label.fontMetrics().horizontalAdvance(line) < 2 * letter


@pytest.mark.parametrize("scale", [100, 125, 150, 175], ids=str)
@pytest.mark.parametrize("table", NAMES)
def test_the_words_on_every_cell_are_read_whole_and_the_form_never_moves(
    draft, window, options, hands, scale, table
):
    # given
    known = window.desk.session.template.cells.values()
    cells = [one.id for one in known if one.table == table and not one.group]
    show(window, options, scale, table)
    view, words = hands.find("tableView"), hands.find("cellWords")
    before = view.geometry()

    # when
    cut, moved = [], []
    for cell in cells:
        view.setCurrentIndex(view.form.index_of(cell))
        QApplication.processEvents()
        label = words if words.isVisible() else hands.find("cellProblem")
        cut += [label.text()] * label.shown()[-1].endswith("…")
        moved += [cell] * (view.geometry() != before)

    # then
    assert cut == []
    assert moved == []


@pytest.mark.parametrize("table", ["applications", "disclosure"])
def test_in_twice_the_size_nearly_all_words_on_cells_are_read_whole(draft, window, options, hands, table):
    # given
    known = window.desk.session.template.cells.values()
    cells = [one.id for one in known if one.table == table and not one.group]
    show(window, options, 200, table)
    view, words = hands.find("tableView"), hands.find("cellWords")

    # when
    cut = []
    for cell in cells:
        view.setCurrentIndex(view.form.index_of(cell))
        QApplication.processEvents()
        if words.isVisible() and words.shown()[-1].endswith("…"):
            cut.append(cell)

    # then: beside the button that leaves a figure as it is there is less room
    assert len([one for one in cut if draft.states.get(one) != "carried"]) <= len(cells) // 50


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
