"""Where page and preview have no room beside each other the preview stands alone, and one gets back; lines above give way."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit

from core.carry import forward
from core.checks.model import CellPlace, TextPlace
from core.report import PREFACE, Paragraph, blank
from core.settings import Settings
from core.store import ReportFile
from gui.pages import page_of
from gui.panes.preview_places import boxes_of
from gui.theme import scaled
from tests.gui.test_preview import wait_for_pages
from tests.samples import filled

SMALL, LARGE = QSize(1366, 728), QSize(1920, 1040)
CELL = "disclosure.documents.made"
TEXT = TextPlace("problems", 0, 0, 0, "")


@pytest.fixture
def window(window_on, request):
    """The window in that size, in writing of so many percent."""
    size, scale, *shown = request.param
    return window_on(size, Settings(scale=scale, preview_shown=bool(shown)))


@pytest.fixture
def work(window, library):
    """The open sample."""
    _, report = filled(library, "national-2021", 2024)
    window.desk.open(ReportFile(report), None)
    yield window.desk.workspace
    window.desk.end()


@pytest.fixture
def alone(work, hands):
    """The panes with the preview in the place of the page."""
    hands.command("preview")
    wait_for_pages(hands)
    assert not work.page.isVisible()
    return work


def open_another(window, library, year: int) -> None:
    """Open a report of another year in place of the one on show."""
    _, report = filled(library, "national-2021", year)
    window.desk.open(ReportFile(report), None)
    QApplication.processEvents()


def on(size: QSize, *more):
    return pytest.mark.parametrize("window", [(size, *more)], indirect=True)


def tool_rows(work) -> int:
    buttons = work.preview.findChildren(QPushButton)
    return len({one.y() for one in buttons if one.isVisible()})


@pytest.mark.parametrize(
    "window", [(SMALL, 100), (SMALL, 150), (SMALL, 175), (SMALL, 200), (LARGE, 200)], indirect=True
)
def test_the_sheet_has_room_to_be_read_at_every_size_of_the_writing(work, window, hands):
    # when
    hands.command("preview")
    wait_for_pages(hands)

    # then
    assert work.preview.width() >= scaled(320)
    assert tool_rows(work) <= 2
    shut = hands.find("previewClose", QPushButton)
    assert any(one.y() == shut.y() for one in work.preview.findChildren(QPushButton) if one is not shut)
    assert window.width() <= LARGE.width()
    assert window.minimumSizeHint().width() <= window.width()


@pytest.mark.parametrize(
    "window", [(SMALL, 100, True), (SMALL, 150, True), (LARGE, 200, True)], indirect=True
)
def test_opened_with_the_report_it_is_as_wide_as_when_asked_for(work, hands):
    # given
    wait_for_pages(hands)
    at_first = work.preview.width()

    # when
    hands.command("preview")
    hands.command("preview")

    # then
    wait_for_pages(hands)
    assert abs(work.preview.width() - at_first) <= 2
    assert at_first > scaled(320)


@on(SMALL, 200, True)
def test_a_report_opens_with_its_page_where_both_have_no_room(work, hands):
    # then
    assert work.page.isVisible()
    assert not hands.sees("previewPane")

    # when: it is asked for
    hands.command("preview")

    # then
    assert hands.sees("previewPane")
    assert not work.page.isVisible()


@on(SMALL, 200)
def test_left_open_in_place_of_the_page_it_does_not_come_by_itself_in_the_next_report(
    alone, window, hands, library
):
    # when: another report is opened there, and one more in writing that leaves room for both
    seen = []
    for year, scale in ((2023, 200), (2022, 100)):
        window._options.scale = scale
        window._dress()
        open_another(window, library, year)
        seen.append((window.desk.workspace.page.isVisible(), hands.sees("previewPane")))

    # then
    assert seen == [(True, False), (True, False)]


@on(LARGE, 200)
def test_left_open_beside_the_page_it_stands_there_in_the_next_report(work, window, hands, library):
    # given
    hands.command("preview")
    wait_for_pages(hands)

    # when
    open_another(window, library, 2023)

    # then
    assert window.desk.workspace.page.isVisible()
    assert hands.sees("previewPane")


@on(SMALL, 200, True)
def test_closed_in_place_of_the_page_it_is_there_again_where_it_has_room(work, window, hands, library):
    # given: it was chosen beside the page, and is looked at in a smaller window
    hands.command("preview")
    wait_for_pages(hands)

    # when
    hands.press("previewClose")
    window.resize(LARGE)
    is_back = hands.sees("previewPane")
    open_another(window, library, 2023)

    # then
    assert not is_back
    assert hands.sees("previewPane")


@on(SMALL, 200)
@pytest.mark.parametrize("way", ["button", "Esc", "command"])
@pytest.mark.parametrize("place", [CellPlace(CELL, ""), TEXT], ids=["cell", "text"])
def test_back_from_the_preview_the_keys_are_where_they_were(work, hands, qtbot, way, place):
    # given
    work.page.go_to(place)
    had = work.window().focusWidget()
    hands.command("preview")
    wait_for_pages(hands)
    button = hands.find("previewClose", QPushButton)
    assert button.text() == "回到填写"

    # when
    if way == "button":
        button.click()
    elif way == "Esc":
        qtbot.keyClick(work.window().focusWidget(), Qt.Key.Key_Escape)
    else:
        hands.command("preview")

    # then
    assert work.page.isVisible()
    assert not hands.sees("previewPane")
    assert work.page.here() == place
    assert work.window().focusWidget() is had


@on(LARGE, 100)
@pytest.mark.parametrize("place", [CellPlace(CELL, ""), TEXT], ids=["cell", "text"])
def test_beside_the_page_esc_shuts_the_preview_with_the_keys_in_it_alone(work, hands, qtbot, place):
    # given
    work.page.go_to(place)
    had = work.window().focusWidget()
    hands.command("preview")
    wait_for_pages(hands)
    assert work.page.isVisible()

    # when
    qtbot.keyClick(work.window().focusWidget(), Qt.Key.Key_Escape)
    stays = hands.sees("previewPane")
    work.preview.sheets.setFocus()
    qtbot.keyClick(work.window().focusWidget(), Qt.Key.Key_Escape)

    # then
    assert stays
    assert not hands.sees("previewPane")
    assert work.page.here() == place
    assert work.window().focusWidget() is had


@on(SMALL, 200)
@pytest.mark.parametrize("asked", [True, False], ids=["checks asked for", "outline"])
def test_back_from_the_preview_the_panes_at_the_sides_stand_as_before(work, hands, asked):
    # given: in a narrow window the list of findings takes the place of the outline
    if asked:
        hands.command("nextFinding")
        assert hands.sees("findingsPanel")
    before = [hands.sees(name) for name in ("outline", "findingsPanel")]
    assert before == [not asked, asked]
    hands.command("preview")
    wait_for_pages(hands)
    assert not any(hands.sees(name) for name in ("outline", "findingsPanel"))

    # when
    hands.press("previewClose")

    # then
    assert [hands.sees(name) for name in ("outline", "findingsPanel")] == before


@on(SMALL, 200)
def test_a_click_on_the_sheet_leads_to_the_page(alone, hands, qtbot):
    # given
    sheets = alone.preview.sheets
    page, box = boxes_of(alone.preview._rendering, TEXT)[0]
    sheets.mark([(page, box)], follow=True)

    # when
    spot = sheets._in_viewport(page, box).center().toPoint()
    qtbot.mouseClick(sheets.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    # then
    assert alone.page.isVisible()
    assert alone.page.here() == TEXT
    assert hands.find("proseEditor", QTextEdit).hasFocus()


@on(SMALL, 200)
@pytest.mark.parametrize("name", ["find", "confirm", "nextBlank", "nextFinding", "levelTwo", "insertPhrase"])
def test_what_works_on_the_page_brings_it_first(alone, hands, name):
    # when
    hands.command(name)

    # then
    assert alone.page.isVisible()
    assert not hands.sees("previewPane")


@on(SMALL, 200)
def test_delete_over_the_preview_empties_no_cell_out_of_sight(work, hands, qtbot):
    # given
    work.page.go_to(CellPlace(CELL, ""))
    before = work._session.report.text(CELL)
    hands.command("preview")

    # when
    hands.command("clearCells")

    # then
    assert before
    assert work._session.report.text(CELL) == before


@on(SMALL, 200)
def test_a_page_of_the_outline_or_of_the_search_comes_into_sight(alone):
    # when
    session = alone._session
    alone.page.show_page(page_of(session.template, session.report, CellPlace(CELL, "")))

    # then
    assert alone.page.isVisible()


@on(LARGE, 200)
def test_a_smaller_window_leaves_the_page_and_a_larger_one_brings_the_preview_back(
    work, window, hands, qtbot
):
    # given
    hands.command("preview")

    # when
    window.resize(SMALL)

    # then
    qtbot.waitUntil(lambda: not hands.sees("previewPane"))
    assert work.page.isVisible()
    assert window.width() <= SMALL.width()
    window.resize(LARGE)
    qtbot.waitUntil(lambda: hands.sees("previewPane"))
    assert work.page.isVisible()
    wait_for_pages(hands)


def draft(library):
    """A draft above which two lines have something to say."""
    last = blank(library.get("national-2014"), 2016, "清溪县柳河镇人民政府")
    last.section(PREFACE).paragraphs = [Paragraph(text="电话：0100-1234567。")]
    return forward(library, last, 2024)


def lines_above(hands):
    return [hands.find(name) for name in ("formChange", "guideOffer")]


@on(SMALL, 150)
def test_in_a_low_window_both_lines_above_stand_below_each_other_and_leave_the_form_four_rows(
    window, hands, library, qtbot
):
    # given
    window.desk.open(ReportFile(draft(library)), None)

    # when
    window.desk.workspace.page.go_to(CellPlace("applications.new.natural", ""))

    # then
    view = hands.find("tableView")
    places = [one for one in view.form.grid.cells if one.role == "value"]

    def rows() -> set[int]:
        whole = view.viewport().rect()
        rects = ((one.row, view.visualRect(view.form.index(one.row, one.column))) for one in places)
        return {row for row, rect in rects if whole.contains(rect)}

    # the form is laid out before it is painted, not at once
    qtbot.waitUntil(lambda: len(rows()) >= 4)
    change, guide = lines_above(hands)
    assert change.mapTo(window, QPoint()).y() < guide.mapTo(window, QPoint()).y()
    for one in (change, guide):
        assert all(button.width() >= button.sizeHint().width() for button in one.findChildren(QPushButton))
        assert one.findChild(type(one._words)).width() > 12 * one.fontMetrics().height()


@on(SMALL, 100)
def test_in_a_high_window_each_line_above_has_its_row_and_all_its_words(window, hands, library):
    # given
    window.desk.open(ReportFile(draft(library)), None)

    # then
    change, guide = lines_above(hands)
    assert change.mapTo(window, QPoint()).y() < guide.mapTo(window, QPoint()).y()
    assert all("".join(one._words.shown()) == one._words.text() for one in (change, guide))
    window.desk.close()
