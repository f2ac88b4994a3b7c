"""Enter presses the button with the keys, as the space bar does: by itself Qt lets it do so in dialogs alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from gui.widgets.qt_numbers import KEY_ENTER, KEY_RETURN

if TYPE_CHECKING:  # the first page is painted before
    from PySide6.QtGui import QShortcut


class EnterPresses(QObject):
    """The key of a window that presses its buttons; it is a key only while a button has the keys.

    Where something else has them the key is none of ours: what it does there may lead to a button, which nobody has
    pressed. A key that is held down presses once.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._key: QShortcut | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        is_ours = isinstance(now, QPushButton) and now.window() is self._window
        if is_ours and self._key is None:
            self._key = self._made()
        if self._key:
            self._key.setEnabled(is_ours)

    def _made(self) -> QShortcut:
        from PySide6.QtGui import QKeySequence, QShortcut

        key = QShortcut(self._window)
        key.setKeys([QKeySequence(one) for one in (KEY_RETURN, KEY_ENTER)])
        key.setAutoRepeat(False)
        key.activated.connect(self._press)
        return key

    def _press(self) -> None:
        button = self._window.focusWidget()
        if isinstance(button, QPushButton):
            button.click()
