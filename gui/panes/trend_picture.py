"""The picture of a trend on the screen: the scene that the exports draw, in the colours of the theme."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.export.chart.plot import draw
from core.export.chart.scene import Label, Part, Rule, Scene, Shape
from core.trend import Trend
from gui.theme import Theme, scaled

_ZOOM = 1.35  # so that the writing in the picture is as large as that around it, at the usual size
_LEAST = 150.0  # of the scene: in less its parts would stand over each other
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
_ROOM = 400.0


class TrendPicture(QWidget):
    """Draws a trend as wide as there is room; nothing where it cannot be drawn."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("trendPicture")
        self._paper, self._ink = theme.colour("panel"), theme.colour("text")
        self._trend: Trend | None = None
        self._kind = ""
        self._zoom = _ZOOM
        self.scene: Scene | None = None

    def show_trend(self, trend: Trend, kind: str) -> None:
        """Draw a trend; its figures are the description for screen readers."""
        self._trend, self._kind = (None if trend.objection else trend), kind
        self.setAccessibleName(self._trend.title if self._trend else "没有走势图")
        self.setAccessibleDescription(self._trend.words if self._trend else "")
        self.setVisible(self._trend is not None)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the picture anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _lay_out(self) -> None:
        """Draw with letters of the size around, in a narrow pane with smaller ones: nothing stands beyond its edge."""
        self._zoom = min(_ZOOM * scaled(100) / 100, max(self.width(), 1) / _LEAST)
        width = self.width() / self._zoom
        self.scene = draw(self._trend, self._kind, width) if self._trend else None
        if self.scene:
            self.setFixedHeight(round(self.scene.height * self._zoom))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts of the scene."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._paper)
        painter.scale(self._zoom, self._zoom)
        for part in self.scene.parts if self.scene else ():
            self._draw(painter, part)
        painter.end()

    def _draw(self, painter: QPainter, part: Part) -> None:
        match part:
            case Rule(x1, y1, x2, y2, width, dash):
                pen = QPen(self._ink, width)
                if dash:
                    pen.setDashPattern([length / width for length in dash])
                painter.setPen(pen)
                painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
            case Shape(points, grey, _, edge):
                painter.setPen(QPen(self._ink, edge) if edge else QPen(Qt.PenStyle.NoPen))
                painter.setBrush(self._mixed(grey))
                painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
            case Label():
                self._write(painter, part)

    def _write(self, painter: QPainter, label: Label) -> None:
        font = self.font()
        font.setPixelSize(round(label.size))
        painter.setFont(font)
        painter.setPen(self._ink)
        left = {"left": 0.0, "center": _ROOM / 2, "right": _ROOM}[label.align]
        box = QRectF(label.x - left, label.y - _ROOM, _ROOM, _ROOM + painter.fontMetrics().descent())
        painter.drawText(box, _ALIGN[label.align] | Qt.AlignmentFlag.AlignBottom, label.text)

    def _mixed(self, grey: float) -> QColor:
        """Return a grey of paper as a mixture of the theme's: 0 is its ink, 1 its paper."""
        ink, paper = self._ink, self._paper
        pairs = (
            (ink.red(), paper.red()),
            (ink.green(), paper.green()),
            (ink.blue(), paper.blue()),
        )
        return QColor(*(round(dark + (light - dark) * grey) for dark, light in pairs))
