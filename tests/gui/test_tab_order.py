"""Tab goes over a page as it is read: from the top to the bottom, and then on to what stands beside it."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from core.report import PREFACE, SIGNATURE, Paragraph, Report, blank
from core.settings import Settings
from core.store import ReportFile
from gui.pages import Page, pages_of
from gui.panes.heading_form import HeadingForm
from gui.panes.prose_editor import ProseEditor
from gui.window import MainWindow
from tests.gui.test_accessibility import _walk

ROOM = QSize(1366, 728)
OFFICE = "清溪县柳河镇人民政府"


def page_with_table(window: MainWindow, library, form: str) -> QWidget:
    """Open a blank report of a form, show the first page with a table, and put the keys into the table."""
    template = library.get(form)
    window.desk.open(ReportFile(blank(template, template.first_year, OFFICE)), None)
    session, page = window.desk.session, window.desk.workspace.page
    page.show_page(next(one for one in pages_of(session.template, session.report) if one.tables))
    page.begin()
    return page


def height_of(widget: QWidget) -> int:
    return widget.mapToGlobal(QPoint()).y()


def keys_from(window: MainWindow, start: QWidget) -> list[QWidget]:
    """Return where Tab goes from a widget on, around the whole window and back to it."""
    start.setFocus()
    walk = _walk(window)
    return [start, *(one for one in walk if one is not start)]


@pytest.mark.parametrize("form", ["national-2014", "national-2019", "weihai-2012"])
def test_tab_comes_to_the_lines_above_a_table_then_to_the_table_then_to_the_buttons_below(
    window_on, library, qtbot, form
):
    # given
    window = window_on(ROOM, Settings())
    page = page_with_table(window, library, form)
    qtbot.wait(50)

    # when
    outline = window.desk.workspace.outline
    reached = keys_from(window, outline)

    # then
    on_page = [one for one in reached if page.isAncestorOf(one)]
    heights = [height_of(one) for one in on_page]
    assert page.table_in_sight.view in on_page
    assert heights == sorted(heights), [one.objectName() or one.accessibleName() for one in on_page]
    beside = reached.index(
        window.desk.workspace.side.findChild(QTabWidget) or window.desk.workspace.side.tabBar()
    )
    assert max(map(reached.index, on_page)) < beside


def test_the_lines_above_a_table_keep_their_place_where_another_page_is_shown_in_between(
    window_on, library, qtbot
):
    # given
    window = window_on(ROOM, Settings())
    page = page_with_table(window, library, "national-2014")
    pages = pages_of(window.desk.session.template, window.desk.session.report)
    annex = next(one for one in pages if one.tables)

    # when
    page.show_page(pages[1])
    page.show_page(annex)
    page.begin()
    qtbot.wait(50)

    # then
    reached = keys_from(window, window.desk.workspace.outline)
    on_page = [one for one in reached if page.isAncestorOf(one)]
    assert [one.accessibleName() for one in on_page[:3]] == ["表名", "年度", "填报单位"]
    assert on_page[3] is page.table_in_sight.view


LOW_ROOM = QSize(1024, 400)
SENTENCE = "全年收到政府信息公开申请29件。"


def tabbed(window: MainWindow, qtbot, *, back: bool = False) -> list[QWidget]:
    """Press Tab, or Shift+Tab, from the outline on; return where the keys came to until they were there already."""
    outline = window.desk.workspace.outline
    outline.setFocus()
    held = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    been: list[QWidget] = []
    while (now := window.focusWidget()) not in been:
        been.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab, held)
    return been


def page_with_words(window: MainWindow, report: Report, section: str) -> ProseEditor:
    """Open a report whose section begins with a sentence of last year, show the page of it, the keys in its words."""
    report.section(section).paragraphs = [Paragraph(text=SENTENCE, state="carried")]
    window.desk.open(ReportFile(report), None)
    page = window.desk.workspace.page
    page.show_page(
        Page(section, next((one.tables for one in page_list(window) if one.section == section), ()))
    )
    page.focus_editor()
    return page.findChild(ProseEditor)


def page_list(window: MainWindow) -> list[Page]:
    return pages_of(window.desk.session.template, window.desk.session.report)


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("section", [PREFACE, "overview", SIGNATURE])
def test_tab_comes_to_the_tools_above_the_words_then_to_the_words_then_to_what_stands_below(
    window_on, report, qtbot, section, back
):
    # given
    window = window_on(ROOM, Settings())
    prose = page_with_words(window, report, section)
    qtbot.wait(50)

    # when
    reached = tabbed(window, qtbot, back=back)

    # then
    on_page = [one for one in reached if window.desk.workspace.page.isAncestorOf(one)]
    if back:
        on_page.reverse()
    heading = window.findChild(HeadingForm)  # title and office stand between the tools and the words
    assert [one for one in on_page if prose.isAncestorOf(one) and not heading.isAncestorOf(one)][:3] == [
        prose.levels,
        prose.still_right,
        prose.sheet,
    ]
    heights = [height_of(one) for one in on_page if one is not prose.still_right]  # beside the levels
    assert heights == sorted(heights)
    assert ("signOffDate" in [one.objectName() for one in on_page]) == (section == SIGNATURE)


def test_tab_comes_from_the_words_to_the_number_that_may_be_linked(window_on, report, qtbot):
    # given
    report.values["applications.new.total"] = "29"
    window = window_on(ROOM, Settings())
    prose = page_with_words(window, report, "overview")
    prose.sheet.words_put.emit(0, 0)
    qtbot.waitUntil(lambda: prose.findChild(QWidget, "linkOffer").isVisible())

    # when
    reached = tabbed(window, qtbot)

    # then
    at = reached.index(prose.sheet)
    assert [one.objectName() for one in reached[at : at + 3]] == ["proseEditor", "linkNumber", "leaveNumber"]


def test_tab_comes_to_the_tools_first_in_a_low_window_and_in_a_high_one_again(window_on, library, qtbot):
    # given
    template = library.get("national-2019")
    report = blank(template, template.first_year, OFFICE)
    section = next(one.id for one in template.sections if one.tables)
    window = window_on(LOW_ROOM, Settings())
    prose = page_with_words(window, report, section)
    page = window.desk.workspace.page
    qtbot.wait(50)
    assert prose.is_low  # the tools stand beside the title

    for room, is_low in ((LOW_ROOM, True), (ROOM, False)):
        # when
        window.resize(room)
        qtbot.waitUntil(lambda is_low=is_low: prose.is_low == is_low and prose.levels.isVisible())
        reached = tabbed(window, qtbot)

        # then
        on_page = [one for one in reached if page.isAncestorOf(one)]
        assert on_page[:4] == [prose.levels, prose.still_right, prose.sheet, page.table_in_sight.view]
