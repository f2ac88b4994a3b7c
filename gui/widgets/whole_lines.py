"""Boxes that show whole lines only: a line that has no room for all of its height is left to scrolling."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem


class WholeLines(QPlainTextEdit):
    """Plain text of lines that are all of one height."""

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out at the bottom what is less than a line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        above = round(self.document().documentMargin())
        room = self.height() - 2 * self.frameWidth() - above
        line = self._line()
        self.setViewportMargins(0, 0, 0, room % line if room >= line else 0)

    def _line(self) -> int:
        """Return how high a line stands: signs of other fonts may make it higher than the font says."""
        first = self.document().firstBlock()
        self.blockBoundingRect(first)  # sets its lines, which may not have been done yet
        shown = first.layout()
        return round(shown.lineAt(0).height()) if shown.lineCount() else self.fontMetrics().lineSpacing()


class WholeRows(QListWidget):
    """A list that leaves white at the bottom what would be a part of a row."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Whole(self))


class _Whole(QStyledItemDelegate):
    """Draws a row where all of it has room, and one that is too high for the list."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row, or nothing."""
        place = self._view.visualRect(index)
        spacing = self._view.spacing()
        if place.bottom() < self._view.viewport().height() or place.top() <= spacing:
            super().paint(painter, option, index)
