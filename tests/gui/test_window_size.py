"""The window is as large as the clerk made it, whatever it shows and in whatever size it is written."""

import pytest
from PySide6.QtCore import QSize

from core import carry, opening
from core.edits import Splice
from core.paths import RESOURCES
from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile
from gui.pages import pages_of
from gui.remembered import SETTLED_MS

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
ROOM = QSize(1366, 728)
_SETTLING_MS = 40


@pytest.fixture
def options():
    return Settings(scale=100)


@pytest.fixture
def window(window_on, library, options):
    """The window on the usual small screen, with the draft of this year and a sentence above every table."""
    window = window_on(ROOM, options)
    report = carry.forward(library, opening.load(SAMPLE, library).report)
    for page in pages_of(library.get(report.template), report):
        if page.tables and page.section:
            Splice(page.section, 0, 0, (Paragraph(text="先用一句话说明下面的表。"),)).apply(report)
    window.desk.open(ReportFile(report), None)
    return window


@pytest.mark.parametrize("place", ["overview", "disclosure", "applications", "reviews"])
def test_other_sizes_of_the_writing_leave_the_window_as_large_as_it_was(window, options, qtbot, place):
    # given
    session, page = window.desk.session, window.desk.workspace.page
    page.show_page(next(one for one in pages_of(session.template, session.report) if one.section == place))
    qtbot.wait(_SETTLING_MS)

    for scale in (125, 150, 175, 200, 100):
        # when
        options.scale = scale
        window._dress()
        qtbot.wait(SETTLED_MS + _SETTLING_MS)

        # then
        assert window.size() == ROOM, scale


@pytest.mark.parametrize("scale", [175, 200])
def test_a_much_larger_writing_leaves_the_window_as_large_as_it_was(window, options, qtbot, scale):
    # given: the row of figures below a sentence, for which the window grew
    session, page = window.desk.session, window.desk.workspace.page
    page.show_page(
        next(one for one in pages_of(session.template, session.report) if one.section == "reviews")
    )
    qtbot.wait(_SETTLING_MS)

    # when
    options.scale = scale
    window._dress()
    qtbot.wait(SETTLED_MS + _SETTLING_MS)

    # then
    assert window.size() == ROOM


@pytest.mark.parametrize(
    "options", [Settings(scale=scale) for scale in (125, 150, 175, 200)], ids=lambda one: one.scale
)
def test_going_through_the_sections_leaves_the_window_as_large_as_it_was(window, qtbot):
    # given
    session = window.desk.session

    for page in pages_of(session.template, session.report):
        # when
        window.desk.workspace.page.show_page(page)
        qtbot.wait(_SETTLING_MS)

        # then
        assert window.size() == ROOM, page


def test_a_size_given_right_after_another_look_stays(window, options, qtbot):
    # given
    options.scale = 125
    window._dress()

    # when: the clerk makes it smaller before the panes have settled
    window.resize(ROOM - QSize(120, 40))
    qtbot.wait(SETTLED_MS + _SETTLING_MS)

    # then
    assert window.size() == ROOM - QSize(120, 40)
