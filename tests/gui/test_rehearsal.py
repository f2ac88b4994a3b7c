"""The report shown out of sight beside the home page: nobody sees it, nothing of it stays, and a clerk is not kept by it."""

from functools import partial

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from core.settings import Settings
from core.store import ReportFile
from gui import rehearsal
from gui.theme import Theme
from gui.window import MainWindow


@pytest.fixture(autouse=True)
def not_done_before(monkeypatch):
    monkeypatch.setattr(rehearsal, "_done", [])


@pytest.fixture
def parts(window):
    """Return a function that names the pages and dialogs of a report that were made since."""
    before = QApplication.allWidgets()

    def made() -> list[str]:
        new = (one.objectName() for one in QApplication.allWidgets() if one not in before)
        return sorted(name for name in new if name in ("reviewPage", "workspace", "guideDialog"))

    return made


def test_a_rehearsal_leaves_the_home_page_as_it_was(window, report, qtbot, parts):
    # given
    shown, title, before = (
        window.centralWidget().currentWidget(),
        window.windowTitle(),
        report.model_copy(deep=True),
    )
    told = []

    # when
    rehearsal.begin(window, report, lambda: told.append(True))
    qtbot.waitUntil(lambda: bool(told))

    # then
    assert window.centralWidget().currentWidget() is shown
    assert window.windowTitle() == title
    assert window.desk.session is None
    assert report == before
    qtbot.waitUntil(lambda: parts() == [])


@pytest.mark.parametrize("while_there_is", [[], ["reviewPage"], ["reviewPage", "workspace"]])
def test_a_clerk_who_opens_a_report_meanwhile_ends_it(window, report, qtbot, parts, while_there_is):
    # given
    told: list[bool] = []
    rehearsal.begin(window, report.model_copy(deep=True), partial(told.append, True))
    qtbot.waitUntil(lambda: parts() == while_there_is)

    # when
    window.desk.open(ReportFile(report), None)
    qtbot.waitUntil(lambda: bool(told))

    # then
    assert window.centralWidget().currentWidget() is window.desk.workspace
    qtbot.waitUntil(lambda: parts() == ["workspace"])


def test_a_second_window_rehearses_nothing(window, report):
    # given
    rehearsal.begin(window, report, lambda: None)
    told = []

    # when
    rehearsal.begin(window, report, lambda: told.append(True))

    # then
    assert told


def test_a_window_that_is_deleted_before_the_end_leaves_nothing_behind(report, library, qtbot, parts):
    # given: a window of which nothing is shown, and all of a rehearsal but its end
    window = MainWindow(lambda: library, Settings(), Theme.load("light"))
    pieces = rehearsal._pieces(window.desk, report, window.size())
    while parts() != ["guideDialog", "reviewPage", "workspace"]:
        next(pieces)

    # when: Qt deletes all that hangs on the window, then Python lets go of the rest
    shiboken6.delete(window)
    pieces.close()

    # then
    qtbot.waitUntil(lambda: parts() == [])
