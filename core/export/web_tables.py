"""The official tables of a web page: captions, merges, and for each figure the heads that it stands under."""

from collections.abc import Iterator, Sequence

from core.blocks import TableBlock
from core.export.markup import lines, words
from core.grid import Grid, GridCell

_TABLE = "width:100%;border-collapse:collapse;line-height:1.4"
_CELL = "border:1px solid #000;padding:2px 4px"
_LABEL = f"{_CELL};font-weight:normal;text-align:left"
_HEAD = f"{_CELL};text-align:center"
_VALUE = f"{_CELL};text-align:center"
_HEADS = ("caption", "head")


def table_lines(block: TableBlock, name: str) -> Iterator[str]:
    """Yield the table with the merges of its grid; `name` begins the ids of its heads."""
    grid = block.grid
    heads = _Heads(grid, name)
    yield f'<table style="{_TABLE}">'
    yield f"<caption>{words(block.caption)}</caption>"
    yield "<colgroup>"
    yield from (f'<col style="width:{100 * width / sum(grid.widths):.4g}%">' for width in grid.widths)
    yield "</colgroup>"
    for part, rows in _parts(grid):
        yield f"<{part}>"
        yield from _rows(block, rows, heads)
        yield f"</{part}>"
    yield "</table>"


def _parts(grid: Grid) -> Iterator[tuple[str, range]]:
    """Yield the head of the table, and a body for each part of it that has heads of its own."""
    starts = [grid.head_rows]
    if grid.head_rows:
        yield "thead", range(grid.head_rows)
    else:
        starts = [cell.row for cell in grid.cells if cell.role == "caption"] or [0]
        starts = sorted({0, *starts})
    for first, last in zip(starts, [*starts[1:], grid.rows], strict=True):
        yield "tbody", range(first, last)


def _rows(block: TableBlock, which: range, heads: "_Heads") -> Iterator[str]:
    by_row: dict[int, list[GridCell]] = {row: [] for row in which}
    for cell in sorted(block.grid.cells, key=lambda cell: cell.column):
        if cell.row in by_row:
            by_row[cell.row].append(cell)
    for cells in by_row.values():
        yield "<tr>"
        yield from (_cell(block, cell, heads) for cell in cells)
        yield "</tr>"


def _cell(block: TableBlock, cell: GridCell, heads: "_Heads") -> str:
    text = lines(block.values.get(cell.cell, "") if cell.cell else cell.text)
    spans = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    spans += f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    if cell.role in _HEADS and cell.text:
        return f'<th id="{heads.id_of(cell)}" scope="col"{spans} style="{_HEAD}">{text}</th>'
    if cell.role == "label" and cell.text:
        indent = f";padding-left:{cell.indent}em" if cell.indent else ""
        return f'<th id="{heads.id_of(cell)}" scope="row"{spans} style="{_LABEL}{indent}">{text}</th>'
    above = heads.of(cell) if cell.role in ("value", "unit") else []
    named = f' headers="{" ".join(above)}"' if above else ""
    return f'<td{spans}{named} style="{_VALUE}">{text}</td>'


class _Heads:
    """The heads of a table: a cell stands under those of its columns in its part, and beside those of its row."""

    def __init__(self, grid: Grid, name: str) -> None:
        worded = [cell for cell in grid.cells if cell.text]
        self._name = name
        self._heads = [cell for cell in worded if cell.role in _HEADS]
        self._labels = sorted((cell for cell in worded if cell.role == "label"), key=lambda one: one.row)

    def id_of(self, cell: GridCell) -> str:
        """Return the id of a head."""
        return f"{self._name}r{cell.row + 1}c{cell.column + 1}"

    def of(self, cell: GridCell) -> list[str]:
        """Return the ids of the heads of a figure or a unit, outermost first."""
        return [self.id_of(one) for one in (*self._above(cell), *self._beside(cell))]

    def _above(self, cell: GridCell) -> list[GridCell]:
        """Return the heads of the columns, in the nearest rows of heads above."""
        rows = {one.row + down for one in self._heads for down in range(one.row_span)}
        last = max((row for row in rows if row < cell.row), default=-1)
        first = last
        while first - 1 in rows:
            first -= 1
        return [one for one in self._heads if first <= one.row <= last and _meet(one, cell)]

    def _beside(self, cell: GridCell) -> Sequence[GridCell]:
        """Return the labels of the row; in a list also those of the rows that it is part of."""
        own = [one for one in self._labels if one.row <= cell.row < one.row + one.row_span]
        if not own or not own[-1].indent:
            return own
        found, depth = own, own[-1].indent
        for one in reversed([one for one in self._labels if one.row < cell.row]):
            if one.indent < depth:
                found, depth = [one, *found], one.indent
        return found


def _meet(head: GridCell, cell: GridCell) -> bool:
    """Return whether a head and a cell share a column."""
    return head.column < cell.column + cell.column_span and cell.column < head.column + head.column_span
