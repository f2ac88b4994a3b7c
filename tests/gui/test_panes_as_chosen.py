"""F7 and the keys of the panes leave what the clerk chose to see: her preview, a pane that she shut, one that she opened."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from core.report import Paragraph, blank
from core.settings import Settings
from core.store import ReportFile

SMALL, LARGE = QSize(1366, 728), QSize(1920, 1040)
OUTLINE_ALONE, SIDE_ALONE = (True, False), (False, True)


def draft(library, year: int) -> ReportFile:
    """A report with two paragraphs that wait to be looked at."""
    report = blank(library.get("national-2021"), year, "清溪县柳河镇人民政府")
    words = ("本镇设公开栏一处。", "本镇公开信息12条。")
    report.section("overview").paragraphs = [
        Paragraph(text=one, state="carried", origin=one) for one in words
    ]
    return ReportFile(report)


@pytest.fixture
def opened(window_on, library):
    """Return a function that opens a report in a window of that size and writing, and returns the window."""

    def opened(scale: int, room: QSize = SMALL, **options: int):
        window = window_on(room, Settings(scale=scale, **options))
        open_report(window, library, 2024)
        return window

    return opened


def open_report(window, library, year: int) -> None:
    window.desk.open(draft(library, year), None)
    QApplication.processEvents()


def run(window, *names: str) -> None:
    for name in names:
        window._actions[name].trigger()
        QApplication.processEvents()


def standing(window) -> tuple[bool, bool]:
    """Return whether outline and right pane are in sight."""
    work = window.desk.workspace
    return work.outline.isVisible(), work.side.isVisible()


@pytest.mark.parametrize("scale", [100, 125])
def test_the_preview_stays_beside_the_page_and_the_panel_waits_behind_it(opened, library, scale):
    # given: there is no room for preview and right pane
    window = opened(scale)
    work = window.desk.workspace
    work.side.setCurrentWidget(work.findings)
    run(window, "preview")
    before = standing(window)
    assert work.room.previews_beside

    # when
    run(window, "nextToLookAt")

    # then
    assert work.previews
    assert standing(window) == before
    assert work.side.currentWidget() is work.last_year

    # when
    open_report(window, library, 2023)

    # then: as the clerk left it
    assert window.desk.workspace.previews == window._options.preview_shown is True


def test_in_a_window_with_room_for_both_the_right_pane_stands_beside_the_preview(opened):
    # given
    window = opened(100, LARGE)
    run(window, "preview")

    # when
    run(window, "nextToLookAt")

    # then
    assert window.desk.workspace.previews
    assert standing(window) == (True, True)


def test_a_preview_in_place_of_the_page_gives_way_to_the_next_place(opened):
    # given
    window = opened(200)
    run(window, "nextToLookAt", "nextToLookAt", "preview")
    work = window.desk.workspace
    assert not work.page.isVisible()

    # when
    run(window, "nextToLookAt")

    # then
    assert work.page.isVisible()
    assert not work.previews


@pytest.mark.parametrize(("scale", "room"), [(100, LARGE), (100, SMALL), (125, SMALL), (200, SMALL)])
def test_a_right_pane_that_the_clerk_shut_is_not_opened_again(opened, scale, room):
    # given
    window = opened(scale, room)
    run(window, "nextToLookAt")
    assert window.desk.workspace.side.isVisible()
    run(window, "toggleSide")

    # when
    run(window, "nextToLookAt", "nextToLookAt")

    # then
    assert standing(window) == OUTLINE_ALONE

    # when: another look makes the panes anew
    window._options.theme = "dark"
    window._dress()
    run(window, "nextToLookAt")

    # then
    assert standing(window) == OUTLINE_ALONE


def test_an_outline_chosen_in_its_place_stays_too(opened):
    # given: F7 brought the right pane, for which the outline gave way
    window = opened(200)
    run(window, "nextToLookAt")
    assert standing(window) == SIDE_ALONE
    run(window, "toggleOutline")

    # when
    run(window, "nextToLookAt")

    # then
    assert standing(window) == OUTLINE_ALONE


@pytest.mark.parametrize("way", ["toggleSide", "nextFinding"])
def test_once_it_was_opened_again_it_comes_again(opened, way):
    # given: shut, and opened again
    window = opened(125)
    run(window, "toggleSide", "toggleSide", way)
    assert window.desk.workspace.side.isVisible()

    # when: it folds where the window gets narrower than it was opened in
    for width in (LARGE.width(), 1200):
        window.resize(width, SMALL.height())
        QApplication.processEvents()
    assert standing(window) == OUTLINE_ALONE
    run(window, "nextToLookAt")

    # then
    assert standing(window) == SIDE_ALONE


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
@pytest.mark.parametrize("last", ["toggleOutline", "toggleSide"])
def test_what_stands_beside_what_in_one_report_stands_so_in_the_next(opened, library, scale, last):
    # given: both are asked for, one after the other
    window = opened(scale)
    room = window.desk.workspace.room
    for name, number in (("toggleOutline", 0), ("toggleSide", 1)):
        if standing(window)[number]:
            run(window, name)
    first = "toggleSide" if last == "toggleOutline" else "toggleOutline"
    run(window, first, last)
    chosen = standing(window)
    assert chosen[last == "toggleSide"]

    # when
    open_report(window, library, 2023)
    in_the_next = standing(window)
    for size in (LARGE, SMALL):
        window.resize(size)
        QApplication.processEvents()

    # then
    assert window.desk.workspace.room is not room
    assert in_the_next == chosen
    assert standing(window) == chosen


def test_an_outline_shut_and_opened_forgets_no_pane_that_was_opened_in_more_room(opened):
    # given: the right pane was opened in writing of 150 %, and has no room in this
    window = opened(200, right_opened_in=911)
    assert standing(window) == OUTLINE_ALONE

    # when
    run(window, "toggleOutline", "toggleOutline")

    # then
    assert window._options.right_opened_in == 911
    window._options.scale = 150
    window._dress()
    assert window.desk.workspace.side.isVisible()


@pytest.mark.parametrize("scale", [150, 175, 200])
def test_the_right_pane_that_gave_way_to_the_outline_comes_back_when_that_is_shut(opened, library, scale):
    # given: there is no room for both, and the list of findings was asked for
    window = opened(scale)
    run(window, "nextFinding")
    assert standing(window) == SIDE_ALONE

    # when
    run(window, "toggleOutline")
    looks = standing(window)
    run(window, "toggleOutline")

    # then
    assert looks == OUTLINE_ALONE
    assert standing(window) == SIDE_ALONE

    # when: the next report, and F7 in it
    open_report(window, library, 2023)
    run(window, "nextToLookAt")

    # then
    assert standing(window) == SIDE_ALONE


def test_a_right_pane_shut_by_hand_comes_back_with_no_outline(opened):
    # given
    window = opened(150)
    run(window, "nextFinding", "toggleOutline", "toggleSide", "toggleSide")
    assert standing(window) == OUTLINE_ALONE

    # when
    run(window, "toggleOutline")

    # then
    assert standing(window) == (False, False)


def test_a_narrow_window_made_narrower_leaves_the_page_its_room_and_gives_it_back(opened):
    # given: narrow, with room for all three
    window = opened(100, QSize(1120, 728))
    run(window, "nextFinding")
    assert standing(window) == (True, True)
    page = window.desk.workspace.page

    # when
    window.resize(940, 728)
    QApplication.processEvents()
    folded, width = standing(window), page.width()
    window.resize(1120, 728)
    QApplication.processEvents()

    # then
    assert sum(folded) == 1
    assert width >= 560
    assert standing(window) == (True, True)


def test_the_preview_that_gave_way_to_the_list_comes_back_when_that_is_shut(opened, library):
    # given: there is no room for both
    window = opened(100)
    run(window, "preview")

    # when
    run(window, "nextFinding")
    given_way = window.desk.workspace.previews, window.desk.workspace.side.isVisible()
    told = []
    window.desk.workspace.preview.show_place = told.append
    run(window, "toggleSide")

    # then
    assert given_way == (False, True)
    assert window.desk.workspace.previews
    assert not window.desk.workspace.side.isVisible()
    assert window._options.preview_shown
    assert told == [window.desk.workspace.page.here()]

    # when: she asks for the right pane herself
    run(window, "toggleSide", "toggleSide")

    # then
    assert not window.desk.workspace.previews
    assert not window._options.preview_shown
