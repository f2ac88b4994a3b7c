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

    def height_for(self, width: int) -> int:
        """Return how high all lines stand in a list that is so wide, with its frame."""
        inside, index = width - 2 * self.frameWidth(), self.model().index
        lines = [_height_of(self, index(row, 0), inside) for row in range(self.count())]
        return sum(lines) + 2 * self.spacing() * (len(lines) + 1) + 2 * self.frameWidth()

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
        wide = self._view.viewport().width()
        return QSize(_width_of(self._view, index, wide), _height_of(self._view, index, wide))


def _width_of(view: QListWidget, index: QModelIndex | QPersistentModelIndex, inside: int) -> int:
    """Return how wide the words of a line may be in a list that is so wide inside."""
    style = view.style()
    edge = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
    width = inside - 2 * view.spacing() - 2 * edge
    if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
        width -= style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, view) + 2 * edge
    return max(width, view.fontMetrics().height())


def _height_of(view: QListWidget, index: QModelIndex | QPersistentModelIndex, inside: int) -> int:
    metrics = view.fontMetrics()
    page = QRect(0, 0, _width_of(view, index, inside), _MOST_HEIGHT)
    words = metrics.boundingRect(page, Qt.TextFlag.TextWordWrap, str(index.data()))
    return words.height() + metrics.height() // 4
