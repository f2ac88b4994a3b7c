"""A field for a year, which says why one that was typed does not stay."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox

from gui.widgets.still_boxes import NumberBox


class YearField(NumberBox):
    """A year within limits, without arrows; `label` is what stands before it.

    Qt puts the year of before in the place of one that cannot be, without a word.

    Signals:
        refused(str): why what was typed does not stay; "" once the clerk types again or another year comes.
    """

    refused = Signal(str)

    def __init__(self, name: str, label: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._label = label
        self._typed: str | None = None
        self.lineEdit().textEdited.connect(self._type)
        self.valueChanged.connect(lambda _: self.refused.emit(""))
        self.editingFinished.connect(self._explain)

    def _type(self, text: str) -> None:
        self._typed = text
        self.refused.emit("")

    def _explain(self) -> None:
        typed, self._typed = self._typed, None
        if typed is not None and typed != self.text():
            self.refused.emit(f"“{self._label}”要填 {self.minimum()} 或以后的年份，现在还是 {self.value()}。")
