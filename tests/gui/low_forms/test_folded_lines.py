"""The lines above an annex give way to its rows where the window is low, and open where they are wanted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from core.checks.model import Finding, HeadPlace
from core.report import blank
from core.store import ReportFile
from gui.panes.tables.head_lines import HeadLines
from gui.panes.tables.measure import PADDING
from gui.panes.tables.view import FormView
from tests.gui.low_forms.conftest import SETTLING_MS, show

OFFICE = "清溪县柳河镇人民政府"
WORDS = "表名、年度、填报单位"
FEWEST = 6
LINES = 2  # pixels: what is drawn between two rows


def lines_in_sight(view: FormView) -> list[str]:
    """Return the labels, that of the head too, of the lines of the form whose writing stands in sight in full."""
    found = []
    for part in (view.head, view):
        seen = part.viewport().rect()
        for one in view.form.grid.cells:
            rect = part.visualRect(view.form.index(one.row, one.column))
            rect.adjust(0, PADDING, 0, -PADDING - LINES)
            if one.column == 0 and rect.isValid() and seen.contains(rect):
                found.append(one.text)
    return found


@pytest.fixture
def annex(window, library, options):
    """Return a function that shows the annex in writing of a size; the line of the guide is above it."""
    window.desk.open(ReportFile(blank(library.get("national-2014"), 2018, OFFICE)), None)

    def shown(scale: int) -> HeadLines:
        show(window, options, scale, "statistics")
        return window.findChild(HeadLines)

    return shown


@pytest.fixture
def fold(window):
    """The button that stands for the lines."""
    return lambda: window.findChild(QPushButton, "headFold")


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200], ids=str)
@pytest.mark.parametrize("offer", [True, False], ids=["offer", "alone"])
def test_rows_to_work_in_and_a_button_for_zeros_are_in_sight_at_every_size(
    annex, window, hands, scale, offer
):
    # given
    if not offer:
        window.findChild(QPushButton, "guideOfferAway").click()

    # when
    annex(scale)

    # then
    assert len(lines_in_sight(window.findChild(FormView))) >= FEWEST
    assert hands.sees("zeros") or hands.sees("rowZeros")


@pytest.mark.parametrize(("scale", "folded"), [(100, False), (150, True), (200, True)])
def test_the_lines_stand_open_where_there_is_room(annex, hands, scale, folded):
    # when
    head = annex(scale)

    # then
    assert head.isVisible() is not folded
    assert hands.sees("headFold") is folded


def test_a_press_opens_the_lines_and_another_one_puts_them_away(annex, window, fold, qtbot):
    # given
    head = annex(200)
    assert fold().text() == f"{WORDS} ▸"
    assert fold().height() >= fold().sizeHint().height()

    # when: by the keys, from the form
    window.findChild(FormView).setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    while QApplication.focusWidget() is not fold():
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    QTest.keyClick(fold(), Qt.Key.Key_Space)

    # then
    qtbot.waitUntil(lambda: QApplication.focusWidget() is head.lines["title"])
    assert fold().text() == f"{WORDS} ▾"

    # when
    qtbot.mouseClick(fold(), Qt.MouseButton.LeftButton)
    QTest.qWait(SETTLING_MS)

    # then
    assert not head.isVisible()
    assert window.findChild(FormView).hasFocus()


@pytest.mark.parametrize("field", ["title", "period", "filler"])
def test_what_is_found_in_a_line_shows_on_the_button_and_leads_into_the_line(annex, window, fold, field):
    # given
    head = annex(200)
    session = window.desk.session
    place = HeadPlace("statistics", field, "")

    # when
    session.findings = [Finding("A02", "error", "这一行是空的。", (place,))]
    session.findings_changed.emit()

    # then
    assert fold().text() == f"✖ {WORDS} ▸"
    assert "这一行是空的。" in fold().accessibleDescription()

    # when
    window.desk.workspace.page.go_to(place)

    # then
    assert QApplication.focusWidget() is head.lines[field]
    assert head.isVisible()


def test_the_button_goes_with_its_annex(annex, window, options, hands):
    # given
    annex(200)
    assert hands.sees("headFold")

    for place, is_annex in (("overview", False), ("statistics", True), ("applications", False)):
        # when
        show(window, options, 200, place)

        # then
        assert hands.sees("headFold") is is_annex


def test_a_line_that_has_the_keys_stays_in_sight_when_the_window_gets_low(annex, window, hands, fold, qtbot):
    # given
    head = annex(100)
    line = head.lines["filler"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "ab")

    # when
    window.resize(window.width(), window.minimumHeight())
    qtbot.waitUntil(lambda: hands.sees("headFold"))
    QTest.keyClicks(QApplication.focusWidget(), "c")

    # then
    assert head.isVisible()
    assert line.text() == "abc"
    assert fold().text().endswith("▾")

    # when: put away, and the window is high and low again
    qtbot.mouseClick(fold(), Qt.MouseButton.LeftButton)
    for height in (700, window.minimumHeight()):
        window.resize(window.width(), height)
        QTest.qWait(SETTLING_MS)

    # then
    assert not head.isVisible()
