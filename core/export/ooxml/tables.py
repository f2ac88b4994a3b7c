"""A printed grid as a Word table: fixed widths, the same merges, repeated head rows, rows that stay whole."""

from itertools import pairwise

from core.blocks import TableBlock
from core.export.ooxml.markup import paragraph, run, twips, w
from core.export.ooxml.package import Element
from core.style import Style
from core.template.grid import Grid, GridCell

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_STYLE_OF = {
    "caption": "table_caption",
    "head": "table_head",
    "label": "table_label",
    "unit": "table_value",
    "value": "table_value",
}


def table(block: TableBlock, width: int, style: Style) -> Element:
    """Return the table, `width` twips wide."""
    grid = block.grid
    widths = column_widths(grid, width)
    owners = _owners(grid)
    rows = (_row(block, number, owners, widths, style) for number in range(grid.rows))
    columns = w("tblGrid", *(w("gridCol", w=one) for one in widths))
    return w("tbl", _properties(width, style), columns, *rows)


def column_widths(grid: Grid, width: int) -> tuple[int, ...]:
    """Return the widths of the columns in twips; they add up to the width of the table."""
    total = sum(grid.widths)
    edges = [round(width * sum(grid.widths[:number]) / total) for number in range(grid.columns + 1)]
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


def _cell(block: TableBlock, cell: GridCell, row: int, width: int, style: Style) -> Element:
    first = row == cell.row
    merge = None
    if cell.row_span > 1:
        merge = w("vMerge", val="restart") if first else w("vMerge")
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=cell.column_span) if cell.column_span > 1 else None,
        merge,
        w("vAlign", val="center"),
    )
    return w("tc", properties, _words(block, cell, style) if first else paragraph("table_value"))


def _words(block: TableBlock, cell: GridCell, style: Style) -> Element:
    role = _STYLE_OF[cell.role]
    text = block.values.get(cell.cell, "") if cell.cell else cell.text
    step = round(style.roles[role].size * 20 * cell.indent)
    indent = (w("ind", leftChars=100 * cell.indent, left=step),) if cell.indent else ()
    return paragraph(role, *([run(text, role, style)] if text else ()), properties=indent)
