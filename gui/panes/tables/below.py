"""What stands above and below the form, and how much room there is for it: the rows of figures come first."""

from dataclasses import dataclass

from gui.panes.tables.view import FormView

SPACING = 8
_LOWEST = 12  # lines of writing: below that the rows have the room of the buttons too, which are in the menu as well


@dataclass(frozen=True)
class Around:
    """The heights around a form: a line of writing, the lines of the annex above, the words and the buttons below.

    `last` is the height of the words with the one button that stays beside them.
    """

    line: int
    above: int
    words: int
    last: int
    buttons: int

    def bare_height(self, form: FormView) -> int:
        """Return the height in which all rows are seen, and no buttons."""
        return self.above + form.maximumHeight() + SPACING + self.last

    def whole_height(self, form: FormView) -> int:
        """Return the height in which all is seen."""
        return self.above + form.maximumHeight() + 2 * SPACING + self.words + self.buttons

    def has_buttons(self, form: FormView, height: int) -> bool:
        """Return whether the buttons have room: where all is seen, or where they leave rows to work in."""
        rows = height - self.above - self.words - self.buttons - 2 * SPACING
        least = max(form.minimumHeight() + SPACING, min(form.working_height, form.maximumHeight()))
        return height >= self.whole_height(form) or (rows >= least and height > _LOWEST * self.line)


def numbered(sign: str, problems: list[str]) -> str:
    """Return problems line by line, of several each with its number: there may be no room for all of them."""
    if len(problems) == 1:
        return f"{sign} {problems[0]}"
    return "\n".join(f"{sign}（{at}/{len(problems)}）{one}" for at, one in enumerate(problems, 1))
