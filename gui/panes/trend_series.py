"""The list of the figures that can be drawn over the years, each with its tick."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from core.trend import Series

_HIGH = 128
_ID = Qt.ItemDataRole.UserRole


class SeriesList(QListWidget):
    """Newly filled it shows the first of those that are ticked, until the clerk scrolls or goes elsewhere in it.

    It has its room only later than its lines, and may get another.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trendSeries")
        self.setAccessibleName("要画的数字")
        self.setMaximumHeight(_HIGH)
        self._brings = True
        self.verticalScrollBar().actionTriggered.connect(self._leave)
        self.currentItemChanged.connect(self._leave)
        self.itemChanged.connect(self._leave)

    def show_series(self, series: Iterable[Series], chosen: Iterable[str]) -> None:
        """List figures; the lines stay where they are the same, for one of them may be at work."""
        listed, ticked = list(series), set(chosen)
        with QSignalBlocker(self):
            if [item.data(_ID) for item in self.lines()] != [one.id for one in listed]:
                self.clear()
                for one in listed:
                    QListWidgetItem(f"{one.name}（{one.unit}）", self).setData(_ID, one.id)
                self._brings = True
            for item in self.lines():
                wanted = item.data(_ID) in ticked
                item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self._bring()

    def lines(self) -> list[QListWidgetItem]:
        """Return the lines from above."""
        return [self.item(row) for row in range(self.count())]

    def ticked(self) -> list[str]:
        """Return the ids of what is ticked, in the order of the list."""
        return [str(one.data(_ID)) for one in self.lines() if one.checkState() == Qt.CheckState.Checked]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what is ticked."""
        super().resizeEvent(event)
        self._bring()

    def _bring(self) -> None:
        first = next((one for one in self.lines() if one.checkState() == Qt.CheckState.Checked), None)
        if self._brings and first is not None:
            self.scrollToItem(first, self.ScrollHint.PositionAtTop)

    def _leave(self) -> None:
        self._brings = False
