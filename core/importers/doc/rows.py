"""The rows of a table: how the file defines them, and the grid that the edges of all rows make together."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.importers.doc.binary import cut, i16, u8, u16
from core.importers.doc.sprms import RESHAPES, Sprm
from core.importers.docx.tables import COLUMNS, ROWS, note_covered
from core.importers.docx.tree import Cell, Item, Loss, Table

_CELL_BYTES = 20
_MERGED, _DOWN, _DOWN_FIRST = 0x02, 0x20, 0x40
_SAME_EDGE = 30  # twentieths of a point: half a millimetre
_RESHAPED = "这一行在文件里改动过格数，请核对各格的位置。"
_UNDEFINED = "这一行的格数与表格的定义不符，请核对各格的位置。"


@dataclass(slots=True)
class Shape:
    """A cell as its row defines it: whether it goes on from the left, begins a merge downward, or goes on from above."""

    from_left: bool = False
    down: bool = False
    from_above: bool = False


@dataclass(slots=True)
class Row:
    """A row as defined: its edges from left to right and its cells, with what stands in them.

    `deleted` is said of a row whose deletion is tracked; `losses` are those of its end.
    """

    edges: list[int]
    shapes: list[Shape]
    cells: list[list[Item]] = field(default_factory=list)
    doubt: str = ""
    deleted: bool = False


def row(properties: Iterable[tuple[int, bytes]], cells: list[list[Item]]) -> Row:
    """Return a row with those contents, as the properties of its end define it."""
    made = Row([], [], cells)
    for code, operand in properties:
        if code == Sprm.ROW:
            made.edges, made.shapes = _defined(operand)
        elif code == Sprm.MERGE:
            for one in made.shapes[u8(operand, 0) + 1 : u8(operand, 1)]:
                one.from_left = True
        elif code == Sprm.MERGE_DOWN and u8(operand, 0) < len(made.shapes):
            kind = u8(operand, 1) & 3
            one = made.shapes[operand[0]]
            one.down, one.from_above = kind != 0, kind == 1
        elif code in RESHAPES:
            made.doubt = _RESHAPED
    if len(made.shapes) != len(cells):
        made.doubt = _UNDEFINED
        made.shapes = [*made.shapes, *(Shape() for _ in cells)][: len(cells)]
        made.edges = _stretched(made.edges, len(cells))
    return made


def _defined(operand: bytes) -> tuple[list[int], list[Shape]]:
    """Return the edges and cells of a definition; cells that it leaves out are plain."""
    count = u8(operand, 0)
    edges = [i16(operand, 1 + 2 * one) for one in range(count + 1)]
    begin = 1 + 2 * (count + 1)
    given = min((len(operand) - begin) // _CELL_BYTES, count)
    flags = [u16(cut(operand, begin + _CELL_BYTES * one, 2), 0) for one in range(given)]
    shapes = [
        Shape(
            bool(one & _MERGED),
            bool(one & (_DOWN | _DOWN_FIRST)),
            bool(one & _DOWN) and not one & _DOWN_FIRST,
        )
        for one in flags
    ]
    return edges, [*shapes, *(Shape() for _ in range(count - given))]


def _stretched(edges: list[int], count: int) -> list[int]:
    """Return edges for another number of cells than was defined."""
    edges = edges[: count + 1] or [0]
    while len(edges) <= count:
        edges.append(edges[-1] + 1_000)
    return edges


def table(rows: Sequence[Row]) -> Table:
    """Return the table of some rows; one with more rows or columns than any form has is left out as a whole."""
    kept = [one for one in rows if not one.deleted and one.cells]
    losses = [Loss("revision") for one in rows if one.deleted]
    lines = _lines(edge for one in kept for edge in one.edges)
    if len(kept) > ROWS or len(lines) > COLUMNS + 1:
        return Table(losses=[*losses, Loss("columns")])
    made = _Grid(lines)
    for one in kept:
        made.add(one)
    return Table(made.rows, losses)


def _lines(edges: Iterable[int]) -> list[int]:
    """Return the lines between columns; edges that lie next to one another are one line."""
    lines: list[int] = []
    for edge in sorted(set(edges)):
        if not lines or edge - lines[-1] > _SAME_EDGE:
            lines.append(edge)
    return lines


class _Grid:
    """The rows so far, and the cell that each column is part of where it may go on below."""

    def __init__(self, lines: list[int]) -> None:
        self.rows: list[list[Cell]] = []
        self._lines = lines
        self._above: dict[int, Cell] = {}

    def add(self, row: Row) -> None:
        """Add a row; cells that go on from the left or from above are part of those."""
        before = self._column(row.edges[0])
        made = [Cell([], 0, before)] if before else []
        below: dict[int, Cell] = {}
        last: Cell | None = None
        for number, shape in enumerate(row.shapes):
            column = self._column(row.edges[number])
            span = self._column(row.edges[number + 1]) - column
            contents = row.cells[number]
            if last is not None and (shape.from_left or span <= 0):
                last.column_span += max(span, 0)
                note_covered(last, contents)
                continue
            last = self._owner(shape, column, max(span, 1))
            if last is None:
                last = Cell(contents, column, max(span, 1), doubt=row.doubt)
                made.append(last)
            else:
                note_covered(last, contents)
            if shape.down:
                below[column] = last
        self.rows.append(made)
        self._above = below

    def _owner(self, shape: Shape, column: int, span: int) -> Cell | None:
        """Return the cell above that goes on here, one row longer, or None."""
        owner = self._above.get(column)
        if owner is None or not shape.from_above or owner.column_span != span:
            return None
        owner.row_span += 1
        return owner

    def _column(self, edge: int) -> int:
        """Return the number of the line that an edge is part of."""
        place = bisect_left(self._lines, edge)
        return place if place < len(self._lines) and self._lines[place] == edge else place - 1
