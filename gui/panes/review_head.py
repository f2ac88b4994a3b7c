"""The top of the review: the file, the form and the year it was read with, and how much found a place."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from core.importers.reviewing import Review
from core.template import Library
from core.template.model import FIRST_YEAR, LAST_YEAR
from gui.widgets.eliding_box import ElidingBox
from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.one_line import OneLine

_SCALE = 1.2
_FORM_LETTERS = 36
_TWO_LINES = 0.55  # of the room of one: lines break before their end
_MUCH = 100  # what the counts leave goes to the form, as far as it needs it


class ReviewHead(QWidget):
    """Form and year can be overruled; the file is read again then.

    Signals:
        reread_wanted(str, int): it is to be read with that form and that year.
        next_chosen(int): a draft would be for that year: the year after, until the clerk says another.
    """

    reread_wanted = Signal(str, int)
    next_chosen = Signal(int)

    def __init__(self, name: str, library: Library) -> None:
        super().__init__()
        self.setObjectName("reviewHead")
        self._form = ElidingBox("reviewForm", "格式", least=_FORM_LETTERS, hugs=True)
        for template in library:
            self._form.addItem(template.name, template.id)
        self._year = _year_field("reviewYear", "年度")
        self._next = _year_field("forwardYear", "要写的是哪一年的报告")
        self._next.setToolTip("中间隔了几年的，改成要写的那一年。")
        self._next.valueChanged.connect(self.next_chosen)
        self._next.lineEdit().textEdited.connect(self._year_typed)
        self._next.editingFinished.connect(self._explain_year)
        self._typed: str | None = None
        self._too_early = ElidingLabel("forwardYearNote")
        self._too_early.setProperty("signal", "warning")
        self._read_of = 0
        self._again = QPushButton("按此重读(&A)")
        self._again.setObjectName("rereadButton")
        self._again.setAutoDefault(True)
        self._counts = OneLine("reviewCounts")
        self._row = QHBoxLayout()
        self._arrange(_title(name))
        self._form.currentIndexChanged.connect(self._offer)
        self._year.valueChanged.connect(self._offer)
        self._again.clicked.connect(
            lambda: self.reread_wanted.emit(self._form.currentData(), self._year.value())
        )

    def _arrange(self, title: QLabel) -> None:
        self._lines = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        first, row = QHBoxLayout(), self._row
        for line in (first, row):
            layout.addLayout(line)
            line.setSpacing(8)
        for words, box in (("年度(&Y)", self._year), ("格式(&M)", self._form)):
            label = QLabel(words)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        row.addWidget(self._again)
        row.setStretchFactor(self._form, _MUCH)
        row.addStretch(1)
        layout.addWidget(self._counts)
        which = QLabel("要写的年度(&X)")
        which.setBuddy(self._next)
        first.addWidget(title, 1)
        first.addWidget(self._too_early)
        first.addWidget(which)
        first.addWidget(self._next)

    def show_review(self, review: Review) -> None:
        """Show with what form and year the file was read, and the counts as they stand."""
        report = review.reading.report
        with QSignalBlocker(self._form), QSignalBlocker(self._year):
            self._form.setCurrentIndex(self._form.findData(report.template))
            self._year.setValue(report.year)
        self._shown = (report.template, report.year)
        for widget in (self._form, self._year):
            widget.setEnabled(not review.fixed)
        self._propose(report.year)
        self.show_counts(review)
        self._offer()

    @property
    def next_year(self) -> int:
        """The year that a draft would be for."""
        return self._next.value()

    def _propose(self, year: int) -> None:
        """Propose the year after the one that was read, where that is another than before."""
        if year != self._read_of:
            self._read_of = year
            self._next.setRange(year + 1, LAST_YEAR)
            self._next.setValue(year + 1)
            self._too_early.show_words("")

    def _year_typed(self, text: str) -> None:
        self._typed = text
        self._too_early.show_words("")

    def _explain_year(self) -> None:
        """Say why a year just typed does not stay; Qt puts the one of before in its place without a word."""
        typed, self._typed = self._typed, None
        if typed is not None and typed != self._next.text():
            words = f"要填 {self._next.minimum()} 或以后的年份，现在还是 {self._next.value()}。"
            self._too_early.show_words("", words)

    def show_counts(self, review: Review) -> None:
        """Show the counts as they stand."""
        fixed = "这是年报通自己的报告文件，原样打开，没有需要识别的内容。"
        self._counts.setText(fixed if review.fixed else review.counts().sentence)
        self._place_counts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again where the counts have room."""
        super().resizeEvent(event)
        self._place_counts()

    def _place_counts(self) -> None:
        """Let the counts stand beside the form where two lines of them fit there, else below."""
        others = [one.widget() for one in map(self._row.itemAt, range(self._row.count())) if one.widget()]
        fields = [one for one in others if one is not self._counts]
        taken = sum(one.sizeHint().width() + self._row.spacing() for one in fields)
        beside = self.width() - taken >= self._counts.sizeHint().width() * _TWO_LINES
        if beside and self._counts not in others:
            self._lines.removeWidget(self._counts)
            self._row.insertWidget(len(fields), self._counts)
        elif not beside and self._counts in others:
            self._row.removeWidget(self._counts)
            self._lines.addWidget(self._counts)

    def _offer(self) -> None:
        self._again.setEnabled((self._form.currentData(), self._year.value()) != self._shown)


def _year_field(name: str, words: str) -> QSpinBox:
    field = QSpinBox()
    field.setObjectName(name)
    field.setAccessibleName(words)
    field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    field.setRange(FIRST_YEAR, LAST_YEAR)
    return field


def _title(name: str) -> QLabel:
    title = QLabel(f"核对读到的：{name}")
    title.setObjectName("reviewTitle")
    title.setTextFormat(Qt.TextFormat.PlainText)
    font = QFont(title.font())
    font.setPointSizeF(font.pointSizeF() * _SCALE)
    font.setBold(True)
    title.setFont(font)
    return title
