"""How wide and how high the printed form stands on the screen: all columns fit, no label is cut."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from core.grid import Grid, GridCell
from core.labels import short_label

PADDING = 4
HEAD_PADDING = 2  # at the sides of a head: its words are short and stand in the middle
INDENT = 16
_SHORT = 5
_ONE_LINE = 3  # letters: a shorter word over a column is not taken apart where that can be helped
_CLOSER = 4  # pixels that a row can give away where all rows are in sight then; its writing keeps the rest around it
_ROWS_IN_SIGHT = 4  # below the head, however large the writing is
WRAPPED = Qt.TextFlag.TextWordWrap


def column_widths(grid: Grid, width: int, metrics: QFontMetrics) -> list[int]:
    """Return the width of each column, in the shares of the form, together exactly the width given.

    A column too narrow for its short name takes what others have beyond theirs.
    """
    whole = sum(grid.widths)
    edges = [0]
    share = 0.0
    for part in grid.widths:
        share += part
        edges.append(round(width * share / whole))
    widths = [right - left for left, right in pairwise(edges)]
    least = _least_widths(grid, metrics)
    for column, needed in least.items():
        while widths[column] < needed:
            giver = max(least, key=lambda one: widths[one] - least[one])
            if widths[giver] <= least[giver]:
                break
            widths[giver] -= 1
            widths[column] += 1
    return widths


def _least_widths(grid: Grid, metrics: QFontMetrics) -> dict[int, int]:
    """Return how wide the columns are whose short name stands in one line then."""
    heads = (one for one in grid.cells if one.role == "head" and one.column_span == 1)
    names = {one.column: (one.text, *one.short)[-1] for one in heads}
    around = 2 * HEAD_PADDING + 1
    return {
        column: metrics.horizontalAdvance(name) + around
        for column, name in names.items()
        if len(name) <= _ONE_LINE
    }


def fitting_name(place: GridCell, room: QRect, metrics: QFontMetrics) -> str:
    """Return the longest name of a head that stands in a room in full; where none does, the shortest one cut."""
    names = (place.text, *place.short)
    fits = (name for name in names if _stands_in(name, room, metrics))
    return next(fits, "") or _cut(names[-1], room, metrics)


def _cut(name: str, room: QRect, metrics: QFontMetrics) -> str:
    """Return as much of a name as stands in a room, with a sign that there is more."""
    return next((one for one in _begun(name) if _stands_in(one, room, metrics)), name)


def name_in(text: str, room: QRect, metrics: QFontMetrics) -> str:
    """Return a label, without its number where it stands in full in a room only so, else cut from top to bottom."""
    names = (text, short_label(text))
    whole = next((one for one in names if _is_low_enough(one, room, metrics)), "")
    return whole or cut_to_height(text, room, metrics)


def cut_to_height(text: str, room: QRect, metrics: QFontMetrics) -> str:
    """Return as much of a label as stands in a room from top to bottom, with a sign where there is more."""
    has_room = room.width() > metrics.horizontalAdvance("国…")  # a column of single letters has none
    more = "…" if has_room else ""
    begun = (text, *_begun(text, more))
    return next((one for one in begun if _is_low_enough(one, room, metrics)), text)


def _is_low_enough(words: str, room: QRect, metrics: QFontMetrics) -> bool:
    return metrics.boundingRect(room, WRAPPED, words).height() <= room.height()


def _begun(text: str, more: str = "…") -> Iterator[str]:
    """Yield the text cut, the longest first, each with a sign that there is more."""
    return (text[:end] + more for end in range(len(text) - 1, 0, -1))


def _stands_in(name: str, room: QRect, metrics: QFontMetrics) -> bool:
    taken = metrics.boundingRect(room, WRAPPED, name)
    return taken.height() <= room.height() and taken.width() <= room.width()


def row_heights(grid: Grid, widths: list[int], metrics: QFontMetrics) -> list[int]:
    """Return the height of each row so that every label stands in full."""
    heights = [metrics.height() + 2 * PADDING] * grid.rows
    for one in sorted(grid.cells, key=lambda cell: cell.row_span):
        if one.role != "value":
            needed = _height(one, sum(widths[one.column : one.column + one.column_span]), metrics)
            _spread(heights, one, needed)
    return heights


def close_set(heights: list[int], missing: int) -> list[int]:
    """Return the heights with the missing pixels taken off, evenly; as they are where a row would have to give too much."""
    if not 0 < missing <= _CLOSER * len(heights):
        return heights
    each, more = divmod(missing, len(heights))
    return [height - each - (row < more) for row, height in enumerate(heights)]


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
