"""The line of the review that tells what became of the decisions of the time before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.named_button import named_button

_WIDEST = 60  # letters
_AS_READ = "现在是刚读到的样子，上次的修改没有放上来。按 Ctrl+Z 可以找回。"


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
        self._told = self._told_before = ("", False)
        self.hide()

    def show_words(self, words: str, *, can_drop: bool) -> None:
        """Say what became of the decisions of the time before; where it `can_drop` them, offer that."""
        self._told_before = ("", False)
        self._show(words, can_drop=can_drop)

    def _show(self, words: str, *, can_drop: bool) -> None:
        self._told = (words, can_drop)
        self._words.show_words(words, "")
        self._drop.setVisible(can_drop)
        self.setVisible(bool(words))

    def show_as_read(self) -> None:
        """Say that the decisions of the time before were dropped, and how to have them back."""
        self._told_before = self._told
        self._show(_AS_READ, can_drop=False)

    def show_step(self, *, back: bool, is_begun: bool) -> None:
        """Follow a step that took back all that was decided, or brought it back: what is said shall hold of it."""
        words, can_drop = self._told_before
        if is_begun and self._told[0] == (_AS_READ if back else ""):
            self._show(words, can_drop=can_drop)
        elif self._told[1] and not back and not is_begun:
            self.show_as_read()
        elif self._told[1] and back and not is_begun:
            self._told_before = self._told
            self._show("", can_drop=False)

    def say_as(self, other: "KeptLine") -> None:
        """Go on where another line stood, of the same review in another look."""
        words, can_drop = other._told
        self._show(words, can_drop=can_drop)
        self._told_before = other._told_before
