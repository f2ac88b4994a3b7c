"""The table of a section: the official form, the words on the cell at hand, the zeros for what did not happen."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core import cell_names, totals
from core.template import Cell
from gui.models.cell_words import words_of
from gui.models.table import SIGNAL, TableModel
from gui.panes.tables import zeros
from gui.panes.tables.below import LEAST, SPACING, Around, Shape, shapes
from gui.panes.tables.foot import Foot
from gui.panes.tables.head_fold import HeadFold
from gui.panes.tables.head_lines import HeadLines
from gui.panes.tables.standing import Left
from gui.panes.tables.total_dialog import TotalDialog
from gui.panes.tables.view import FormView
from gui.session import Session
from gui.theme import Theme
from gui.widgets.tab_order import chain

_LOW = 21  # lines of writing: below that what is said of a cell is brief
_FOLDED = 18  # below that the lines above the form are put away


class TableEditor(QWidget):
    """Shows and fills one official table of the open report; `show_table` changes to another.

    Signals:
        confirmed(): the figure at hand was marked as still right.
        done(str): what a command did in many cells, one sentence.
        refused(str): why nothing came of one, where there is no room for that below the form.
    """

    confirmed = Signal()
    done = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, theme: Theme, table_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model: TableModel | None = None
        self._head: HeadLines | None = None
        self._left: dict[str, Left] = {}  # where the tables shown before were left
        self._is_low = False
        self.head_fold = HeadFold(self)
        self.view = FormView(theme, self)
        self.foot = foot = Foot(self)
        self.description, self.problem, self.notice = foot.description, foot.problem, foot.notice
        self.row_zeros, self.block_zeros, self.table_zeros = foot.zero_buttons
        self.still_right = foot.still_right
        self._layout = QVBoxLayout(self)
        self._lay_out()
        self._connect()
        self.show_table(table_id)

    @property
    def table_id(self) -> str:
        """The id of the table shown."""
        return self.view.form.table.id

    @property
    def current_cell(self) -> str:
        """The address of the cell at hand, "" where there is none."""
        cell = self.view.form.cell(self.view.currentIndex())
        return cell.id if cell else ""

    @property
    def cell_at_hand(self) -> str:
        """The address of the cell at hand; where words are, of the figure beside or below them, "" where none follows."""
        return self.current_cell or zeros.cell_beside(self.view.form.grid, self.view.currentIndex().row())

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """What takes the keys, from the top to the bottom."""
        lines = self._head.lines.values() if self._head else ()
        return self.head_fold, *lines, self.view, *self.foot.in_order

    def show_table(self, table_id: str) -> None:
        """Show a table of the report, as it was left if it was shown before."""
        if self._model:
            self.finish_typing()
            self._left[self.table_id] = self.view.left()
        before, self._model = self._model, TableModel(self._session, table_id, self)
        self._show_head(table_id)
        self.view.show_form(self._model, self._left.get(table_id))
        self._model.told.connect(self._describe)
        if before:
            before.deleteLater()
        self.notice.clear()
        self._describe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what has room."""
        super().resizeEvent(event)
        self._fit()
        if event.size().width() != event.oldSize().width():
            self._describe()

    def event(self, event: QEvent) -> bool:
        """Look again where the form asks for another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Give the form all the room there is in a low window."""
        self.head_fold.be_low(self.height() < _FOLDED * self.fontMetrics().height())
        low = self.height() < _LOW * self.fontMetrics().height()
        if low != self._is_low:
            self._is_low = low
            self._describe()
            if self._head:
                self._head.be_low(low)
        before = self.foot.shape
        self.foot.take(self._around.shape_in(self.view, self.height(), self._shapes))
        if self.foot.shape != before:
            self._describe()

    @property
    def _around(self) -> Around:
        """What stands around the form."""
        above = self._head.sizeHint().height() + SPACING if self._head and not self._head.isHidden() else 0
        writing = self.description.fontMetrics().lineSpacing()
        return Around(self.fontMetrics().height(), above, writing, self.foot.button_height)

    @property
    def _shapes(self) -> tuple[Shape, ...]:
        """How what is below the form may stand, what is best first."""
        return shapes(self.width(), self.description.fontMetrics().horizontalAdvance("国"))

    def wanted_heights(self) -> tuple[int, ...]:
        """Return the heights at which all rows of the form are seen: with the most that may stand below it, then with less."""
        return tuple(self._around.whole_height(self.view, one) for one in (*self._shapes, LEAST))

    def go_to(self, cell_id: str) -> None:
        """Select a cell, in whichever table it is, and bring it into sight."""
        table_id = cell_id.split(".", 1)[0]
        if table_id != self.table_id:
            self.show_table(table_id)
        self.view.go_to(cell_id)

    def go_to_head(self, field: str) -> None:
        """Put the cursor into a line above the form, which may be put away."""
        if self._head:
            self.head_fold.open_lines()
            self._head.lines[field].setFocus()

    def finish_typing(self) -> None:
        """Take over what stands in an open cell; to be called before saving or leaving."""
        self.view.finish_typing()

    def confirm(self) -> None:
        """Mark the carried figures of the selected cells as still right."""
        self.view.setFocus()
        self.view.form.confirm(self.view.cells.figures())
        self.confirmed.emit()

    def fill_row(self) -> None:
        """Write 0 into the blank cells of the current row, in one step."""
        row = self.view.currentIndex().row()
        in_row = [one.cell for one in self.view.form.grid.cells if one.cell and one.row == row]
        self._fill(in_row, "本行空着的填 0", "这一行")

    def fill_block(self) -> None:
        """Write 0 into the blank cells of the part of the form with the current cell, in one step.

        Where words are at hand it is the part of the figures beside or below them.
        """
        grid, known = self.view.form.grid, self._session.template.cells
        here = self.cell_at_hand
        cells = [known[one.cell] for one in grid.cells if one.cell]
        part = zeros.part_around(cells, known[here]) if here else []
        self._fill(part, "本部分空着的填 0", "这一部分")

    def fill_table(self) -> None:
        """Write 0 into the blank cells of the table, in one step."""
        cells = [one.cell for one in self.view.form.grid.cells if one.cell]
        self._fill(cells, "本表空着的填 0", "这张表")

    def ask_total(self, cell: str) -> None:
        """Ask which figure a total is to have, and why."""
        dialog = TotalDialog(self._session, cell, self.view.form.name_of(cell), self)
        dialog.typed.connect(lambda text, reason: self._type_total(cell, text, reason))
        dialog.automatic_wanted.connect(self.give_back_total)
        dialog.open()

    def _type_total(self, cell: str, text: str, reason: str) -> None:
        self._session.edit(totals.by_hand(self._session.template, self._session.report, cell, text, reason))

    @property
    def is_at_typed_total(self) -> bool:
        """Whether the cell at hand is a total that does not follow its terms."""
        cell = self.view.form.cell(self.view.currentIndex())
        return cell is not None and bool(cell.sums) and not totals.follows(self._session.report, cell)

    def give_back_total(self) -> None:
        """Let the total at hand follow its terms again."""
        cell, report = self.view.form.cell(self.view.currentIndex()), self._session.report
        if cell is None or not self.is_at_typed_total:
            self.foot.tell("这一格不是手工填的合计。")
            return
        edit = totals.automatic(self._session.template, report, cell.id)
        if edit is None:
            self.foot.tell("按行、按列相加得到两个数，请先改各项，再改回自动计算。")
        else:
            self._session.edit(edit)

    def _fill(self, cells: list[str], label: str, where: str) -> None:
        """Fill blank cells with 0, and tell of it; where none is blank, that there is none."""
        blank = zeros.to_fill(self._session.template, self._session.report, cells)
        self.view.setFocus()
        if not blank:
            self.foot.tell(f"{where}没有空着的格，合计会自己算。")
            return
        words = zeros.told(self._session.report, blank)
        self.view.form.fill(dict.fromkeys(blank, "0"), label)
        self.done.emit(words)

    def _lay_out(self) -> None:
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACING)
        self._layout.addWidget(self.head_fold)
        self._layout.addWidget(self.view, 1000)
        self._layout.addWidget(self.foot)
        self._layout.addStretch(1)

    def _connect(self) -> None:
        self.view.current_changed.connect(self._describe)
        self.view.said.connect(self.foot.tell)
        self.head_fold.put_away.connect(self.view.setFocus)
        self.foot.refused.connect(self.refused)
        self.view.cells.done.connect(self.done)
        self.view.total_wanted.connect(self.ask_total)
        for signal in (self._session.edited, self.view.current_changed, self.view.selection_changed):
            signal.connect(self.notice.clear)  # what was said speaks of a state that is gone
        self.row_zeros.clicked.connect(self.fill_row)
        self.block_zeros.clicked.connect(self.fill_block)
        self.table_zeros.clicked.connect(self.fill_table)
        self.still_right.clicked.connect(self.confirm)

    def _show_head(self, table_id: str) -> None:
        if self._head:
            self._layout.removeWidget(self._head)
            self._head.deleteLater()
            self._head = None
            self.head_fold.stand_for(None)
        if self._session.template.tables_by_id[table_id].is_annex:
            self._head = HeadLines(self._session, table_id, self)
            self._head.be_low(self._is_low)
            self._layout.insertWidget(0, self._head)
            self.head_fold.stand_for(self._head)
            chain(self.view, *self._head.lines.values(), self.view)  # made after the table, and above it

    def _describe(self) -> None:
        """Say what the current cell is; a carried figure can be confirmed there."""
        cell = self.view.form.cell(self.view.currentIndex())
        report = self._session.report
        words = (
            self._words_on(cell) if cell else "点一个没有底色的单元格，就可以填数；填 0 的按钮在这里也能用。"
        )
        index = self.view.currentIndex()
        problems = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        form = self._session.template
        names = (cell_names.brief(form, cell), cell_names.in_table(form, cell)) if cell and problems else ()
        self.foot.show_words(words, str(index.data(SIGNAL) or ""), problems, names)
        self.still_right.setVisible(cell is not None and report.states.get(cell.id) == "carried")

    def _words_on(self, cell: Cell) -> str:
        """Return what is to be said of a cell: in short where the window is low, or where not all has room."""
        words = words_of(self._session, cell, brief=self._is_low)
        if self.description.holds(words):
            return words
        brief = words if self._is_low else words_of(self._session, cell, brief=True)
        return brief if self.description.holds(brief) else words_of(self._session, cell, bare=True)
