"""What stands on one page, as it is read: glyphs and ruling lines with their places, the text upright.

Places are in points from the top left corner of the page; `down` grows towards the foot.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """A character: its left and right end, its base line, the size of its font; `spaced` says a blank stands before."""

    text: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool = False

    @property
    def middle(self) -> float:
        """Where it stands across."""
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        """Where its middle stands down the page."""
        return self.base - self.size * 0.36


class Rule(NamedTuple):
    """A straight line along an axis: where it lies across that axis, where it starts and ends."""

    at: float
    start: float
    end: float


@dataclass
class Sheet:
    """A page: its number from 1, its size, its glyphs, its lines across and down.

    The sides of shaded areas stand apart from its lines. `pictures` counts pictures of some size, `covered` is the
    share of the page they take; `turned` are the words that stand aslant or pale (watermarks), `guessed` says that
    the text was put over a picture by a scanner, `dense` that there are too many lines for a table, `fields` that
    there are form fields or written comments.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    shades_across: list[Rule] = field(default_factory=list)
    shades_down: list[Rule] = field(default_factory=list)
    pictures: int = 0
    covered: float = 0.0
    turned: str = ""
    guessed: bool = False
    dense: bool = False
    fields: bool = False
