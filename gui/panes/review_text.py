"""The words of a paragraph in the review: as many lines as have room, a few of them at least."""

import math

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

_LEAST_LINES = 2
_AROUND = 16  # frame and margins


class WordsBox(QPlainTextEdit):
    """Takes the room that is left, up to what its words need; where there is less it scrolls."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setObjectName("wordsText")
        self.setAccessibleName("这一段的文字")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _height(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + _AROUND

    def _fit(self) -> None:
        """Grow no further than the words need."""
        block, words = self.document().begin(), 2 * self.document().documentMargin()
        while block.isValid():
            words += self.blockBoundingRect(block).height()
            block = block.next()
        around = self.height() - self.viewport().height()
        self.setMaximumHeight(max(math.ceil(words) + around, self._height(_LEAST_LINES)))

    def sizeHint(self) -> QSize:
        """Ask for a few lines: whatever stands below them comes first."""
        return QSize(super().sizeHint().width(), self._height(_LEAST_LINES))

    def minimumSizeHint(self) -> QSize:
        """Do with no less."""
        return QSize(super().minimumSizeHint().width(), self._height(_LEAST_LINES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the words take another height."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # a layout at work would not hear of it
