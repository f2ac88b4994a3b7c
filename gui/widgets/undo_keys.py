"""Ctrl+Z and Ctrl+Y in a text box: the report is taken back, not the box, which keeps no history of its own."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoStack

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


def left_to_window(event: QEvent) -> bool:
    """Return whether an event asks who wants an undo key, and refuse it, so that the window's action gets it."""
    asks = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
    if asks and isinstance(event, QKeyEvent) and (event.matches(_UNDO) or event.matches(_REDO)):
        event.ignore()
        return True
    return False


def taken(event: QKeyEvent, history: QUndoStack) -> bool:
    """Undo or redo where a key asks for it; return whether it did."""
    if event.matches(_UNDO):
        history.undo()
        return True
    if event.matches(_REDO):
        history.redo()
        return True
    return False
