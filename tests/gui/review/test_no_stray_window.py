"""While a review is made ready nothing of it stands on the screen as a window by itself."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from tests.gui.review.conftest import shown


class Watcher(QObject):
    """Notes the widgets that are shown as windows and belong to none."""

    def __init__(self) -> None:
        super().__init__()
        self.strays: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at each widget that is shown."""
        is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if is_shown and watched.isWindow() and watched.parent() is None:
            self.strays.append(watched.objectName() or type(watched).__name__)
        return False


@pytest.fixture
def watcher(qapp):
    watcher = Watcher()
    qapp.installEventFilter(watcher)
    yield watcher
    qapp.removeEventFilter(watcher)


def test_no_part_of_it_is_a_window_before_it_has_its_place(window, hands, qtbot, source, watcher, undressed):
    # when
    window.desk.opening.read(source, forward_first=True)
    shown(hands, qtbot)

    # then
    assert watcher.strays == []

    # when: in another look it is made anew
    window._options.theme = "dark"
    window._dress()
    shown(hands, qtbot)

    # then
    assert watcher.strays == []
    assert hands.sees("reviewSource")
