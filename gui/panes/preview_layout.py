"""Where the sheets of the preview stand: below each other or in pairs, at a zoom or as wide as there is room."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRect

from core.style import standard

GAP = 12
A4 = (595.276, 841.89)
ZOOMS = (33, 50, 67, 75, 90, 100, 125, 150, 200)
_LEAST_SCALE = 0.1
_MM = 72 / 25.4
_AROUND_WORDS = 8  # pt of the margins that stay in sight

Size = tuple[float, float]


@dataclass(frozen=True)
class Layout:
    """The rectangles of the pages on one long strip, and the size of the strip."""

    rects: tuple[QRect, ...] = ()
    width: int = 0
    height: int = 0

    def page_at(self, y: int) -> int:
        """Return the page, from 0, that reaches down to a height, the first where none does."""
        return next((number for number, rect in enumerate(self.rects) if rect.bottom() >= y), 0)

    def between(self, top: int, bottom: int) -> tuple[int, ...]:
        """Return the pages of which something stands between two heights."""
        return tuple(n for n, rect in enumerate(self.rects) if rect.bottom() >= top and rect.top() <= bottom)


class Fit(NamedTuple):
    """A scale at which pages are as wide as the room, and how much of their left side is out of sight then, in pt."""

    scale: float
    cut: float = 0


def fitting(sizes: Sequence[Size], columns: int, room: int, least_letter: float) -> Fit:
    """Return the scale at which the pages are as wide as the room.

    Where their letters would be smaller than `least_letter`, it is the words that are as wide: the margins are blank.
    """
    widest = max(width for width, _ in sizes)
    scale = max(_LEAST_SCALE, (room - (columns + 1) * GAP) / columns / widest)
    style = standard()
    page = style.page
    words = (page.width - page.left - page.right) * _MM + 2 * _AROUND_WORDS
    if columns > 1 or scale * style.roles["body"].size >= least_letter:
        return Fit(scale)
    return Fit(max(_LEAST_SCALE, room / words), page.left * _MM - _AROUND_WORDS)


def lay_pages(sizes: Sequence[Size], scale: float, ratio: float, columns: int, room: int) -> Layout:
    """Return the layout; each page has a whole number of the screen's points, `ratio` of them to a unit."""
    shown = [(math.ceil(w * scale * ratio) / ratio, math.ceil(h * scale * ratio) / ratio) for w, h in sizes]
    row_width = max(width for width, _ in shown) * columns + (columns - 1) * GAP
    left = max(GAP, (room - row_width) / 2)
    rects: list[QRect] = []
    y = GAP
    for first in range(0, len(shown), columns):
        row = shown[first : first + columns]
        x = left
        for width, height in row:
            rects.append(QRect(round(x), y, round(width), round(height)))
            x += width + GAP
        y += round(max(height for _, height in row)) + GAP
    return Layout(tuple(rects), round(row_width) + 2 * GAP, y)


def way_into_sight(start: float, end: float, room: int) -> float:
    """Return how far to scroll so that a stretch of the view is in sight as a whole, 0 where it is.

    One longer than the view is in sight where it fills half of it, and else comes with its beginning.
    """
    seen = min(end, room) - max(start, 0)
    if seen >= min(end - start, room / 2) and (start >= 0 <= room - end or end - start > room):
        return 0
    return start - max(0, min(room / 3, room - (end - start) - GAP))


def next_zoom(now: int, *, larger: bool) -> int:
    """Return the next zoom of the list."""
    if larger:
        return next((zoom for zoom in ZOOMS if zoom > now), ZOOMS[-1])
    return ZOOMS[max(0, bisect_left(ZOOMS, now) - 1)]
