"""Another theme or size changes the look and nothing else: what is chosen and in sight stays so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QListWidget, QScrollArea

from core import report as reports
from core.checks.model import CellPlace, TextPlace
from core.report import Paragraph
from core.store import ReportFile
from gui.panes.outline import Outline
from gui.panes.prose.sheet import Sheet
from gui.panes.tables.view import FormView

OFFICE = "清溪县柳河镇人民政府"
LOOKS = [("dark", 100), ("light", 150), ("contrast", 125)]


@pytest.fixture
def desk(undressed, window, hands, library, qtbot):
    """A report with many findings, a long section, and its largest table filled so that it does not add up."""
    blank = reports.blank(library.get("national-2021"), 2024, OFFICE)
    blank.section("overview").paragraphs = [
        Paragraph(text=f"本镇第{number}次公开政府信息，公开栏更新，群众满意。" * 4) for number in range(1, 25)
    ]
    cells = [one.id for one in library.get("national-2021").cells.values() if one.table == "applications"]
    blank.values.update(dict.fromkeys(cells[:60], "-3"))
    window.resize(2000, 740)  # at 150 % there is room for all panes
    window._dress()
    window.desk.open(ReportFile(blank), None)
    hands.find("outline")
    window.desk.session.check()
    qtbot.wait(50)
    yield window.desk
    window.desk.close()


def dress(window, qtbot, look: tuple[str, int]) -> None:
    """Choose another look, and let the panes settle."""
    window.desk.options.theme, window.desk.options.scale = look
    window._dress()
    qtbot.wait(50)


def findings(desk) -> QListWidget:
    return desk.workspace.findings.findChild(QListWidget, "findingsList")


def in_sight(view, rect) -> bool:
    return view.viewport().rect().intersects(rect)


def chosen(desk) -> str:
    finding = desk.workspace.findings.chosen()
    return finding.key if finding else ""


@pytest.mark.parametrize("look", LOOKS)
def test_the_chosen_finding_stays_chosen_and_in_sight(desk, window, qtbot, look):
    # given
    for _ in range(25):
        desk.workspace.show_finding(1)
    key, place = chosen(desk), desk.workspace.page.here()
    assert findings(desk).verticalScrollBar().value() > 0

    # when
    dress(window, qtbot, look)

    # then
    assert (chosen(desk), desk.workspace.page.here()) == (key, place)
    (item,) = findings(desk).selectedItems()
    assert in_sight(findings(desk), findings(desk).visualItemRect(item))


def test_a_list_of_findings_behind_another_tab_is_found_where_it_was(desk, window, qtbot):
    # given: read halfway down, then another tab was taken to the front
    bar = findings(desk).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before, tab = bar.value(), desk.workspace.side.currentIndex()
    desk.workspace.side.setCurrentIndex(tab + 1)

    # when: it is made anew twice before it is seen again
    dress(window, qtbot, ("dark", 100))
    dress(window, qtbot, ("light", 100))
    desk.workspace.side.setCurrentIndex(tab)
    qtbot.wait(50)

    # then
    assert before > 0
    assert findings(desk).verticalScrollBar().value() == before


def test_in_another_theme_everything_stands_where_it_stood(desk, window, qtbot):
    # given
    for _ in range(25):
        desk.workspace.show_finding(1)
    qtbot.wait(20)

    def bars() -> list[int]:
        work = desk.workspace
        views = (findings(desk), work.outline, work.findChild(FormView), work.findChild(Sheet))
        return [view.verticalScrollBar().value() for view in views if view]

    before = bars()

    # when
    dress(window, qtbot, ("dark", 100))

    # then
    assert bars() == pytest.approx(before, abs=4)  # the frame of what has the keys is broader


@pytest.mark.parametrize("look", LOOKS)
def test_a_list_of_findings_scrolled_by_hand_shows_the_same_at_its_top(desk, window, qtbot, look):
    # given
    bar = findings(desk).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = findings(desk).itemAt(0, 0).data(0)

    # when
    dress(window, qtbot, look)

    # then
    assert findings(desk).itemAt(0, 0).data(0) == top
    assert chosen(desk) == ""


@pytest.mark.parametrize("look", LOOKS)
def test_a_sheet_scrolled_away_from_the_cursor_shows_the_same_words(desk, window, qtbot, look):
    # given
    desk.workspace.page.go_to(TextPlace("overview", 1, 4, 8, ""))
    sheet = desk.workspace.findChild(Sheet)
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum() // 2)
    qtbot.wait(20)
    top = sheet.cursorForPosition(sheet.viewport().rect().topLeft()).blockNumber()

    # when
    dress(window, qtbot, look)

    # then
    sheet = desk.workspace.findChild(Sheet)
    assert sheet.cursorForPosition(sheet.viewport().rect().topLeft()).blockNumber() == top > 1
    assert sheet.textCursor().selectedText() == "次公开政"


@pytest.mark.parametrize("look", LOOKS)
def test_the_cell_at_hand_stays_in_sight_or_the_rows_that_were(desk, window, qtbot, look):
    # given
    cells = [one.id for one in desk.session.template.cells.values() if one.table == "applications"]
    desk.workspace.page.go_to(CellPlace(cells[-8], ""))
    view = desk.workspace.findChild(FormView)
    assert view.verticalScrollBar().value() > 0

    # when
    dress(window, qtbot, look)

    # then
    view = desk.workspace.findChild(FormView)
    assert desk.workspace.page.here() == CellPlace(cells[-8], "")
    assert in_sight(view, view.visualRect(view.currentIndex()))

    # given: scrolled away from it
    view.verticalScrollBar().setValue(0)
    view.verticalScrollBar().setValue(view.rowHeight(view.rowAt(0)) + 1)
    top = view.rowAt(0)
    assert not in_sight(view, view.visualRect(view.currentIndex()))

    # when
    dress(window, qtbot, ("light", look[1]))

    # then
    view = desk.workspace.findChild(FormView)
    assert view.rowAt(0) == top


def test_the_cell_at_hand_stays_while_one_writes_above_the_table(desk, window, qtbot):
    # given
    cells = [one.id for one in desk.session.template.cells.values() if one.table == "applications"]
    page = desk.workspace.page
    page.go_to(CellPlace(cells[9], ""))
    page.insert_sentence(Paragraph(text="本镇今年申请如下。"))
    sheet = desk.workspace.findChild(Sheet)
    sheet.setFocus()
    sheet.moveCursor(QTextCursor.MoveOperation.End)
    here = page.here()

    # when
    dress(window, qtbot, ("dark", 125))

    # then
    page = desk.workspace.page
    assert page.here() == here
    assert page.table_in_sight.current_cell == cells[9]
    assert desk.workspace.findChild(Sheet).textCursor().atEnd()


def test_outline_and_open_tab_stay(desk, window, qtbot):
    # given
    window.resize(1366, 560)
    qtbot.wait(20)
    outline = desk.workspace.findChild(Outline)
    outline.verticalScrollBar().setValue(outline.verticalScrollBar().maximum())
    value = outline.verticalScrollBar().value()
    desk.workspace.side.setCurrentIndex(2)

    # when
    dress(window, qtbot, ("dark", 100))

    # then
    assert desk.workspace.side.currentIndex() == 2
    assert desk.workspace.findChild(Outline).verticalScrollBar().value() == value
    assert desk.workspace.guidance.findChild(QScrollArea).isVisible()


def test_words_chosen_from_their_end_stay_chosen_from_there(desk, window, qtbot):
    # given
    desk.workspace.page.go_to(TextPlace("overview", 1, 4, 4, ""))
    sheet = desk.workspace.findChild(Sheet)
    for _ in range(3):
        qtbot.keyClick(sheet, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    ends = sheet.textCursor().anchor(), sheet.textCursor().position()
    assert ends[0] == ends[1] + 3

    # when
    dress(window, qtbot, ("dark", 100))

    # then
    cursor = desk.workspace.findChild(Sheet).textCursor()
    assert (cursor.anchor(), cursor.position()) == ends
