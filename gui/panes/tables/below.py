"""What stands above and below the form, and how much room there is for it: the rows of figures come first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gui.panes.tables.view import FormView

SPACING = 8
CLOSE = 4  # between buttons one above the other
_LOWEST = 12  # lines of writing: below that the rows have the room of what is not needed to work in them
_MARGIN = 2  # around the lines of words


@dataclass(frozen=True)
class Shape:
    """How the words and the buttons below a form stand: lines of words, and where the buttons are.

    With a row of their own there are all of them; else one for all zeros stands beside the words, and the last one
    `stacked` below it or beside that too. What is `spare` stands only where all rows of the form are seen.
    """

    lines: int
    has_row: bool = False
    stacked: bool = False
    spare: bool = False


LINES = 2
LEAST = Shape(1)
_LESS = (Shape(3, stacked=True), Shape(2))
_WIDE = (Shape(LINES, has_row=True), *_LESS)
_NARROW = (Shape(3, has_row=True, spare=True), *_LESS)
_MORE = "（另有 {} 处，见“检查”）"
_REST = "（全文见“检查”）"
_STOP = re.compile("[，；。]")
_LETTERS = 42  # in a line: of two that hold fewer the words on some cells would be cut


def shapes(width: int, letter: int) -> tuple[Shape, ...]:
    """Return what may stand in that width below a form, what is best first."""
    return _WIDE if width >= _LETTERS * letter else _NARROW


@dataclass(frozen=True)
class Around:
    """The heights around a form: a line of the interface, the lines of the annex above, a line of words, a button."""

    line: int
    above: int
    writing: int
    button: int

    def below(self, shape: Shape) -> int:
        """Return the height of what stands below the form."""
        words = shape.lines * self.writing + _MARGIN
        if shape.has_row:
            return words + SPACING + self.button
        return max(words, 2 * self.button + CLOSE if shape.stacked else self.button)

    def whole_height(self, form: FormView, shape: Shape) -> int:
        """Return the height in which all rows are seen, and all of that shape."""
        return self.above + form.maximumHeight() + SPACING + self.below(shape)

    def shape_in(self, form: FormView, height: int, among: Sequence[Shape]) -> Shape:
        """Return the first of the shapes that has room, where all is seen or rows are left to work in; else the least."""
        return next((one for one in among if self._has_room(form, height, one)), LEAST)

    def _has_room(self, form: FormView, height: int, shape: Shape) -> bool:
        if height >= self.whole_height(form, shape):
            return True
        if shape.spare or height <= _LOWEST * self.line:
            return False
        rows = height - self.above - self.below(shape) - SPACING
        given_up = self.writing if shape == _LESS[-1] else 0  # a row, for a second line of words
        work = min(form.working_height - given_up, form.maximumHeight())
        return rows >= max(form.minimumHeight() + SPACING, work)


def told(sign: str, problems: list[str], short: list[str]) -> tuple[str, ...]:
    """Return how problems can be told, with ever fewer words.

    Whole, `short`, fewer of them and how many more there are, then less and less of the first one and where the rest is
    told. What is to be said in part where none of these has room stands last.
    """
    if not problems:
        return ("",)
    lines = _lines(sign, short)
    brief = "\n".join(lines)
    fewer = ["\n".join(lines[:-left]) + _MORE.format(left) for left in range(1, len(lines))]
    rest = _MORE.format(len(lines) - 1) if fewer else _REST
    less = [lines[0][: stop.start()] + rest for stop in reversed([*_STOP.finditer(lines[0])])]
    first = lines[:1] if fewer else []  # its number says that there are more
    last = (brief,) if fewer or less else ()
    return "\n".join(_lines(sign, problems)), brief, *fewer, *first, *less, *last


def _lines(sign: str, problems: list[str]) -> list[str]:
    if len(problems) == 1:
        return [f"{sign} {problems[0]}"]
    return [f"{sign}（{at}/{len(problems)}）{one}" for at, one in enumerate(problems, 1)]
