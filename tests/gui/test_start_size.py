"""A report opened right after the start, wherever it was left: the window stays on its screen, in every size of writing."""

import pytest
from PySide6.QtCore import QSize

from core import carry, opening
from core.places import Spot
from core.settings import Settings
from core.store import ReportFile
from gui.theme import scaled
from tests.gui.autosaving.conftest import found, left_behind
from tests.gui.conftest import Hands
from tests.gui.test_window_size import ROOM, SAMPLE

_SETTLING_MS = 40
SCALES = (125, 150, 175, 200)
SPOTS = {
    "prose": Spot("overview", 0, 0, 0),
    "disclosure": Spot(cell="disclosure.penalties.decided"),
    "applications": Spot(cell="applications.received.total"),
}


@pytest.fixture
def draft(library):
    """The draft of this year."""
    return ReportFile(carry.forward(library, opening.load(SAMPLE, library).report))


def assert_on_screen(window, room: QSize) -> None:
    """The window has the size it had, and may have it."""
    assert window.size() == room
    assert window.minimumSize().boundedTo(room) == window.minimumSize()


@pytest.mark.parametrize("previews", [False, True], ids=["bare", "preview"])
@pytest.mark.parametrize("spot", SPOTS)
@pytest.mark.parametrize("scale", SCALES)
def test_a_report_opened_after_the_start_leaves_the_window_on_its_screen(
    window_on, draft, qtbot, scale, spot, previews
):
    # given
    window = window_on(ROOM, Settings(scale=scale, preview_shown=previews))

    # when
    window.desk.open(draft, None, spot=SPOTS[spot])
    qtbot.wait(_SETTLING_MS)

    # then
    assert_on_screen(window, ROOM)


@pytest.mark.parametrize("spot", SPOTS)
def test_what_the_home_page_shows_does_not_make_the_window_higher_around_a_report(
    window_on, draft, qtbot, report, spot
):
    # given: a high home page, with a card of what was not saved above that of the report to go on with
    left_behind(report)
    window = window_on(ROOM, Settings(scale=200))
    found(window, Hands(window, qtbot))
    assert window.size() == ROOM

    # when
    window.desk.open(draft, None, spot=SPOTS[spot])
    qtbot.wait(_SETTLING_MS)

    # then
    assert_on_screen(window, ROOM)

    # when: another one in its place
    window.desk.open(ReportFile(report), None)
    qtbot.wait(_SETTLING_MS)

    # then
    assert_on_screen(window, ROOM)

    # when: back, where no bars stand around the page
    window.desk.close()
    qtbot.wait(_SETTLING_MS)

    # then
    assert window.size() == ROOM


def test_the_panes_at_both_sides_are_never_so_narrow_that_the_outline_says_nothing(window_on, draft, qtbot):
    # given: the checks in sight in the largest writing, for which the outline gave way
    window = window_on(ROOM, Settings(scale=200))
    window.desk.open(draft, None)
    qtbot.wait(_SETTLING_MS)
    hands, work = Hands(window, qtbot), window.desk.workspace
    work.bring(work.findings)
    assert work.outline.isHidden()

    # when
    hands.command("toggleOutline")
    qtbot.wait(_SETTLING_MS)

    # then: now the checks give way to it
    assert work.outline.width() >= scaled(160)
    assert work.side.isHidden()
    assert_on_screen(window, ROOM)

    # when
    hands.command("toggleSide")

    # then
    assert work.outline.isHidden()
    assert work.side.isVisible()
