"""The rows of a printed table that stay together, the same on every kind of page.

A short table moves to the next page as a whole rather than be divided, unless that would leave too much of the page
white: then it is divided between two of its groups, each of which has a title and a head of its own. Of no table one
row alone stands at the foot or at the head of a page. Word cannot weigh that while it breaks pages, so it is said
beforehand: these rows stay with the one below. They are told from rough heights, so that both Word and PDF hold the
same ones whatever fonts there are.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import ceil

from core.blocks import TableBlock
from core.export import columns
from core.export.characters import width_of
from core.grid import GridCell
from core.style import Style

_MM = 72 / 25.4
_WHITE = 0.3  # of a page: so much may stay white above a table that moves on, with what leads to it
_SHORT = 0.75  # of a page: a longer table is divided as it comes


def held(block: TableBlock, style: Style) -> frozenset[int]:
    """Return the rows that stay on one page with the row below: captions, heads, groups, the beginning of a short table."""
    titles = {
        row
        for cell in block.grid.cells
        if cell.role in ("caption", "head")
        for row in range(cell.row, cell.row + cell.row_span)
    }
    kept = titles | _ends(block, titles)
    # most tables that are too long are told at once
    if block.grid.rows * _height(style, "value", 1) <= _SHORT * _page(style):
        kept |= _of_short(block, style, _heights(block, style), kept)
    return frozenset(kept) - {block.grid.rows - 1}


def _ends(block: TableBlock, titles: set[int]) -> set[int]:
    """Return the first row of figures and the last but one, each of which stays with its neighbour."""
    figures = [row for row in range(block.grid.rows) if row not in titles]
    return {figures[0], block.grid.rows - 2} if len(figures) > 1 else set()


def _of_short(block: TableBlock, style: Style, heights: Sequence[float], kept: set[int]) -> set[int]:
    """Return more rows of a short table: those of each group, and of as many groups as may leave the page white."""
    if sum(heights) > _SHORT * _page(style):
        return set()
    above = block.above * style.page.line_pitch + style.table.around
    ends = list(accumulate(heights, initial=above))
    limit = _WHITE * _page(style)
    together = set(kept)
    for first, end in _groups(block):
        if ends[end] - (ends[first] if first else 0) <= limit:
            together |= set(range(first, end - 1))
    places = (row for row in range(1, block.grid.rows + 1) if row - 1 not in together)
    first_end = max((row for row in places if ends[row] <= limit), default=0)
    return together | set(range(first_end - 1))


def _groups(block: TableBlock) -> Iterator[tuple[int, int]]:
    """Yield the first row of each group and the one behind its last: a group begins with its title."""
    starts = sorted({cell.row for cell in block.grid.cells if cell.role == "caption"})
    yield from pairwise((*starts, block.grid.rows))


def _page(style: Style) -> float:
    return style.page.lines * style.page.line_pitch


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
