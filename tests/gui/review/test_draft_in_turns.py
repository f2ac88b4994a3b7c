"""The draft on its way into the window: made in one turn, shown in the next; what is done between the two harms nothing."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from core import kept_reviews
from core.edits import SetCells
from core.report import Report
from core.settings import Settings
from core.store import ReportFile, read, write
from gui.panes.workspace import Workspace
from gui.theme import Theme
from gui.window import MainWindow
from tests.gui.review.conftest import MADE

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Makes:
    """Notes the panes that are made, those of the draft first; `then` is done once, in the turn after they were made."""

    def __init__(self) -> None:
        self.panes: list[Workspace] = []
        self.then: Callable[[], object] | None = None
        self.was_between = False

    def note(self, work: Workspace) -> None:
        self.panes.append(work)
        if self.then:
            QTimer.singleShot(0, self._do)

    def _do(self) -> None:
        then, self.then = self.then, None
        if then:
            self.was_between = not self.panes[0].isVisible()
            then()


@pytest.fixture
def makes(monkeypatch) -> Makes:
    makes = Makes()
    make = Workspace.__init__

    def noted(self: Workspace, *args: object) -> None:
        make(self, *args)
        makes.note(self)

    monkeypatch.setattr(Workspace, "__init__", noted)
    return makes


@pytest.fixture
def between(window, page, hands, qtbot, makes) -> Callable[[Callable[[], object]], None]:
    """Return a function that does something while the draft is made and not shown yet."""

    def do(deed: Callable[[], object]) -> None:
        makes.then = deed
        hands.press("forwardButton")
        qtbot.waitUntil(lambda: makes.then is None)
        assert makes.was_between

    return do


def gone(panes: list[Workspace]) -> bool:
    return not any(map(shiboken6.isValid, panes))


def text_of(report: Report) -> list[str]:
    return [one.text for _, _, one in report.paragraphs()]


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_N, CONTROL), (Qt.Key.Key_X, NONE)])
def test_a_key_pressed_meanwhile_goes_nowhere_and_a_later_one_to_the_report(
    window, hands, qtbot, between, key, held
):
    # given
    def press() -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, held, "" if held else "x")
        QApplication.postEvent(window.windowHandle(), event)

    # when
    between(press)
    hands.find("workspace")

    # then
    session = window.desk.session
    before = text_of(session.report)
    assert not hands.sees("newReportDialog")
    assert session.undo_stack.count() == 0
    assert window.desk.workspace.page.isAncestorOf(QApplication.focusWidget())

    # when
    qtbot.waitUntil(lambda: session.is_checked)
    qtbot.wait(50)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_X)

    # then
    qtbot.waitUntil(lambda: text_of(session.report) != before)
    assert "x" in "".join(text_of(session.report))


def test_a_click_meanwhile_does_not_leave_the_review(window, hands, between):
    # given
    button = hands.find("cancelReview", QPushButton)
    at = button.mapTo(window, QPoint(button.width() // 2, button.height() // 2))

    # when
    between(lambda: QTest.mouseClick(window.windowHandle(), LEFT, NONE, at))

    # then
    hands.find("workspace")
    assert not hands.sees("homePage")


def test_a_window_closed_meanwhile_stays_closed_and_what_was_decided_is_kept(
    window, page, qtbot, makes, between
):
    # given
    page.take_cells({MADE: "7"})

    # when
    between(window.close)

    # then
    qtbot.waitUntil(lambda: gone(makes.panes))
    assert not window.isVisible()
    assert window.desk.session is None
    assert len(kept_reviews.found()) == 1


def test_who_goes_home_meanwhile_stays_there(window, hands, qtbot, makes, between):
    # when
    between(lambda: hands.command("goHome"))

    # then
    qtbot.waitUntil(lambda: gone(makes.panes))
    assert hands.sees("homePage")
    assert window.desk.session is None


def test_a_report_opened_meanwhile_stays_open(window, qtbot, report, makes, between):
    # when
    between(lambda: window.desk.open(ReportFile(report), None))

    # then
    qtbot.waitUntil(lambda: gone(makes.panes[:1]))
    qtbot.wait(50)
    assert window.desk.session.report is report
    assert window.centralWidget().currentWidget() is window.desk.workspace is makes.panes[1]


def test_of_two_reports_wanted_at_once_the_panes_of_the_last_are_made_and_no_others(
    window, qtbot, report, makes
):
    # given
    first, last = ReportFile(report), ReportFile(report.model_copy(deep=True))

    # when
    window.desk.opening.opened.emit(first, None)
    window.desk.opening.opened.emit(last, None)
    qtbot.waitUntil(lambda: window.desk.session is not None)

    # then
    assert window.desk.session.file is last
    assert makes.panes == [window.desk.workspace]


def test_another_look_chosen_meanwhile_is_that_of_the_draft(window, hands, qtbot, makes, between):
    # given
    dark = Theme.load("dark")

    # when
    between(lambda: window.desk.dress(dark))
    hands.find("workspace")

    # then
    assert window.desk.workspace is makes.panes[1]
    assert window.desk.workspace._theme is dark
    qtbot.waitUntil(lambda: gone(makes.panes[:1]))


def test_what_is_changed_meanwhile_in_the_report_before_is_saved_with_it(
    window, hands, qtbot, report, tmp_path, makes
):
    # given
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window.desk.open(read(path), path)
    before = window.desk.session

    # when
    makes.panes.clear()
    makes.then = lambda: before.edit(SetCells({MADE: "7"}))
    hands.command("copyForward")
    hands.press("makeNextYear")
    qtbot.waitUntil(lambda: window.desk.session is not before)

    # then
    assert makes.was_between
    assert read(path).report.text(MADE) == "7"
    assert window.desk.session.report.year == report.year + 1


def test_where_its_panes_cannot_be_made_the_review_stays_and_hears_again(
    window, page, hands, qtbot, monkeypatch
):
    # given
    def fail(*_: object) -> None:
        raise RuntimeError("no panes")

    # when
    with monkeypatch.context() as broken, qtbot.captureExceptions() as faults:
        broken.setattr("gui.arranged.workspace", fail)
        hands.press("forwardButton")
        qtbot.waitUntil(lambda: bool(faults))
        qtbot.wait(50)

    # then
    assert hands.sees("reviewPage")
    assert window.desk.session is None

    # when
    hands.press("forwardButton")

    # then
    hands.find("workspace")


def test_a_window_deleted_meanwhile_leaves_no_draft_behind(library, report, qtbot):
    # given
    window = MainWindow(lambda: library, Settings(), Theme.load("light"))
    window.show()
    opening, told = window.desk.opening, []
    window.desk.opened.connect(lambda: told.append(True))
    opening.opened.emit(ReportFile(report), None)

    # when
    shiboken6.delete(window)
    qtbot.wait(50)

    # then
    assert told == []
