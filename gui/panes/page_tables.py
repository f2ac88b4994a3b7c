"""The tables of a page, one at a time; the same editor serves them all."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from gui.panes.table_editor import TableEditor
from gui.session import Session
from gui.theme import Theme
from gui.widgets.tab_order import chain


class PageTables(QWidget):
    """Shows one of the tables, with a tab for each where there are several; `editor` is None until there was one.

    Signals:
        table_shown(TableEditor): another table is on show, or may be.
        confirmed(), done(str), refused(str): as of the editor.
        place_changed(): another cell is at hand.
        typed(): what stands half-typed in a cell is another.
    """

    table_shown = Signal(object)
    confirmed = Signal()
    done = Signal(str)
    refused = Signal(str)
    place_changed = Signal()
    typed = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._tables: Sequence[str] = ()
        self.editor: TableEditor | None = None
        self._tabs = QTabBar()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._tabs)
        self._tabs.currentChanged.connect(self._show_tab)

    def show_tables(self, tables: Sequence[str]) -> None:
        """Show the first of these tables, by their ids; of none the one before stays, out of sight."""
        self._tables = tables
        with QSignalBlocker(self._tabs):
            while self._tabs.count():
                self._tabs.removeTab(0)
            for table in tables:
                self._tabs.addTab(self._session.template.tables_by_id[table].name)
        self._tabs.setVisible(len(tables) > 1)
        self._show_tab(0)

    def go_to(self, cell: str) -> None:
        """Put the cursor into a cell of one of the tables."""
        self._tabs.setCurrentIndex(self._tables.index(self._session.template.cells[cell].table))
        if self.editor:
            self.editor.go_to(cell)

    def go_to_head(self, field: str) -> None:
        """Put the cursor into a line above the table."""
        if self.editor:
            self.editor.go_to_head(field)

    def _show_tab(self, tab: int) -> None:
        if tab not in range(len(self._tables)):
            return
        table = self._tables[tab]
        if self.editor is None:
            self.editor = self._make(table)
        elif self.editor.table_id != table:
            self.editor.show_table(table)
        self.table_shown.emit(self.editor)

    def _make(self, table: str) -> TableEditor:
        editor = TableEditor(self._session, self._theme, table)
        editor.confirmed.connect(self.confirmed)
        editor.done.connect(self.done)
        editor.refused.connect(self.refused)
        editor.view.current_changed.connect(self.place_changed)
        editor.view.typed.connect(self.typed)
        self._layout.addWidget(editor, 1)
        chain(self._tabs, *editor.in_order)
        editor.show()  # Qt does so later: what is out of sight until then cannot take the keys that come back to the window
        return editor
