"""Boxes that show whole lines only: a line that has no room for all of its height is left to scrolling."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem


class WholeLines(QPlainTextEdit):
    """Plain text of lines that are all of one height."""

    def __init__(self) -> None:
        super().__init__()
        self._least = 0
        self.textChanged.connect(self._fit)

    def set_least(self, lines: int) -> None:
        """Keep the box so high that as many whole lines have room."""
        self._least = lines
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out at the bottom what is less than a line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        around = round(self.document().documentMargin()) + 2 * self.frameWidth()
        line = line_height(self)
        if self._least:
            self.setMinimumHeight(self._least * line + around)
        room = self.height() - around
        self.setViewportMargins(0, 0, 0, room % line if room >= line else 0)


def line_height(box: QPlainTextEdit) -> int:
    """Return how high a line stands in a box: signs of other fonts may make it higher than the font says."""
    first = box.document().firstBlock()
    box.blockBoundingRect(first)  # sets its lines, which may not have been done yet
    shown = first.layout()
    return round(shown.lineAt(0).height()) if shown.lineCount() else box.fontMetrics().lineSpacing()


class WholeRows(QListWidget):
    """A list that leaves white at the bottom what would be a part of a row; that white stands for no row."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Whole(self))

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - the name is Qt's
        """Return the row drawn at that point of the viewport; a press on one that is not drawn chooses nothing."""
        index = super().indexAt(point)
        return index if self.draws(index) else QModelIndex()

    def draws(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Return whether all of a row has room, or it is too high for the list."""
        place = self.visualRect(index)
        return place.bottom() < self.viewport().height() or place.top() <= self.spacing()


class _Whole(QStyledItemDelegate):
    """Draws the rows that a list of whole rows draws."""

    def __init__(self, view: WholeRows) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row, or nothing."""
        if self._view.draws(index):
            super().paint(painter, option, index)
