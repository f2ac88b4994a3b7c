"""A form where the writing is large and the window low: what has room is seen, and what has none gives way in order."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core import carry, opening
from core.checks.model import CellPlace
from core.edits import Splice
from core.report import Paragraph, blank
from core.settings import Settings
from core.store import ReportFile
from gui import theme as themes
from gui.pages import pages_of
from gui.panes.page_parts import PageParts
from gui.panes.tables.view import FormView
from gui.remembered import SETTLED_MS
from tests.gui.low_forms.conftest import ROOM, SAMPLE, SENTENCE, SETTLING_MS, rows_in_sight, show

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


@SCALES
def test_of_what_a_small_form_leaves_the_sentence_has_all_its_lines_and_the_buttons_their_room(
    draft, window, options, hands, scale
):
    # when
    show(window, options, scale, "reviews")

    # then
    sheet = window.desk.workspace.page._prose.sheet
    assert sheet.verticalScrollBar().maximum() == 0
    assert hands.sees("zeros" if scale == 175 else "rowZeros")
    assert hands.find("tableView").verticalScrollBar().maximum() == 0


def test_a_sentence_that_grows_takes_what_is_empty_below_the_form(draft, window, options, hands):
    # given
    show(window, options, 125, "reviews")
    sheet = window.desk.workspace.page._prose.sheet
    before = sheet.height()

    # when
    window.desk.session.edit(Splice("reviews", 1, 1, (Paragraph(text="另有一句。"),)))
    QTest.qWait(SETTLING_MS)

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
    QTest.qWait(SETTLING_MS)

    # then
    assert parts.sizes() == chosen


@pytest.mark.parametrize("scale", [100, 125], ids=str)
def test_at_the_usual_sizes_all_of_the_head_stands_there(draft, window, options, hands, scale):
    # when
    show(window, options, scale, "applications")

    # then
    assert not hands.find("tableView").head.is_folded
    assert hands.sees("rowZeros")


@pytest.mark.parametrize("scale", [175, 200], ids=str)
def test_the_lines_above_an_annex_leave_the_window_as_large_as_it_was(window, library, options, scale):
    # given
    themes.dress(Settings(scale=scale))
    options.scale = scale
    window.desk.open(ReportFile(blank(library.get("national-2014"), 2018, "清溪县柳河镇人民政府")), None)
    session = window.desk.session
    QTest.qWait(SETTLING_MS)

    # when
    annex = next(one for one in pages_of(session.template, session.report) if "statistics" in one.tables)
    window.desk.workspace.page.show_page(annex)
    QTest.qWait(SETTLING_MS)

    # then
    assert window.size() == ROOM
    assert rows_in_sight(window.findChild(FormView)) >= 1


@pytest.mark.parametrize("reviewing", [False, True], ids=["report", "review"])
def test_no_other_window_is_shown_while_the_look_changes(draft, window, options, qtbot, reviewing):
    # given
    if reviewing:
        window.desk.opening.reviewing.show_last(window.desk.session.report)
        qtbot.waitUntil(lambda: window._over.page is not None, timeout=30_000)
    windows = Windows()
    QApplication.instance().installEventFilter(windows)

    # when
    for scale in (150, 100):
        options.scale = scale
        window._dress()
        QTest.qWait(SETTLING_MS)
    QApplication.instance().removeEventFilter(windows)

    # then
    assert windows.shown == []


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
