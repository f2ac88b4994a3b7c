"""How the words of a cell fit into it: lines of even length, whole figures, whatever font the computer has.

Full-width characters are as wide as they are high in every Chinese font, so the places of the line breaks follow
from the room alone: the room is what is set here.
"""

from dataclasses import dataclass
from math import ceil

from core.export import columns
from core.export.characters import width_of
from core.grid import GridCell
from core.style import Style

_SLACK = 0.4  # of a character: room that a rule, or another program's reckoning, may take
_TIGHT = 0.5  # pt that the words of a narrow cell have to spare at each side
_WIDE = 1.14  # figures of some fonts are wider than half a character
_SMALLEST = 0.5  # how far a figure that is wider than its column may shrink before it is wrapped
_NARROW = 8  # characters: in wider cells the end of the last line does not catch the eye


@dataclass(frozen=True, slots=True)
class Fit:
    """Padding at both sides of a cell, room left free beside its words, and their size, all in pt."""

    side: float
    free: float
    size: float


def fit(text: str, cell: GridCell, width: float, style: Style) -> Fit:
    """Return how a text fits into a cell of that width."""
    side, free = around(text, cell, width, style)
    size = style.roles[columns.ROLES[cell.role]].size
    return Fit(side, free, _whole(text, width - 2 * (side + _TIGHT), size) if cell.role == "value" else size)


def around(text: str, cell: GridCell, width: float, style: Style) -> tuple[float, float]:
    """Return the padding at both sides of a text in a cell of that width, and the room left free beside it, in pt."""
    size = style.roles[columns.ROLES[cell.role]].size
    side = columns.side(width, size, style)
    if cell.role != "value" and (cell.role == "head" or cell.row_span > 1):
        return _even(width_of(text), width, side, size, style.table.close)
    return side, 0.0


def _whole(figure: str, room: float, size: float) -> float:
    """Return the size, in half points, in which a figure stands in one line."""
    needed = width_of(figure) * size * _WIDE
    if needed <= room:
        return size
    smaller = int(size * room / needed * 2) / 2
    return smaller if smaller >= size * _SMALLEST else size


def _even(units: float, width: float, side: float, size: float, close: float) -> tuple[float, float]:
    """Return the room in which the lines are of even length, with less padding where that saves a lone character."""
    lines, longest = _lines(units, (width - 2 * side) / size)
    if lines > 1 and units - longest * (lines - 1) <= 1:
        fewer, longer = _lines(units, (width - 2 * close) / size)
        if fewer < lines:
            lines, longest, side = fewer, longer, close
    spare = (width - longest * size) / 2 - _TIGHT
    side = min(side, max(0.0, spare))
    free = width - 2 * side - (longest + _SLACK) * size
    return side, free if lines > 1 and free > 0 and longest < _NARROW else 0.0


def _lines(units: float, room: float) -> tuple[int, int]:
    """Return into how many lines so many characters go, and how many the longest has."""
    lines = ceil(units / max(1, int(room + 0.01)))
    return lines, ceil(units / max(1, lines))
