"""The office's figures as a table: a line for each year, a column for each figure."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from core.trend import Trend

_LEAST_YEARS = 4  # below its head
_NOT_KNOWN = "—"


class TrendFigures(QTableWidget):
    """Shows figures to be read; the arrow keys move in it, and Tab leads on.

    Signals:
        at_hand(QRect): that part of it is to be seen: all of it once it has the keys, and of that the figure at hand.
    """

    at_hand = Signal(QRect)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trendTable")
        self.setAccessibleName("各年的数字")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self._needed: list[int] = []  # how wide each column is with its words alone
        self.currentItemChanged.connect(self._tell)

    def show_trend(self, found: Trend) -> None:
        """Show all figures of these years."""
        self.setRowCount(len(found.years))
        self.setColumnCount(len(found.series))
        self.setHorizontalHeaderLabels([one.name for one in found.series])
        self.setVerticalHeaderLabels([f"{year}年" for year in found.years])
        for column, one in enumerate(found.series):
            for row, value in enumerate(one.values):
                self.setItem(row, column, QTableWidgetItem(_NOT_KNOWN if value is None else str(value)))
        self.resizeColumnsToContents()
        self._needed = [self.columnWidth(column) for column in range(self.columnCount())]
        self._share_room()
        self._keep_years_in_sight()

    def _share_room(self) -> None:
        """Give the columns alike what the room has beyond their needs."""
        spare = max(0, self.viewport().width() - sum(self._needed))
        each, more = divmod(spare, max(1, len(self._needed)))
        for column, needed in enumerate(self._needed):
            self.setColumnWidth(column, needed + each + (column < more))

    def _keep_years_in_sight(self) -> None:
        """Be high enough for the head and a few years."""
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), _LEAST_YEARS)))
        around = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        self.setMinimumHeight(rows + around + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_room()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell where the keys are; who came by the mouse sees it, and nothing moves away under it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self._tell_whole)  # once Qt has brought the figure alone

    def _tell_whole(self) -> None:
        if self.hasFocus():
            self.at_hand.emit(self.rect())
            self._tell()

    def _tell(self) -> None:
        item = self.currentItem()
        if item and self.hasFocus():
            cell = self.visualItemRect(item)
            self.at_hand.emit(QRect(self.viewport().mapTo(self, cell.topLeft()), cell.size()))
