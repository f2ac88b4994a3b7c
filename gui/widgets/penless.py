"""Drawing without a pen, for the cards of the first page: with the first pen PySide makes the namespace `Qt`, for 20 ms."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QStaticText

_AS_READ = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)  # `html` would load the names of all letters
_ONE_LINE = 1e5  # pixels: without a width coloured words are broken into a square


def fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fill a rectangle."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, colour)
    painter.setBackground(palette.window())
    painter.eraseRect(rect)


def frame(painter: QPainter, rect: QRect, line: QColor, ground: QColor) -> None:
    """Fill a rectangle, with a line of one pixel as its edge."""
    fill(painter, rect, line)
    fill(painter, rect.adjusted(1, 1, -1, -1), ground)


def write(painter: QPainter, room: QRect, words: str, colour: QColor) -> None:
    """Write plain words in one line from the upper left corner of their room, in the font of the painter."""
    style = f"color:{colour.name()};white-space:pre"
    text = QStaticText(f'<span style="{style}">{words.translate(_AS_READ)}</span>')
    text.setTextWidth(_ONE_LINE)
    painter.drawStaticText(room.topLeft(), text)


def cut(words: str, measure: QFontMetrics, room: int, *, in_middle: bool) -> str:
    """Return as much of the words as has room."""
    if measure.horizontalAdvance(words) <= room:
        return words
    from PySide6.QtCore import Qt  # where all has room, as mostly, the start does without

    mode = Qt.TextElideMode.ElideMiddle if in_middle else Qt.TextElideMode.ElideRight
    return measure.elidedText(words, mode, room)
