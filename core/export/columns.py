"""The columns of a printed table, the same on every kind of page: how wide they are, and what their cells are set in."""

from collections.abc import Sequence

from core.grid import Grid
from core.style import Style

# The role of the style in which each kind of cell is set.
ROLES = {
    "caption": "table_caption",
    "head": "table_head",
    "label": "table_label",
    "unit": "table_value",
    "value": "table_value",
}

_THREE = 3  # characters in a line of a long label
_LONG = 8  # characters


def least(style: Style) -> float:
    """Return the width in pt of the narrowest column that holds two characters."""
    return 2 * (style.roles["table_label"].size + style.table.close)


def widths(percents: Sequence[float], measure: float, style: Style) -> list[float]:
    """Return the widths that fill the measure; the widest gives where a column could not hold two characters."""
    narrowest = least(style)
    found = [measure * percent / sum(percents) for percent in percents]
    for index, width in enumerate(found):
        widest = found.index(max(found))
        if width < narrowest and found[widest] > 2 * narrowest:
            found[widest] -= narrowest - width
            found[index] = narrowest
    return found


def of(grid: Grid, measure: float, style: Style) -> list[float]:
    """Return the widths of the columns of a table that fill the measure.

    The figures give of theirs to a long label beside many rows: two characters a line leave one of it alone.
    """
    found = widths(grid.widths, measure, style)
    figures = range(grid.label_columns, grid.columns)
    for column in _long_labels(grid):
        lacking = _THREE * style.roles["table_label"].size + 2 * style.table.side - found[column]
        share = max(0.0, lacking) / max(1, len(figures))
        least_left = _THREE * style.roles["table_head"].size + 2 * style.table.side
        if all(found[one] - share >= least_left for one in figures):
            found[column] += share * len(figures)
            for one in figures:
                found[one] -= share
    return found


def _long_labels(grid: Grid) -> set[int]:
    """Return the columns with labels of their own that take many lines."""
    return {
        one.column
        for one in grid.cells
        if one.role == "label" and one.column_span == 1 and one.row_span > 1 and len(one.text) > _LONG
    }


def side(width: float, size: float, style: Style) -> float:
    """Return the padding in pt at both sides of a cell of that width; a narrow one keeps room for two characters."""
    return min(style.table.side, max(style.table.close, (width - 2 * size) / 2))
