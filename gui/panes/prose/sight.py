"""The whole paragraph that one is led to, in sight with a little room around it, not only the line of the cursor."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QScrollBar, QTextEdit

_ROOM = 0.5  # of a line


class Sight(QObject):
    """Scrolls the sheet to the paragraph at hand, and again where the room changes while nobody moved since."""

    def __init__(self, sheet: QTextEdit) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._shown: tuple[int, int] | None = None
        self._value = 0
        self._bar.rangeChanged.connect(self._keep)

    @property
    def _bar(self) -> QScrollBar:
        """The bar of the sheet; asked for each time: what Qt made is not held (see CONTRIBUTING)."""
        return self._sheet.verticalScrollBar()

    def bring(self) -> None:
        """Show the paragraphs of the selection: as much as there is room for, the beginning first.

        The chosen words are in sight in any case.
        """
        cursor = self._sheet.textCursor()
        value = self._fitting(self._bar.value(), *self._span(cursor))
        value = self._fitting(value, *self._words(cursor))
        self._bar.setValue(round(value))
        self._shown = cursor.anchor(), cursor.position()
        self._value = self._bar.value()

    def _keep(self) -> None:
        """Bring the same words again where the room changed under them; who scrolled away stays there."""
        cursor = self._sheet.textCursor()
        stayed = self._bar.value() == min(self._value, self._bar.maximum())
        if stayed and self._shown == (cursor.anchor(), cursor.position()):
            self.bring()

    def _fitting(self, value: float, top: float, bottom: float) -> float:
        """Return how far to scroll so that a span is in sight; where it is too tall, its beginning."""
        room = self._sheet.fontMetrics().lineSpacing() * _ROOM
        least, most = bottom + room - self._sheet.viewport().height(), top - room
        return min(max(value, least), most)

    def _span(self, cursor: QTextCursor) -> tuple[float, float]:
        """Return where the paragraphs of the selection stand in the document."""
        document = self._sheet.document()
        first, last = (
            document.documentLayout().blockBoundingRect(document.findBlock(position))
            for position in (cursor.selectionStart(), cursor.selectionEnd())
        )
        return first.top(), last.bottom()

    def _words(self, cursor: QTextCursor) -> tuple[float, float]:
        """Return where the lines of the chosen words stand in the document."""
        ends = []
        for position in (cursor.selectionStart(), cursor.selectionEnd()):
            end = QTextCursor(cursor)
            end.setPosition(position)
            ends.append(self._sheet.cursorRect(end).translated(0, self._bar.value()))
        return float(ends[0].top()), float(ends[1].bottom())
