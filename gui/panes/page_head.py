"""The line at the top of a page: its title, and the button that begins words before its tables."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.theme import scaled
from gui.widgets.eliding_label import ElidingLabel

_TITLE_SCALE, _LARGE_TITLE_SCALE = 1.3, 1.2  # of the writing; the smaller one where that is large by itself
_LARGE = 200  # percent
_LEAST_TITLE = 8
_BEGIN, _BEGIN_SHORT = "在表前写几句文字", "写几句"
_KEY = "(&W)"


class PageHead(QWidget):
    """Shows the title whole where it can: the words of the button beside it give way, and are said in full on hover.

    What else has to do with the page may be added behind them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidingLabel("pageTitle", widest=_LEAST_TITLE)
        font = QFont(self.title.font())
        larger = _TITLE_SCALE if scaled(100) < _LARGE else _LARGE_TITLE_SCALE
        font.setPointSizeF(font.pointSizeF() * larger)
        font.setBold(True)
        self.title.setFont(font)
        self.begin = QPushButton(_BEGIN + _KEY)
        self.begin.setObjectName("addWords")
        self.begin.setAccessibleName(_BEGIN)
        self.begin.setProperty("slim", True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.begin)

    def add(self, widget: QWidget) -> None:
        """Put something behind what is there."""
        self._row.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the words of the button that leave the title its room."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Choose again where a title is longer, or something came."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        words = _BEGIN if self._wide_with(_BEGIN) <= self.width() else _BEGIN_SHORT
        if self.begin.text() != words + _KEY:
            self.begin.setText(words + _KEY)
            self.begin.setToolTip("" if words == _BEGIN else _BEGIN)

    def _wide_with(self, words: str) -> int:
        """Return the room that the whole line wants with those words on the button."""
        shown = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        hints = [one.sizeHint().width() + self._row.spacing() for one in shown if not one.isHidden()]
        measure = self.begin.fontMetrics()
        longer = measure.horizontalAdvance(words + _KEY) - measure.horizontalAdvance(self.begin.text())
        return sum(hints) - self._row.spacing() + (0 if self.begin.isHidden() else longer)
