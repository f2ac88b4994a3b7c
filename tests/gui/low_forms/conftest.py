"""What the tests of low forms share: a draft in the window on a small screen, and its sections in large writing."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from core import carry, opening
from core.edits import Splice
from core.paths import RESOURCES
from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile
from gui.pages import pages_of
from gui.panes.tables.view import FormView
from gui.remembered import SETTLED_MS

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
ROOM = QSize(1364, 728)
SENTENCE = "2025年，青禾镇没有因政府信息公开工作被申请行政复议或被提起行政诉讼。"
SETTLING_MS = 60


@pytest.fixture
def options():
    return Settings(scale=100)


@pytest.fixture
def window(window_on, options):
    """The window on the usual small screen."""
    return window_on(ROOM, options)


@pytest.fixture
def draft(window, library):
    """The draft of this year, open, with a sentence above the row on reviews, and without the line of the guide."""
    report = carry.forward(library, opening.load(SAMPLE, library).report)
    Splice("reviews", 0, 0, (Paragraph(text=SENTENCE),)).apply(report)
    window.desk.open(ReportFile(report), None)
    window.findChild(QPushButton, "guideOfferAway").click()
    return report


def show(window, options, scale: int, place: str) -> None:
    """Show a section, or the table of that name, in writing of that size."""
    options.scale = scale
    window._dress()
    session, page = window.desk.session, window.desk.workspace.page
    pages = pages_of(session.template, session.report)
    page.show_page(next(one for one in pages if one.section == place or place in one.tables))
    page.begin()
    QTest.qWait(SETTLED_MS + SETTLING_MS)


def rows_in_sight(view: FormView) -> int:
    """Return how many rows with figures stand in sight in full."""
    whole = view.viewport().rect()
    places = [one for one in view.form.grid.cells if one.role == "value"]
    rects = ((one.row, view.visualRect(view.form.index(one.row, one.column))) for one in places)
    return len({row for row, rect in rects if whole.contains(rect)})
