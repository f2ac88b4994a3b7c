"""The tables of a Word file as rows of cells with their spans, deleted rows left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from core.importers.docx.names import MC, W, branch, child, number, val
from core.importers.docx.tree import Cell, Item, Loss, Paragraph, Table
from core.importers.packages import Element

ROWS = 5_000
COLUMNS = 200
SPAN = 63

_PROPERTIES = frozenset(
    W + tag for tag in ("tblPr", "tblGrid", "tblPrEx", "trPr", "sdtPr", "sdtEndPr", "customXmlPr")
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
        for row in _parts(element, W + "tr"):
            _read_row(row, state, contents)
            if len(state.rows) > ROWS:
                raise _OversizeError
    except _OversizeError:
        return Table(losses=[*state.losses, Loss("columns")])
    return Table(state.rows, state.losses)


def _parts(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row; wrappers are seen through."""
    for one in element:
        if one.tag == tag:
            yield one
        elif one.tag == MC + "AlternateContent":
            chosen = branch(one)
            if chosen is not None:
                yield from _parts(chosen, tag)
        elif one.tag not in _PROPERTIES and one.tag not in (W + "tbl", W + "p"):
            yield from _parts(one, tag)


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
    for one in _parts(element, W + "tc"):
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
        _note_covered(owner, cell)
        return owner
    row.append(cell)
    return cell


def _widened(owner: Cell, cell: Cell) -> Cell:
    owner.column_span += cell.column_span
    _note_covered(owner, cell)
    return owner


def _span(value: int | None) -> int:
    if value is not None and value > SPAN:
        raise _OversizeError
    return max(value or 1, 1)


def _note_covered(owner: Cell, cell: Cell) -> None:
    """Say so where words stand in a part of a merged cell that is not shown."""
    words = "".join(one.text.strip() for one in cell.contents if isinstance(one, Paragraph))
    if words:
        owner.doubt = f"这个合并的格里还藏着别的内容“{words}”，没有读取。"
