"""The line icons, drawn at the size in which they are shown and in the colours of now; each stands beside its words."""

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
)

from core.paths import RESOURCES

_GRID = 24
_STROKE = 1.5
_HIGH = 0.9  # of a line of words
_LETTERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}


def icon(name: str) -> QIcon:
    """Return an icon in the colour of the words on buttons, quiet where they are; KeyError where there is none of that name."""
    return QIcon(_Engine(_strokes()[name]))


def icon_size(metrics: QFontMetrics) -> QSize:
    """Return how large an icon is beside words of that font."""
    side = round(metrics.height() * _HIGH)
    return QSize(side, side)


@cache
def _strokes() -> dict[str, str]:
    data = tomllib.loads((RESOURCES / "icons" / "strokes.toml").read_text(encoding="utf-8"))
    strokes: dict[str, str] = data["icon"]
    return strokes


class _Engine(QIconEngine):
    """Draws strokes with the palette of the moment, so that another theme shows at the next painting."""

    def __init__(self, strokes: str) -> None:
        super().__init__()
        self._strokes = strokes

    def clone(self) -> QIconEngine:
        """Return another that draws the same."""
        return _Engine(self._strokes)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the picture in so many points of the screen."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the strokes into a rectangle: a whole number of points wide, and on whole points as far as they are straight."""
        side = min(rect.width(), rect.height())
        width = max(1, round(side * _STROKE / _GRID))
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        ink = QGuiApplication.palette().brush(group, QPalette.ColorRole.ButtonText)
        ends, corners = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, ends, corners))
        painter.translate(rect.topLeft())
        painter.drawPath(_path(self._strokes, side / _GRID, width))
        painter.restore()


@lru_cache(maxsize=64)  # buttons are painted again and again while one types
def _path(strokes: str, scale: float, width: int) -> QPainterPath:
    """Return strokes at a scale, their ends and corners where a line of that width covers whole points."""
    half = width % 2 / 2

    def at(x: float, y: float) -> QPointF:
        return QPointF(*(round(one * scale - half) + half for one in (x, y)))

    path = QPainterPath()
    x = y = 0.0
    for letter, numbers in _steps(strokes):
        match letter:
            case "C":
                *round_, x, y = numbers
                first, second = (QPointF(*round_[n : n + 2]) * scale for n in (0, 2))
                path.cubicTo(first, second, at(x, y))
            case "Z":
                path.closeSubpath()
            case _:
                x = numbers[0] if letter != "V" else x
                y = numbers[-1] if letter != "H" else y
                path.moveTo(at(x, y)) if letter == "M" else path.lineTo(at(x, y))
    return path


def _steps(strokes: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each letter with its numbers."""
    words = iter(strokes.split())
    for letter in words:
        yield letter, [float(next(words)) for _ in range(_LETTERS[letter])]
