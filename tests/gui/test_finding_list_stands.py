"""The list of findings stands where it was scrolled when it comes into sight again, or gets another width."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QListWidget

from core.edits import SetCells
from core.report import blank
from core.settings import Settings
from core.store import ReportFile, write
from gui.panes.finding_items import FINDING
from tests.gui.conftest import OFFICE, Hands

SMALL = QSize(1366, 728)


@pytest.fixture(params=[100, 150, 200])
def window(window_on, library, request):
    """A window with a report in which much is found, in writing of so many percent."""
    window = window_on(SMALL, Settings(scale=request.param))
    form = library.get("national-2021")
    report = blank(form, 2024, OFFICE)
    report.values.update(dict.fromkeys(list(form.cells)[::3], "x"))
    window.desk.open(ReportFile(report), None)
    window.desk.session.check()
    window.desk.workspace.show_findings()
    settle()
    yield window
    window.desk.end()


def settle() -> None:
    """Let everything be laid out and painted that was put off."""
    for _ in range(3):
        QApplication.processEvents()


def run(window, *names: str) -> None:
    for name in names:
        window._actions[name].trigger()
        settle()


def shown_in(window) -> QListWidget:
    return window.desk.workspace.findChild(QListWidget, "findingsList")


def scroll_down(window) -> QListWidget:
    """Scroll to the middle of the list, as with the wheel."""
    shown = shown_in(window)
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()
    return shown


def place(shown: QListWidget) -> tuple[int, int]:
    """Return what stands at the top of the list, and how far down."""
    item = shown.itemAt(shown.viewport().rect().topLeft())
    return shown.row(item), shown.visualItemRect(item).top()


WAYS = {
    "preview": ("preview", "preview"),
    "right pane": ("toggleSide", "toggleSide"),
    "both": ("preview", "toggleSide", "preview", "preview"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_out_of_sight_and_back_it_stands_where_it_was_scrolled(window, way):
    # given: nothing is chosen
    shown = scroll_down(window)
    before = place(shown)

    # when
    run(window, *way)
    window.desk.workspace.show_findings()
    settle()

    # then
    assert shown.isVisible()
    assert place(shown) == before


def test_scrolled_away_from_what_is_chosen_it_stands_there_too(window):
    # given
    window.desk.workspace.findings.step(1)
    settle()
    shown = scroll_down(window)
    before = place(shown)
    assert not shown.visualItemRect(shown.currentItem()).intersects(shown.viewport().rect())

    # when
    run(window, "toggleSide", "toggleSide")

    # then
    assert place(shown) == before


def test_what_is_chosen_stays_in_its_place(window):
    # given
    shown = scroll_down(window)
    lines = map(shown.item, range(shown.count()))
    row = next(shown.row(one) for one in lines if one.data(FINDING) and shown.visualItemRect(one).top() > 40)
    shown.setCurrentRow(row)
    settle()
    before = shown.visualItemRect(shown.currentItem()).top()

    # when
    run(window, "toggleSide", "toggleSide")

    # then
    assert shown.currentRow() == row
    assert shown.visualItemRect(shown.currentItem()).top() == before


def test_in_another_width_the_same_stands_at_the_top(window):
    # given
    shown = scroll_down(window)
    before = place(shown)[0]

    # when
    for width in (420, 300, 520):
        window.desk.workspace.room.set_widths(160, width)
        settle()

    # then
    assert place(shown)[0] == before


def test_what_must_be_mended_since_comes_into_sight(window, qtbot):
    # given
    hands = Hands(window, qtbot)
    shown = scroll_down(window)
    run(window, "toggleSide")
    session = window.desk.session
    cell = next(one for one in session.template.cells if one not in session.report.values)
    known = {one.key for one in session.findings if one.severity == "error"}

    # when
    session.edit(SetCells({cell: "y"}))
    session.check()
    run(window, "toggleSide")

    # then
    assert hands.sees("findingsList")
    new = [one for one in session.findings if one.severity == "error" and one.key not in known]
    items = [one for one in map(shown.item, range(shown.count())) if one.data(FINDING) in new]
    assert any(shown.visualItemRect(one).intersects(shown.viewport().rect()) for one in items)


def come_to_list(window, qtbot, path) -> None:
    """Wait until a report is open and was checked, and bring its list into sight."""
    qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.path == path)
    qtbot.waitUntil(lambda: window.desk.session.is_checked)
    window.desk.workspace.show_findings()
    settle()


def test_back_from_the_home_page_it_stands_where_it_was_scrolled(window, tmp_path, qtbot):
    # given: the report lies in a file
    hands = Hands(window, qtbot)
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(window.desk.session.report), path)
    window.open_path(path)
    come_to_list(window, qtbot, path)
    before = place(scroll_down(window))

    # when
    run(window, "goHome")
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    window.open_path(path)
    come_to_list(window, qtbot, path)

    # then
    assert place(shown_in(window)) == before


@pytest.mark.parametrize("has_file", [True, False])
def test_back_from_the_home_page_what_was_chosen_is_chosen_again_and_f8_goes_on(
    window, tmp_path, qtbot, has_file
):
    # given
    hands, report = Hands(window, qtbot), window.desk.session.report
    path = tmp_path / "柳河镇.nianbao"
    if has_file:
        write(ReportFile(report), path)
        window.open_path(path)
        come_to_list(window, qtbot, path)
    for _ in range(3):
        run(window, "nextFinding")
    before = window.desk.workspace.findings.chosen().key

    # when
    run(window, "goHome")
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    if has_file:
        window.open_path(path)
    else:
        hands.press("recoverButton")
    qtbot.waitUntil(lambda: hands.sees("workspace"))
    window.desk.session.check()
    settle()

    # then
    assert window.desk.workspace.findings.chosen().key == before
    run(window, "nextFinding")
    assert window.desk.workspace.findings.chosen().key != before


def test_another_report_begins_at_the_top_of_its_list(window, library, qtbot):
    # given
    scroll_down(window)

    # when
    window.desk.open(ReportFile(blank(library.get("national-2021"), 2023, OFFICE)), None)
    window.desk.session.check()
    settle()

    # then
    assert shown_in(window).verticalScrollBar().value() == 0
