"""An official table as a Qt model: the printed grid, its words and figures, asked of the session each time."""

from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core import cell_names, numbers, pasting_cells
from core.blocks_of_cells import Rows
from core.edits import Edit, SetCells, Together
from core.grid import GridCell
from core.pasting_cells import Pasting
from core.report import State
from core.template import Cell, grid
from core.totals import reason_of, struck_out, with_totals
from gui.models.cell_words import marks, spoken
from gui.session import Session
from gui.widgets.plain import plain

Index = QModelIndex | QPersistentModelIndex

SIGNAL = Qt.ItemDataRole.UserRole + 1
STATE = Qt.ItemDataRole.UserRole + 2
BY_HAND = Qt.ItemDataRole.UserRole + 3

_CELLS = "单元格"
_ENABLED = Qt.ItemFlag.ItemIsEnabled
_FIGURE = _ENABLED | Qt.ItemFlag.ItemIsSelectable
_INPUT = _FIGURE | Qt.ItemFlag.ItemIsEditable


class Shown(NamedTuple):
    """All that is drawn of a printed cell, asked for at once: a paint asks for a hundred of them.

    `cell` is the template's, None for words; `signal` is "error", "warning" or ""; `reason` says why a total was
    typed, "" where it was not.
    """

    place: GridCell
    cell: Cell | None
    text: str
    state: State
    signal: str
    reason: str


