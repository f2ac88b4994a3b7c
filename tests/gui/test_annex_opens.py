"""A form opens at its top, also where its first printed row takes no figure."""

import pytest
from PySide6.QtCore import QSize, Qt

from core.report import blank
from core.settings import Settings
from core.store import ReportFile
from gui.pages import pages_of

ROOM = QSize(1366, 728)
OFFICE = "清溪县柳河镇人民政府"


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("form", ["national-2014", "weihai-2012", "national-2019", "national-2021"])
def test_the_first_printed_row_is_in_sight_where_a_form_opens_and_where_one_comes_back_to_its_first_cell(
    window_on, library, qtbot, form, scale
):
    # given
    window = window_on(ROOM, Settings(scale=scale))
    template = library.get(form)
    window.desk.open(ReportFile(blank(template, template.first_year, OFFICE)), None)
    session, page = window.desk.session, window.desk.workspace.page

    # when
    page.show_page(next(one for one in pages_of(session.template, session.report) if one.tables))
    page.begin()

    # then
    view = page.table_in_sight.view
    first = view.currentIndex()
    qtbot.waitUntil(lambda: view.visualRect(first).bottom() < view.viewport().height())
    qtbot.wait(50)
    assert view.verticalScrollBar().value() == 0
    assert view.form.figure_cell(first.row(), first.column())

    # when
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)

    # then
    assert view.currentIndex().row() <= first.row()
    assert view.verticalScrollBar().value() == 0
