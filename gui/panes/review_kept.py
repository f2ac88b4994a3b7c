"""The line of the review that tells what became of the decisions of the time before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.named_button import named_button

_WIDEST = 60  # letters


class KeptLine(QWidget):
    """Hidden until there is something to say.

    Signals:
        unwanted(): the file is to be shown as it was read.
    """

    unwanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reviewKept")
        self._words = ElidingLabel("reviewKeptWords", widest=_WIDEST)
        self._drop = named_button("重新核对，不要上次的(&U)", "dropKeptButton")
        self._drop.setAutoDefault(True)
        self._drop.clicked.connect(self.unwanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._drop)
        row.addStretch(1)
        self.told = ("", False)
        self.hide()

    def show_words(self, words: str, *, can_drop: bool) -> None:
        """Show these; what they speak of can be dropped, or not."""
        self.told = (words, can_drop)
        self._words.show_words(words, "")
        self._drop.setVisible(can_drop)
        self.setVisible(bool(words))
