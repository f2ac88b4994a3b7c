"""The bottom of the review: what is still to be looked at, and what is to be made of the report."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from core.importers.reviewing import Review

_ALL_SURE = "✓ 全部读到，没有拿不准的地方"
_ALL_DONE = "✓ 拿不准的地方都核对过了"
_LAST_YEAR = 2099


class ReviewFoot(QWidget):
    """The verdict and the buttons; `first` is the one that Enter presses where nothing is left to be looked at.

    `year` is the one that a draft is to be made for: the year after, until the clerk says another.
    """

    def __init__(self, *, forward_first: bool) -> None:
        super().__init__()
        self.verdict = QLabel()
        self.verdict.setObjectName("reviewVerdict")
        self.before = _button("上一处", "reviewBefore")
        self.after = _button("下一处（F8）", "reviewNext")
        self.year = QSpinBox()
        self.year.setObjectName("forwardYear")
        self.year.setAccessibleName("生成哪一年的报告")
        self.year.setToolTip("生成哪一年的报告。中间隔了几年的，在这里改成要写的那一年。")
        self.year.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.year.valueChanged.connect(self._name_forward)
        self._read_of = 0
        which = QLabel("写哪一年(&X)")
        which.setBuddy(self.year)
        self.forward = _button("", "forwardButton")
        self.only = _button("", "openOnlyButton")
        self.cancel = _button("取消(&C)", "cancelReview")
        self.first = self.forward if forward_first else self.only
        self.first.setProperty("primary", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.verdict, self.before, self.after):
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in (which, self.year, self.forward, self.only, self.cancel):
            layout.addWidget(widget)

    def show_review(self, review: Review) -> None:
        """Show how a review stands."""
        year = review.reading.report.year
        self._follow(year)
        self.only.setText(f"只打开这份 {year} 年报告(&O)")
        left = len(review.open_places())
        self.verdict.setText(f"? 还有 {left} 处请核对" if left else _ALL_DONE if review.places else _ALL_SURE)
        self.verdict.setProperty("signal", "warning" if left else "ok")
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        for button in (self.before, self.after):
            button.setVisible(bool(review.places))

    def _follow(self, year: int) -> None:
        """Propose the year after the one that was read, where that is another now."""
        if year != self._read_of:
            self._read_of = year
            with QSignalBlocker(self.year):
                self.year.setRange(year + 1, _LAST_YEAR)
                self.year.setValue(year + 1)
            self._name_forward()

    def _name_forward(self) -> None:
        self.forward.setText(f"生成 {self.year.value()} 年报告(&G)")


def _button(words: str, name: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(True)
    return button
