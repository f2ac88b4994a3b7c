"""What counts in a cell is read in the guidance without scrolling, however large the writing is."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from core.settings import Settings
from core.store import ReportFile
from gui.pages import pages_of
from tests.samples import filled


@pytest.fixture
def window(window_on, library, request):
    """The sample on the usual small screen, in writing of so many percent."""
    window = window_on(QSize(1366, 728), Settings(scale=request.param))
    _, report = filled(library, "national-2021", 2024)
    window.desk.open(ReportFile(report), None)
    return window


@pytest.mark.parametrize("window", [100, 125, 150, 175, 200], indirect=True)
def test_ten_whole_lines_of_the_guidance_have_room_beside_a_table_and_five_beside_text(window, hands):
    # given
    work = window.desk.workspace
    work.bring(work.guidance)
    session = window.desk.session
    box = hands.find("guidanceText", QPlainTextEdit)

    for page in pages_of(session.template, session.report):
        # when
        work.page.show_page(page)
        QApplication.processEvents()

        # then
        line = box.document().firstBlock().layout().lineAt(0).height()
        room = box.viewport().height() - box.document().documentMargin()
        assert room / line >= (10 if page.tables else 5)
