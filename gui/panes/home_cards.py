"""The reports worked on lately as cards, by office and with the newest year first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from core.recent import RecentReport, by_office, lacks, to_carry, to_continue
from core.settings import Settings
from gui.panes.home_card_delegate import CARD, Card, CardDelegate
from gui.theme import Theme
from gui.there import There
from gui.widgets.due_words import awaited, due_words
from gui.widgets.plain import plain
from gui.widgets.qt_numbers import MENU_OF_ACTIONS, SCROLL_BAR_OFF, WIDGET_SHORTCUT

if TYPE_CHECKING:  # the first page is painted before
    from PySide6.QtGui import QKeyEvent

_BETWEEN = 4


class HomeCards(QListWidget):
    """A list of cards: Enter or a double click opens one, Delete takes it off the list.

    Signals:
        report_chosen(Path): a report is to be opened.
        next_wanted(Path): the draft of the year after is to be made of a report.
        unwanted(RecentReport): a report is to be taken off the list.
        following_changed(RecentReport | None): another report is to be gone on with: a file is there after all, or not.
    """

    report_chosen = Signal(object)
    next_wanted = Signal(object)
    unwanted = Signal(object)
    following_changed = Signal(object)

    def __init__(self, theme: Theme, options: Settings) -> None:
        super().__init__()
        self._reports: list[RecentReport] = []
        self._there = There(self)
        self._there.changed.connect(self._mark_anew)
        self.setObjectName("recentList")
        self.setAccessibleName("做过的报告")
        self.setSpacing(_BETWEEN)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("horizontalScrollBarPolicy", SCROLL_BAR_OFF)
        self.setItemDelegate(CardDelegate(self, theme))
        self._options = options
        self._add_actions()
        self.itemActivated.connect(lambda _: self._open())
        self.currentItemChanged.connect(lambda *_: self._offer_next())
        # higher or lower it keeps the card at hand in sight; for an event of Qt PySide would make all their names first
        self.verticalScrollBar().rangeChanged.connect(self._show_heading)

    def _add_actions(self) -> None:
        """Offer by right click and by key what can be done with a card; Enter is the list's own key."""
        self.setProperty("contextMenuPolicy", MENU_OF_ACTIONS)
        self.open_action = QAction(self)  # words handed to its constructor have PySide look at icons
        self.open_action.setText("打开这份报告")
        self.open_action.setObjectName("openCard")
        self.open_action.triggered.connect(self._open)
        self.make_next = QAction(self)
        self.make_next.setObjectName("makeNextCard")
        self.make_next.setVisible(False)
        self.make_next.triggered.connect(self._make_next)
        self.take_off = QAction(self)
        self.take_off.setText("从列表里去掉，文件不动")
        self.take_off.setObjectName("takeOffCard")
        self.take_off.setProperty("shortcut", "Del")
        self.take_off.setProperty("shortcutContext", WIDGET_SHORTCUT)
        self.take_off.triggered.connect(self._take_off)
        self.addActions([self.open_action, self.make_next, self.take_off])

    def show_reports(self, reports: list[RecentReport]) -> RecentReport | None:
        """Show these reports, the one to go on with chosen; return that one, or None where there is none.

        After a card was taken off, the one that moved into its place is chosen.
        """
        before = self.currentRow()
        shorter = len(self._reports) > len(reports) > 0 and before >= 0  # headings are lines too
        self._reports = reports
        self.look_again()
        following = self._fill()
        self._choose_first(before if shorter else -1)
        return following

    def look_again(self) -> None:
        """Ask anew which files are there: one has turned out not to be."""
        self._there.look(one.path for one in self._reports)

    def _mark_anew(self) -> None:
        """Mark which files are there by now; a card that the clerk has chosen stays chosen."""
        chosen = self.card()
        row = self.currentRow() if chosen and not chosen.is_next else -1
        following = self._fill()
        self._choose_first(row)
        self.following_changed.emit(following)

    def _fill(self) -> RecentReport | None:
        """Show a card for each report; return the one to go on with, whose file is there as far as that is known."""
        there = {one.path: self._there.is_known(one.path) for one in self._reports}
        following = to_continue((one for one in self._reports if there[one.path]), awaited(self._options))
        groups = by_office(self._reports)
        self.clear()
        for office, group in groups.items():
            if len(groups) > 1:
                self._add_heading(office or "没有填单位的报告")
            for one in group:
                title = f"{one.year} 年报告" if len(groups) > 1 else f"{one.office}　{one.year} 年报告"
                due = "" if one.is_out else due_words(one.year, self._options)
                self._add(Card(one, title, due, is_there=there[one.path], is_next=one is following))
        return following

    def to_carry(self) -> RecentReport | None:
        """Return the report of the year before out of which the one that is due next can be made, None without one."""
        there = (one for one in self._reports if self._there.is_known(one.path))
        return to_carry(there, awaited(self._options))

    def awaited_year(self) -> int:
        """Return the year of the report that is due next where no card speaks of it, 0 where one does."""
        year = awaited(self._options)
        return year if lacks(self._reports, year) else 0

    def _add(self, card: Card) -> None:
        item = QListWidgetItem(card.words)
        item.setData(CARD, card)
        item.setToolTip(plain(card.report.path))
        self.addItem(item)

    def _add_heading(self, office: str) -> None:
        from PySide6.QtCore import Qt  # 20 ms, for the few with several units: flags take no number

        item = QListWidgetItem(office)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _choose_first(self, row: int) -> None:
        """Choose the card at a row or the nearest before it; without a row the one to go on with, or the first."""
        cards = [at for at in range(self.count()) if self.item(at).data(CARD)]
        following = [at for at in cards if self.item(at).data(CARD).is_next]
        behind = [at for at in cards if at >= row] if row >= 0 else following
        if cards:
            chosen = (behind or (cards[-1:] if row >= 0 else cards))[0]
            self.setCurrentRow(chosen)
            self._show_heading()

    def _show_heading(self) -> None:
        """Let the heading above the card at hand be in sight with it: the unit stands there alone.

        Where there is no room for both the card is in sight.
        """
        above = self.item(self.currentRow() - 1)
        if not any(self.item(row).data(CARD) for row in range(self.currentRow())):
            self.scrollToTop()
        elif not above.data(CARD):
            self.scrollToItem(above)
        if item := self.currentItem():
            self.scrollToItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another card as lists do, with its heading."""
        super().keyPressEvent(event)
        self._show_heading()

    def card(self) -> Card | None:
        """Return the card at hand."""
        item = self.currentItem()
        known = item.data(CARD) if item else None
        return known if isinstance(known, Card) else None

    def _open(self) -> None:
        card = self.card()
        if card:
            self.report_chosen.emit(Path(card.report.path))

    def _offer_next(self) -> None:
        """Offer to go on from the report at hand to the year after, where its file is there and nothing is left to do in it."""
        card = self.card()
        self.make_next.setVisible(bool(card and card.is_there and not card.report.is_unfinished))
        if card:
            year = card.report.year + 1
            known = "（已经有一份）" if self._has(card.report.office, year) else ""
            self.make_next.setText(f"生成 {year} 年报告{known}")

    def _has(self, office: str, year: int) -> bool:
        """Return whether the list has the report of an office and year, and it is there."""
        wanted = (one for one in self._reports if (one.office, one.year) == (office, year))
        return any(self._there.is_known(one.path) for one in wanted)

    def _make_next(self) -> None:
        card = self.card()
        if card:
            self.next_wanted.emit(Path(card.report.path))

    def _take_off(self) -> None:
        card = self.card()
        if card:
            self.unwanted.emit(card.report)
