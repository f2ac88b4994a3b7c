"""The columns of a printed table, the same on every kind of page: how wide they are, and what their cells are set in."""

from collections.abc import Sequence

from core.style import Style

# The role of the style in which each kind of cell is set.
ROLES = {
    "caption": "table_caption",
    "head": "table_head",
    "label": "table_label",
    "unit": "table_value",
    "value": "table_value",
}


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


def side(width: float, size: float, style: Style) -> float:
    """Return the padding in pt at both sides of a cell of that width; a narrow one keeps room for two characters."""
    return min(style.table.side, max(style.table.close, (width - 2 * size) / 2))
