"""Words in a place of some lines, no more and no less: what has no room ends in dots and is said on hover."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyleOption

from gui.widgets.plain import plain
from gui.widgets.wrapping import MORE, Wrapping

_MARGIN = 1


class LinesLabel(QLabel):
    """Shows its text as plain words in a fixed number of lines, so that nothing below it ever moves."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._wrapping = Wrapping()
        self._most = most
        self._shorter: tuple[str, ...] = ()

    def show_words(self, words: str, *shorter: str) -> None:
        """Show words, or where these do not stand there whole the first of others that do, else the last in part."""
        self._shorter = shorter
        self.setText(words)

    def take_lines(self, most: int) -> None:
        """Take the room of that many lines."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of the lines."""
        return QSize(0, self._most * self.fontMetrics().lineSpacing() + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Never ask for less."""
        return self.sizeHint()

    def needed(self, width: int) -> int:
        """Return in how many lines all of its words stand in that width."""
        return len(self._wrapping.lines(self.text(), self.font(), width))

    def holds(self, words: str) -> bool:
        """Return whether words would stand there whole."""
        *_, last = self._wrapping.lines(words, self.font(), self.width(), self._most)
        return not last.endswith(MORE)

    def shown(self) -> tuple[str, ...]:
        """Return the lines as they stand there."""
        ways = (self.text(), *self._shorter)
        words = next((one for one in ways if self.holds(one)), ways[-1])
        return self._wrapping.lines(words, self.font(), self.width(), self._most)

    def event(self, event: QEvent) -> bool:
        """Say all of it on hover, where it is cut."""
        if event.type() == QEvent.Type.ToolTip:
            whole = self._wrapping.lines(self.text(), self.font(), self.width())
            self.setToolTip(plain(self.text()) if self.shown() != whole else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        look = QStyleOption()
        look.initFrom(self)
        painter = QPainter(self)
        painter.setPen(look.palette.windowText().color())  # type: ignore[attr-defined] # missing in the stubs
        metrics = self.fontMetrics()
        for number, line in enumerate(self.shown()):
            painter.drawText(0, _MARGIN + metrics.ascent() + number * metrics.lineSpacing(), line)
