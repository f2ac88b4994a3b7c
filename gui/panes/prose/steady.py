"""A text whose cursor does not get lost where the room changes, as when a pane opens beside it."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTextEdit


class SteadyEdit(QTextEdit):
    """Keeps the line of the cursor in sight where it was; a cursor that one scrolled away from is left alone."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words out anew, and scroll back to the cursor where it went out of sight by that."""
        line = self.cursorRect()
        was_in_sight = QRect(QPoint(), event.oldSize()).intersects(line)
        super().resizeEvent(event)
        if was_in_sight and not self.viewport().rect().contains(self.cursorRect()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().top() - line.top())
            self.ensureCursorVisible()  # also where the room is lower now than the line stood
