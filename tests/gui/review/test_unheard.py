"""A click in the moment in which a file was read and its review is not there yet: nothing of the page before hears it."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gui.dialogs.waiting import Waiting

NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


def click(window, button: QPushButton) -> None:
    """Put a click on a button in line, as the system does."""
    at = QPointF(button.mapTo(window, QPoint(button.width() // 2, button.height() // 2)))
    for kind, held in ((QEvent.Type.MouseButtonPress, LEFT), (QEvent.Type.MouseButtonRelease, NONE)):
        where = QPointF(window.mapToGlobal(at.toPoint()))
        event = QMouseEvent(kind, at, at, where, LEFT, held, Qt.KeyboardModifier.NoModifier)
        QApplication.postEvent(window.windowHandle(), event)


def press_space(window, button: QPushButton) -> None:
    """Put Space on a button in line, as the system does."""
    button.setFocus()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
        QApplication.postEvent(window.windowHandle(), event)


def give_command(window, button: QPushButton) -> None:
    """Press Ctrl+N as soon as the page is made and not yet shown: it says the same as the button."""
    QTimer.singleShot(0, window, lambda: press_keys(window))


def press_keys(window) -> None:
    """Press Ctrl+N in the window, whatever it shows; a command listens to what comes from the system alone."""
    window.activateWindow()  # without a screen nobody gives it the keyboard back once the box is gone
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


class AtTheEnd(QObject):
    """Does something in the moment in which the box goes that says that a file is being read."""

    def __init__(self, deed) -> None:
        super().__init__()
        self._deed = deed
        self.was_done = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, Waiting) and event.type() == QEvent.Type.Hide and not self.was_done:
            self.was_done = True
            self._deed()
        return False


@pytest.mark.parametrize("deed", [click, press_space, give_command])
def test_the_page_before_hears_nothing_more_once_a_file_is_read(window, hands, qtbot, source, qapp, deed):
    # given
    button = hands.find("homeNew", QPushButton)
    watch = AtTheEnd(lambda: deed(window, button))
    qapp.installEventFilter(watch)

    # when
    window.desk.opening.read(source, forward_first=True)
    hands.find("reviewPage")
    qtbot.wait(50)
    qapp.removeEventFilter(watch)

    # then
    assert watch.was_done
    assert not hands.sees("newReportDialog")

    # when: back on the home page
    hands.press("cancelReview")
    deed(window, hands.find("homeNew", QPushButton))

    # then
    hands.find("newReportDialog").close()


@pytest.mark.parametrize(
    "fails", ["gui.panes.review.ReviewPage.lay_out", "gui.reviewing.leave_files_to_window"]
)
def test_the_page_before_hears_again_where_the_review_could_not_be_shown(
    window, hands, qtbot, source, monkeypatch, fails
):
    # given
    def fail(*_) -> None:
        raise RuntimeError("no such page")

    monkeypatch.setattr(fails, fail)

    # when
    with qtbot.captureExceptions() as faults:
        window.desk.opening.read(source, forward_first=True)
        qtbot.waitUntil(lambda: bool(faults))
        qtbot.wait(50)
    click(window, hands.find("homeNew", QPushButton))

    # then
    assert not hands.sees("reviewPage")
    hands.find("newReportDialog").close()
