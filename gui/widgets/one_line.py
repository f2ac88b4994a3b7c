"""Words that would stand on one line, and take more where their room is narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel


class OneLine(QLabel):
    """Shows plain words; Qt's own label would ask for a block of several lines even where there is room for one."""

    def __init__(self, name: str, words: str = "") -> None:
        super().__init__(words)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """Ask for room for all words beside each other."""
        around = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + around.left() + around.right() + 2
        return QSize(wide, self.heightForWidth(wide))
