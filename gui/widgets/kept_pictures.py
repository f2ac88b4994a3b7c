"""Pictures of cells and lines: their words wrap in few ways and many are alike, but all are painted again and again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

_MOST_ROOM = 4  # times what is painted on: in a large writing a few are as much as many


class KeptPictures:
    """Keeps what was painted lately, by all that its look depends on but the writing; `most` is how many it keeps."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._pixels = 0

    def draw(
        self, painter: QPainter, rect: QRect, look: Hashable, paint: Callable[[QPainter], object]
    ) -> None:
        """Draw what fills a rectangle; `paint` draws it where nothing of that look was drawn before.

        `paint` has a painter that works in the same places as the given one.
        """
        ratio = painter.device().devicePixelRatioF()
        key = (look, rect.width(), rect.height(), ratio)
        picture = self._known.get(key)
        if picture is None:
            picture = QPixmap(rect.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            inner = QPainter(picture)
            inner.translate(-rect.topLeft())
            paint(inner)
            inner.end()
            self._known[key] = picture
            self._pixels += _pixels(picture)
            device = painter.device()
            self._throw_away(round(_MOST_ROOM * device.width() * device.height() * ratio**2))
        else:
            self._known.move_to_end(key)
        painter.drawPixmap(rect.topLeft(), picture)

    def _throw_away(self, most: int) -> None:
        """Let the oldest go where there are many, or more than so many pixels; never the last."""
        while len(self._known) > self._most or (self._pixels > most and len(self._known) > 1):
            self._pixels -= _pixels(self._known.popitem(last=False)[1])

    def forget(self) -> None:
        """Draw all anew from here on, as where the writing is another."""
        self._known.clear()
        self._pixels = 0


def _pixels(picture: QPixmap) -> int:
    return picture.width() * picture.height()
