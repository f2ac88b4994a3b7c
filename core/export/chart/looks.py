"""How series are told apart on black and white paper: fills for bars, dashes and points for lines."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from core.export.chart.scene import Rule, Shape, rectangle

Hatch = Literal["", "/", "\\"]
_APART = 4.0  # between the lines of a hatching


@dataclass(frozen=True, slots=True)
class Look:
    """The looks of a series: the grey and the hatching of its bars, the dash of its line, the corners of its points."""

    grey: float
    hatch: Hatch
    dash: tuple[float, float] | None
    corners: int


LOOKS = (
    Look(0.2, "", None, 16),
    Look(1.0, "/", (5.0, 2.0), 4),
    Look(0.72, "", (1.5, 1.5), 3),
    Look(1.0, "\\", (8.0, 3.0), 5),
)


def bar(look: Look, x: float, y: float, width: float, height: float, datum: str) -> Iterator[Rule | Shape]:
    """Yield a bar in the looks of its series."""
    yield rectangle(x, y, width, height, look.grey, datum)
    if look.hatch:
        yield from _hatching(look.hatch, x, y, width, height)


def _hatching(hatch: Hatch, x: float, y: float, width: float, height: float) -> Iterator[Rule]:
    """Yield slanting lines that end at the edges of a rectangle."""
    start = -math.floor(height / _APART) * _APART
    while start < width:
        left, right = max(0.0, start), min(width, start + height)
        if right > left:
            low, high = y + height - (left - start), y + height - (right - start)
            if hatch == "\\":
                left, right = width - left, width - right
            yield Rule(x + left, low, x + right, high)
        start += _APART


def point(look: Look, x: float, y: float, radius: float, datum: str = "") -> Shape:
    """Return the point of a line in the looks of its series."""
    corners = look.corners
    turns = (2 * math.pi * corner / corners for corner in range(corners))
    around = tuple((x + radius * math.sin(turn), y - radius * math.cos(turn)) for turn in turns)
    return Shape(around, look.grey, datum)
