"""The table of a section: the official form, the words on the cell at hand, the zeros for what did not happen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core import numbers
from gui.models.cell_words import describe
from gui.models.table import SIGNAL, TableModel
from gui.panes.tables.delegate import SIGNS
from gui.panes.tables.head_lines import HeadLines
from gui.panes.tables.view import FormView
from gui.session import Session
from gui.theme import Theme

_DESCRIPTION_LINES, _PROBLEM_LINES = 3, 2


class TableEditor(QWidget):
    """Shows and fills one official table of the open report; `show_table` changes to another.

    Signals:
        confirmed(): the figure at hand was marked as still right.
    """

    confirmed = Signal()

    def __init__(self, session: Session, theme: Theme, table_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model: TableModel | None = None
        self._head: HeadLines | None = None
        self.view = FormView(theme, self)
        self.description = _words()
        self.problem = _words()
        _reserve(self.description, _DESCRIPTION_LINES)
        _reserve(self.problem, _PROBLEM_LINES)
        self.notice = _words()
        self.notice.setProperty("quiet", True)
        self.row_zeros = QPushButton("本行填 0")
        self.table_zeros = QPushButton("本表空格填 0")
        self.still_right = QPushButton("仍然正确")
        _keep_room(self.still_right)
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

    def show_table(self, table_id: str) -> None:
        """Show a table of the report."""
        if self._model:
            self.finish_typing()
        before, self._model = self._model, TableModel(self._session, table_id, self)
        self._show_head(table_id)
        self.view.show_form(self._model)
        self._model.dataChanged.connect(self._describe)
        if before:
            before.deleteLater()
        self.notice.clear()
        self._describe()

    def go_to(self, cell_id: str) -> None:
        """Select a cell, in whichever table it is, and bring it into sight."""
        table_id = cell_id.split(".", 1)[0]
        if table_id != self.table_id:
            self.show_table(table_id)
        self.view.go_to(cell_id)

    def finish_typing(self) -> None:
        """Take over what stands in an open cell; to be called before saving or leaving."""
        self.view.finish_typing()

    def confirm(self) -> None:
        """Mark the carried figures of the selected cells as still right."""
        self.view.setFocus()
        self.view.form.confirm(self.view.selected_cells())
        self.confirmed.emit()

    def fill_row(self) -> None:
        """Write 0 into the blank cells of the current row, in one step."""
        row = self.view.currentIndex().row()
        self._fill([one.cell for one in self.view.form.grid.cells if one.cell and one.row == row], "本行填 0")

    def fill_table(self) -> None:
        """Write 0 into the blank cells of the table, in one step."""
        self._fill([one.cell for one in self.view.form.grid.cells if one.cell], "本表空格填 0")

    def _fill(self, cells: list[str], label: str) -> None:
        """Fill blank cells with 0; totals are not typed but follow."""
        known = self._session.template.cells
        blank = [
            cell
            for cell in cells
            if not known[cell].group
            and not known[cell].sums
            and known[cell].kind != "text"
            and numbers.is_blank(self._session.report.text(cell))
        ]
        self.view.setFocus()
        if blank:
            self.view.form.fill(dict.fromkeys(blank, "0"), label)
        self.notice.setText(f"已填 {len(blank)} 格，可以撤销。" if blank else "没有空格，合计会自己算。")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.row_zeros, self.table_zeros, self.still_right):
            buttons.addWidget(button)
        buttons.addWidget(self.notice, 1, Qt.AlignmentFlag.AlignVCenter)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.view, 1000)
        self._layout.addWidget(self.description)
        self._layout.addWidget(self.problem)
        self._layout.addLayout(buttons)
        self._layout.addStretch(1)

    def _connect(self) -> None:
        self.view.current_changed.connect(self._describe)
        self.view.said.connect(self.notice.setText)
        self.row_zeros.clicked.connect(self.fill_row)
        self.table_zeros.clicked.connect(self.fill_table)
        self.still_right.clicked.connect(self.confirm)

    def _show_head(self, table_id: str) -> None:
        if self._head:
            self._layout.removeWidget(self._head)
            self._head.deleteLater()
            self._head = None
        if self._session.template.tables_by_id[table_id].is_annex:
            self._head = HeadLines(self._session, table_id, self)
            self._layout.insertWidget(0, self._head)

    def _describe(self) -> None:
        """Say what the current cell is; a carried figure can be confirmed there."""
        cell = self.view.form.cell(self.view.currentIndex())
        report = self._session.report
        words = describe(self._session.template, report, cell) if cell else "点一个白色的格子，就可以填数。"
        self.description.setText(words)
        self._show_problem()
        self.still_right.setVisible(cell is not None and report.states.get(cell.id) == "carried")

    def _show_problem(self) -> None:
        """Say what is wrong with the current cell, in the colour and with the sign of the mark in it."""
        index = self.view.currentIndex()
        signal = str(index.data(SIGNAL) or "")
        words = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        self.problem.setText("\n".join(f"{SIGNS[signal]} {line}" for line in words.split("\n") if signal))
        self.problem.setVisible(bool(signal))
        if self.problem.property("signal") != signal:
            self.problem.setProperty("signal", signal)
            self.problem.style().unpolish(self.problem)
            self.problem.style().polish(self.problem)


def _keep_room(widget: QWidget) -> None:
    """Let nothing move under the mouse when a widget is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def _reserve(label: QLabel, lines: int) -> None:
    """Keep the height of some lines for a label, whether it has words or none."""
    label.setText("\n".join("国" * lines))  # measured, for the characters may be taller than the font says
    label.setMinimumHeight(label.sizeHint().height())
    label.clear()
    _keep_room(label)


def _words() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label
