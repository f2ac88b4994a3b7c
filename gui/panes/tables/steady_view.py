"""The rows of a form below their head, where they keep their place while the room around them changes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView as ItemView
from PySide6.QtWidgets import QWidget

from gui.panes.tables import block, sight
from gui.panes.tables.head_rows import HeadRows, part
from gui.panes.tables.painted_view import PaintedView
from gui.panes.tables.sizing import Sizing
from gui.panes.tables.standing import Left, Standing

_TOP = Left()


class SteadyView(PaintedView):
    """Shows a form with its head pinned; laid out anew it scrolls no more than it takes to see the cell at hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing(self)
        self._is_awaited = False  # the room in which the cell at hand is in sight
        self._first = (-1, -1)
        self.head = HeadRows(self)
        self._sizing = Sizing(self, self.head)

    def _show_rows(self, left: Left) -> None:
        """Share out the room for the table shown, with the cell at hand as it was left, else the first one."""
        form = self.form
        with self._standing.held():
            part(self, self.head, form.grid)
            self._sizing.take(form.grid)
            first, at = block.first(form, form.input_cell), form.index_of(left.cell)
            self._first = first.row(), first.column()
            self.setCurrentIndex(at if at.isValid() else first)
        self._standing.begin(left if at.isValid() else _TOP)
        self._settle()

    def left(self) -> Left:
        """Return where the table is left."""
        index = self.currentIndex()
        return self._standing.left(self.form.figure_cell(index.row(), index.column()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        with self._standing.held():
            is_shared_out = self._sizing.follow(event.size().width())
        if is_shared_out:
            self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Wait for the room: what was hidden is laid out in several steps, at first far too low."""
        self._standing.arrive()
        super().showEvent(event)

    def updateGeometries(self) -> None:
        """Stand as before where that had to wait for the rows to reach so far."""
        with self._standing.held():
            super().updateGeometries()
        if self._is_awaited:
            self._settle()
            self._is_awaited = False

    def _settle(self) -> None:
        """Stand as the clerk scrolled, and only as far from there as it takes to see the cell at hand."""
        with self._standing.held():
            reached = self._standing.put_back()
            if self._standing.at_hand:
                self.show_cell_at_hand()
        self._is_awaited = self._is_awaited or not reached

    def show_cell_at_hand(self) -> None:
        """Bring the cell at hand into sight, with the heads over it."""
        index = self.currentIndex()
        if index.isValid():
            self._standing.at_hand = True
            with self._standing.bringing():
                self.scrollTo(index)
                self._show_heads(index)
            self._is_awaited = not sight.is_seen(self, index)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: ItemView.ScrollHint = ItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, with the heads over it if it was not; of one that is too high its figure.

        Where it is in sight nothing moves: it may just have been clicked.
        """
        was_seen = sight.is_seen(self, index)
        is_too_high = self.visualRect(index).height() > self.viewport().height()
        with self._standing.bringing():
            super().scrollTo(index, ItemView.ScrollHint.PositionAtCenter if is_too_high else hint)
            if not was_seen:
                self._show_heads(index)

    def _show_heads(self, index: QModelIndex | QPersistentModelIndex) -> None:
        is_first = (index.row(), index.column()) == self._first
        sight.show_heads(self, self.form.grid, index, is_first=is_first)

    @property
    def working_height(self) -> int:
        """The height in which some rows are seen below the least of the head, as far as that is known."""
        return self._sizing.working_height
