"""How window and panes stand is on the disk a moment after they were moved, not only once the program is closed."""

from copy import deepcopy

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QSplitter

from core import settings
from core.settings import Settings
from gui import remembered
from tests.gui.test_panes_as_chosen import open_report, run, standing

ROOM = QSize(1366, 728)


@pytest.fixture
def at_work(window_on, library):
    """A window with a report open."""
    window = window_on(ROOM, Settings())
    open_report(window, library, 2024)
    return window


def restarted(window_on, library, room: QSize):
    """Return the window that comes after the power went: it knows what is on the disk, and nothing else."""
    window = window_on(room, settings.load())
    open_report(window, library, 2024)
    return window


def test_panes_and_their_widths_come_back_after_the_power_went(at_work, window_on, library, qtbot):
    # given
    work = at_work.desk.workspace
    splitter = work.findChild(QSplitter)
    left = splitter.sizes()[0]

    # when
    splitter.moveSplitter(left + 60, 1)
    work.side.setCurrentWidget(work.guidance)
    run(at_work, "toggleOutline")

    # then
    qtbot.waitUntil(lambda: settings.load() == at_work._options)
    again = restarted(window_on, library, ROOM)
    assert standing(again) == standing(at_work) == (False, True)
    assert again.desk.workspace.side.currentWidget() is again.desk.workspace.guidance
    run(again, "toggleOutline")
    assert abs(again.desk.workspace.outline.width() - (left + 60)) <= 2


def test_a_panel_opened_by_its_key_in_a_narrow_window_comes_back(window_on, library, qtbot):
    # given
    narrow = QSize(1024, 728)
    window = window_on(narrow, Settings())
    open_report(window, library, 2024)
    assert standing(window) == (True, False)

    # when
    window.desk.workspace.side.wanted.emit(window.desk.workspace.guidance)
    QApplication.processEvents()

    # then
    qtbot.waitUntil(lambda: settings.load() == window._options)
    assert standing(restarted(window_on, library, narrow)) == standing(window)


def test_the_size_of_the_window_comes_back_after_the_power_went(at_work, qtbot):
    # given
    def place() -> str:
        return at_work.saveGeometry().toBase64().toStdString()

    before = place()

    # when
    at_work.resize(1180, 640)

    # then
    qtbot.waitUntil(lambda: settings.load().geometry == place())
    assert place() != before


def test_one_write_follows_many_moves_and_none_where_nothing_is_new(at_work, qtbot, monkeypatch):
    # given
    written: list[Settings] = []
    at_work.resize(1300, 700)
    qtbot.waitUntil(lambda: settings.load().geometry != "")
    monkeypatch.setattr(remembered, "keep_options", lambda options: written.append(deepcopy(options)))
    arrangement = at_work._arrangement

    # when
    for width in range(1200, 1100, -10):
        at_work.resize(width, 700)
    assert written == []
    qtbot.waitUntil(lambda: bool(written))

    # then
    arrangement.touch()
    qtbot.waitUntil(lambda: not arrangement._pause.isActive())
    assert len(written) == 1
