"""Where the words of a paragraph go, as boxes with their names: beside them, or above where the box would be too narrow."""

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.widgets.eliding_box import ElidingBox

LEAST_LETTERS = 5
_GAP = 6
_BETWEEN = 4


class Choices(QWidget):
    """Boxes one under the other; each comes with its name and with so many letters that it should show."""

    def __init__(self, boxes: Iterable[tuple[str, ElidingBox, int]]) -> None:
        super().__init__()
        self._boxes = [(_label(words, box), box, letters) for words, box, letters in boxes]
        self._above: list[bool] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_BETWEEN)
        self._grid.setColumnStretch(1, 1)
        self._place([False] * len(self._boxes))

    def show_box(self, box: ElidingBox, shown: bool) -> None:
        """Show a box with its name, or hide both."""
        for label, one, _ in self._boxes:
            if one is box:
                label.setVisible(shown)
                box.setVisible(shown)

    def _place(self, above: list[bool]) -> None:
        """Put each name beside its box or above it."""
        if above == self._above:
            return
        self._above = above
        row = 0
        for (label, box, _), is_above in zip(self._boxes, above, strict=True):
            for widget in (label, box):
                self._grid.removeWidget(widget)
            if is_above:
                self._grid.addWidget(label, row, 0, 1, 2)
                self._grid.addWidget(box, row + 1, 0, 1, 2)
            else:
                self._grid.addWidget(label, row, 0)
                self._grid.addWidget(box, row, 1)
            row += 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again which names have room beside their boxes."""
        super().resizeEvent(event)
        self._place([self._is_narrow(*one) for one in self._boxes])

    def _is_narrow(self, label: QLabel, box: ElidingBox, letters: int) -> bool:
        wanted = box.sizeHint().width() + (letters - LEAST_LETTERS) * box.fontMetrics().horizontalAdvance(
            "年"
        )
        return self.width() - label.sizeHint().width() - _GAP < wanted


def _label(words: str, box: ElidingBox) -> QLabel:
    label = QLabel(words)
    label.setBuddy(box)
    label.setObjectName(f"{box.objectName()}Label")
    return label
