"""Everything recognised in one list, in the order of the report."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView

from core.importers.reviewing import Entry
from gui.panes.review_delegate import ENTRY, ReviewDelegate, spoken
from gui.panes.review_pinned import PinnedHeads
from gui.panes.review_view import RowView
from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_CORRECTED = ("fact", "paragraph", "row", "left")


class _Entries(QAbstractListModel):
    """The entries as Qt sees them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row an entry."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the entry, or its words."""
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(entry)
        return None


class ReviewList(QListView):
    """The list; one entry is at hand.

    Signals:
        entry_chosen(Entry): the clerk went to another entry.
        menu_wanted(QPoint): the menu of the entry at hand is to be opened there.
    """

    entry_chosen = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("reviewList")
        self.setAccessibleName("读到的内容")
        self._wanted: RowView | None = None  # what was in sight before, until it is again
        self._entries = _Entries(self)
        self.setModel(self._entries)
        delegate = ReviewDelegate(self, theme)
        self._pinned = PinnedHeads(self, delegate, self._show_row)
        self.setItemDelegate(delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # else every row is measured once without a bar, and once more beside it
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show the entries as they stand now; the one at hand stays at hand."""
        target, scrolled = self.target, self.verticalScrollBar().value()
        with QSignalBlocker(self.selectionModel()):
            self._entries.show(entries)
            self.doItemsLayout()
            self._select(target)
        self.verticalScrollBar().setValue(scrolled)
        self._pinned.show_entries(entries)

    def doItemsLayout(self) -> None:
        """Lay the rows out, but wait with it while hidden: without its width every row would be measured for nothing."""
        if self.isVisible():
            super().doItemsLayout()
        else:
            self.scheduleDelayedItemsLayout()

    def keyboardSearch(self, words: str) -> None:
        """Go nowhere for letters and figures: they are meant for what is put right, and another row would be chosen."""

    def scrollTo(self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        """Bring a row into sight, below the heading that is kept there."""
        super().scrollTo(index, hint)
        bar = self.verticalScrollBar()
        while (hidden := self._pinned.covers(index.row())) and bar.value() > bar.minimum():
            bar.setValue(bar.value() - hidden)

    def _show_row(self, row: int) -> None:
        """Show a row at the top of the list."""
        self.scrollTo(self._entries.index(row), QListView.ScrollHint.PositionAtTop)

    def entry(self) -> Entry | None:
        """Return the entry at hand."""
        row = self.currentIndex().row()
        return self._entries.entries[row] if 0 <= row < len(self._entries.entries) else None

    @property
    def target(self) -> str:
        """The target of the entry at hand, "" where there is none."""
        entry = self.entry()
        return entry.target if entry else ""

    @property
    def line(self) -> int:
        """The line of the source where the entry at hand begins, else that of the nearest above; 0 where none is known."""
        above = reversed(self._entries.entries[: self.currentIndex().row() + 1])
        return next((min(one.lines) for one in above if one.lines), 0)

    def target_in(self, row: int) -> str:
        """Return the target of the entry in a row, "" where there is none."""
        entries = self._entries.entries
        return entries[row].target if 0 <= row < len(entries) else ""

    def target_beside(self) -> str:
        """Return the target of what can be corrected next below the entry at hand, else next above, "" where is none."""
        row, entries = self.currentIndex().row(), self._entries.entries
        around = (*entries[row + 1 :], *reversed(entries[: max(row, 0)]))
        return next((one.target for one in around if one.target and one.kind in _CORRECTED), "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the entry at hand: under the mouse, else below the entry."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            below = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(below))

    def go_to(self, target: str) -> bool:
        """Bring an entry into sight and take it at hand, without telling; return whether there is one."""
        with QSignalBlocker(self.selectionModel()):
            found = self._select(target)
        if found and self.isVisible():
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.EnsureVisible)
        self.viewport().update()
        return found

    @property
    def view(self) -> RowView:
        """What is scrolled to."""
        first = self.indexAt(QPoint())
        holds = self.visualRect(self.currentIndex()).intersects(self.viewport().rect())
        return RowView(max(first.row(), 0), -self.visualRect(first).top(), holds)

    def show_view(self, view: RowView) -> None:
        """Scroll to what was in sight, in the width that it is first painted in."""
        self._wanted = view
        self._scroll_again(view)

    def _scroll_again(self, view: RowView) -> None:
        self.executeDelayedItemsLayout()
        first = self.visualRect(self._entries.index(min(view.first, self._entries.rowCount() - 1)))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + first.top() + view.hidden)
        if view.holds and not self.visualRect(self.currentIndex()).intersects(self.viewport().rect()):
            self.scrollTo(self.currentIndex())

    def target_at(self, line: int) -> str:
        """Return the target of what was made of a line of the source, "" where nothing was."""
        kinds = ("paragraph", "row", "left", "section", "fact")
        found = [one for one in self._entries.entries if line in one.lines and one.kind in kinds]
        return min(found, key=lambda one: kinds.index(one.kind)).target if found else ""

    def _select(self, target: str) -> bool:
        rows = (row for row, one in enumerate(self._entries.entries) if target and one.target == target)
        row = next(rows, -1)
        self.setCurrentIndex(self._entries.index(row) if row >= 0 else QModelIndex())
        return row >= 0

    def _tell(self) -> None:
        entry = self.entry()
        if entry:
            self.entry_chosen.emit(entry)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the entry at hand in sight; only now the rows have their width."""
        super().showEvent(event)
        if not event.spontaneous() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
            self._pinned.follow()

    def _fills_room(self, index: Index) -> bool:
        """Return whether a row is higher than the list, with a part of it in sight: to be brought there it would jump."""
        row, room = self.visualRect(index), self.viewport().rect()
        return row.height() >= room.height() and row.intersects(room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the first look on only what is done here scrolls."""
        super().paintEvent(event)
        if self._wanted:
            QTimer.singleShot(
                0, self, self._forget_view
            )  # behind what the last change of the size has led to

    def _forget_view(self) -> None:
        self._wanted = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the heights again where the width is another; the entry at hand stays in sight."""
        if not self.isVisible():
            super().resizeEvent(event)
            return
        held = self.visualRect(self.currentIndex()).intersects(QRect(QPoint(), event.oldSize()))
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if self._wanted:
            self._scroll_again(self._wanted)
        elif held and not self._fills_room(self.currentIndex()):
            self.scrollTo(self.currentIndex())
        self._pinned.follow()
