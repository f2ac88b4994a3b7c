"""A printed grid as a Word table: fixed widths, the same merges, repeated head rows, rows that stay whole."""

from itertools import accumulate, pairwise

from core.blocks import TableBlock
from core.export import columns
from core.export.fitting import Fit, fit
from core.export.ooxml.markup import W, paragraph, put, run, twips, w
from core.export.ooxml.package import Element
from core.export.rows import held
from core.grid import Grid, GridCell
from core.style import Style

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(block: TableBlock, width: int, style: Style) -> Element:
    """Return the table, `width` twips wide."""
    grid = block.grid
    widths = column_widths(grid, width, style)
    owners, together = _owners(grid), held(block, style)
    rows = [_row(block, number, owners, widths, style) for number in range(grid.rows)]
    for number in together:
        _hold(rows[number])
    lines = w("tblGrid", *(w("gridCol", w=one) for one in widths))
    return w("tbl", _properties(width, style), lines, *rows)


def column_widths(grid: Grid, width: int, style: Style) -> tuple[int, ...]:
    """Return the widths of the columns in twips; they add up to the width of the table."""
    points = columns.of(grid, width / 20, style)
    edges = [twips(edge) for edge in accumulate(points, initial=0.0)]
    return tuple(right - left for left, right in pairwise(edges))


def _properties(width: int, style: Style) -> Element:
    look = style.table
    rule = round(look.border * 8)
    edges = (w(edge, val="single", sz=rule, space=0, color="000000") for edge in _EDGES)
    margins = (("top", look.above), ("left", look.side), ("bottom", look.above), ("right", look.side))
    return w(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *edges),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=twips(size), type="dxa") for side, size in margins)),
    )


def _owners(grid: Grid) -> dict[tuple[int, int], GridCell]:
    """Return for every place the cell that covers it."""
    return {
        (row, column): cell
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _row(
    block: TableBlock,
    number: int,
    owners: dict[tuple[int, int], GridCell],
    widths: tuple[int, ...],
    style: Style,
) -> Element:
    head = w("tblHeader") if number < block.grid.head_rows else None
    cells: list[Element] = []
    column = 0
    while column < block.grid.columns:
        cell = owners.get((number, column)) or GridCell(number, column, "", "value")
        right = column + cell.column_span
        cells.append(_cell(block, cell, number, sum(widths[column:right]), style))
        column = right
    return w("tr", w("trPr", w("cantSplit"), head), *cells)


def _hold(row: Element) -> None:
    """Keep a row on one page with the next: Word looks at every cell of it, other programs at the first."""
    for line in row.iter(f"{{{W}}}p"):
        put(line, w("keepNext"))


def _cell(block: TableBlock, cell: GridCell, row: int, width: int, style: Style) -> Element:
    first = row == cell.row
    merge = None
    if cell.row_span > 1:
        merge = w("vMerge", val="restart") if first else w("vMerge")
    text = block.values.get(cell.cell, "") if cell.cell else cell.text
    room = fit(text, cell, width / 20, style)
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=cell.column_span) if cell.column_span > 1 else None,
        merge,
        _padding(room, style),
        w("vAlign", val="center"),
    )
    return w("tc", properties, _words(text, cell, room, style) if first else paragraph("table_value"))


def _padding(room: Fit, style: Style) -> Element | None:
    """Return the padding of a cell that has less than the others."""
    if room.side >= style.table.side:
        return None
    side = twips(room.side)
    return w("tcMar", w("left", w=side, type="dxa"), w("right", w=side, type="dxa"))


def _words(text: str, cell: GridCell, room: Fit, style: Style) -> Element:
    role = columns.ROLES[cell.role]
    look = style.roles[role]
    words = [run(text, role, style, size=room.size)] if text else []
    left, right = look.size * cell.indent, room.free
    if look.align == "center":
        left, right = left + right / 2, right / 2
    sides = {"leftChars": 100 * cell.indent, "left": twips(left), "right": twips(right)}
    indent = {side: size for side, size in sides.items() if size}
    return paragraph(role, *words, properties=[w("ind", **indent)] if indent else ())
