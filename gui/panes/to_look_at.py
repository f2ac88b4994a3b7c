"""The list of what came from last year and nobody has looked at, by pages; ticked off here or by editing."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QTreeWidgetItem, QVBoxLayout, QWidget

from core import cell_names
from core.carry import Item, confirmed, to_look_at, with_source
from core.checks.model import CellPlace, Place, TextPlace
from gui.carried import after_last, by_page, place_of
from gui.pages import pages_of, title_of, words_for
from gui.panes.waiting_list import WaitingList
from gui.progress import progress_of
from gui.session import Session
from gui.theme import Theme
from gui.widgets.eliding_button import ElidingButton
from gui.widgets.one_answer import answers_once
from gui.widgets.plain import plain

_NONE = "打开去年的报告、生成今年的草稿后，这里会列出照抄去年、要逐处核对的每一段、每个数、日期、人名和电话。"
_ITEM = Qt.ItemDataRole.UserRole
_STILL_RIGHT = "仍然正确"
_NOT_SEEN = "这一处刚才不在眼前，请看过再点“仍然正确”。"
_LONGEST = 60

_Spot = tuple[str, int, str]


class ToLookAtPanel(QWidget):
    """What is to be looked at: pages, in them paragraphs and cells, in paragraphs what may have changed.

    The line chosen here and the place shown beside it are always the same, so that nobody ticks off what nobody saw.
    `is_seen` tells whether a place is the one at hand there and in sight.

    Signals:
        place_chosen(Place): the clerk wants to see that place, or is led there.
        refused(str): why nothing was ticked off, one sentence.
        all_looked_at(): the last line was ticked off.
    """

    place_chosen = Signal(object)
    refused = Signal(str)
    all_looked_at = Signal()

    def __init__(
        self, session: Session, theme: Theme, is_seen: Callable[[Place], bool] = lambda place: True
    ) -> None:
        super().__init__()
        self.setObjectName("toLookAtPanel")
        self._session = session
        self._theme = theme
        self._is_seen = is_seen
        self._items: list[Item] | None = None
        self._at: Place | None = None  # where the clerk is on the page
        self._leads = False
        self._head = QLabel()
        self._head.setObjectName("toLookAtHead")
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._tree = self._make_tree()
        self._confirm = ElidingButton(_STILL_RIGHT)
        self._confirm.setObjectName("toLookAtConfirm")
        self._confirm.setProperty("primary", True)
        self._confirm.clicked.connect(self._tick_off)
        answers_once(self._confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for widget, stretch in ((self._head, 0), (self._tree, 1), (self._confirm, 0)):
            layout.addWidget(widget, stretch)
        layout.addStretch(0)

    def _make_tree(self) -> WaitingList:
        made = WaitingList()
        made.itemClicked.connect(self._go)
        made.itemActivated.connect(self._go)
        made.itemSelectionChanged.connect(self._offer)
        made.walked_to.connect(self._lead_to)
        made.still_right.connect(self._tick_off)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what changed, and where the clerk went, while the list was out of sight."""
        super().showEvent(event)
        self.refresh()
        if self._at:
            self.show_place(self._at)

    def refresh(self, *, on_to: Sequence[_Spot] = ()) -> None:
        """Show what is to be looked at now, and what of it is at hand on the page; out of sight that waits.

        With `on_to` the first of these places that is still on the list is chosen instead.
        """
        if not self.isVisible():
            return
        items = to_look_at(self._session.template, self._session.report)
        self._head.setText(self._sentence(items))
        if items != self._items:
            chosen = [_spot(one) for one in self._chosen()]
            self._items = items
            self._fill(items, lambda: self._next(on_to) if on_to else self._again(chosen))
        self._tree.setVisible(bool(items))
        self._offer()

    def _next(self, on_to: Sequence[_Spot]) -> list[QTreeWidgetItem]:
        """Return the line of the first of some places that is still on the list."""
        leaves = {_spot(leaf.data(0, _ITEM)): leaf for leaf in self._leaves()}
        return [leaves[spot] for spot in on_to if spot in leaves][:1]

    def _again(self, chosen: Collection[_Spot]) -> list[QTreeWidgetItem]:
        """Return the line of the place at hand; who works in the list keeps what is chosen there."""
        if self._at and not self._tree.hasFocus():
            return [leaf for leaf in self._leaves() if _is_at(leaf.data(0, _ITEM), self._at)]
        return [leaf for leaf in self._leaves() if _spot(leaf.data(0, _ITEM)) in chosen]

    def _sentence(self, items: list[Item]) -> str:
        done = progress_of(self._session)
        hints = {(one.section, one.paragraph) for one in items if one.edited}
        if not done.carried:
            return _NONE
        if done.looked_at < done.carried:
            copied = with_source(self._session.report, "照抄")
            words = f"{copied}的内容已核对 {done.looked_at}/{done.carried} 处，还有 {done.carried - done.looked_at} 处。"
        else:
            words = after_last(self._session)
        left = with_source(self._session.report, f"改过的段落里，有 {len(hints)} 段还留着")
        return words + (f"{left}的数或日期。" if hints else "")

    def _fill(self, items: list[Item], chosen: Callable[[], list[QTreeWidgetItem]]) -> None:
        """Build the list anew with what is to be chosen in it then: scrolled as it was, where that is in sight there."""
        at = self._tree.verticalScrollBar().value()
        with QSignalBlocker(self._tree):
            self._tree.clear()
            for number, own in by_page(self._session, items):
                self._tree.addTopLevelItem(self._group(number, own))
            self._tree.expandAll()
            for leaf in chosen():
                if self._tree.currentItem() is None:
                    self._tree.setCurrentItem(leaf)
                leaf.setSelected(True)
        self._tree.verticalScrollBar().setValue(at)
        self._tree.show_chosen()

    def _group(self, number: int, items: list[Item]) -> QTreeWidgetItem:
        template, report = self._session.template, self._session.report
        places = [one for one in items if one.kind in ("段落", "单元格")]
        waiting = sum(not one.edited for one in places)
        title = title_of(template, report, pages_of(template, report)[number])
        group = QTreeWidgetItem([f"{title}（{waiting} 处）" if waiting else title])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for one in items:
            is_place = one.kind in ("段落", "单元格")
            above = group if is_place else group.child(group.childCount() - 1)
            above.addChild(self._leaf(one))
        return group

    def _leaf(self, item: Item) -> QTreeWidgetItem:
        leaf = QTreeWidgetItem([self._words(item)])
        leaf.setData(0, _ITEM, item)
        leaf.setToolTip(0, plain(f"{self._where(item)}：{item.words}"))
        leaf.setForeground(0, self._theme.colour("quiet_text" if item.edited else "text"))
        return leaf

    def _where(self, item: Item) -> str:
        return words_for(self._session.template, self._session.report, place_of(item))

    def _words(self, item: Item) -> str:
        words = item.words.strip()[:_LONGEST].replace("\n", " ")
        if item.cell:
            form = self._session.template
            return "　".join((f"○ {words}", *reversed(cell_names.brief_labels(form, form.cells[item.cell]))))
        if item.kind == "段落":
            return f"{'· 已修改' if item.edited else '○'} 第 {item.paragraph + 1} 段　{words}"
        return f"{item.kind}　{words}"

    def _leaves(self) -> list[QTreeWidgetItem]:
        """Return the places of the list, without what is in them."""
        groups = [self._tree.topLevelItem(row) for row in range(self._tree.topLevelItemCount())]
        return [group.child(row) for group in groups if group for row in range(group.childCount())]

    def _go(self, leaf: QTreeWidgetItem) -> None:
        """Show the place of a line and leave the keys there; while several are chosen they stay in the list."""
        self._lead_to(leaf, keeps_keys=len(self._tree.selectedItems()) > 1)

    def _lead_to(self, leaf: QTreeWidgetItem, *, keeps_keys: bool = True) -> None:
        """Show the place of a line beside the list."""
        item = leaf.data(0, _ITEM)
        if not isinstance(item, Item):
            return
        self._leads = True
        try:
            self.place_chosen.emit(place_of(item))
        finally:
            self._leads = False
        if keeps_keys:
            self._tree.setFocus()

    def _chosen(self) -> list[Item]:
        return [leaf.data(0, _ITEM) for leaf in self._tree.selectedItems() if leaf.data(0, _ITEM)]

    def _offer(self) -> None:
        """Offer to tick off what is chosen."""
        chosen = self._chosen()
        places = {(one.section, one.paragraph, one.cell) for one in chosen}
        self._confirm.setVisible(bool(chosen))
        self._confirm.show_words(
            f"这 {len(places)} 处{_STILL_RIGHT}" if len(places) > 1 else f"{_STILL_RIGHT}（Ctrl+回车）"
        )

    def _tick_off(self) -> None:
        """Tick off what is chosen and still stands as the list shows it, and go on to the next; not what was not seen."""
        chosen = self._chosen()
        if len(chosen) == 1 and not self._is_seen(place_of(chosen[0])):
            self._lead_to(self._tree.selectedItems()[0])
            self.refused.emit(_NOT_SEEN)
            return
        now = to_look_at(self._session.template, self._session.report)
        stale = {_spot(one) for one in {*now} ^ {*(self._items or ())}}
        edit = confirmed(self._session.report, [one for one in chosen if _spot(one) not in stale])
        order = [_spot(leaf.data(0, _ITEM)) for leaf in self._leaves()]
        if edit:
            last = max(order.index(_spot(one)) for one in chosen)
            self._tree.setFocus()
            self._session.edit(edit)
            self.refresh(on_to=[*order[last:], *order[:last][::-1]])
            if leaf := self._tree.currentItem():
                self._lead_to(leaf)
            if not self._items:
                self.all_looked_at.emit()
        elif stale:
            self.refresh()

    def show_place(self, place: Place) -> None:
        """Choose in the list the place where the clerk works."""
        self._at = place
        if not self.isVisible() or self._leads or self._tree.hasFocus():
            return
        leaf = next((one for one in self._leaves() if _is_at(one.data(0, _ITEM), place)), None)
        with QSignalBlocker(self._tree):
            if leaf:
                self._tree.setCurrentItem(leaf)
            else:
                self._tree.clearSelection()
        self._offer()
        self._tree.show_chosen()


def _spot(item: Item) -> _Spot:
    """Return the paragraph or the cell in which something is to be looked at."""
    return item.section, item.paragraph, item.cell


def _is_at(item: Item, place: Place) -> bool:
    match place:
        case CellPlace(cell, _):
            return item.cell == cell
        case TextPlace(section, paragraph, _, _, _):
            return not item.cell and (item.section, item.paragraph) == (section, paragraph)
    return False
