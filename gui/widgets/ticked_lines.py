"""Lines with a tick each, as high as their words need."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gui.widgets.wrapping import Wrapping


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


class _Wrapped(QStyledItemDelegate):
    """Gives each line the height of its words beside the tick; Qt's own measure forgets the tick."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        self._wrapping = Wrapping()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room that the words need in the width of the list."""
        style, metrics = self._view.style(), self._view.fontMetrics()
        tick = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self._view)
        height = metrics.height()
        width = self._view.viewport().width() - tick - 2 * height
        lines = self._wrapping.lines(str(index.data()), self._view.font(), max(width, height))
        return QSize(max(width, height), len(lines) * metrics.lineSpacing() + height // 4)
