"""The ground on which the rows of the guide stand: a frame shows which of them hears the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

_WIDE = 2
_AROUND = 2


class Ground(QWidget):
    """Draws a frame around the widgets of the row that has the keys; each row is told of by `add_row`."""

    def __init__(self, parent: QWidget, colour: QColor) -> None:
        super().__init__(parent)
        self._colour = colour
        self._rows: list[tuple[Sequence[QWidget], Sequence[QWidget]]] = []

    def add_row(self, widgets: Sequence[QWidget], controls: Sequence[QWidget]) -> None:
        """Take in a row: all that stands in it, and what of it takes the keys."""
        self._rows.append((widgets, controls))
        for one in controls:
            one.installEventFilter(self)

    def framed(self) -> QRect:
        """Return where the frame stands, empty where no row has the keys."""
        for widgets, controls in self._rows:
            if any(one.hasFocus() for one in controls):
                boxes = [one.geometry() for one in widgets]
                top, bottom = min(box.top() for box in boxes), max(box.bottom() for box in boxes)
                return QRect(1, top - _AROUND, self.width() - 2, bottom - top + 2 * _AROUND)
        return QRect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw anew where the keys go to another row."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        super().paintEvent(event)
        frame = self.framed()
        if not frame.isEmpty():
            painter = QPainter(self)
            painter.setPen(QPen(self._colour, _WIDE))
            painter.drawRect(frame)
            painter.end()
