"""The widths of the columns of a printed table, the same on every kind of page."""

from collections.abc import Sequence

from core.style import Style


def widths(percents: Sequence[float], measure: float, style: Style) -> list[float]:
    """Return the widths that fill the measure; the widest gives where a column could not hold two characters."""
    least = 2 * (style.roles["table_label"].size + style.table.close)
    found = [measure * percent / sum(percents) for percent in percents]
    for index, width in enumerate(found):
        widest = found.index(max(found))
        if width < least and found[widest] > 2 * least:
            found[widest] -= least - width
            found[index] = least
    return found
