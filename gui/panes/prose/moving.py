"""Keys that go from paragraph to paragraph, as in WPS: Ctrl with the arrows up and down, with Shift to select."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

_Move = QTextCursor.MoveOperation
_DIRECTIONS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def moved(edit: QTextEdit, event: QKeyEvent) -> bool:
    """Go to the next paragraph or back, or select to the end of this one or its beginning; return whether it did.

    What is selected ends before the paragraph's break, so that typing over it leaves the next paragraph alone.
    """
    direction = _DIRECTIONS.get(Qt.Key(event.key()))
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    selects = modifiers == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    if direction is None or not (selects or modifiers == Qt.KeyboardModifier.ControlModifier):
        return False
    mode = QTextCursor.MoveMode.KeepAnchor if selects else QTextCursor.MoveMode.MoveAnchor
    cursor = edit.textCursor()
    if direction < 0:
        _go_back(cursor, mode)
    elif selects:
        _go_to_end(cursor, mode)
    elif not cursor.movePosition(_Move.NextBlock, mode):
        cursor.movePosition(_Move.EndOfBlock, mode)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    return True


def _go_back(cursor: QTextCursor, mode: QTextCursor.MoveMode) -> None:
    """Go to the beginning of this paragraph, from there to that of the one before."""
    cursor.movePosition(_Move.PreviousBlock if cursor.atBlockStart() else _Move.StartOfBlock, mode)


def _go_to_end(cursor: QTextCursor, mode: QTextCursor.MoveMode) -> None:
    """Go to the end of this paragraph, from there to that of the next."""
    if cursor.atBlockEnd():
        cursor.movePosition(_Move.NextBlock, mode)
    cursor.movePosition(_Move.EndOfBlock, mode)