class TableModel(QAbstractTableModel):
    """Every printed cell of a table; those that take figures can be edited, totals be selected, words only be read.

    Beside the usual roles: SIGNAL ("error", "warning" or ""), STATE (of a carried figure) and BY_HAND (why a total
    was typed, "" where it was not).

    Signals:
        told(): some cells are new, each of which `dataChanged` has told before.
    """

    told = Signal()

    def __init__(self, session: Session, table_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.table = session.template.tables_by_id[table_id]
        self.grid = grid.of(self.table)
        self._places = _covered(self.grid.cells)
        self._marks: dict[str, tuple[str, str]] = marks(session.findings, session.report)
        self._begins = {(one.row, one.column): one for one in self.grid.cells}
        cells = session.template.cells
        self._cells = {at: cells[one.cell] for at, one in self._begins.items() if one.cell}
        self._flags = {
            at: _flags(cell) for at, cell in self._cells.items()
        }  # asked for twice at each painting
        self._index_of = {one.cell: (one.row, one.column) for one in self.grid.cells if one.cell}
        session.edited.connect(self._show_edit)
        session.findings_changed.connect(self._show_findings)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Rows of the printed form."""
        return 0 if parent.isValid() else self.grid.rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Columns of the printed form."""
        return 0 if parent.isValid() else self.grid.columns

    def place(self, row: int, column: int) -> GridCell | None:
        """Return the printed cell that covers a place, None outside of the form."""
        return self._places.get((row, column))

    def cell(self, index: Index) -> Cell | None:
        """Return the template's cell at an index, None where words stand or another cell reaches over."""
        return self._cells.get((index.row(), index.column()))

    def figure_cell(self, row: int, column: int) -> str:
        """Return the address of the cell with a figure that begins at a place, "" where there is none."""
        cell = self._cells.get((row, column))
        return cell.id if cell and not cell.group else ""

    def input_cell(self, row: int, column: int) -> str:
        """Return the address of the cell to fill in that begins at a place, "" for a total or where there is none."""
        cell = self._cells.get((row, column))
        return cell.id if cell and not cell.group and not cell.sums else ""

    def name_of(self, cell_id: str) -> str:
        """Return the name of a cell, by its official labels."""
        return cell_names.full(self._session.template, self._session.template.cells[cell_id])

    def short_name_of(self, cell_id: str) -> str:
        """Return the name of a cell by its innermost row and its columns, without numbers and notes."""
        return cell_names.short(self._session.template, self._session.template.cells[cell_id])

    def index_of(self, cell_id: str) -> QModelIndex:
        """Return the index of a cell by its address, an invalid one where the table has no such cell."""
        return self.index(*self._index_of[cell_id]) if cell_id in self._index_of else QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only figures take the cursor, and only those that are no totals what is typed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return self._flags.get((index.row(), index.column()), _ENABLED)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands at a place, in words or as marks."""
        place = self._begins.get((index.row(), index.column()))
        if place is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._session.report.text(place.cell) if place.cell else place.text
        return self._about(self.cell(index), role)

    def shown(self, row: int, column: int) -> Shown | None:
        """Return what is drawn of the printed cell that begins at a place, None where none does."""
        place = self._begins.get((row, column))
        if place is None:
            return None
        cell = self._cells.get((row, column))
        if cell is None:
            return Shown(place, None, place.text, "", "", "")
        report = self._session.report
        state, reason = report.states.get(cell.id, ""), reason_of(report, cell.id)
        return Shown(place, cell, report.text(cell.id), state, self._mark(cell)[0], reason)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Send what was typed to the session, totals with it."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        cell_id = self.figure_cell(index.row(), index.column())
        return bool(cell_id) and self.fill({cell_id: str(value)})

    def fill(self, texts: dict[str, str], label: str = f"填写{_CELLS}") -> bool:
        """Send texts of several cells as one edit with the totals that follow; False where nothing changes.

        Its name says how many cells were sent, the totals not counted.
        """
        report = self._session.report
        typed = {cell: self._understood(cell, text) for cell, text in texts.items()}
        changed = {cell: text for cell, text in typed.items() if text != report.text(cell)}
        same = [cell for cell in typed if cell not in changed and report.states.get(cell) == "carried"]
        values = with_totals(self._session.template, report, typed) if changed else {}
        values = {cell: text for cell, text in values.items() if text != report.text(cell)}
        if values or same:
            label = _counted(label, len(changed))
            edit = _fill_edit(values, same, report.states, label)
            stale = struck_out(report, values)
            self._session.edit(Together((*stale, edit), label) if stale else edit)
        return bool(values or same)

    def pasting(self, rows: Rows, indexes: list[QModelIndex]) -> Pasting:
        """Return what becomes of a block pasted where some cells are selected; one text alone goes into each."""
        session = self._session
        cells = [cell for one in indexes if (cell := self.figure_cell(one.row(), one.column()))]
        if len(rows) == len(rows[0]) == 1:
            inputs = [cell for cell in cells if not session.template.cells[cell].sums]
            return pasting_cells.into_all(session.template, session.report, inputs or cells, rows[0][0])
        start = min(one.row() for one in indexes), min(one.column() for one in indexes)
        return pasting_cells.plan(session.template, self.table, session.report, rows, start)

    def confirm(self, cells: list[str]) -> None:
        """Mark carried figures as looked at."""
        states: dict[str, State] = {
            cell: "seen" for cell in cells if self._session.report.states.get(cell) == "carried"
        }
        if states:
            self._session.edit(SetCells({}, "确认仍然正确", states))

    def _about(self, cell: Cell | None, role: int) -> object:
        if cell is None:
            return None
        if role == SIGNAL:
            return self._mark(cell)[0]
        if role == STATE:
            return self._session.report.states.get(cell.id, "")
        if role == BY_HAND:
            return reason_of(self._session.report, cell.id)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(self._mark(cell)[1])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            figure = self._session.report.text(cell.id)
            said = f"{cell_names.full(self._session.template, cell)} {figure}".rstrip()
            return "。".join((said, *spoken(self._session.report, cell, self._mark(cell))))
        return None

    def _mark(self, cell: Cell) -> tuple[str, str]:
        """Return severity and words: what the checks found, or at once that a text is no number."""
        if cell.id in self._marks:
            return self._marks[cell.id]
        text = self._session.report.text(cell.id)
        if numbers.is_blank(text) or pasting_cells.is_figure(cell, text):
            return "", ""
        return "error", f"“{text}”不是数字。请填数字，没有就填 0。"

    def _understood(self, cell_id: str, text: str) -> str:
        kind = self._session.template.cells[cell_id].kind
        return text.strip() if kind == "text" else numbers.canonical(text)

    def _show_edit(self, edit: Edit) -> None:
        self._tell(set(edit.cells))

    def _show_findings(self) -> None:
        before, self._marks = self._marks, marks(self._session.findings, self._session.report)
        self._tell({cell for cell in before | self._marks if before.get(cell) != self._marks.get(cell)})

    def _tell(self, cells: set[str]) -> None:
        own = cells & self._index_of.keys()
        for cell in own:
            index = self.index_of(cell)
            self.dataChanged.emit(index, index)
        if own:
            self.told.emit()


def _covered(cells: tuple[GridCell, ...]) -> dict[tuple[int, int], GridCell]:
    return {
        (row, column): one
        for one in cells
        for row in range(one.row, one.row + one.row_span)
        for column in range(one.column, one.column + one.column_span)
    }


def _flags(cell: Cell) -> Qt.ItemFlag:
    if cell.group:
        return _ENABLED
    return _FIGURE if cell.sums else _INPUT


def _counted(label: str, cells: int) -> str:
    """Return the name of an edit with how many cells it is of, where these are several."""
    several = cells > 1 and not any(char.isdigit() for char in label)
    return label.replace(_CELLS, f" {cells} 个{_CELLS}") if several else label


def _fill_edit(values: dict[str, str], same: list[str], known: dict[str, State], label: str) -> SetCells:
    """Return the edit; a carried figure typed again as it was counts as looked at."""
    if not same:
        return SetCells(values, label)
    states: dict[str, State] = {cell: "changed" for cell in values if known.get(cell)}
    return SetCells(values, label, states | dict.fromkeys(same, "seen"))
