"""A form where the writing is large and the window low: what has room is seen, and what has none gives way in order."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core import carry, opening
from core.checks.model import CellPlace
from core.edits import Splice
from core.paths import RESOURCES
from core.report import Paragraph, blank
from core.settings import Settings
from core.store import ReportFile
from gui import theme as themes
from gui.pages import pages_of
from gui.panes.page_parts import PageParts
from gui.panes.tables.measure import PADDING, pinned
from gui.panes.tables.view import FormView
from gui.remembered import SETTLED_MS

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
ROOM = QSize(1364, 728)
SENTENCE = "2025年，青禾镇没有因政府信息公开工作被申请行政复议或被提起行政诉讼。"
_SETTLING_MS = 60
SCALES = pytest.mark.parametrize("scale", [125, 150, 175], ids=str)


class Windows(QObject):
    """Notes every window of its own that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def options():
    return Settings(scale=100)


@pytest.fixture
def window(window_on, options):
    """The window on the usual small screen."""
    return window_on(ROOM, options)


@pytest.fixture
def draft(window, library):
    """The draft of this year, open, with a sentence above the row on reviews."""
    report = carry.forward(library, opening.load(SAMPLE, library).report)
    Splice("reviews", 0, 0, (Paragraph(text=SENTENCE),)).apply(report)
    window.desk.open(ReportFile(report), None)
    return report


def show(window, options, scale: int, place: str) -> None:
    """Show a section, or the table of that name, in writing of that size."""
    options.scale = scale
    window._dress()
    session, page = window.desk.session, window.desk.workspace.page
    pages = pages_of(session.template, session.report)
    page.show_page(next(one for one in pages if one.section == place or place in one.tables))
    page.begin()
    QTest.qWait(SETTLED_MS + _SETTLING_MS)


def rows_in_sight(view: FormView) -> int:
    """Return how many rows with figures stand in sight in full."""
    whole = view.viewport().rect()
    places = [one for one in view.form.grid.cells if one.role == "value"]
    rects = ((one.row, view.visualRect(view.form.index(one.row, one.column))) for one in places)
    return len({row for row, rect in rects if whole.contains(rect)})


@SCALES
def test_of_what_a_small_form_leaves_the_sentence_has_all_its_lines_and_the_buttons_their_room(
    draft, window, options, hands, scale
):
    # when
    show(window, options, scale, "reviews")

    # then
    sheet = window.desk.workspace.page._prose.sheet
    assert sheet.verticalScrollBar().maximum() == 0
    assert hands.sees("rowZeros")
    assert hands.find("tableView").verticalScrollBar().maximum() == 0


def test_a_sentence_that_grows_takes_what_is_empty_below_the_form(draft, window, options, hands):
    # given
    show(window, options, 125, "reviews")
    sheet = window.desk.workspace.page._prose.sheet
    before = sheet.height()

    # when
    window.desk.session.edit(Splice("reviews", 1, 1, (Paragraph(text="另有一句。"),)))
    QTest.qWait(_SETTLING_MS)

    # then
    assert sheet.height() > before
    assert sheet.verticalScrollBar().maximum() == 0
    assert hands.sees("rowZeros")


def test_parts_that_the_clerk_shared_out_stay_as_they_are(draft, window, options):
    # given
    show(window, options, 100, "reviews")
    parts = window.findChild(PageParts)
    parts.moveSplitter(300, 1)
    chosen = parts.sizes()

    # when
    window.desk.session.edit(Splice("reviews", 1, 1, (Paragraph(text="另有一句。"),)))
    QTest.qWait(_SETTLING_MS)

    # then
    assert parts.sizes() == chosen


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
    assert hands.find("cellWords").text().startswith("自然人：")


@pytest.mark.parametrize("scale", [100, 125], ids=str)
def test_at_the_usual_sizes_all_of_the_head_stands_there(draft, window, options, hands, scale):
    # when
    show(window, options, scale, "applications")

    # then
    assert not hands.find("tableView").head.is_folded
    assert hands.sees("rowZeros")


def test_a_folded_head_is_whole_again_where_there_is_room(draft, window, options, hands):
    # given
    show(window, options, 200, "applications")
    view = hands.find("tableView")
    folded = view.head.height()

    # when
    window.resize(ROOM.width(), 1100)
    QTest.qWait(_SETTLING_MS)

    # then
    assert not view.head.is_folded
    assert view.head.height() > folded
    assert not hands.find("cellWords").text().startswith("自然人：")


@pytest.mark.parametrize("scale", [175, 200], ids=str)
def test_the_lines_above_an_annex_leave_the_window_as_large_as_it_was(window, library, options, scale):
    # given
    themes.dress(Settings(scale=scale))
    options.scale = scale
    window.desk.open(ReportFile(blank(library.get("national-2014"), 2018, "清溪县柳河镇人民政府")), None)
    session = window.desk.session
    QTest.qWait(_SETTLING_MS)

    # when
    annex = next(one for one in pages_of(session.template, session.report) if "statistics" in one.tables)
    window.desk.workspace.page.show_page(annex)
    QTest.qWait(_SETTLING_MS)

    # then
    assert window.size() == ROOM
    assert rows_in_sight(window.findChild(FormView)) >= 1


@pytest.mark.parametrize("reviewing", [False, True], ids=["report", "review"])
def test_no_other_window_is_shown_while_the_look_changes(draft, window, options, qtbot, reviewing):
    # given
    if reviewing:
        window.desk.opening.review_last(window.desk.session.report)
        qtbot.waitUntil(lambda: window._review is not None, timeout=30_000)
    windows = Windows()
    QApplication.instance().installEventFilter(windows)

    # when
    for scale in (150, 100):
        options.scale = scale
        window._dress()
        QTest.qWait(_SETTLING_MS)
    QApplication.instance().removeEventFilter(windows)

    # then
    assert windows.shown == []


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


@pytest.mark.parametrize("worded", [False, True])
@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
def test_head_and_rows_fill_the_form_from_the_first_sight_on(window, library, options, scale, worded):
    # given: the writing was of that size before a form was shown
    options.scale = scale
    window._dress()
    report = carry.forward(library, opening.load(SAMPLE, library).report)
    if worded:
        Splice("reviews", 0, 0, (Paragraph(text=SENTENCE * 2),)).apply(report)

    # when
    window.desk.open(ReportFile(report), None)
    for table in ("reviews", "applications", "reviews"):
        cell = next(one.id for one in library.get(report.template).cells.values() if one.table == table)
        window.desk.workspace.page.go_to(CellPlace(cell, ""))
        QTest.qWait(SETTLED_MS)

        # then: the head is as wide as the rows, and the rows begin where it ends
        view = window.desk.workspace.page.table_in_sight.view
        assert view.head.width() == view.viewport().width()
        assert view.head.height() + view.viewport().height() == view.height() - 2 * view.frameWidth()
        assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
