"""Widgets side by side, in as many rows as they need: none is squeezed, nor alone in the last row, for want of room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

_SPACING = 4


class FlowingRows(QWidget):
    """Fills one row after the other from the left, each widget as wide as it wants to be."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._widgets = tuple(widgets)
        self._shown: list[int] = []
        self._rows = [QHBoxLayout() for _ in self._widgets]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        for row in self._rows:
            row.setSpacing(_SPACING)
            row.addStretch(1)
            layout.addLayout(row)
        self._flow()

    def sizeHint(self) -> QSize:
        """Ask for the room of one row."""
        return QSize(_wide(self._widgets), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of the widest one."""
        return QSize(max(one.sizeHint().width() for one in self._widgets), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow anew into the room there is now."""
        super().resizeEvent(event)
        self._flow()

    def event(self, event: QEvent) -> bool:
        """Flow anew where words have another length."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._flow()
        return super().event(event)

    def _flow(self) -> None:
        rows: list[list[QWidget]] = [[]]
        for widget in self._widgets:
            if rows[-1] and _wide([*rows[-1], widget]) > self.width():
                rows.append([])
            rows[-1].append(widget)
        if len(rows) > 1 and len(rows[-1]) == 1 and len(rows[-2]) > 2:
            rows[-1].insert(0, rows[-2].pop())
        if self._shown == [len(row) for row in rows]:
            return
        self._shown = [len(row) for row in rows]
        for layout, row in zip(self._rows, rows, strict=False):
            for at, widget in enumerate(row):
                layout.insertWidget(at, widget)


def _wide(widgets: Sequence[QWidget]) -> int:
    """Return how wide a row of them is."""
    return sum(one.sizeHint().width() for one in widgets) + _SPACING * (len(widgets) - 1)
