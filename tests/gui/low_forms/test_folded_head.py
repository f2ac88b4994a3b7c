"""The head of a form that leaves little room for its rows: the innermost names stay, none of them cut."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from core.checks.model import CellPlace
from core.grid import GridCell
from core.settings import Settings
from core.store import ReportFile
from gui.panes.tables.measure import HEAD_PADDING, PADDING, WRAPPED, fitting_name, pinned
from gui.panes.tables.view import FormView
from tests.gui.conftest import OFFICE
from tests.gui.low_forms.conftest import ROOM, SETTLING_MS, rows_in_sight, show


class Resizes(QObject):
    """Counts how often what it watches got another size."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Resize
        return False


def names_in_sight(view: FormView) -> dict[str, str]:
    """Return by its label what each head of the innermost row is called on the screen."""
    font = QFont(view.head.font())
    font.setBold(True)
    called = {}
    for one in view.form.grid.cells:
        if one.role == "head" and one.row + one.row_span == view.form.grid.head_rows:
            rect = view.head.visualRect(view.form.index(one.row, one.column))
            room = rect.adjusted(HEAD_PADDING, 0, -HEAD_PADDING - 1, 0)
            called[one.text] = fitting_name(one, room, QFontMetrics(font))
    return called


@pytest.mark.parametrize("scale", [175, 200], ids=str)
@pytest.mark.parametrize("table", ["applications", "reviews"])
def test_no_name_of_a_column_is_cut_on_a_small_screen(draft, window, options, hands, scale, table):
    # when
    show(window, options, scale, table)

    # then
    view = hands.find("tableView")
    heads = {one.text: one.short for one in view.form.grid.cells if one.role == "head"}
    called = names_in_sight(view)
    assert [name for label, name in called.items() if name not in (label, *heads[label])] == []
    assert len(set(called.values())) == len(called)


def test_one_line_of_heads_has_the_short_names_that_a_clerk_knows(draft, window, options, hands):
    # when
    show(window, options, 200, "applications")

    # then
    called = [*names_in_sight(hands.find("tableView")).values()]
    assert called == ["一＋二＝三＋四", "自然人", "商企", "科研", "公益", "法服", "其他", "总计"]


def test_a_folded_head_tells_the_whole_name_under_the_mouse_and_to_a_screen_reader(
    draft, window, options, hands
):
    # given
    show(window, options, 200, "applications")
    view = hands.find("tableView")
    legal = next(one for one in view.form.grid.cells if one.text == "法律服务机构")
    point = view.head.visualRect(view.form.index(legal.row, legal.column)).center()

    # when
    asked = QHelpEvent(QEvent.Type.ToolTip, point, view.head.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.head.viewport(), asked)

    # then
    assert QToolTip.text() == "申请人情况 · 法人或其他组织 · 法律服务机构"
    spoken = QAccessible.queryAccessibleInterface(view.head)
    cells = [spoken.child(number) for number in range(spoken.childCount())]
    assert "法律服务机构" in {cell.text(QAccessible.Text.Name) for cell in cells if cell}


def test_a_whole_head_tells_nothing_under_the_mouse(draft, window, options, hands):
    # given
    QToolTip.hideText()
    show(window, options, 100, "applications")
    head = hands.find("tableView").head
    point = head.rect().center()

    # when
    asked = QHelpEvent(QEvent.Type.ToolTip, point, head.viewport().mapToGlobal(point))
    QApplication.sendEvent(head.viewport(), asked)

    # then
    assert QToolTip.text() == ""


@pytest.mark.parametrize(
    ("short", "letters", "called"),
    [
        (("法律服务", "法服"), 6, "法律服务机构"),
        (("法律服务", "法服"), 5, "法律服务"),
        (("法律服务", "法服"), 2, "法服"),
        (("法律服务",), 3, "法律…"),
        ((), 4, "法律服…"),
    ],
)
def test_a_head_has_the_longest_name_that_there_is_room_for(qapp, short, letters, called):
    # given
    metrics = QFontMetrics(qapp.font())
    line = metrics.boundingRect(QRect(0, 0, 999, 999), WRAPPED, "国").height()
    room = QRect(0, 0, letters * metrics.horizontalAdvance("国") + 1, line)

    # when
    found = fitting_name(GridCell(0, 0, "法律服务机构", "head", short=short), room, metrics)

    # then
    assert found == called


