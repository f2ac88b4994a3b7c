"""What a check says: findings, as values; nothing is shown, logged or raised here."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from core.edits import Edit

Severity = Literal["error", "warning", "info"]

TITLE = "title"
NOTES = "notes"  # lines of the source that are not part of the report, by the number of the note


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell by its address, with what stands in it."""

    cell: str
    value: str


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Words in a paragraph: section id (or "title", paragraph 0), place, span in characters, and the words.

    `selected` is the span of those among them that a key may replace, as the number alone; None: all of them.
    """

    section: str
    paragraph: int
    start: int
    end: int
    quote: str
    selected: tuple[int, int] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class HeadPlace:
    """A line above an annex table: `field` is "title", "period" or "filler"."""

    table: str
    field: str
    quote: str


Place = CellPlace | TextPlace | HeadPlace


@dataclass(frozen=True, slots=True)
class Fix:
    """A certain remedy: the verb with its object for the button ("改为 11"), the edit, and in how many places it acts."""

    label: str
    edit: Edit
    places: int = 1


@dataclass(frozen=True)
class Finding:
    """Something to mend or to look at: rule id of the catalogue, the sentence, every place with its words.

    `expected` and `found` are the figures or words compared, "" where the rule compares none. `hint` is a guess
    at the cause with its reasoning, for the clerk to judge; it is no part of what was found. `mark` tells it
    from others that say the same (`core.checks.decisions`). `unfinished`: something is still to be filled in, so
    that the report cannot be handed in, whatever the weight. `other_place` is the place that it takes for another
    office's, where it is one: the clerk may know it as the office's own (`core.own_places`).

    `about` is what a reason for keeping it is given for, where it speaks of a whole text or part: neither the words
    quoted nor the figures count then, but for `extent`, which says in percent how far it goes. "" where it speaks of
    its words and figures themselves.
    """

    rule: str
    severity: Severity
    message: str
    where: tuple[Place, ...]
    basis: str = ""
    expected: str = ""
    found: str = ""
    fix: Fix | None = None
    hint: str = ""
    mark: str = ""
    unfinished: bool = False
    other_place: str = ""
    about: str = ""
    extent: int = 0

    @property
    def key(self) -> str:
        """A name that stays while the words and figures spoken of stay, wherever they move in the section."""
        return f"{self._name}.{self.mark}" if self.mark else self._name

    def marked(self, mark: str) -> "Finding":
        """Return the finding with a mark; while that is the same, the same object, of which more is known already."""
        known = self.__dict__.get("_marked")
        if not isinstance(known, Finding) or known.mark != mark:
            known = self.__dict__["_marked"] = replace(self, mark=mark)
        return known

    @cached_property
    def first_quoted(self) -> TextPlace | None:
        """The first words in prose that it quotes, None where it quotes none."""
        return next((one for one in self.where if isinstance(one, TextPlace) and one.quote), None)

    def beside(self, text: str, read: Callable[[str], str]) -> str:
        """Return what is read of the text around the words quoted; while that is the same, as it was read before."""
        known: tuple[str, str] | None = self.__dict__.get("_beside")
        if known is None or known[0] != text:
            known = self.__dict__["_beside"] = text, read(text)
        return known[1]

    @cached_property
    def _name(self) -> str:  # nearly all findings stay as they are after an edit
        return _digest(self.rule, self.about) if self.about else self.quoted_name

    @cached_property
    def quoted_name(self) -> str:
        """The name by all its words and figures: that of files of old also where it is `about` something."""
        parts = [self.rule, self.expected, self.found]
        for place in self.where:
            match place:
                case CellPlace(cell, value):
                    parts += [cell, value]
                case TextPlace(section, _, _, _, quote):
                    parts += [section, quote]
                case HeadPlace(table, field, quote):
                    parts += [table, field, quote]
        return _digest(*parts)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
