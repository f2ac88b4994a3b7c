"""The top of the review: the file, the form and the year it was read with, and how much found a place."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.importers.reviewing import Review
from core.template import Library
from core.template.model import FIRST_YEAR, LAST_YEAR
from gui.widgets.eliding_box import ElidingBox
from gui.widgets.one_line import OneLine
from gui.widgets.year_field import YearField

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

    def __init__(
        self, name: str, library: Library, today: Callable[[], datetime.date] = datetime.date.today
    ) -> None:
        super().__init__()
        self._today = today
        self.setObjectName("reviewHead")
        self._form = ElidingBox("reviewForm", "格式", least=_FORM_LETTERS, hugs=True)
        for template in library.newest_first():
            self._form.addItem(template.name, template.id)
        self._year = YearField("reviewYear", "年度", "年度")
        self._year.setRange(FIRST_YEAR, LAST_YEAR)
        self._next = YearField("forwardYear", "要写的年度", "要写的是哪一年的报告")
        self._next.setToolTip("中间隔了几年的，改成要写的那一年。")
        self._next.valueChanged.connect(self.next_chosen)
        self._refused = OneLine("yearNote")
        self._refused.setProperty("signal", "warning")
        for field in (self._year, self._next):
            field.refused.connect(self._tell)
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
        layout.addLayout(first)
        layout.addWidget(self._refused)
        layout.addLayout(row)
        for line in (first, row):
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

    @property
    def chosen_year(self) -> int:
        """The year to be written that the clerk chose, 0 where it is the one that was proposed."""
        return self._next.value() if self._next.value() != self._next.minimum() else 0

    def choose_year(self, year: int) -> None:
        """Take the year that the clerk chose before; 0 leaves the one proposed."""
        if year:
            self._next.setValue(year)

    def _propose(self, year: int) -> None:
        """Propose the year after the one that was read, where that is another than before."""
        if year != self._read_of:
            self._read_of = year
            self._next.setRange(year + 1, LAST_YEAR)
            self._next.setValue(year + 1)
            self._tell("")  # it may be of the file before, with the same year

    def _tell(self, refused: str) -> None:
        """Say why a year typed does not stay, else which year has not begun: no report can be of it yet."""
        early = [field.value() for field in (self._year, self._next) if field.value() > self._today().year]
        words = refused or (f"{early[0]} 年还没到，请看一看年份。" if early else "")
        self._refused.setText(words)
        self._refused.setAccessibleName(words)
        self._refused.setVisible(bool(words))

    def show_counts(self, review: Review) -> None:
        """Show the counts as they stand."""
        fixed = "这是年报通自己的报告文件，原样打开，没有拿不准的地方。"
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


def _title(name: str) -> QLabel:
    title = QLabel(f"核对读到的：{name}")
    title.setObjectName("reviewTitle")
    title.setTextFormat(Qt.TextFormat.PlainText)
    font = QFont(title.font())
    font.setPointSizeF(font.pointSizeF() * _SCALE)
    font.setBold(True)
    title.setFont(font)
    return title
