"""A line of text whose every change is an edit of the report, and what is found in it in sight."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from core.edits import Edit
from gui.session import Session
from gui.widgets import undo_keys
from gui.widgets.alt_keys import is_alt_letter
from gui.widgets.eliding_line import ElidingLine
from gui.widgets.lines_label import LinesLabel
from gui.widgets.signs import SIGNS, WORDS
from gui.widgets.style_properties import set_style_properties
from gui.widgets.word_at import word_at

_GAP = 4


class FieldLine(ElidingLine):
    """Shows `read()` and sends `change(text)` to the session at each keystroke; one visit is one step of undo.

    Undo belongs to the session, not to the line. `severity` and `messages` are what is found in it, "" for nothing.

    Signals:
        told(): what is found in it is new, or the keys came or went.
    """

    told = Signal()

    def __init__(
        self,
        session: Session,
        read: Callable[[], str],
        change: Callable[[str], Edit],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._read = read
        self._change = change
        self.severity = self.messages = ""
        self._sign = QLabel(self)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign.hide()
        self.refresh()
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(session.end_stroke)

    def refresh(self) -> None:
        """Show what the report says now, without the keys from its beginning; the cursor stays in the same text."""
        if self.text() != self._read():
            self.setText(self._read())
            if not self.hasFocus():
                self.setCursorPosition(0)

    def show_findings(self, severity: str, messages: str) -> None:
        """Frame the line in the colour of a severity, with its sign, "" for none; the messages are said on hover."""
        if (severity, messages) == (self.severity, self.messages):
            return  # after most figures nothing else is found here
        self.severity, self.messages = severity, messages
        self.setAccessibleDescription(f"{WORDS[severity]}：{messages}" if severity else "")
        self._sign.setText(SIGNS.get(severity, ""))
        self._sign.setVisible(bool(severity))
        for widget in (self, self._sign):
            set_style_properties(widget, signal=severity)
        self._place_sign()
        self.say_on_hover(messages)
        self.told.emit()

    def _place_sign(self) -> None:
        """Keep room for the sign at the end of the line."""
        size = self._sign.sizeHint()
        taken = size.width() + _GAP if self.severity else 0
        self.setTextMargins(0, 0, taken, 0)
        self._sign.resize(size)
        self._sign.move(self.width() - 2 * _GAP - size.width(), (self.height() - size.height()) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sign at the end."""
        super().resizeEvent(event)
        self._place_sign()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are here."""
        super().focusInEvent(event)
        self.told.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are elsewhere."""
        super().focusOutEvent(event)
        self.told.emit()

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


class FieldNote(LinesLabel):
    """What is found in some lines, below them in `least` lines: in the one with the keys first, else what must be mended.

    What needs more has up to `most` of them.
    """

    def __init__(self, lines: Sequence[FieldLine], least: int = 1, most: int = 1) -> None:
        super().__init__("fieldNote", least)
        self._lines = lines
        self._least, self._allowed = least, max(least, most)
        self._is_rare = False
        for line in lines:
            line.told.connect(self._tell)
        self.hide()

    def be_rare(self, rare: bool) -> None:
        """Take room only while the keys are where something is found: elsewhere the sign says enough."""
        if rare != self._is_rare:
            self._is_rare = rare
            self._tell()

    def _tell(self) -> None:
        found = [line for line in self._lines if line.severity]
        found.sort(key=lambda line: (not line.hasFocus(), line.severity != "error"))
        if found:
            words = found[0].messages.split("\n")
            self.setText("　".join(f"{SIGNS[found[0].severity]} {one}" for one in words))
            set_style_properties(self, signal=found[0].severity)
            self._grow()
        self.setVisible(bool(found) and (not self._is_rare or found[0].hasFocus()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the words need in the new width."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        self.take_lines(min(max(self._least, self.needed(self.width())), self._allowed))
