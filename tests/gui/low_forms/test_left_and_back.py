"""A table that is left and shown again stands as it was left: the same cell at hand, the same rows in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from core.checks.model import CellPlace
from gui.pages import pages_of
from gui.panes.outline import Outline
from gui.panes.tables.sight import is_seen
from gui.panes.tables.view import FormView
from gui.remembered import SETTLED_MS
from tests.gui.low_forms.conftest import ROOM, SETTLING_MS, show

SCALES = pytest.mark.parametrize("scale", [100, 125], ids=str)


def click(window, place: str) -> None:
    """Click the line of a section, or of the section with the table of that name, in the outline."""
    outline, session = window.findChild(Outline), window.desk.session
    pages = pages_of(session.template, session.report)
    row = next(at for at, one in enumerate(pages) if one.section == place or place in one.tables)
    point = outline.visualItemRect(outline.item(row)).center()
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.qWait(SETTLED_MS + SETTLING_MS)


def down(view: FormView, times: int) -> None:
    """Press the arrow down so often."""
    for _ in range(times):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.qWait(SETTLING_MS)


def state(window) -> tuple[str, int]:
    """Return the cell at hand and how far the rows are scrolled."""
    table = window.desk.workspace.page.table_in_sight
    return table.current_cell, table.view.verticalScrollBar().value()


def scroll(view: FormView, steps: int) -> None:
    """Turn the mouse wheel down by so many steps."""
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + steps * view.fontMetrics().height())
    QTest.qWait(SETTLING_MS)


@SCALES
@pytest.mark.parametrize("rows", [1, 14])
@pytest.mark.parametrize("way", [["overview"], ["disclosure"], ["reviews", "overview"]], ids=" ".join)
def test_a_table_left_for_another_page_is_found_as_it_was(draft, window, options, scale, rows, way):
    # given
    show(window, options, scale, "applications")
    down(window.findChild(FormView), rows)
    before = state(window)

    # when
    for page in [*way, "applications"]:
        click(window, page)

    # then
    assert state(window) == before


@pytest.mark.parametrize("way", ["overview", "disclosure"])
def test_rows_scrolled_to_away_from_the_cell_at_hand_are_found_again(draft, window, options, way):
    # given
    show(window, options, 125, "applications")
    scroll(window.findChild(FormView), 20)
    before = state(window)
    assert before[1] > 0

    # when
    click(window, way)
    click(window, "applications")

    # then
    assert state(window) == before


@pytest.mark.parametrize("begin", ["typing", "F2", "paste"])
def test_what_is_typed_or_pasted_into_a_cell_scrolled_away_from_is_seen(draft, window, options, begin):
    # given
    show(window, options, 125, "applications")
    view = window.findChild(FormView)
    scroll(view, 20)
    assert not is_seen(view, view.currentIndex())

    # when
    if begin == "paste":
        QGuiApplication.clipboard().setText("7")
        view.cells.paste()
    else:
        QTest.keyClick(view, Qt.Key.Key_7 if begin == "typing" else Qt.Key.Key_F2)
    QTest.qWait(SETTLING_MS)

    # then
    assert is_seen(view, view.currentIndex())
    line = view.indexWidget(view.currentIndex())
    assert (
        line is None if begin == "paste" else view.visualRect(view.currentIndex()).contains(line.geometry())
    )


def test_a_cell_gone_to_from_another_page_is_seen_with_all_rows_above_that_have_room(draft, window, options):
    # given
    show(window, options, 125, "overview")

    # when
    window.desk.workspace.page.go_to(CellPlace("applications.carried_in.natural", ""))
    QTest.qWait(SETTLED_MS + SETTLING_MS)

    # then
    assert state(window) == ("applications.carried_in.natural", 0)


def test_a_window_made_low_and_high_again_stands_where_it_was(draft, window, options):
    # given
    show(window, options, 100, "applications")
    view = window.findChild(FormView)
    down(view, 8)
    before = state(window)

    # when
    window.resize(ROOM.width(), 420)
    QTest.qWait(SETTLED_MS + SETTLING_MS)
    lower = view.verticalScrollBar().value()
    window.resize(ROOM)
    QTest.qWait(SETTLED_MS + SETTLING_MS)

    # then
    assert lower > before[1]
    assert state(window) == before
