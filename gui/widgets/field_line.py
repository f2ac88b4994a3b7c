"""A line of text whose every change is an edit of the report: undo belongs to the session, not to the line."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from core.edits import Edit
from gui.session import Session
from gui.widgets import undo_keys
from gui.widgets.alt_keys import is_alt_letter
from gui.widgets.plain import plain
from gui.widgets.style_properties import set_style_properties
from gui.widgets.word_at import word_at


class FieldLine(QLineEdit):
    """Shows `read()` and sends `change(text)` to the session at each keystroke; one visit is one step of undo."""

    def __init__(
        self,
        session: Session,
        read: Callable[[], str],
        change: Callable[[str], Edit],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._read = read
        self._change = change
        self.refresh()
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(session.end_stroke)

    def refresh(self) -> None:
        """Show what the report says now; the cursor stays where the text did not change."""
        if self.text() != self._read():
            self.setText(self._read())

    def show_findings(self, severity: str, messages: str) -> None:
        """Frame the line in the colour of a severity, "" for none, and say the messages on hover."""
        self.setToolTip(plain(messages))
        set_style_properties(self, signal=severity)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        return False if undo_keys.left_to_window(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo the report, not the line."""
        if undo_keys.taken(event, self._session.undo_stack):
            return
        if is_alt_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the word under the mouse; a third click still chooses all."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            is_before = event.position().x() < self.cursorRect().center().x()
            start, end = word_at(self.text(), max(self.cursorPosition() - is_before, 0))
            self.setSelection(start, end - start)

    def _typed(self, text: str) -> None:
        self._session.edit(self._change(text))
