"""Words that are corrected in the review: of a paragraph as many lines as have room, a few of them at least; a name."""

import math

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QStyle, QStyleOption

from core.importers.reviewing.cutting import at_in_line, in_one, line_at
from gui.panes.prose import menu
from gui.widgets.whole_lines import line_height

_LEAST_LINES = 2
_KEYS = "回车断成两段；在最前面按退格，和上一段接起来；在最后面按 Delete，和下一段接起来"
_AROUND = 16  # frame and margins
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class WordsBox(QPlainTextEdit):
    """Takes the room that is left, up to what its words need; where there is less it scrolls.

    Shown `whole` it leaves the scrolling to what it stands in. Each line is to be a paragraph of its own.

    Signals:
        join_wanted(bool): the paragraph is to be joined to the one before it; True where the next is, to it.
        cut_wanted(): it is to be cut where the cursor stands.
    """

    join_wanted = Signal(bool)
    cut_wanted = Signal()

    def __init__(self, text: str, *, joins: bool = False) -> None:
        super().__init__(text)
        self._joins = joins
        self.setObjectName("wordsText")
        self.setAccessibleName("这一段的文字")
        self.setAccessibleDescription(_KEYS if joins else "")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_whole = False
        self.whole = 0
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    def show_words(self, text: str) -> None:
        """Show other words; the cursor stays as far in."""
        if text != self.toPlainText():
            at = min(self.textCursor().position(), len(text))
            self.setPlainText(text)
            self.put_cursor(at)

    def put_cursor(self, at: int) -> None:
        """Put the cursor before a character."""
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    @property
    def line(self) -> int:
        """The line with words in which the cursor stands, from 0: each is a paragraph once it counts."""
        above = self.textCursor()
        above.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
        return line_at(self.toPlainText(), above.selection().toPlainText())

    @property
    def at_in_line(self) -> int:
        """Where in that line the cursor stands, once it counts."""
        cursor = self.textCursor()
        at = cursor.positionInBlock()
        return at_in_line(cursor.block().text(), at) if self.blockCount() > 1 else at

    @property
    def can_cut(self) -> bool:
        """Whether there are words before the cursor and behind it."""
        at, text = self.textCursor().position(), self.toPlainText()
        return not self.isReadOnly() and bool(text[:at].strip() and text[at:].strip())

    def cut_here(self) -> bool:
        """Begin a line where the cursor stands; return whether that can be."""
        if not self.can_cut:
            return False
        self.put_cursor(self.textCursor().position())  # nothing that is selected goes
        self.insertPlainText("\n")
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """At either end ask for the paragraph on the other side."""
        backward = self._joins_at(event, Qt.Key.Key_Backspace, QTextCursor.MoveOperation.Start)
        forward = self._joins_at(event, Qt.Key.Key_Delete, QTextCursor.MoveOperation.End)
        if backward or forward:
            self.join_wanted.emit(forward)
        else:
            super().keyPressEvent(event)

    def _joins_at(self, event: QKeyEvent, key: Qt.Key, end: QTextCursor.MoveOperation) -> bool:
        """Return whether a key would rub out beyond an end of the words; held down it does not."""
        cursor = self.textCursor()
        at = cursor.position()
        is_bare = event.key() == key and event.modifiers() in _BARE and not event.isAutoRepeat()
        if not (is_bare and self._joins) or self.isReadOnly() or cursor.hasSelection():
            return False
        if cursor.block().layout().preeditAreaText():  # it rubs out what is being composed
            return False
        cursor.movePosition(end)
        return cursor.position() == at

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to cut and to join, then the usual; what is being composed counts first."""
        QGuiApplication.inputMethod().commit()
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        at = event.pos() if by_mouse else self.cursorRect().bottomLeft()
        offers: list[menu.Offer] = []
        if not self.isReadOnly():
            offers.append(("从这里断成两段", self.cut_wanted.emit))
        if self._joins:
            offers.append(("和上一段接起来", lambda: self.join_wanted.emit(False)))
            offers.append(("和下一段接起来", lambda: self.join_wanted.emit(True)))
        menu.build(self, offers).popup(self.viewport().mapToGlobal(at))

    @property
    def least(self) -> int:
        """The height of a few lines."""
        return self._height(_LEAST_LINES)

    def show_whole(self, whole: bool) -> None:
        """Show all words without a scroll bar, or as many lines as have room."""
        if whole != self._is_whole:
            self._is_whole = whole
            off, as_needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
            self.setVerticalScrollBarPolicy(off if whole else as_needed)
            self.fit()

    def _height(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + _AROUND

    def fit(self) -> None:
        """Grow no further than the words need in the width of now."""
        block, words = self.document().begin(), 2 * self.document().documentMargin()
        while block.isValid():
            words += self.blockBoundingRect(block).height()
            block = block.next()
        self.whole = max(math.ceil(words) + 2 * self.frameWidth(), self.least)
        self.setMaximumHeight(self.whole)
        self.setMinimumHeight(self.whole if self._is_whole else 0)
        self._leave_out()
        self.updateGeometry()

    def _leave_out(self) -> None:
        """Where the words scroll leave out at the bottom what is less than a line."""
        room = self.height() - 2 * self.frameWidth() - round(self.document().documentMargin())
        line = line_height(self)
        scrolls = not self._is_whole and self.height() < self.whole and room >= line
        rest = room % line if scrolls else 0
        if rest != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, rest)

    def sizeHint(self) -> QSize:
        """Ask for a few lines: whatever stands below them comes first."""
        return QSize(super().sizeHint().width(), self.whole if self._is_whole else self.least)

    def minimumSizeHint(self) -> QSize:
        """Do with no less."""
        return QSize(super().minimumSizeHint().width(), self.least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the words take another height."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.fit)  # a layout at work would not hear of it

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw whole lines only where what is around shows but a part of the box, and the edge of its frame below them."""
        seen = self.visibleRegion().boundingRect()
        part = self.cut_at(seen.bottom() + 1)
        if part:
            self._draw_frame(seen)
            event = QPaintEvent(event.rect() & QRect(0, 0, self.viewport().width(), part))
        super().paintEvent(event)

    def cut_at(self, height: int) -> int:
        """Return where in the viewport the last line ends that is whole in so much of the box; 0 where all of it is seen."""
        edge = self.frameWidth()
        if not self._is_whole or height >= self.height():
            return 0
        first, line = round(self.document().documentMargin()), line_height(self)
        return first + max((height - 2 * edge - first) // line, 0) * line

    def _draw_frame(self, seen: QRect) -> None:
        """Draw the frame around the part of the box that is seen; at the sides the box has done so."""
        look = QStyleOption()
        look.initFrom(self)
        look.rect = seen.translated(-self.viewport().pos())  # type: ignore[attr-defined] # missing in the stubs
        painter = QPainter(self.viewport())
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, look, painter, self)


class WordsLine(QLineEdit):
    """A single line in which several lines are pasted as one, where Qt would put blanks between them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste by key."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_in_one()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the usual menu, which pastes in the same way."""
        offered = self.createStandardContextMenu()
        offered.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in offered.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_in_one)
        offered.popup(event.globalPos())

    def paste_in_one(self) -> None:
        """Paste what is on the clipboard; it counts as typed."""
        self.insert(in_one(QGuiApplication.clipboard().text()))
        self.textEdited.emit(self.text())


class NameLine(WordsLine):
    """Shows the beginning of a name that is longer than the line, also where all of it is chosen."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.home(False)

    def choose(self) -> None:
        """Choose all words, from their end to their beginning."""
        self.end(False)
        self.home(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all words where Qt does."""
        super().focusInEvent(event)
        if self.hasSelectedText():
            self.choose()
