"""The words of a page above its tables: what gives way where a low window has no room for both."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from gui.panes.page_head import PageHead
from gui.panes.prose_editor import ProseEditor
from gui.panes.table_editor import TableEditor

_PROSE_SHARE = 350
_TABLE_SHARE = 650
_LOW = 15  # lines of writing: below that the tools of the words stand beside the title


class PageParts(QSplitter):
    """Shares the height of a page out; the tables come first, for the words can be read line by line.

    `head` is the line of the title above.
    """

    def __init__(self, prose: ProseEditor, tables: QWidget, head: PageHead) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._prose, self._tables, self._head = prose, tables, head
        self._table: TableEditor | None = None
        self._is_by_hand = False
        self._sharing = QTimer(self)
        self._sharing.setSingleShot(True)
        self._sharing.timeout.connect(self._share)
        self.splitterMoved.connect(self._hold)
        prose.sheet.document().documentLayout().documentSizeChanged.connect(self._share_soon)
        self.setChildrenCollapsible(False)
        self.addWidget(prose)
        self.addWidget(tables)

    def show_parts(self, *, words: bool, tables: bool) -> None:
        """Show the parts that a page has; two that were not on show together stand in their usual shares."""
        were_both = self._both
        self._prose.setVisible(words)
        self._tables.setVisible(tables)
        if self._table:
            self._table.head_fold.be_on_page(tables)
        self._fit()
        if self._both and not were_both:
            self._share_out()
        self.setVisible(words or tables)

    def show_table(self, table: TableEditor) -> None:
        """Share out for another table; in a low window it has what it wants even where the clerk shared out otherwise."""
        if self._table is None:
            self._head.add(table.head_fold)  # its lines give way to the rows, and the title leaves room
        self._table = table
        if self._prose.is_low:
            self._is_by_hand = False
        self._share_soon()

    @property
    def _both(self) -> bool:
        return not (self._prose.isHidden() or self._tables.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what has room."""
        super().resizeEvent(event)
        self._fit()
        self._share_soon()

    def _fit(self) -> None:
        """Let the words make do with little where the window is low."""
        is_low = self._both and self.height() < _LOW * self.fontMetrics().height()
        if is_low == self._prose.is_low:
            return
        if is_low:
            self._head.add(self._prose.make_low())
        else:
            self._prose.make_high()
        if self._both:
            self._share_out()

    def _hold(self) -> None:
        """Leave the parts as the clerk made them."""
        self._is_by_hand = True

    def _share_out(self) -> None:
        """Give both parts their usual shares; what one of them leaves is for the other."""
        self._is_by_hand = False
        if not self._prose.is_low:
            self.setSizes([_PROSE_SHARE, _TABLE_SHARE])
        self._share_soon()

    def _share_soon(self) -> None:
        """Share out once the form has the width of the page, and the words have it."""
        if self._both and not self._is_by_hand:
            self._sharing.start()

    def _share(self) -> None:
        if not self._table or not self._both or self._is_by_hand:
            return
        room = self.height() - self.handleWidth()
        left = [room - height for height in self._table.wanted_heights()]
        whole, bare = left[0], left[-1]
        wide, close = (self._prose.wanted_height(close=close) for close in (False, True))
        self._prose.stand_close(close=close <= max(whole, 0) < wide)
        if self._prose.is_low:
            words = max(next((one for one in left if one >= close), bare), 1)
        else:
            words = _words_height(room, bare, whole, close if whole < wide else wide)
        if self.sizes() != [words, room - words]:
            self.setSizes([words, room - words])


def _words_height(room: int, bare: int, whole: int, wanted: int) -> int:
    """Return how high the words stand: their usual share, more where the form leaves some white, less for its buttons.

    `bare` and `whole` are what all rows of the form leave, without its buttons and with them.
    """
    usual = room * _PROSE_SHARE // (_PROSE_SHARE + _TABLE_SHARE)
    if whole >= usual:
        return max(usual, min(wanted, whole))
    return whole if bare >= usual and whole >= wanted else usual
