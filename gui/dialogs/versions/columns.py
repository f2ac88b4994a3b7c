"""The headings above a comparison: they stay in sight while the text below them is scrolled."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QWidget

from gui.theme import Theme
from gui.widgets.eliding_label import ElidingLabel

_ABOVE = 6
_LEAST = 12  # so far apart are the words of two columns at least


class Head(NamedTuple):
    """A heading: what stands in the column, and the time it is from."""

    words: str = ""
    time: str = ""

    def __str__(self) -> str:
        return f"{self.words} {self.time}".strip()


class ColumnHeads(QFrame):
    """A line of headings, each over the words of its column: what it is, and below that its time."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("versionColumns")
        ground, line = theme.colour("panel").name(), theme.colour("line").name()
        self.setStyleSheet(
            f"#versionColumns {{ background: {ground}; border: none; border-bottom: 1px solid {line}; }}"
        )
        self._labels: list[tuple[ElidingLabel, ElidingLabel]] = []
        self.hide()

    def show_words(self, heads: Sequence[Head]) -> None:
        """Show other headings, none without any."""
        while len(self._labels) < len(heads):
            self._labels.append(
                (_label(self, "versionColumn", bold=True), _label(self, "versionTime", bold=False))
            )
        for labels in self._labels[len(heads) :]:
            for label in labels:
                label.hide()
        for labels, head in zip(self._labels, heads, strict=False):
            for label, words in zip(labels, head, strict=True):
                label.show_words(words)
                label.show()
        self.setVisible(bool(heads))

    @property
    def high(self) -> int:
        """How high the line is."""
        return sum(one.sizeHint().height() for one in self._labels[0]) + 2 * _ABOVE + 1 if self._labels else 0

    def place(self, box: QRect, lefts: Sequence[int]) -> None:
        """Stand in the box, each heading where the words of its column begin, counted from the left of the box."""
        self.setGeometry(box)
        ends = [*lefts[1:], box.width()]
        for labels, left, end in zip(self._labels, lefts, ends, strict=False):
            top = _ABOVE
            for label in labels:
                label.setGeometry(left, top, max(end - left - _LEAST, 0), label.sizeHint().height())
                top += label.height()


def _label(parent: QWidget, name: str, *, bold: bool) -> ElidingLabel:
    label = ElidingLabel(name)
    label.setParent(parent)
    font = label.font()
    font.setBold(bold)
    label.setFont(font)
    return label
