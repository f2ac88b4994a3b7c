"""The printed grid of an official table, from its trees of labels."""

from core.grid import Grid, GridCell
from core.template.model import Block, Column, Row, Table, leaves, printed_rows


def of(table: Table) -> Grid:
    """Return the printed grid of a table."""
    columns = max(_label_width(table, block) + _span(block.columns) for block in table.blocks)
    cells: list[GridCell] = []
    row = 0
    head_rows = 0
    for block in table.blocks:
        first = row
        row = _add_head(table, block, row, columns, cells)
        head_rows = head_rows or row - first
        row = _add_body(table, block, row, cells)
    head = head_rows if len(table.blocks) == 1 else 0
    widths = table.widths or tuple(100 / columns for _ in range(columns))
    return Grid(row, columns, widths, head, tuple(cells), _label_width(table, table.blocks[0]))


def _label_width(table: Table, block: Block) -> int:
    """Return how many grid columns stand left of the figures: labels, and the units of a list."""
    return block.label_columns + (1 if table.layout == "list" else 0)


def _span(columns: tuple[Column, ...]) -> int:
    return sum(column.width for column, _ in leaves(columns))


def _depth(columns: tuple[Column, ...]) -> int:
    return 1 + max((_depth(column.columns) for column in columns if column.columns), default=0)


def _add_head(table: Table, block: Block, row: int, columns: int, cells: list[GridCell]) -> int:
    if block.caption:
        cells.append(GridCell(row, 0, block.caption, "caption", column_span=columns))
        row += 1
    depth = _depth(block.columns)
    if block.label_columns:
        span, short = block.label_columns, block.corner_short
        cells.append(GridCell(row, 0, block.corner, "head", row_span=depth, column_span=span, short=short))
    if table.layout == "list":
        cells.append(GridCell(row, block.label_columns, block.unit_heading, "head", row_span=depth))
    _add_columns(block.columns, row, _label_width(table, block), depth, cells)
    return row + depth


def _add_columns(columns: tuple[Column, ...], row: int, left: int, depth: int, cells: list[GridCell]) -> None:
    for column in columns:
        if column.columns:
            span = _span(column.columns)
            cells.append(GridCell(row, left, column.label, "head", column_span=span, short=column.short))
            _add_columns(column.columns, row + 1, left, depth - 1, cells)
        else:
            span = column.width
            head = GridCell(row, left, column.label, "head", depth, span, short=column.short)
            cells.append(head)
        left += span


def _add_body(table: Table, block: Block, row: int, cells: list[GridCell]) -> int:
    if table.layout == "form" and block.label_columns:
        _add_labels(block.rows, row, 0, block.label_columns, cells)
    for line, path in printed_rows(table, block):
        if table.layout == "list":
            cells.append(GridCell(row, 0, line.label, "label", indent=len(path) - 1))
            unit = "—" if line.group else line.unit or ""
            cells.append(GridCell(row, block.label_columns, unit, "unit"))
        left = _label_width(table, block)
        for column, _ in leaves(block.columns):
            cells.append(_figure(table, row, left, line, column))
            left += column.width
        row += 1
    return row


def _figure(table: Table, row: int, left: int, line: Row, column: Column) -> GridCell:
    down = tuple(f"{table.id}.{term}.{column.id}" for term in line.sum)
    across = tuple(f"{table.id}.{line.id}.{term}" for term in column.sum)
    return GridCell(
        row,
        left,
        "",
        "value",
        column_span=column.width,
        cell=f"{table.id}.{line.id}.{column.id}",
        kind=line.kind or column.kind or "count",
        sums=tuple(terms for terms in (down, across) if terms),
    )


def _add_labels(rows: tuple[Row, ...], top: int, left: int, width: int, cells: list[GridCell]) -> None:
    for row in rows:
        if row.rows:
            height = _height(row)
            cells.append(GridCell(top, left, row.label, "label", row_span=height))
            _add_labels(row.rows, top, left + 1, width - 1, cells)
        else:
            height = 1
            cells.append(GridCell(top, left, row.label, "label", column_span=width))
        top += height


def _height(row: Row) -> int:
    return sum(_height(child) for child in row.rows) or 1
