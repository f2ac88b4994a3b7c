"""A pane at the right that the clerk opened in a narrow window stays open until she shuts it."""

from copy import copy

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core import settings
from core.report import Paragraph, blank
from core.settings import Settings
from core.store import ReportFile

SMALL = QSize(1366, 728)
LARGE = QSize(1920, 1040)
ALT = Qt.KeyboardModifier.AltModifier


def draft(library, year: int) -> ReportFile:
    """A report in which something waits to be looked at."""
    report = blank(library.get("national-2021"), year, "清溪县柳河镇人民政府")
    words = "本镇设公开栏一处。"
    report.section("overview").paragraphs = [Paragraph(text=words, state="carried", origin=words)]
    return ReportFile(report)


@pytest.fixture
def opened(window_on, library, qtbot):
    """Return a function that opens a report in a window of that size and writing, and returns the window."""

    def opened(scale: int = 125, room: QSize = SMALL, options: Settings | None = None):
        window = window_on(room, options or Settings(scale=scale))
        window.desk.open(draft(library, 2024), None)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QApplication.processEvents()
        return window

    return opened


def side(window) -> bool:
    """Return whether the right pane is in sight."""
    QApplication.processEvents()
    return bool(window.desk.workspace.side.isVisible())


def run(window, name: str) -> None:
    window._actions[name].trigger()
    QApplication.processEvents()


def by_button(window) -> None:
    next(one for one in window.findChildren(object, "edge_toggleSide") if one.isVisible()).click()


def by_command(window) -> None:
    run(window, "toggleSide")


def by_number(window) -> None:
    window.desk.workspace.page.focus_editor()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3, ALT)


def change_theme(window) -> None:
    window._options.theme = "dark"
    window._dress()


def look_at_preview(window) -> None:
    run(window, "preview")
    run(window, "preview")


def change_theme_at_the_preview(window) -> None:
    run(window, "preview")
    change_theme(window)
    if window.desk.workspace.previews:
        run(window, "preview")


def leave_the_preview_by_the_page(window) -> None:
    run(window, "preview")
    run(window, "nextBlank")
    if window.desk.workspace.previews:
        run(window, "preview")


def narrower_and_back(window) -> None:
    window.resize(SMALL.width() - 300, SMALL.height())
    QApplication.processEvents()
    window.resize(SMALL)


HAPPENINGS = [
    change_theme,
    look_at_preview,
    change_theme_at_the_preview,
    leave_the_preview_by_the_page,
    narrower_and_back,
]


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
@pytest.mark.parametrize("happens", HAPPENINGS)
def test_what_the_clerk_opened_stays_open(opened, scale, happens):
    # given
    window = opened(scale)
    if not side(window):
        by_command(window)
    outline = window.desk.workspace.outline.isVisible()
    assert side(window)

    # when
    happens(window)

    # then
    assert side(window)
    assert window.desk.workspace.outline.isVisible() == outline


@pytest.mark.parametrize("scale", [125, 150, 200])
@pytest.mark.parametrize("happens", HAPPENINGS)
def test_what_the_clerk_shut_stays_shut(opened, scale, happens):
    # given
    window = opened(scale)
    by_command(window)
    by_command(window)
    assert not side(window)

    # when
    happens(window)

    # then
    assert not side(window)
    assert window.desk.workspace.outline.isVisible()


@pytest.mark.parametrize("name", ["nextFinding", "nextToLookAt"])
@pytest.mark.parametrize("scale", [125, 200])
def test_what_a_key_of_the_work_brought_stays_through_another_look_too(opened, scale, name):
    # given
    window = opened(scale)

    # when
    run(window, name)
    brought = side(window)
    change_theme(window)

    # then
    assert brought
    assert side(window)


def test_brought_in_place_of_the_preview_it_stays_in_another_look(opened):
    # given: a window that has no room for both
    window = opened(100)
    run(window, "preview")
    assert not side(window)
    run(window, "nextFinding")

    # when
    change_theme(window)

    # then
    assert side(window)
    assert not window.desk.workspace.previews


@pytest.mark.parametrize("way", [by_button, by_command, by_number])
@pytest.mark.parametrize("scale", [125, 150])
def test_opened_by_the_clerk_it_stands_in_another_report_and_after_a_new_start(
    opened, library, qtbot, scale, way
):
    # given
    window = opened(scale)
    assert not side(window)
    way(window)
    assert side(window)

    # when
    window.desk.open(draft(library, 2023), None)
    in_another = side(window)
    window.close()
    again = opened(options=settings.load())

    # then
    assert in_another
    assert side(again)


def test_shut_again_it_stands_in_no_other_report(opened, library):
    # given
    window = opened()
    by_command(window)
    by_command(window)

    # when
    window.desk.open(draft(library, 2023), None)

    # then
    assert not side(window)


def test_the_outline_that_takes_its_place_shuts_it_for_the_next_report_too(opened, library):
    # given
    window = opened(200)
    by_command(window)
    run(window, "toggleOutline")
    assert not side(window)

    # when
    window.desk.open(draft(library, 2023), None)

    # then
    assert not side(window)
    assert window.desk.workspace.outline.isVisible()


def test_in_a_window_that_comes_back_a_little_narrower_it_stays_open(opened):
    # given
    window = opened(150)
    by_command(window)
    window.close()

    # when
    again = opened(room=QSize(SMALL.width() - 2, SMALL.height()), options=settings.load())

    # then
    assert side(again)


def test_where_there_is_less_room_than_she_opened_it_in_it_stays_shut(opened):
    # given
    window = opened(125)
    by_command(window)

    # when
    options = copy(window._options)
    options.scale = 200
    tighter = opened(options=options)

    # then
    assert not side(tighter)
    assert tighter.desk.workspace.outline.isVisible()


@pytest.mark.parametrize("scale", [150, 200])
def test_in_larger_writing_the_panes_fold_as_where_it_was_large_from_the_start(opened, scale):
    # given: a window wide enough for all, until its writing grows
    window = opened(100)
    assert side(window)

    # when
    window._options.scale = scale
    window._dress()
    grown = side(window), window.desk.workspace.outline.isVisible()

    # then
    assert window.width() <= SMALL.width()
    fresh = opened(scale)
    assert grown == (side(fresh), fresh.desk.workspace.outline.isVisible()) == (False, True)


def test_a_choice_in_a_narrow_window_says_nothing_of_a_wide_one(opened):
    # given: shut in a wide window
    window = opened(100, LARGE)
    by_command(window)
    options = copy(window._options)

    # when: opened in a narrow one
    options.scale = 150
    narrow = opened(options=options)
    by_command(narrow)
    options = copy(narrow._options)
    options.scale = 100

    # then
    assert side(narrow)
    assert not side(opened(room=LARGE, options=options))


def test_opened_in_place_of_the_preview_it_stands_in_the_next_report(opened, library):
    # given
    window = opened(125)
    run(window, "preview")
    assert window.desk.workspace.previews

    # when
    by_command(window)
    window.desk.open(draft(library, 2023), None)

    # then
    assert side(window)
    assert not window.desk.workspace.previews
