"""One quiet notice above a draft: what it tells, a button that leads on, and one that sends it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gui.widgets.lines_label import LinesLabel
from gui.widgets.named_button import named_button

_MOST_LINES = 3
_MARGIN = 4  # above and below the words and the buttons, in all


class OfferLine(QFrame):
    """Tells in one line, or in a few where there is little width; `name` begins the names of its parts. `away` is the word that sends it away, `said` it in full.

    `is_away` is whether the clerk sent it away.

    Signals:
        wanted(): the clerk wants what it leads to.
        sent_away(): the clerk sent it away.
    """

    wanted = Signal()
    sent_away = Signal()

    def __init__(self, name: str, words: str, show: tuple[str, str], away: str, said: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.is_away = False
        self._words = LinesLabel(f"{name}Words", 1)
        self._words.setProperty("quiet", True)
        self.tell(words)
        part, word = show
        self.show_button = named_button(word, f"{name}{part}")
        self.show_button.clicked.connect(self.wanted)
        go = named_button(away, f"{name}Away")
        go.setAccessibleName(said)
        go.clicked.connect(self._go_away)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 1, 8, 1)
        layout.addWidget(self._words, 1)
        for button in (self.show_button, go):
            button.setProperty("slim", True)
            layout.addWidget(button)

    def tell(self, words: str) -> None:
        """Tell something else."""
        self._words.setText(words)

    def whole_width(self) -> int:
        """Return the room in which all its words stand beside its buttons."""
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        return words + self.sizeHint().width()

    def whole_height(self, width: int) -> int:
        """Return how high it is in that width with as many lines as its words need, up to the most."""
        more = self._lines_in(width) * self._words.fontMetrics().lineSpacing() + _MARGIN
        return max(more, self._least_height())

    def take_lines(self, width: int) -> None:
        """Take as many lines as the words need in that width, up to the most; one in no width."""
        self._words.take_lines(self._lines_in(width) if width else 1)

    def _lines_in(self, width: int) -> int:
        return min(self._words.needed(width - self.sizeHint().width()), _MOST_LINES)

    def _least_height(self) -> int:
        return self.show_button.sizeHint().height() + _MARGIN

    def _go_away(self) -> None:
        self.is_away = True
        self.hide()
        self.sent_away.emit()
