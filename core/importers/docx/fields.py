"""Fields of a Word file: only their results are read, and a few kinds are told apart by their instruction."""

import re
from dataclasses import dataclass

_OUTSIDE = frozenset(
    {"DDE", "DDEAUTO", "LINK", "INCLUDETEXT", "INCLUDEPICTURE", "DATABASE", "IMPORT", "INCLUDE"}
)
_KIND = re.compile(r"\s*(=|[A-Za-z]+)")
_ENCLOSED = re.compile(r"\\o\s*(?:\\a[clr]\s*)?\(([^(),，]*)[,，]([^(),，]*)\)", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False


def kind_of(instruction: str) -> str:
    """Return the first word of an instruction in capitals; "=" for a formula."""
    found = _KIND.match(instruction)
    return found[1].upper() if found else ""


def is_outside(kind: str) -> bool:
    """Return whether a field of the kind draws on a file or program outside."""
    return kind in _OUTSIDE


def enclosed(instruction: str) -> str:
    """Return the character that an EQ field draws in a circle or box, "" where it draws something else."""
    found = _ENCLOSED.search(instruction)
    if found is None:
        return ""
    return next((part for part in (found[2].strip(), found[1].strip()) if part and part not in "○◯□△〇"), "")


class Fields:
    """The fields that are open at a place of the text; they may go on over many paragraphs.

    In a file whose fields are not all closed (`sound` is False) nothing is left out on their account.
    """

    def __init__(self, *, sound: bool) -> None:
        self._sound = sound
        self._open: list[_Field] = []

    def begin(self) -> None:
        """Open a field; its instruction follows."""
        self._open.append(_Field())

    def instruct(self, text: str) -> None:
        """Add to the instruction of the field opened last."""
        if self._open:
            self._open[-1].instruction += text

    def separate(self) -> str:
        """Go over to the result of the field opened last and return its kind."""
        if not self._open:
            return ""
        self._open[-1].in_result = True
        return kind_of(self._open[-1].instruction)

    def end(self) -> str:
        """Close the field opened last and return the character it draws without a result, "" for all others."""
        if not self._open:
            return ""
        closed = self._open.pop()
        return "" if closed.in_result or kind_of(closed.instruction) != "EQ" else enclosed(closed.instruction)

    @property
    def silent(self) -> bool:
        """Whether text here is part of an instruction or of a table of contents."""
        return self.in_contents or (self._sound and any(not one.in_result for one in self._open))

    @property
    def in_contents(self) -> bool:
        """Whether text here is part of a table of contents."""
        return self._sound and any(kind_of(one.instruction) == "TOC" for one in self._open)
