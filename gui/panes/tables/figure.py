"""A figure in its cell with small signs beside it, which never cover it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

Sign = tuple[str, QColor]
Signs = tuple[Sign | None, Sign | None]

_EDGE = 4
_NEAR = 4  # a sign stands as near to its edge as the frame allows, with a line of the ground between them
_GAP = 1
_SIGN_SCALES = (0.85, 0.7)
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)  # tried one by one: letters fall on whole pixels


def draw(painter: QPainter, rect: QRect, text: str, signs: Signs) -> None:
    """Draw a figure in the middle of its cell and the signs at its left and right edge.

    Where the room is short the figure is written smaller and then the left sign goes; the right one tells of a
    problem and stays.
    """
    if not any(signs):  # most of the form: one line, measured once
        room = rect.adjusted(_EDGE, 0, -_EDGE - 1, 0)
        if painter.fontMetrics().horizontalAdvance(text) > room.width():
            _draw_smaller(painter, room, text)
        else:
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        return
    font, pen = QFont(painter.font()), painter.pen()
    small = _small(font, rect, text, signs)
    signs = (signs[0] if _fits(rect, text, signs, font, small) else None, signs[1])
    room = _room(rect, signs, small)
    painter.setFont(_fitted(font, text, room.width()))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(_centred(rect, room, painter.fontMetrics(), shown), Qt.AlignmentFlag.AlignCenter, shown)
    painter.setFont(small)
    for sign, side in zip(signs, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True):
        if sign:
            painter.setPen(sign[1])
            painter.drawText(_inner(rect), side | Qt.AlignmentFlag.AlignVCenter, sign[0])
    painter.setFont(font)
    painter.setPen(pen)


def _draw_smaller(painter: QPainter, room: QRect, text: str) -> None:
    """Draw a wide figure as small as it must be to stand in full, cut only where even the least size is too wide."""
    font = QFont(painter.font())
    painter.setFont(_fitted(font, text, room.width()))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
    painter.setFont(font)


def _small(font: QFont, rect: QRect, text: str, signs: Signs) -> QFont:
    """Return the writing of the signs: the larger where the figure has its usual size beside it."""
    bold = QFont(font)
    bold.setBold(True)  # the stroke of a "!" is thinner than a pixel otherwise, and hardly seen
    sizes = [_scaled(bold, scale) for scale in _SIGN_SCALES]
    wide = _wide(font, text)
    return next((one for one in sizes if wide <= _room(rect, signs, one).width()), sizes[-1])


def _inner(rect: QRect) -> QRect:
    return rect.adjusted(_NEAR, 0, -_NEAR, 0)


def _room(rect: QRect, signs: Signs, small: QFont) -> QRect:
    """Return the part of a cell that its signs leave to the figure."""
    left, right = (QFontMetrics(small).horizontalAdvance(one[0]) + _GAP if one else 0 for one in signs)
    return _inner(rect).adjusted(left, 0, -right, 0)


def _fits(rect: QRect, text: str, signs: Signs, font: QFont, small: QFont) -> bool:
    """Return whether the figure has room between both signs, be it written smaller."""
    room = _room(rect, signs, small).width()
    return _wide(_fitted(font, text, room), text) <= room


def _fitted(font: QFont, text: str, width: int) -> QFont:
    """Return the font in the largest size in which the figure fits, else in the least."""
    sizes = [_scaled(font, scale) for scale in _SCALES]
    return next((one for one in sizes if _wide(one, text) <= width), sizes[-1])


def _wide(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 1  # what is said is rounded


def _centred(rect: QRect, room: QRect, metrics: QFontMetrics, text: str) -> QRect:
    """Return the whole cell where the figure stands clear of the signs in its middle, else the room between them."""
    wide = metrics.horizontalAdvance(text)
    middle = QRect(rect.center().x() - wide // 2, rect.top(), wide, rect.height())
    is_clear = middle.left() >= room.left() and middle.right() <= room.right()
    return rect.adjusted(_EDGE, 0, -_EDGE - 1, 0) if is_clear else room


def _scaled(font: QFont, scale: float) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * scale)
    return smaller
