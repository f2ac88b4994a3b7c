"""The tables of a Word file as rows of cells with their spans, deleted rows left out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from core.importers.docx.names import W, child, number, outermost, val
from core.importers.docx.tree import Cell, Item, Loss, Paragraph, Table
from core.importers.packages import Element

ROWS = 5_000
COLUMNS = 200
SPAN = 63

# Rows and cells may stand in wrappers of any name, but never in these.
_NO_WRAPPERS = frozenset(
    W + tag for tag in ("tblPr", "tblGrid", "tblPrEx", "trPr", "sdtPr", "sdtEndPr", "customXmlPr", "tbl", "p")
)
_CONTENT = Callable[[Element], list[Item]]


class _OversizeError(Exception):
    """The table is wider or longer than any form."""


@dataclass(slots=True)
class _Rows:
    """The rows read so far, and the cell that each column of the last row is part of where it may go on below."""

    rows: list[list[Cell]] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    above: dict[int, Cell] = field(default_factory=dict)


def read(element: Element, contents: _CONTENT) -> Table:
    """Return a table; one with more rows or columns than any form has is left out as a whole."""
    state = _Rows()
    try:
        for row in outermost(element, W + "tr", _NO_WRAPPERS):
            _read_row(row, state, contents)
            if len(state.rows) > ROWS:
                raise _OversizeError
    except _OversizeError:
        return Table(losses=[*state.losses, Loss("columns")])
    return Table(state.rows, state.losses)


def _read_row(element: Element, state: _Rows, contents: _CONTENT) -> None:
    properties = child(element, "trPr")
    if child(properties, "del") is not None:
        state.losses.append(Loss("revision"))
        return
    if child(properties, "ins") is not None:
        state.losses.append(Loss("revision"))
    row: list[Cell] = []
    column = number(child(properties, "gridBefore")) or 0
    if column:
        row.append(Cell([], 0, _span(column)))
    below: dict[int, Cell] = {}
    for one in outermost(element, W + "tc", _NO_WRAPPERS):
        cell = _read_cell(one, column, row, state, contents)
        if cell is None:
            continue
        column = cell.column + cell.column_span
        if column > COLUMNS:
            raise _OversizeError
        if child(one, "tcPr", "vMerge") is not None:
            below[cell.column] = cell
    state.above = below
    state.rows.append(row)


def _read_cell(
    element: Element, column: int, row: list[Cell], state: _Rows, contents: _CONTENT
) -> Cell | None:
    """Return the cell that stands there, which may have begun in a row above; None where a change deleted it."""
    properties = child(element, "tcPr")
    if child(properties, "cellDel") is not None:
        state.losses.append(Loss("revision"))
        return None
    cell = Cell(contents(element), column, _span(number(child(properties, "gridSpan"))))
    if val(child(properties, "hMerge")) == "continue" and row:
        return _widened(row[-1], cell)
    merge = child(properties, "vMerge")
    owner = state.above.get(column)
    goes_on = merge is not None and val(merge) != "restart"
    if goes_on and owner is not None and owner.column_span == cell.column_span:
        owner.row_span += 1
        note_covered(owner, cell.contents)
        return owner
    row.append(cell)
    return cell


def _widened(owner: Cell, cell: Cell) -> Cell:
    owner.column_span += cell.column_span
    note_covered(owner, cell.contents)
    return owner


def _span(value: int | None) -> int:
    if value is not None and value > SPAN:
        raise _OversizeError
    return max(value or 1, 1)


def note_covered(owner: Cell, contents: Iterable[Item]) -> None:
    """Say so where words stand in a part of a merged cell that is not shown."""
    words = "".join(one.text.strip() for one in contents if isinstance(one, Paragraph))
    if words:
        owner.doubt = f"这个合并的格里还藏着别的内容“{words}”，没有读取。"
