"""One quiet line above a draft: what it tells, a button that leads on, and one that sends it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gui.widgets.lines_label import LinesLabel
from gui.widgets.named_button import named_button


class OfferLine(QFrame):
    """Tells in one line; `name` begins the names of its parts. `away` is the word that sends it away, `said` it in full.

    Signals:
        wanted(): the clerk wants what it leads to.
    """

    wanted = Signal()

    def __init__(self, name: str, words: str, show: tuple[str, str], away: str, said: str) -> None:
        super().__init__()
        self.setObjectName(name)
        label = LinesLabel(f"{name}Words", 1)
        label.setText(words)
        label.setProperty("quiet", True)
        part, word = show
        self.show_button = named_button(word, f"{name}{part}")
        self.show_button.clicked.connect(self.wanted)
        go = named_button(away, f"{name}Away")
        go.setAccessibleName(said)
        go.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 1, 8, 1)
        layout.addWidget(label, 1)
        for button in (self.show_button, go):
            button.setProperty("slim", True)
            layout.addWidget(button)
