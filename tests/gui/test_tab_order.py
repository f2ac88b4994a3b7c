"""Tab goes over a page as it is read: from the top to the bottom, and then on to what stands beside it."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QTabWidget, QWidget

from core.report import blank
from core.settings import Settings
from core.store import ReportFile
from gui.pages import pages_of
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
