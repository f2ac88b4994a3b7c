"""The line icons, drawn at the size in which they are shown and in the colours of now; each stands beside its words."""

import tomllib
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFontMetrics,
    QGuiApplication,
    QIcon,
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
_GROUPS = {
    QIcon.Mode.Normal: QPalette.ColorGroup.Active,
    QIcon.Mode.Disabled: QPalette.ColorGroup.Disabled,
}
_LETTERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}


def icon(name: str, size: QSize, ratio: float = 1.0) -> QIcon:
    """Return an icon in the colour of the words on buttons, quiet where they are; KeyError where there is none of that name.

    `ratio` is how many points of the screen a pixel has. It keeps the colours of now: in another theme it is made anew.
    (An engine in Python would follow by itself, but PySide frees its copy as soon as Qt asks for one.)
    """
    made = QIcon()
    for mode, group in _GROUPS.items():
        ink = QGuiApplication.palette().brush(group, QPalette.ColorRole.ButtonText)
        made.addPixmap(_picture(_strokes()[name], size * ratio, ratio, ink), mode)
    return made


def icon_size(metrics: QFontMetrics) -> QSize:
    """Return how large an icon is beside words of that font."""
    side = round(metrics.height() * _HIGH)
    return QSize(side, side)


@cache
def _strokes() -> dict[str, str]:
    data = tomllib.loads((RESOURCES / "icons" / "strokes.toml").read_text(encoding="utf-8"))
    strokes: dict[str, str] = data["icon"]
    return strokes


def _picture(strokes: str, size: QSize, ratio: float, ink: QBrush) -> QPixmap:
    """Return strokes a whole number of points wide, and on whole points as far as they are straight."""
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    width = max(1, round(side * _STROKE / _GRID))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPath(_path(strokes, side / _GRID, width))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


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
