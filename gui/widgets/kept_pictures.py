"""Pictures of cells and lines: their words wrap in few ways and many are alike, but all are painted again and again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap


class KeptPictures:
    """Keeps what was painted lately, by all that its look depends on but the writing; `most` is how many it keeps."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[Hashable, QPixmap] = OrderedDict()

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
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(key)
        painter.drawPixmap(rect.topLeft(), picture)

    def forget(self) -> None:
        """Draw all anew from here on, as where the writing is another."""
        self._known.clear()
