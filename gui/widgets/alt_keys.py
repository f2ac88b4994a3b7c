"""Alt with a letter: it opens a menu or presses a button, and where there is none of that letter it types nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def is_alt_letter(event: QKeyEvent) -> bool:
    """Return whether a key is a letter held with Alt; with Ctrl as well it is AltGr, which does type."""
    held = event.modifiers()
    return bool(held & _ALT) and not held & _CONTROL and event.text().isprintable() and event.text() != ""
