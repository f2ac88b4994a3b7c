"""The list of what came from last year and nobody has looked at, by pages; ticked off here or by editing."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from core import cell_names
from core.carry import Item, confirmed, to_look_at, with_source
from core.checks.model import CellPlace, Place, TextPlace
from gui.carried import after_last, by_page, place_of
from gui.pages import pages_of, title_of, words_for
from gui.progress import progress_of
from gui.session import Session
from gui.theme import Theme
from gui.widgets.eliding_button import ElidingButton
from gui.widgets.plain import plain

_NONE = "打开去年的报告、生成今年的草稿后，这里会列出照抄去年、要逐处核对的每一段、每个数、日期、人名和电话。"
_ITEM = Qt.ItemDataRole.UserRole
_STILL_RIGHT = "仍然正确"
_LONGEST = 60


class _Tree(QTreeWidget):
    """The list; Ctrl+Enter in it ticks off what is chosen in it.

    Signals:
        still_right(): the chosen places are right.
    """

    still_right = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from the window, where it would tick off the paragraph at the cursor."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _ticks_off(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick off on Ctrl+Enter; all other keys as in any list."""
        if _ticks_off(event):
            self.still_right.emit()
        else:
            super().keyPressEvent(event)


def _ticks_off(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class ToLookAtPanel(QWidget):
    """What is to be looked at: pages, in them paragraphs and cells, in paragraphs what may have changed.

    Signals:
        place_chosen(Place): the clerk wants to see that place.
    """

    place_chosen = Signal(object)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("toLookAtPanel")
        self._session = session
        self._theme = theme
        self._items: list[Item] | None = None
        self._head = QLabel()
        self._head.setObjectName("toLookAtHead")
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._tree = _Tree()
        self._tree.setObjectName("toLookAtList")
        self._tree.setAccessibleName("待核对的去年内容")
        self._tree.setHeaderHidden(True)
        self._tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._tree.setUniformRowHeights(True)
        self._tree.setIndentation(self._tree.fontMetrics().horizontalAdvance("国"))
        self._confirm = ElidingButton(_STILL_RIGHT)
        self._confirm.setObjectName("toLookAtConfirm")
        self._confirm.setProperty("primary", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for widget, stretch in ((self._head, 0), (self._tree, 1), (self._confirm, 0)):
            layout.addWidget(widget, stretch)
        layout.addStretch(0)
        self._tree.itemClicked.connect(self._go)
        self._tree.itemActivated.connect(self._go)
        self._tree.itemSelectionChanged.connect(self._offer)
        self._tree.still_right.connect(self._tick_off)
        self._confirm.clicked.connect(self._tick_off)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what changed while the list was out of sight."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show what is to be looked at now; out of sight that waits."""
        if not self.isVisible():
            return
        items = to_look_at(self._session.template, self._session.report)
        self._head.setText(self._sentence(items))
        if items != self._items:
            self._items = items
            self._fill(items)
        self._tree.setVisible(bool(items))
        self._offer()

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

    def _fill(self, items: list[Item]) -> None:
        """Build the list anew; what was chosen stays chosen, and where it is gone the next one comes."""
        row = self._row_of_current()
        at = self._tree.verticalScrollBar().value()
        with QSignalBlocker(self._tree):
            self._tree.clear()
            for number, own in by_page(self._session, items):
                self._tree.addTopLevelItem(self._group(number, own))
            self._tree.expandAll()
            leaves = self._leaves()
            if row is not None and leaves:
                self._tree.setCurrentItem(leaves[min(row, len(leaves) - 1)])
        self._tree.verticalScrollBar().setValue(at)

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

    def _row_of_current(self) -> int | None:
        current = self._tree.currentItem()
        above = current.parent() if current else None
        if current is None or above is None:
            return None
        place = above if above.parent() else current
        return next((row for row, leaf in enumerate(self._leaves()) if leaf is place), None)

    def _go(self, leaf: QTreeWidgetItem) -> None:
        item = leaf.data(0, _ITEM)
        if isinstance(item, Item):
            self.place_chosen.emit(place_of(item))

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
        """Tick off what is chosen and still stands as the list shows it; the list follows the report a little later."""
        now = to_look_at(self._session.template, self._session.report)
        stale = {_spot(one) for one in {*now} ^ {*(self._items or ())}}
        edit = confirmed(self._session.report, [one for one in self._chosen() if _spot(one) not in stale])
        if edit:
            self._tree.setFocus()
            self._session.edit(edit)
        if edit or stale:
            self.refresh()

    def show_place(self, place: Place) -> None:
        """Choose in the list the place where the clerk works."""
        if not self.isVisible() or self._tree.hasFocus():
            return
        leaf = next((one for one in self._leaves() if _is_at(one.data(0, _ITEM), place)), None)
        with QSignalBlocker(self._tree):
            if leaf:
                self._tree.setCurrentItem(leaf)
            else:
                self._tree.clearSelection()
        self._offer()


def _spot(item: Item) -> tuple[str, int, str]:
    """Return the paragraph or the cell in which something is to be looked at."""
    return item.section, item.paragraph, item.cell


def _is_at(item: Item, place: Place) -> bool:
    match place:
        case CellPlace(cell, _):
            return item.cell == cell
        case TextPlace(section, paragraph, _, _, _):
            return not item.cell and (item.section, item.paragraph) == (section, paragraph)
    return False
