"""Shift+F10: the menu of the place at hand, as the menu key does, which many keyboards have not."""

import sys

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_KEY = "Shift+F10"


def add_menu_key(window: QWidget) -> None:
    """Give a window the key; Windows itself makes the menu key of it."""
    if sys.platform != "win32":
        QShortcut(QKeySequence(_KEY), window).activated.connect(_open_menu)


def _open_menu() -> None:
    """Tell the window on top that the menu key was pressed; Qt passes it on to where the cursor is."""
    from PySide6.QtCore import QPoint  # the home page is painted before the first key
    from PySide6.QtGui import QContextMenuEvent, QGuiApplication

    window = QGuiApplication.focusWindow()
    if window is not None:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QGuiApplication.sendEvent(window, event)
