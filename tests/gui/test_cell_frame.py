"""The cell at hand has its strong frame while the keys are in the table; elsewhere a thin one tells where it is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.checks.model import CellPlace
from core.store import ReportFile
from gui.theme import Theme
from gui.widgets.has_keys import has_keys

MADE = "disclosure.documents.made"


@pytest.fixture
def table(window, report, qtbot):
    """The form, with a cell at hand and the keys in it."""
    window.desk.open(ReportFile(report), None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = window.desk.workspace.page
    page.go_to(CellPlace(MADE, ""))
    QApplication.processEvents()
    return page.table_in_sight


def edge_of(table, *, within: int) -> str:
    """Return the colour of the cell at hand on the screen, so many pixels from its left edge."""
    view = table.view
    rect = view.visualRect(view.currentIndex())
    image: QImage = view.viewport().grab().toImage()
    return image.pixelColor(QPoint(rect.left() + within, rect.center().y())).name()


def colour(role: str) -> str:
    return Theme.load("light").colour(role).name()


@pytest.mark.parametrize("way", ["checks", "button"])
def test_the_frame_is_thin_while_the_keys_are_elsewhere(table, window, hands, way):
    # given
    strong = [edge_of(table, within=at) for at in (0, 1)]

    # when
    if way == "checks":
        hands.find("findingsList").setFocus()
    else:
        hands.find("addWords").setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()

    # then: still to be found, and not a second sign of where the keys are
    assert not table.view.hasFocus()
    assert strong == [colour("accent")] * 2
    assert [edge_of(table, within=at) for at in (0, 1)] == [colour("frame"), colour("selection")]

    # when
    table.view.setFocus()
    QApplication.processEvents()

    # then
    assert [edge_of(table, within=at) for at in (0, 1)] == strong


def test_the_frame_stays_while_a_figure_is_typed(table):
    # when
    QTest.keyClick(table.view, Qt.Key.Key_5)

    # then
    assert not table.view.hasFocus()
    assert table.view.isAncestorOf(QApplication.focusWidget())
    assert has_keys(table.view)

    # when
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    # then
    assert has_keys(table.view)
