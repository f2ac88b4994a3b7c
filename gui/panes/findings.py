"""What the checks say, grouped by weight; a click goes to the place, the fix is a button."""

from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.checks.model import Finding
from gui.panes import finding_items, own_places
from gui.panes.finding_deeds import FindingDeeds
from gui.panes.finding_follower import came_since, follower, name_of, stands_for
from gui.panes.finding_items import FINDING, FOLD
from gui.panes.finding_list import FindingList, Spot
from gui.panes.remedies import Remedies
from gui.session import Session
from gui.theme import Theme
from gui.widgets.offer_menu import offer_menu

# The key of the chosen finding, what of the list is in sight, and the reasons begun for keeping findings.
FindingsPlace = tuple[str, Spot | None, dict[str, str]]

_NOTHING = "还没有发现问题。填写数据后，这里会随时告诉您哪里对不上。"


class FindingsPanel(QWidget):
    """The findings of the open report, and what can be done about the chosen one.

    Signals:
        place_chosen(Place): the clerk wants to see that place.
        said(str): what was done, to be told until the next step.
    """

    place_chosen = Signal(object)
    said = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("findingsPanel")
        self._session = session
        self._rows = finding_items.Rows(session)
        self._listed: list[Finding] = []
        self._next: Finding | None = None  # what stands where the chosen one stood that is gone
        self._was_error = False
        self._goes_on = False
        self._errors: list[Finding] = []
        self._known: set[str] = set()
        self._is_behind = False
        self._kept: dict[str, str] = {}
        self._shows_kept = False
        self._nothing = QLabel(_NOTHING)
        self._nothing.setObjectName("noFindings")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._list = self._make_list(theme)
        self._deeds = FindingDeeds(session, self.chosen, self._list)
        self._deeds.said.connect(self.said)
        self._remedies = self._make_remedies()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._remedies)
        self._show_findings()

    def _make_list(self, theme: Theme) -> FindingList:
        made = FindingList(theme)
        made.setObjectName("findingsList")
        made.setAccessibleName("检查结果")
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        made.itemPressed.connect(self._chosen_by_hand)  # a click may end on another line: the list scrolls
        made.itemActivated.connect(self._chosen_by_hand)
        made.walked_to.connect(self._walked_to)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(self._open_menu)
        made.currentItemChanged.connect(self._offer)
        made.itemSelectionChanged.connect(self._offer)
        return made

    def _make_remedies(self) -> Remedies:
        made = Remedies()
        made.fix_wanted.connect(self._deeds.press_fix)
        made.place_wanted.connect(self._go_to_place)
        made.kept.connect(self._deeds.keep)
        made.taken_back.connect(self._deeds.take_back)
        made.place_turned.connect(self._deeds.turn_place)
        return made

    def show_findings(self) -> None:
        """Show the findings as they are now, out of sight once they are asked for; the chosen one stays chosen."""
        self._is_behind = True
        if self.isVisible():
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what became of the findings meanwhile."""
        self._catch_up()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut the field for a reason by Esc, wherever in here the keys are."""
        if event.key() != Qt.Key.Key_Escape or not self._remedies.put_reason_away():
            super().keyPressEvent(event)

    def _catch_up(self) -> None:
        if self._is_behind:
            self._show_findings()

    def _show_findings(self) -> None:
        self._is_behind = False
        chosen = self._marked()
        with QSignalBlocker(self._list):
            rows = self._rows.now(shows_kept=self._shows_kept)
            listed = [row.finding for row in rows if row.finding]
            self._list.show_rows(rows, partial(self._choose_again, chosen, listed))
        self._listed = listed
        self._kept = {one.finding.key: one.reason for one in self._session.kept()}
        self._kept |= {one.key: own_places.WHAT_IT_DOES for one in own_places.noted(self._session.report)}
        self._known = {name_of(one) for one in self._session.findings}
        errors = [one for one in self._session.findings if one.severity == "error"]
        self._goes_on = self._goes_on and not came_since(self._errors, errors)
        self._errors = errors
        self._nothing.setVisible(not self._list.count())
        self._list.setVisible(bool(self._list.count()))
        self._offer()

    def _choose_again(self, chosen: Finding | None, listed: list[Finding]) -> None:
        """Choose the same finding, or where it is gone keep the place in the list without choosing another."""
        same = (
            stands_for(chosen, listed, self._known, self._kept, moves_off=self._deeds.mends)
            if chosen
            else None
        )
        again = self._list.item_with(same.key) if same else None
        if again is not None:
            self._list.setCurrentItem(again)
            self._list.measure()  # the chosen one is shown whole
        elif chosen is not None:
            self._was_error = chosen.severity == "error"
            place = self._place_of(chosen)
            self._next = follower(self._listed, place + 1, listed, place)
        elif self._next is not None:
            place = self._place_of(self._next)
            self._next = follower(self._listed, place, listed, place)

    def _place_of(self, finding: Finding) -> int:
        """Return the place of a finding among those that were listed."""
        return next((at for at, one in enumerate(self._listed) if one.key == finding.key), len(self._listed))

    def keep_place(self) -> FindingsPlace:
        """Return which finding is chosen, what is in sight of the list, and what was typed below it."""
        chosen = self.chosen()
        return chosen.key if chosen else "", self._list.spot(), self._remedies.reasons_begun

    def come_back(self, place: FindingsPlace) -> None:
        """Choose the finding of that place again, without going to it, and show the same part of the list."""
        self._catch_up()
        key, spot, reasons = place
        item = self._list.item_with(key)
        if item is not None:
            with QSignalBlocker(self._list):
                self._list.setCurrentItem(item)
                self._list.measure()
            self._offer()
        self._remedies.go_on_with(reasons)
        self._list.executeDelayedItemsLayout()
        if spot:
            self._list.stand_at(spot)

    def chosen(self) -> Finding | None:
        """Return the chosen finding, or None: what has only the focus of the keys is not marked as chosen."""
        self._catch_up()
        return self._marked()

    def _marked(self) -> Finding | None:
        """Return the finding that is marked as chosen in the list."""
        item = self._list.currentItem()
        finding = item.data(FINDING) if item and item.isSelected() else None
        return finding if isinstance(finding, Finding) else None

    def step(self, by: int) -> bool:
        """Choose the next finding, or with -1 the one before, and go to its place; False where there is none.

        After the last comes the first again. What must be mended comes before all else until one stepped past it.
        """
        self._catch_up()
        rows, errors = (self._list.open_rows(self._kept, weight) for weight in ("", "error"))
        if not rows:
            return False
        marked = self._marked()
        was_error = marked.severity == "error" if marked else self._was_error
        if by > 0 and errors and not (was_error or self._goes_on):
            self._come_to(errors[0])
            return True
        if by > 0 and was_error and not marked and not self._goes_on:
            rows = errors or rows  # one of them was mended: the others come before what is to be looked at
        at = self._list.currentRow() if marked else self._row_of_next() - (by > 0)
        later = [row for row in rows if row > at] if by > 0 else [row for row in rows if row < at][::-1]
        self._come_to(later[0] if later else rows[0 if by > 0 else -1])
        return True

    def begin_anew(self) -> None:
        """Choose nothing, so that the next step goes to the first that must be mended, wherever one was before.

        Keys in what is offered for the chosen one go to the list first: they would land anywhere once that is gone.
        """
        if self._remedies.isAncestorOf(QApplication.focusWidget() or self):
            self._list.setFocus()
        self._catch_up()
        self._list.clearSelection()
        self._list.setCurrentRow(-1)
        self._goes_on = self._was_error = False
        self._next = None

    def _row_of_next(self) -> int:
        """Return the line that stands where the chosen finding stood that is gone, 0 where there is none."""
        item = self._list.item_with(self._next.key) if self._next else None
        return self._list.row(item) if item else 0

    def step_to_error(self) -> bool:
        """Go to the first that must be mended, from one of these to the next; then so to what is not written yet.

        Where there is nothing of either as `step` does.
        """
        self._catch_up()
        wanted = self._list.open_rows(self._kept, "error") or self._list.unwritten_rows(self._kept)
        if not wanted:
            return self.step(1)
        at = self._list.currentRow() if self._marked() and self._list.currentRow() in wanted else -1
        self._come_to(next((row for row in wanted if row > at), wanted[0]))
        return True

    def _come_to(self, row: int) -> None:
        """Choose the finding in a line and go to its place."""
        self._goes_on = True
        self._next = None
        self._list.setCurrentRow(row)
        self._go(self._list.item(row))

    def _walked_to(self, item: QListWidgetItem) -> None:
        """Show the place of a finding beside the list, where the keys stay."""
        self._goes_on = False
        self._go(item)
        self._list.setFocus()

    def _chosen_by_hand(self, item: QListWidgetItem) -> None:
        """Go to the place of a finding; unfold or fold what was kept."""
        if item.data(FOLD):
            self._shows_kept = not self._shows_kept
            self._show_findings()
            rows = range(self._list.count())
            self._list.setCurrentRow(next(row for row in rows if self._list.item(row).data(FOLD)))
        else:
            self._goes_on = False
            self._go(item)

    def _open_menu(self, at: QPoint) -> None:
        """Offer in a menu what can be done about the chosen finding: at the mouse, or by the keys at its line."""
        item = self._list.currentItem()
        if self._marked() is None or item is None:
            return
        box = self._list.visualItemRect(item)
        go = ("跳到这一处", partial(self._chosen_by_hand, item))
        menu = offer_menu(self._list, "findingMenu", [go, *self._remedies.offers()])
        menu.popup(self._list.viewport().mapToGlobal(at if box.contains(at) else box.center()))

    def _go_to_place(self, number: int) -> None:
        """Go to one of the places that the chosen finding names."""
        finding = self.chosen()
        if finding and finding.where:
            self.place_chosen.emit(finding.where[number])

    def _go(self, item: QListWidgetItem) -> None:
        finding = item.data(FINDING)
        if isinstance(finding, Finding) and finding.where:
            self.place_chosen.emit(finding.where[0])

    def _offer(self) -> None:
        """Offer what can be done about the chosen finding."""
        finding = self.chosen()
        reason = self._kept.get(finding.key, "") if finding else ""
        place = finding_items.place_words(self._session, finding) if finding else ""
        self._remedies.show_finding(finding, reason, place)
        self._remedies.fit(self._list.width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what of the remedies has room below the list."""
        super().resizeEvent(event)
        self._remedies.fit(self._list.width(), self.height())

    @property
    def remedies(self) -> Remedies | None:
        """What can be done about the chosen finding, None where none is chosen."""
        return self._remedies if self.chosen() else None

    def apply_fix(self) -> bool:
        """Make the change that the chosen finding suggests; return whether it suggests one."""
        return self._deeds.mend()
