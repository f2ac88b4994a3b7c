"""What a picture is made of, for every format alike: rules, shapes and words at their places.

Lengths in pt; x from the left edge, y from the top. Whatever writes a picture draws these parts and nothing else.
"""

import unicodedata
from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]
FONT = "song"  # of the style sheet: its figures are the clearest at a small size


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from one point to another; `dash` are the lengths drawn and left out."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.5
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed shape with a black `edge`, filled in a grey: 0 is black, 1 white; `datum` names its figure."""

    points: tuple[tuple[float, float], ...]
    grey: float
    datum: str = ""
    edge: float = 0.5

    @property
    def top(self) -> float:
        """Its highest point."""
        return min(y for _, y in self.points)

    @property
    def height(self) -> float:
        """How high it is."""
        return max(y for _, y in self.points) - self.top


@dataclass(frozen=True, slots=True)
class Label:
    """A few words; `y` is their base line, and `x` is at their left, centre or right."""

    x: float
    y: float
    text: str
    size: float
    align: Align = "left"


Part = Rule | Shape | Label


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture."""

    width: float
    height: float
    parts: tuple[Part, ...]


def breadth(text: str, size: float) -> float:
    """Return how wide a text is: a Chinese character is as wide as high, a figure half of that."""
    return sum(size if unicodedata.east_asian_width(char) in "WFA" else size / 2 for char in text)


def rectangle(x: float, y: float, width: float, height: float, grey: float, datum: str = "") -> Shape:
    """Return an upright rectangle."""
    return Shape(((x, y), (x + width, y), (x + width, y + height), (x, y + height)), grey, datum)
