"""The bottom of the review: what is still to be looked at, and what is to be made of the report."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.importers.reviewing import Review
from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.named_button import named_button
from gui.widgets.style_properties import set_style_properties

_ALL_SURE = "全部读到，没有拿不准的地方"
_ALL_DONE = "拿不准的地方都核对过了"
_AS_IT_IS = "原样打开，没有改动"
_SHORT = {_ALL_SURE: "✓ 都读到了", _ALL_DONE: "✓ 都核对过了", _AS_IT_IS: "✓ 原样打开"}  # on a narrow screen


class ReviewFoot(QWidget):
    """The verdict and the buttons; `first` is the one that Enter presses where nothing is left to be looked at."""

    def __init__(self, *, forward_first: bool) -> None:
        super().__init__()
        self.verdict = ElidingLabel("reviewVerdict")
        self.before = _button("上一处", "reviewBefore")
        self.after = _button("下一处（F8）", "reviewNext")
        self.forward = _button("", "forwardButton")
        self.only = _button("", "openOnlyButton")
        self.cancel = _button("取消(&Q)", "cancelReview")
        self.first = self.forward if forward_first else self.only
        self.first.setProperty("primary", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.verdict, self.before, self.after):
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in (self.forward, self.only, self.cancel):
            layout.addWidget(widget)

    def show_review(self, review: Review) -> None:
        """Show how a review stands."""
        year = review.reading.report.year
        self.only.setText(f"只打开这份 {year} 年报告(&O)")
        left = len(review.open_places())
        if left:
            self.verdict.show_words(f"? 还有 {left} 处", "请核对")
        elif review.left and review.fixed:
            self.verdict.show_words("!", f" 这份报告里{review.left}")
        else:
            words = _AS_IT_IS if review.fixed else _ALL_DONE if review.places else _ALL_SURE
            self.verdict.show_words("✓", f" {words}", short=_SHORT[words])
        is_open = left or (review.fixed and review.left)
        set_style_properties(self.verdict, signal="warning" if is_open else "ok")
        for button in (self.before, self.after):
            button.setVisible(bool(review.places))

    def show_next(self, year: int) -> None:
        """Name the year that a draft is to be made for."""
        self.forward.setText(f"生成 {year} 年报告(&G)")


def _button(words: str, name: str) -> QPushButton:
    button = named_button(words, name)
    button.setAutoDefault(True)
    return button
