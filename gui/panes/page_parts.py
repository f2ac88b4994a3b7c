"""The words of a page above its tables: what gives way where a low window has no room for both."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from gui.panes.prose_editor import ProseEditor
from gui.panes.table_editor import TableEditor

_PROSE_SHARE = 350
_TABLE_SHARE = 650
_LOW = 15  # lines of writing: below that the tools of the words stand beside the title


class PageParts(QSplitter):
    """Shares the height of a page out; the tables come first, for the words can be read line by line.

    `head` is the line of the title above.
    """

    def __init__(self, prose: ProseEditor, tables: QWidget, head: QHBoxLayout) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._prose, self._tables, self._head = prose, tables, head
        self._table: TableEditor | None = None
        self.setChildrenCollapsible(False)
        self.addWidget(prose)
        self.addWidget(tables)

    def show_parts(self, *, words: bool, tables: bool) -> None:
        """Show the parts that a page has; two that were not on show together stand in their usual shares."""
        were_both = self._both
        self._prose.setVisible(words)
        self._tables.setVisible(tables)
        self._fit()
        if self._both and not were_both:
            self._share_out()
        self.setVisible(words or tables)

    def show_table(self, table: TableEditor) -> None:
        """Give way to another table, where the words have no more room than it leaves."""
        self._table = table
        if self._both and self._prose.is_low:
            self._share_out()

    @property
    def _both(self) -> bool:
        return not (self._prose.isHidden() or self._tables.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what has room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the words make do with little where the window is low."""
        is_low = self._both and self.height() < _LOW * self.fontMetrics().height()
        if is_low == self._prose.is_low:
            return
        if is_low:
            self._head.addWidget(self._prose.make_low())
        else:
            self._prose.make_high()
        if self._both:
            self._share_out()

    def _share_out(self) -> None:
        """Give both parts their usual shares; in a low window the table all that it wants."""
        if self._prose.is_low:
            QTimer.singleShot(0, self, self._share_low)  # once the form has the width of the page
        else:
            self.setSizes([_PROSE_SHARE, _TABLE_SHARE])

    def _share_low(self) -> None:
        if self._table and self._prose.is_low:
            wanted = self._table.wanted_height()
            self.setSizes([max(self.height() - wanted - self.handleWidth(), 1), wanted])