@pytest.mark.parametrize("scale", [175, 200], ids=str)
def test_four_rows_stand_below_a_head_that_names_every_column(draft, window, options, hands, scale):
    # when
    show(window, options, scale, "applications")

    # then
    view = hands.find("tableView")
    assert rows_in_sight(view) >= 4
    assert view.head.is_folded
    assert view.head.height() >= view.fontMetrics().height() + 2 * PADDING
    ends = [one for one in view.form.grid.cells if one.row + one.row_span == view.form.grid.head_rows]
    assert sum(one.column_span for one in ends) == view.form.grid.columns
    assert all(view.head.visualRect(view.form.index(one.row, one.column)).height() > 0 for one in ends)
    said = hands.find("cellWords").text()
    assert said.endswith(
        "以个人名义提出的。"
    )  # whole: where the name has no room beside it, head and row tell it
    assert "件。本年新收政府信息公开申请数量 · 自然人" in said or scale == 200


def test_a_folded_head_is_whole_again_where_there_is_room(draft, window, options, hands):
    # given
    show(window, options, 200, "applications")
    view = hands.find("tableView")
    folded = view.head.height()

    # when
    window.resize(ROOM.width(), 1100)
    QTest.qWait(SETTLING_MS)

    # then
    assert not view.head.is_folded
    assert view.head.height() > folded
    assert "件。本格：一、本年新收政府信息公开申请数量 · 自然人。" in hands.find("cellWords").text()


@pytest.mark.parametrize(
    ("left", "short", "stays"),
    [((1, 1, 3), 1, (1, 1, 3)), ((0, 1, 3), 1, (0, 0, 3)), ((0, 0, 3), 1, (0, 0, 2)), ((), 0, (0, 0, 1))],
    ids=["all", "innermost", "two lines", "one line"],
)
def test_a_head_gives_way_from_the_outside_and_then_by_whole_lines(qapp, left, short, stays):
    # given: three head rows of one, one and three lines of writing above five rows, and room for some of that
    metrics = QFontMetrics(qapp.font())
    line = metrics.boundingRect(QRect(0, 0, 999, 999), 0, "国").height()

    def high(rows: tuple[int, ...]) -> list[int]:
        return [lines * line + 2 * PADDING if lines else 0 for lines in rows]

    # when
    found = pinned([*high((1, 1, 3)), *[30] * 5], 3, sum(high(left)) - short + 4 * 30, metrics)

    # then
    assert found == high(stays)


@pytest.mark.parametrize(("scale", "width", "height"), [(175, 1360, 494), (200, 1540, 539)])
def test_a_form_comes_to_rest_where_its_bar_folds_the_head_and_is_gone_by_that(
    window_on, report, scale, width, height
):
    # given
    window = window_on(QSize(1920, 1000), Settings(scale=scale, office=OFFICE))
    window.desk.open(ReportFile(report), None)
    cells = window.desk.session.template.cells.values()
    in_table = [cell.id for cell in cells if cell.table == "reviews"]
    window.desk.workspace.page.go_to(CellPlace(in_table[len(in_table) // 2], ""))
    for less in (18, 9, 0):
        window.resize(width, height - less)
        QTest.qWait(SETTLING_MS)
    view = window.findChild(FormView)
    resized = Resizes()
    for watched in (view, view.viewport()):
        watched.installEventFilter(resized)

    # when
    for _ in range(20):
        QApplication.processEvents()

    # then
    assert resized.count == 0
    columns = sum(view.columnWidth(column) for column in range(view.form.columnCount()))
    assert 0 < columns <= view.viewport().width()
