"""The first page: go on with the report at hand, open last year's, begin a blank one, or take one of those known."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.recent import RecentReport
from core.settings import Settings
from gui.panes.home_cards import HomeCards
from gui.panes.home_office import OfficeQuestion
from gui.theme import Theme
from gui.widgets.named_button import named_button

_WIDEST_LETTERS = 62
_SCALE = 1.4
_AROUND_CHOICE = 36
KINDS = ("Word", "WPS", "PDF", "Excel", "网页", "纯文本")
_NO_RECENT = "做过的报告会列在这里。打开去年的报告，就能得到今年的草稿。"


class HomePage(QWidget):
    """What is shown while no report is open.

    Signals:
        last_year_wanted(), new_wanted(), sample_wanted(), help_wanted(): a choice was made.
        report_chosen(Path): a report of the list was chosen.
        unwanted(RecentReport): a report is to be taken off the list.
        office_named(str): the clerk has said the name of the unit.
    """

    last_year_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()
    help_wanted = Signal()
    report_chosen = Signal(object)
    unwanted = Signal(object)
    office_named = Signal(str)

    def __init__(self, theme: Theme, options: Settings, *, has_sample: bool) -> None:
        super().__init__()
        self.setObjectName("homePage")
        self._options = options
        self._to_continue: RecentReport | None = None
        self._continue = _Choice("homeContinue")
        self._last_year = _Choice(
            "homeLastYear",
            "打开去年的报告(&L)",
            f"{'、'.join(KINDS)}都行，也可以拖进窗口或按 Ctrl+V 粘贴",
        )
        self._new = _Choice("homeNew", "新建空白报告(&B)", "没有去年的电子文件时，按官方格式填写")
        self._question = OfficeQuestion()
        self._cards = HomeCards(theme, options)
        self._nothing = QLabel(_NO_RECENT)
        self._nothing.setProperty("quiet", True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._take_off = named_button("从列表里去掉(&D)", "homeTakeOff")
        self._sample = named_button("用示例报告试一试(&S)", "homeSample")
        self._sample.setVisible(has_sample)
        self._help = named_button("使用说明(&G)", "homeHelp")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setSpacing(12)
        self._head = QLabel("年报通")
        self._head.setFont(_larger(self._head.font()))
        column.addWidget(self._head)
        column.addWidget(self._question)
        row = QHBoxLayout()
        row.setSpacing(16)
        for choice in (self._continue, self._last_year, self._new):
            row.addWidget(choice, 1)
        column.addLayout(row)
        self._heading = QLabel("做过的报告（双击或按回车打开）(&R)")
        self._heading.setBuddy(self._cards)
        column.addWidget(self._heading)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._cards, 1)
        end = QHBoxLayout()
        for link in (self._help, self._sample):
            end.addWidget(link)
        end.addStretch(1)
        end.addWidget(self._take_off)
        column.addLayout(end)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 16, 32, 16)
        outer.addStretch(1)
        outer.addWidget(self._middle, 100)
        outer.addStretch(1)
        self._middle.setMaximumWidth(_WIDEST_LETTERS * self.fontMetrics().horizontalAdvance("年"))

    def _connect(self) -> None:
        self._continue.button.clicked.connect(self._go_on)
        self._last_year.button.clicked.connect(self.last_year_wanted)
        self._new.button.clicked.connect(self.new_wanted)
        self._sample.clicked.connect(self.sample_wanted)
        self._help.clicked.connect(self.help_wanted)
        self._cards.report_chosen.connect(self.report_chosen)
        self._cards.unwanted.connect(self.unwanted)
        self._take_off.clicked.connect(self._cards.take_off.trigger)
        self._question.answered.connect(self._answered)

    def show_recent(self, reports: list[RecentReport]) -> None:
        """Show the reports worked on lately, and what to do next with the newest that is not finished."""
        following = self._to_continue = self._cards.show_reports(reports)
        if following:
            office = following.office or "没有填单位"
            self._continue.show_words(f"继续做 {following.year}年报告(&N)", f"{office}\n{following.to_do}")
        self._continue.setVisible(following is not None)
        self._continue.set_primary(following is not None)
        self._last_year.set_primary(following is None)
        for widget in (self._cards, self._heading, self._take_off):
            widget.setVisible(bool(reports))
        for widget in (self._head, self._nothing):
            widget.setVisible(not reports)
        self._question.setVisible(not reports and not self._options.office)
        self._middle.updateGeometry()  # or before the window is shown it counts as tall as with all of these

    def _go_on(self) -> None:
        if self._to_continue:
            self.report_chosen.emit(Path(self._to_continue.path))

    def _answered(self, name: str) -> None:
        if name:
            self.office_named.emit(name)


class _Choice(QWidget):
    """A large button with a line of explanation under it."""

    def __init__(self, name: str, words: str = "", explanation: str = "") -> None:
        super().__init__()
        self.button = QPushButton()
        self.button.setObjectName(name)
        self.button.setAutoDefault(True)
        self.button.setFont(_larger(self.button.font()))
        self.button.setMinimumHeight(self.button.fontMetrics().height() + _AROUND_CHOICE)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._below = QLabel()
        self._below.setProperty("quiet", True)
        self._below.setTextFormat(Qt.TextFormat.PlainText)
        self._below.setWordWrap(True)
        self._below.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.button)
        layout.addWidget(self._below, 1)
        self.show_words(words, explanation)

    def show_words(self, words: str, explanation: str) -> None:
        """Show other words on the button and under it."""
        self.button.setText(words)
        self.button.setAccessibleDescription(explanation)
        self._below.setText(explanation)

    def set_primary(self, primary: bool) -> None:
        """Let it stand out as the one thing to do next, or not."""
        if self.button.property("primary") != primary:
            self.button.setProperty("primary", primary)
            self.button.style().unpolish(self.button)
            self.button.style().polish(self.button)


def _larger(font: QFont) -> QFont:
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * _SCALE)
    return larger
