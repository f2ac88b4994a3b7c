"""The row at hand and the heads over it, where the writing grows, another table is shown, or the room is just too small."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.checks.model import CellPlace
from gui.panes.tables.sight import is_seen
from gui.panes.tables.view import FormView
from gui.remembered import SETTLED_MS
from tests.gui.low_forms.conftest import SETTLING_MS, rows_in_sight, show

FIRST, LAST = "disclosure.regulations.made", "disclosure.fees.amount"
STEPS = (125, 150, 175, 200)


@pytest.fixture
def enlarge(window, options):
    """What writes larger, as the clerk does step by step, and lets everything settle unless he is fast."""

    def enlarge(scale: int, *, fast: bool = False) -> None:
        options.scale = scale
        window._dress()
        QTest.qWait(0 if fast else SETTLED_MS + SETTLING_MS)

    return enlarge


def stand_at(window, cell: str) -> None:
    """Put the cursor into a cell."""
    window.desk.workspace.page.go_to(CellPlace(cell, ""))
    QTest.qWait(SETTLING_MS)


def form_in(window) -> FormView:
    """Return the form on show."""
    return window.desk.workspace.page.table_in_sight.view


def heads_in_sight(view: FormView) -> bool:
    """Return whether the cell at hand stands in sight and the head over it with it."""
    row = view.currentIndex().row()
    heads = [one.row for one in view.form.grid.cells if one.role in ("caption", "head") and one.row < row]
    above = max(heads)
    return is_seen(view, view.currentIndex()) and view.rowViewportPosition(above) >= 0


@pytest.mark.parametrize("fast", [False, True], ids=["step by step", "fast"])
@pytest.mark.parametrize("table", ["disclosure", "applications", "reviews"])
def test_the_row_at_hand_stays_in_sight_while_the_writing_grows(
    draft, window, options, enlarge, library, table, fast
):
    # given
    show(window, options, 100, table)
    cells = [one.id for one in library.get(draft.template).cells.values() if one.table == table]
    stand_at(window, cells[-1])

    # when
    seen = []
    for scale in STEPS:
        enlarge(scale, fast=fast)
        seen.append(fast or is_seen(form_in(window), form_in(window).currentIndex()))
    QTest.qWait(SETTLED_MS + SETTLING_MS)

    # then
    view = form_in(window)
    assert view.form.figure_cell(view.currentIndex().row(), view.currentIndex().column()) == cells[-1]
    assert all(seen)
    assert is_seen(view, view.currentIndex())


@pytest.mark.parametrize("scale", STEPS)
def test_the_first_row_keeps_its_head_while_the_writing_grows(
    draft, window, options, enlarge, library, scale
):
    # given
    show(window, options, 100, "disclosure")
    stand_at(window, _first(library, draft))

    # when
    enlarge(scale)

    # then
    assert form_in(window).verticalScrollBar().value() == 0


@pytest.mark.parametrize("scale", [150, 175, 200])
def test_a_table_shown_again_begins_with_its_head(draft, window, options, enlarge, scale):
    # given: its last row was in sight, then another table was
    show(window, options, 150, "disclosure")
    stand_at(window, LAST)
    show(window, options, 150, "applications")
    enlarge(scale)

    # when
    show(window, options, scale, "disclosure")

    # then
    assert form_in(window).verticalScrollBar().value() == 0
    assert heads_in_sight(form_in(window))


@pytest.mark.parametrize("scale", [150, 175, 200])
def test_going_up_brings_the_head_over_a_row_into_sight(draft, window, options, scale):
    # given
    show(window, options, scale, "disclosure")
    stand_at(window, LAST)
    view = form_in(window)

    # when
    seen = []
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Up)
        seen.append(heads_in_sight(view))

    # then
    assert all(seen)
    assert view.verticalScrollBar().value() == 0


def test_a_click_moves_nothing(draft, window, options, library):
    # given: the head over a row that is in sight is not
    show(window, options, 200, "disclosure")
    view = form_in(window)
    row = view.form.index_of(LAST).row() - 3
    index = view.form.index(row, view.form.index_of(LAST).column())
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + view.rowViewportPosition(row))
    before = view.verticalScrollBar().value()

    # when
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())

    # then
    assert view.currentIndex() == index
    assert view.verticalScrollBar().value() == before


def test_rows_stand_a_little_closer_where_all_of_them_are_in_sight_then(draft, window, options):
    # when
    show(window, options, 125, "disclosure")

    # then: none is cut, and no empty strip is left where a bar would be
    view = form_in(window)
    figures = {one.row for one in view.form.grid.cells if one.role == "value"}
    assert view.height() < view.maximumHeight()
    assert rows_in_sight(view) == len(figures)
    assert view.verticalScrollBar().maximum() == 0
    assert sum(view.columnWidth(one) for one in range(view.form.grid.columns)) == view.viewport().width()


def _first(library, draft) -> str:
    return next(one.id for one in library.get(draft.template).cells.values() if one.table == "disclosure")
