"""What the home page shows once there are reports: the way on with the newest one, and all of them as cards."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.recent import RecentReport
from core.settings import Settings
from gui.panes.home_cards import HomeCards
from gui.panes.home_choice import Choice
from gui.theme import Theme
from gui.widgets.due_words import due_words
from gui.widgets.named_button import named_button
from gui.widgets.qt_numbers import PLAIN_TEXT

_LEAST_LINES = 3  # of the list: its scroll bar alone would ask for more than a low window has


class KnownReports(QWidget):
    """The cards under their heading; `going_on` and `take_off` stand elsewhere on the page.

    Signals:
        report_chosen(Path): a report is to be opened.
        next_wanted(Path): the draft of the year after is to be made of a report.
        unwanted(RecentReport): a report is to be taken off the list.
        offer_changed(): what `has_offer` says may be new.
    """

    report_chosen = Signal(object)
    next_wanted = Signal(object)
    unwanted = Signal(object)
    offer_changed = Signal()

    def __init__(self, theme: Theme, options: Settings, spacing: int) -> None:
        super().__init__()
        self._to_continue: RecentReport | None = None
        self._to_carry: RecentReport | None = None
        self._options = options
        self.going_on = Choice("homeContinue", primary=True)
        self.going_on.below.setProperty("textFormat", PLAIN_TEXT)
        self.cards = HomeCards(theme, options)
        self.cards.setMinimumHeight(_LEAST_LINES * self.cards.fontMetrics().lineSpacing())
        self.take_off = named_button("从列表里去掉(&D)", "homeTakeOff")
        heading = QLabel("做过的报告（双击或按回车打开）(&R)")
        heading.setBuddy(self.cards)
        self._due = QLabel()
        self._due.setObjectName("homeDue")
        self._due.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(heading, 1)
        head.addWidget(self._due)
        column.addWidget(self.cards, 1)
        self.going_on.button.clicked.connect(self._go_on)
        self.cards.report_chosen.connect(self.report_chosen)
        self.cards.next_wanted.connect(self.next_wanted)
        self.cards.unwanted.connect(self.unwanted)
        self.cards.following_changed.connect(self._offer)
        self.cards.following_changed.connect(self.offer_changed)
        self.take_off.clicked.connect(self.cards.take_off.trigger)

    def show_reports(self, reports: list[RecentReport]) -> None:
        """Show these reports, and offer the way on with one of them."""
        self._offer(self.cards.show_reports(reports))
        for widget in (self, self.take_off):
            widget.setVisible(bool(reports))

    def _offer(self, following: RecentReport | None) -> None:
        """Offer to go on with a report, else to make the one that is due next of last year's."""
        self._to_continue = following
        self._to_carry = last = None if following else self.cards.to_carry()
        if following:
            self.going_on.show_words(
                f"继续做 {following.year} 年报告(&N)", f"{_office(following)}\n{following.to_do}"
            )
        elif last:
            year = last.year + 1
            words = f"由{_office(last)} {last.year} 年报告生成\n{due_words(year, self._options)}"
            self.going_on.show_words(f"生成 {year} 年报告(&N)", words)
        self.going_on.setVisible(self.has_offer)
        self._tell_due()

    def _tell_due(self) -> None:
        """Tell of the report that is due next where neither the offer nor a card does."""
        year = 0 if self._to_carry else self.cards.awaited_year()
        self._due.setText(f"{year} 年报告：{due_words(year, self._options)}" if year else "")
        self._due.setVisible(bool(year))

    @property
    def has_offer(self) -> bool:
        """Whether there is a report to go on with, or to make the next one of."""
        return bool(self._to_continue or self._to_carry)

    def _go_on(self) -> None:
        if self._to_continue:
            self.report_chosen.emit(Path(self._to_continue.path))
        elif self._to_carry:
            self.next_wanted.emit(Path(self._to_carry.path))


def _office(report: RecentReport) -> str:
    return report.office or "没有填单位"
