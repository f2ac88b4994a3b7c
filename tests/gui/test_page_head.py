"""The title of a page is whole where it can be: the words of the button beside it give way."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton

from core.report import blank
from core.settings import Settings
from core.store import ReportFile
from gui.pages import pages_of, title_of
from tests.gui.conftest import OFFICE, Hands

LOW = QSize(1366, 728)


@pytest.mark.parametrize(
    ("scale", "words"), [(100, "在表前写几句文字(&W)"), (175, "写几句(&W)"), (200, "写几句(&W)")]
)
def test_the_longest_title_is_whole_beside_the_button(window_on, qtbot, library, scale, words):
    # given
    window = window_on(LOW, Settings(scale=scale))
    hands = Hands(window, qtbot)
    window.desk.open(ReportFile(blank(library.get("national-2021"), 2024, OFFICE)), None)
    session = window.desk.session
    page = next(one for one in pages_of(session.template, session.report) if one.section == "reviews")

    # when
    window.desk.workspace.page.show_page(page)

    # then
    button = hands.find("addWords", QPushButton)
    qtbot.waitUntil(lambda: button.text() == words)
    title = hands.find("pageTitle", QLabel)
    qtbot.waitUntil(lambda: title.text() == title_of(session.template, session.report, page))
    assert button.width() >= button.sizeHint().width()
    assert button.accessibleName() == "在表前写几句文字"
    assert (button.toolTip() == "") == (scale == 100)
