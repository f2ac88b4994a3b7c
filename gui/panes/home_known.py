"""What the home page shows once there are reports: the way on with the newest one, and all of them as cards."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.recent import RecentReport
from core.settings import Settings
from gui.panes.home_cards import HomeCards
from gui.panes.home_choice import Choice
from gui.theme import Theme
from gui.widgets.named_button import named_button


class KnownReports(QWidget):
    """The cards under their heading; `going_on` and `take_off` stand elsewhere on the page.

    Signals:
        report_chosen(Path): a report is to be opened.
        unwanted(RecentReport): a report is to be taken off the list.
    """

    report_chosen = Signal(object)
    unwanted = Signal(object)

    def __init__(self, theme: Theme, options: Settings, spacing: int) -> None:
        super().__init__()
        self._to_continue: RecentReport | None = None
        self.going_on = Choice("homeContinue", primary=True)
        self.going_on.below.setTextFormat(Qt.TextFormat.PlainText)
        self.cards = HomeCards(theme, options)
        self.take_off = named_button("从列表里去掉(&D)", "homeTakeOff")
        heading = QLabel("做过的报告（双击或按回车打开）(&R)")
        heading.setBuddy(self.cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        column.addWidget(heading)
        column.addWidget(self.cards, 1)
        self.going_on.button.clicked.connect(self._go_on)
        self.cards.report_chosen.connect(self.report_chosen)
        self.cards.unwanted.connect(self.unwanted)
        self.take_off.clicked.connect(self.cards.take_off.trigger)

    def show_reports(self, reports: list[RecentReport]) -> RecentReport | None:
        """Show these reports; return the newest that is not finished, None where there is none to go on with."""
        following = self._to_continue = self.cards.show_reports(reports)
        if following:
            office = following.office or "没有填单位"
            self.going_on.show_words(f"继续做 {following.year} 年报告(&N)", f"{office}\n{following.to_do}")
        self.going_on.setVisible(following is not None)
        for widget in (self, self.take_off):
            widget.setVisible(bool(reports))
        return following

    def _go_on(self) -> None:
        if self._to_continue:
            self.report_chosen.emit(Path(self._to_continue.path))
