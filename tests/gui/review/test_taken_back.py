"""Who takes back all that was decided on a review and closes the window at once finds no card of it the next time."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from core import kept_reviews, paths
from core.settings import Settings
from gui.theme import Theme
from gui.window import MainWindow
from tests.gui.review.conftest import MADE, VALID, go_to, press


def kept_files() -> list:
    return sorted((paths.recovery() / "reviews").glob("*.json"))


@pytest.fixture
def window(qtbot, library) -> MainWindow:
    """The whole window on its home page; the test ends it."""
    window = MainWindow(lambda: library, Settings(), Theme.load("light"))
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def kept(page, qtbot):
    """The review of a file, with a correction that is kept aside."""
    page.review.set_cells({VALID: "12"})
    page.decided.emit()
    qtbot.waitUntil(lambda: len(kept_files()) == 1)
    return page


def test_what_was_taken_back_a_moment_ago_is_not_kept_when_the_window_is_closed(window, kept, qtbot):
    # when
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not kept.has_something
    assert len(kept_files()) == 1
    assert window.close()
    end(window)

    # then
    qtbot.waitUntil(lambda: kept_files() == [])


def test_what_was_half_typed_over_a_review_not_begun_is_kept_when_the_window_is_closed(
    window, page, hands, qtbot
):
    # given
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "8")

    # when
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    end(window)

    # then
    qtbot.waitUntil(lambda: [one.corrections for one in kept_reviews.found()] == [1])


def end(window) -> None:
    """Let the window be gone with its timers, as it is when the program ends."""
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
