"""A text whose double click chooses a number, a name or a word, and whose drag after it goes on by such words."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor

from core.carry.names import names
from gui.panes.prose.steady import SteadyEdit
from gui.widgets.word_at import word_at

_KEEP = QTextCursor.MoveMode.KeepAnchor
_LEFT = Qt.MouseButton.LeftButton


class WordwiseEdit(SteadyEdit):
    """Chooses by words as a clerk means them, where Qt would take a whole clause for one."""

    _chosen: tuple[int, int] | None = None
    _by_paragraphs = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose anew, whatever became of the release before; a third click chooses the words of the paragraph."""
        self._chosen = None
        before = self.textCursor()
        super().mousePressEvent(event)
        is_third = event.button() == _LEFT and not event.modifiers() and self.textCursor() != before
        self._by_paragraphs = is_third and self.textCursor().hasSelection()
        self._leave_end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the word under the mouse; a third click still chooses the paragraph."""
        super().mouseDoubleClickEvent(event)
        if event.button() == _LEFT:
            self._chosen = self._word_at(event.position().toPoint())
            self._choose(*self._chosen)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose on from the word that was clicked, word by word."""
        if self._chosen is None or not event.buttons() & _LEFT:
            super().mouseMoveEvent(event)
            self._leave_end()
            return
        start, end = self._word_at(event.position().toPoint())
        if start < self._chosen[0]:
            self._choose(self._chosen[1], start)
        else:
            self._choose(self._chosen[0], max(end, self._chosen[1]))
        self.ensureCursorVisible()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be done with choosing by words."""
        self._chosen = None
        super().mouseReleaseEvent(event)
        self._by_paragraphs = False

    def _leave_end(self) -> None:
        """Leave out the end of the last paragraph chosen whole, which Qt takes along: words pasted there would join two."""
        cursor = self.textCursor()
        end = cursor.selectionEnd()
        if self._by_paragraphs and cursor.hasSelection() and end == self.document().findBlock(end).position():
            last = cursor.position() == end
            self._choose(cursor.anchor() - (not last), cursor.position() - last)

    def _choose(self, anchor: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(end, _KEEP)
        self.setTextCursor(cursor)

    def _word_at(self, point: QPoint) -> tuple[int, int]:
        """Return the places in the document between which the word under a point of the viewport stands."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        at = layout.hitTest(QPointF(point + QPoint(across, down)), Qt.HitTestAccuracy.ExactHit)
        if at < 0:  # beside the words
            at = self.cursorForPosition(point).position()
        block = self.document().findBlock(at)
        start, end = word_at(block.text(), at - block.position(), names(block.text()))
        return block.position() + start, block.position() + end
