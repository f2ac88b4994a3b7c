"""Enter presses the button with the keys, as the space bar does: by itself Qt lets it do so in dialogs alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMainWindow

    _Window = QMainWindow
else:
    _Window = object  # the kind of window stands behind this one, and Qt takes only one kind


class EnterPresses(_Window):
    """Hears the key where nothing in the window took it. It stands before the kind of window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with the keys; a key that is held down presses it once."""
        from PySide6.QtCore import Qt  # the first page is painted without
        from PySide6.QtWidgets import QPushButton, QToolButton

        button = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (is_enter and is_plain and isinstance(button, QPushButton | QToolButton)):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            button.click()
