"""A button that is as wide as its place allows: words that do not fit end in "…", the whole is said on hover."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from gui.widgets.plain import plain

_AROUND = 32


class ElidingButton(QPushButton):
    """Long words never widen what it stands in."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the words as fits now."""
        super().resizeEvent(event)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """Ask for the height alone."""
        return QSize(0, super().minimumSizeHint().height())

    def _elide(self) -> None:
        room = self.width() - _AROUND
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if self.text() != shown:
            self.setText(shown)
        self.setToolTip(plain(self._words) if shown != self._words else "")
