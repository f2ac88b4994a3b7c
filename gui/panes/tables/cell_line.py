"""The line in which a figure is typed: which keys leave it depends, as in a spreadsheet, on how it was opened."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

Key, Move = Qt.Key, QAbstractItemView.CursorAction

_LEAVE = {
    Key.Key_Down: Move.MoveDown,
    Key.Key_Up: Move.MoveUp,
    Key.Key_Tab: Move.MoveNext,
    Key.Key_Backtab: Move.MovePrevious,
}
_SIDEWAYS = {Key.Key_Left: Move.MoveLeft, Key.Key_Right: Move.MoveRight}
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class CellLine(QLineEdit):
    """A plain line in the middle of a cell.

    `is_begun` says that it was opened by typing: then every arrow leaves it. Opened to be changed, or once F2 or the
    mouse went into its text, arrows move there.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_begun = False
        self.setObjectName("cellLine")
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def way_out(self, event: QKeyEvent) -> QAbstractItemView.CursorAction | None:
        """Return the way on which a key takes the cursor out of the line, None where it stays."""
        key = Key(event.key())
        if not self.is_begun and key in (Key.Key_Up, Key.Key_Down):
            return None
        if self.is_begun and key in _SIDEWAYS and event.modifiers() in _BARE:
            return _SIDEWAYS[key]
        return _LEAVE.get(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the ends of the text by the arrows up and down."""
        match event.key():
            case Key.Key_Up:
                self.setCursorPosition(0)
            case Key.Key_Down:
                self.setCursorPosition(len(self.text()))
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go from typing into the text."""
        self.is_begun = False
        super().mousePressEvent(event)
