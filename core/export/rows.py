"""The rows of a printed table that stay together, the same on every kind of page.

A short table moves to the next page as a whole rather than be divided, unless that would leave too much of the page
white. Word cannot weigh that while it breaks pages, so it is said beforehand: these rows stay with the one below.
They are told from rough heights, so that both Word and PDF hold the same ones whatever fonts there are.
"""

from itertools import accumulate
from math import ceil

from core.blocks import TableBlock
from core.export import columns
from core.export.characters import width_of
from core.grid import GridCell
from core.style import Style

_MM = 72 / 25.4
_WHITE = 0.46  # of a page: so much may stay white above a table that moves on, with the heading over it
_SHORT = 0.75  # of a page: a longer table is divided as it comes


def held(block: TableBlock, style: Style) -> frozenset[int]:
    """Return the rows that stay on one page with the row below: captions, heads, the beginning of a short table."""
    titles = {
        row
        for cell in block.grid.cells
        if cell.role in ("caption", "head")
        for row in range(cell.row, cell.row + cell.row_span)
    }
    end = _together(block, titles, style)
    return frozenset(titles | set(range(end - 1))) - {block.grid.rows - 1}


def _together(block: TableBlock, titles: set[int], style: Style) -> int:
    """Return how many rows at the beginning stay together: up to the last place for a break that is near enough."""
    page = style.page.lines * style.page.line_pitch
    around = style.page.line_pitch + style.table.around
    if block.grid.rows * _height(style, "value", 1) > _SHORT * page:  # most tables that are too long, at once
        return 0
    ends = list(accumulate(_heights(block, style), initial=around))
    if ends[-1] > _SHORT * page:
        return 0
    places = (row for row in range(1, block.grid.rows + 1) if row - 1 not in titles)
    return max((row for row in places if ends[row] <= _WHITE * page), default=0)


def _heights(block: TableBlock, style: Style) -> list[float]:
    """Return about how high each row is; a cell over several rows makes each of them higher by as much."""
    measure = (style.page.width - style.page.left - style.page.right) * _MM
    widths = columns.of(block.grid, measure, style)
    heights = [0.0] * block.grid.rows
    for cell in sorted(block.grid.cells, key=lambda one: one.row_span):
        rows = range(cell.row, cell.row + cell.row_span)
        width = sum(widths[cell.column : cell.column + cell.column_span])
        lacking = _height(style, cell.role, _lines(block, cell, width, style)) - sum(
            heights[row] for row in rows
        )
        for row in rows if lacking > 0 else ():
            heights[row] += lacking / cell.row_span
    return heights


def _height(style: Style, role: str, lines: int) -> float:
    look = style.roles[columns.ROLES[role]]
    return lines * (look.line_pitch or look.size * 1.4) + 2 * style.table.above + style.table.border


def _lines(block: TableBlock, cell: GridCell, width: float, style: Style) -> int:
    """Return into about how many lines the words of a cell go; a blank cell is as high as one."""
    size = style.roles[columns.ROLES[cell.role]].size
    side = columns.side(width, size, style)
    room = max(size, width - 2 * side - cell.indent * size)
    text = block.values.get(cell.cell, "") if cell.role == "value" else cell.text
    return max(1, sum(ceil(max(1.0, width_of(line)) / int(room / size + 0.01)) for line in text.split("\n")))
