"""A page of the source as a picture, with frames around the lines at hand; nothing is laid over their words."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel

from core.importers.reviewing.on_page import Box
from gui.theme import Theme

_APART, _LINE, _AROUND = 3, 2, 4  # pixels; the line has an edge of another colour, to be told on any paper


class FramedPicture(QLabel):
    """Shows a page, or words in its place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("pagePicture")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWordWrap(True)
        self._theme = theme
        self._boxes: Sequence[Box] = ()

    def show_page(self, page: QPixmap, boxes: Sequence[Box]) -> None:
        """Show a page with frames around these parts of it, told as parts of its width and height."""
        self._boxes = boxes
        self.setPixmap(page)
        self.update()

    def frames(self) -> list[QRect]:
        """Return the frames in places of this widget; none where there is no page."""
        if self.pixmap().isNull():
            return []
        size = self.pixmap().deviceIndependentSize().toSize()
        corner = QPoint(max(0, (self.width() - size.width()) // 2), 0)
        width, height = size.width(), size.height()
        return [
            QRect(
                QPoint(round(left * width), round(top * height)),
                QPoint(round(right * width), round(bottom * height)),
            )
            .translated(corner)
            .adjusted(-_APART, -_APART, _APART, _APART)
            for left, top, right, bottom in self._boxes
        ]

    def marked(self) -> QRect:
        """Return the part of this widget that the frames take, a null one where there is none."""
        whole = QRect()
        for frame in self.frames():
            whole = whole.united(frame)
        return whole

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frames on the page."""
        super().paintEvent(event)
        painter = QPainter(self)
        for colour, wide in (("window", _AROUND), ("accent", _LINE)):
            painter.setPen(QPen(self._theme.colour(colour), wide))
            for frame in self.frames():
                painter.drawRect(frame)
        painter.end()
