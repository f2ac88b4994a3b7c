"""The headings above a comparison: they stay in sight while the text below them is scrolled."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QWidget

from gui.theme import Theme
from gui.widgets.eliding_label import ElidingLabel

_ABOVE = 6
_LEAST = 12  # so far apart are the words of two columns at least


class ColumnHeads(QFrame):
    """A line of headings, each over the words of its column."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("versionColumns")
        ground, line = theme.colour("panel").name(), theme.colour("line").name()
        self.setStyleSheet(
            f"#versionColumns {{ background: {ground}; border: none; border-bottom: 1px solid {line}; }}"
        )
        self._labels: list[ElidingLabel] = []
        self.hide()

    def show_words(self, words: Sequence[str]) -> None:
        """Show other headings, none without words."""
        while len(self._labels) < len(words):
            label = ElidingLabel("versionColumn")
            label.setParent(self)
            font = label.font()
            font.setBold(True)
            label.setFont(font)
            self._labels.append(label)
        for label in self._labels[len(words) :]:
            label.hide()
        for label, one in zip(self._labels, words, strict=False):
            label.show_words(one)
            label.show()
        self.setVisible(bool(words))

    @property
    def high(self) -> int:
        """How high the line is."""
        return self._labels[0].sizeHint().height() + 2 * _ABOVE + 1 if self._labels else 0

    def place(self, box: QRect, lefts: Sequence[int]) -> None:
        """Stand in the box, each heading where the words of its column begin, counted from the left of the box."""
        self.setGeometry(box)
        ends = [*lefts[1:], box.width()]
        for label, left, end in zip(self._labels, lefts, ends, strict=False):
            label.setGeometry(left, _ABOVE, max(end - left - _LEAST, 0), self.high - 2 * _ABOVE - 1)
