"""The form on the screen: merged cells, a head that stays in sight, and the keys of a spreadsheet."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QAbstractItemView as ItemView
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QWidget

from core.grid import GridCell
from gui.models.table import TableModel
from gui.panes.tables import block
from gui.panes.tables.cell_commands import TOTALS_FOLLOW, CellCommands
from gui.panes.tables.cell_line import CellLine
from gui.panes.tables.delegate import FormDelegate
from gui.panes.tables.head_rows import plain_look
from gui.panes.tables.menu import menu_of
from gui.panes.tables.standing import Left
from gui.panes.tables.steady_view import SteadyView
from gui.theme import Theme
from gui.widgets.alt_keys import is_alt_letter

Move = ItemView.CursorAction
_KEYS = QKeySequence.StandardKey


class FormView(SteadyView):
    """A table as the official form; only figures take the cursor, and only those that are no totals are typed.

    Signals:
        current_changed(str): the cursor stands in that cell, "" in none.
        selection_changed(): other cells are selected.
        total_wanted(str): that total is to be typed by hand.
        said(str): what became of a paste or a key, one sentence.
        typed(): what `half_typed` says may be another.
    """

    current_changed = Signal(str)
    selection_changed = Signal()
    total_wanted = Signal(str)
    said = Signal(str)
    typed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tableView")
        self.setAccessibleName("官方表格")
        self._tabbed_from: int | None = None
        self.cells = CellCommands(self)
        self.cells.said.connect(self.said)
        self._delegates = FormDelegate(theme, self), FormDelegate(theme, self.head)
        self._delegates[0].left.connect(self._go_on)
        self._delegates[0].entered.connect(self._enter)
        self._delegates[0].typed.connect(self.typed)
        for view, delegate in zip((self, self.head), self._delegates, strict=True):
            plain_look(view, delegate)
        begins = ItemView.EditTrigger
        self.setEditTriggers(begins.AnyKeyPressed | begins.EditKeyPressed | begins.DoubleClicked)
        self.setSelectionMode(ItemView.SelectionMode.ContiguousSelection)
        self.doubleClicked.connect(self._open_total)

    def show_form(self, model: TableModel, left: Left | None = None) -> None:
        """Show a table as it was left, else from its first cell on."""
        for view in (self, self.head):
            before = view.selectionModel()
            view.setModel(model)
            if before:
                before.deleteLater()
        self.selectionModel().currentChanged.connect(self._follow)
        self.selectionModel().selectionChanged.connect(self.selection_changed)
        self._show_rows(left or Left())

    def changeEvent(self, event: QEvent) -> None:
        """Draw the words anew where the writing is another."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for delegate in self._delegates:
                delegate.forget_pictures()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keys; Qt would paint every cell anew, but that at hand alone looks other than before."""
        self._paint_cell_at_hand()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give the keys away, and let the frame of the cell at hand tell so."""
        self._paint_cell_at_hand()

    def _paint_cell_at_hand(self) -> None:
        self.viewport().update(self.visualRect(self.currentIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys of a spreadsheet; the rest is Qt's. A cell they lead to is in sight with the heads over it."""
        before = self.currentIndex()
        act = next((act for key, act in self._commands() if event.matches(key)), None)
        if act:
            act()
        elif is_alt_letter(event):
            event.ignore()
        else:
            self._press(event)
        if self.currentIndex() != before:
            self.show_cell_at_hand()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin a figure with what an input method hands over at once too; Qt would open the cell and drop it."""
        was_open = self._open_line is not None
        if was_open or event.preeditString() or not event.commitString():
            super().inputMethodEvent(event)
        elif self._at_total:
            self.said.emit(TOTALS_FOLLOW)
        else:
            self.edit_cell()
            if self._open_line:
                self._open_line.selectAll()
                QApplication.sendEvent(self._open_line, event)
        self._begin(was_open)

    def _press(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.cells.empty()
            case Qt.Key.Key_F2:
                self.edit_cell()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self._tab(event)
            case _ if self._at_total and event.text().isprintable() and event.text().strip():
                self.said.emit(TOTALS_FOLLOW)
            case _:
                was_open = self._open_line is not None
                super().keyPressEvent(event)
                self._begin(was_open)

    def _begin(self, was_open: bool) -> None:
        """Note that a line was opened by typing, and bring it into sight: the clerk may have scrolled away from it."""
        if self._open_line and not was_open:
            self._open_line.is_begun = True
            self.scrollTo(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the commands on cells."""
        menu = menu_of(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def edit_cell(self) -> None:
        """Open the cell at hand to be changed, or go into the text that is typed; a total asks for figure and reason."""
        if self._at_total:
            self.total_wanted.emit(self.form.figure_cell(*self._at))
        elif self._open_line:
            self._open_line.is_begun = False
        elif self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
            self.edit(self.currentIndex())

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the next cell that way, the current one at the edge of the form; with Ctrl one at an edge."""
        to_edge = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        return block.reached(self.form, self.currentIndex(), action, to_edge=to_edge)

    def selectionCommand(  # noqa: N802 - the name is Qt's
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Choose all up to where Ctrl+Shift and a key lead; Qt would choose that cell alone."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if isinstance(event, QKeyEvent) and event.modifiers() & both == both:
            return QItemSelectionModel.SelectionFlag.SelectCurrent
        return super().selectionCommand(index, event)

    def finish_typing(self) -> None:
        """Take over what stands in an open cell, as before saving or leaving."""
        line = self._open_line
        if line:
            self.commitData(line)
            self.closeEditor(line, QStyledItemDelegate.EndEditHint.NoHint)

    @property
    def half_typed(self) -> tuple[str, str] | None:
        """The address of the open cell and what stands in it, where that differs from the report."""
        line, index = self._open_line, self.currentIndex()
        if line is None or line.text() == str(index.data(Qt.ItemDataRole.EditRole)):
            return None
        return self.form.figure_cell(index.row(), index.column()), line.text()

    def type_again(self, text: str) -> None:
        """Open the cell at hand with what stood half-typed in it."""
        self.edit_cell()
        if self._open_line:
            self._open_line.setText(text)
            self.typed.emit()

    def closeEditor(  # noqa: N802 - the name is Qt's
        self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint
    ) -> None:
        """Tell that nothing is half-typed any more.

        The line goes without a word to the window: it would paint once more what stands there, and could move nothing
        of what is painted when the form is scrolled.
        """
        editor.setUpdatesEnabled(False)
        self.viewport().update(editor.geometry())
        super().closeEditor(editor, hint)
        editor.resize(0, 0)  # it is gone only after the next painting
        self.typed.emit()

    def go_to(self, cell_id: str) -> None:
        """Select a cell and bring it into sight."""
        index = self.form.index_of(cell_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus()

    def _commands(self) -> tuple[tuple[_KEYS, Callable[[], None]], ...]:
        cells = self.cells
        return (_KEYS.Copy, cells.copy), (_KEYS.Paste, cells.paste), (_KEYS.Cut, cells.cut)

    def _go_on(self, move: Move) -> None:
        begun = self.currentIndex().column() if self._tabbed_from is None else self._tabbed_from
        self.setCurrentIndex(self.moveCursor(move, Qt.KeyboardModifier.NoModifier))
        self._tabbed_from = begun if move == Move.MoveNext else None
        self.setFocus()

    def _open_total(self, index: QModelIndex) -> None:
        """Ask for a total that was clicked twice; other cells open by themselves."""
        if index == self.currentIndex() and self._at_total:
            self.edit_cell()

    def _tab(self, event: QKeyEvent) -> None:
        """Go to the next cell to fill in; after the last one leave the form."""
        move = Move.MoveNext if event.key() == Qt.Key.Key_Tab else Move.MovePrevious
        if block.neighbour(self.form, self.currentIndex(), move) == self.currentIndex():
            event.ignore()
        else:
            self._go_on(move)

    def _enter(self, back: bool) -> None:
        """Go down to the next cell to fill in, after Tab in the column where that began."""
        index, tabbed = self.currentIndex(), self._tabbed_from
        column = index.column() if tabbed is None else tabbed
        self.setCurrentIndex(block.below(self.form, index, column, back=back))
        self.setFocus()

    @property
    def _open_line(self) -> CellLine | None:
        """The line in which a figure is being typed; one that was closed stays a child of the view for a while."""
        line = self.indexWidget(self.currentIndex())
        return line if isinstance(line, CellLine) else None

    @property
    def _at(self) -> tuple[int, int]:
        return self.currentIndex().row(), self.currentIndex().column()

    @property
    def _at_total(self) -> bool:
        return bool(self.form.figure_cell(*self._at)) and not self.form.input_cell(*self._at)

    def _follow(self, index: QModelIndex) -> None:
        self._tabbed_from = None
        self._standing.at_hand = True
        place: GridCell | None = self.form.place(index.row(), index.column())
        cross = block.cross(self.form, place) if place else frozenset()
        for view, delegate in zip((self, self.head), self._delegates, strict=True):
            stale = {one for one in (*(delegate.cross ^ cross), delegate.current, place) if one}
            delegate.current, delegate.cross = place, cross
            for one in stale:
                view.viewport().update(view.visualRect(self.form.index(one.row, one.column)))
        self.current_changed.emit(place.cell if place else "")
