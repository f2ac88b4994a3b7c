"""How wide and how high the printed form stands on the screen: all columns fit, no label is cut."""

from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from core.grid import Grid, GridCell

PADDING = 4
INDENT = 16
_SHORT = 5
_ROWS_IN_SIGHT = 4  # below the head, however large the writing is
WRAPPED = Qt.TextFlag.TextWordWrap


def column_widths(grid: Grid, width: int) -> list[int]:
    """Return the width of each column, in the shares of the form, together exactly the width given."""
    whole = sum(grid.widths)
    edges = [0]
    share = 0.0
    for part in grid.widths:
        share += part
        edges.append(round(width * share / whole))
    return [right - left for left, right in pairwise(edges)]


def row_heights(grid: Grid, widths: list[int], metrics: QFontMetrics) -> list[int]:
    """Return the height of each row so that every label stands in full."""
    heights = [metrics.height() + 2 * PADDING] * grid.rows
    for one in sorted(grid.cells, key=lambda cell: cell.row_span):
        if one.role != "value":
            needed = _height(one, sum(widths[one.column : one.column + one.column_span]), metrics)
            _spread(heights, one, needed)
    return heights


def pinned(heights: list[int], head_rows: int, room: int, metrics: QFontMetrics) -> list[int]:
    """Return how high each head row stands above the rows that scroll, 0 for one that is left out.

    Where all of the head leaves no room for some rows, only its innermost row stands, with as many lines of writing
    as there is room for, one at least: every column keeps its name.
    """
    head = heights[:head_rows]
    left = room - sum(heights[head_rows : head_rows + _ROWS_IN_SIGHT])
    line = metrics.boundingRect(QRect(0, 0, 1 << 16, 1 << 16), WRAPPED, "国").height()
    if not head or sum(head) <= left + line:  # for a part of the last row no head is left out
        return head
    lines = max((left - 2 * PADDING) // line, 1)
    return [0] * (head_rows - 1) + [min(head[-1], lines * line + 2 * PADDING)]


def least_room(heights: list[int], head_rows: int, metrics: QFontMetrics) -> int:
    """Return the room of those rows below the least of the head."""
    return sum(pinned(heights, head_rows, 0, metrics)) + sum(heights[head_rows : head_rows + _ROWS_IN_SIGHT])


def balanced(room: QRect, metrics: QFontMetrics, text: str) -> QRect:
    """Return the narrowest part of the room, about its middle, where a short label takes no more lines.

    "结果维持" stands as "结果/维持" then, not as "结果维/持"; longer labels break where the room ends.
    """
    if len(text) > _SHORT:
        return room
    lines = metrics.boundingRect(room, WRAPPED, text).height()
    fits = room
    while fits.width() > metrics.height():
        narrower = fits.adjusted(1, 0, -1, 0)
        if (
            metrics.boundingRect(
                narrower.adjusted(0, -room.height(), 0, room.height()), WRAPPED, text
            ).height()
            > lines
        ):
            break
        fits = narrower
    return fits


def _height(one: GridCell, width: int, metrics: QFontMetrics) -> int:
    room = QRect(0, 0, max(width - 2 * PADDING - 1 - one.indent * INDENT, metrics.height()), 1 << 16)
    return metrics.boundingRect(room, WRAPPED, one.text).height() + 2 * PADDING


def _spread(heights: list[int], one: GridCell, needed: int) -> None:
    missing = needed - sum(heights[one.row : one.row + one.row_span])
    for row in range(one.row, one.row + one.row_span):
        part = -(-missing // (one.row + one.row_span - row))
        if part > 0:
            heights[row] += part
            missing -= part
