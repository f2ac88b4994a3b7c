"""A button that is as wide as its place allows: what of the words does not fit is "…", the whole is said on hover."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from gui.widgets.plain import plain

_AROUND = 32


class ElidingButton(QPushButton):
    """Long words never widen what it stands in; with `keeps_end` it is the middle that has no room."""

    def __init__(self, words: str = "", *, keeps_end: bool = False) -> None:
        super().__init__()
        self._words = words
        self._cut = Qt.TextElideMode.ElideMiddle if keeps_end else Qt.TextElideMode.ElideRight
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Show other words: a "&" in them is a letter, but in the key at their end ("(&O)")."""
        self._words = words
        self.setAccessibleName(_without_key(words))
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """Ask for the room of the whole words, where the place asks at all."""
        return QSize(self._whole_width() + _AROUND, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the words as fits now."""
        super().resizeEvent(event)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """Ask for the height alone."""
        return QSize(0, super().minimumSizeHint().height())

    def _elide(self) -> None:
        room, words = self.width() - _AROUND, _without_key(self._words)
        fits, key = self._whole_width() <= room, self._words[len(words) :]
        shown = words if fits else self.fontMetrics().elidedText(words, self._cut, room)
        whole = shown.replace("&", "&&") + (key if fits else "")
        if self.text() != whole:
            self.setText(whole)
        self.setToolTip("" if shown == words else plain(words))

    def _whole_width(self) -> int:
        """Return how wide all words are, with the key that may follow them."""
        words = _without_key(self._words)
        key = self._words[len(words) :].replace("&", "")
        return self.fontMetrics().horizontalAdvance(words + key)


def _without_key(words: str) -> str:
    """Return words without the key that follows them ("(&O)"): half of it, or a key of "…", would be none."""
    return re.sub(r"\(&[A-Z]\)$", "", words)
