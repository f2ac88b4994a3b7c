"""Lines with a tick each, as high as their words need."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

_MOST_HEIGHT = 1 << 15


class TickedLines(QListWidget):
    """A list whose lines wrap; what is in them is the business of who fills it."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSpacing(2)
        self.setItemDelegate(_Wrapped(self))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show by its ground at which line the keys are, from the first moment on."""
        super().focusInEvent(event)
        if not self.selectedIndexes() and self.currentRow() >= 0:
            self.setCurrentRow(self.currentRow())


class _Wrapped(QStyledItemDelegate):
    """Gives each line the height of its words beside the tick; Qt's own measure forgets the tick."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room that the words need in the width of the list."""
        style, metrics = self._view.style(), self._view.fontMetrics()
        edge = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, self._view) + 1
        width = self._view.viewport().width() - 2 * self._view.spacing() - 2 * edge
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            width -= style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, self._view) + 2 * edge
        width = max(width, metrics.height())
        page = QRect(0, 0, width, _MOST_HEIGHT)
        words = metrics.boundingRect(page, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(width, words.height() + metrics.height() // 4)
