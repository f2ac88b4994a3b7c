"""Patterns that are compiled late: to compile one takes longer than to search a report with it a hundred times."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from weakref import ref

PATTERN_ERRORS = (re.error, OverflowError, RecursionError)  # what compiling a wrong pattern raises
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
_made: "list[ref[Late]]" = []


def compile_all() -> None:
    """Compile every pattern there is by now, where there is time for it before a text comes.

    One of the clerk's own that is wrong was told of where it was read.
    """
    for made in tuple(_made):
        late = made()
        if late is not None and not late.is_compiled:
            with suppress(*PATTERN_ERRORS):
                late.compile()


class Late:
    """A regular expression, compiled when it first looks at a text where it may match.

    `needs` are characters, or a tuple of words, of which one stands in every match; in a text without them nothing is
    found, compiled or not. They are given where compiling takes long and most reports have no such words.
    """

    def __init__(self, pattern: str, needs: str | tuple[str, ...] = "") -> None:
        self.pattern = pattern
        self.needs = needs
        self._compiled: re.Pattern[str] | None = None
        _made.append(ref(self, _made.remove))

    @property
    def is_compiled(self) -> bool:
        """Whether it need not be compiled any more."""
        return self._compiled is not None

    def compile(self) -> re.Pattern[str]:
        """Return it compiled; re.error says what is wrong with it."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern)
            if not self.needs:  # asked directly from now on
                vars(self).update((name, getattr(self._compiled, name)) for name in _METHODS)
        return self._compiled

    def _may_match(self, text: str) -> bool:
        for one in self.needs:  # a plain loop: this is asked of every clause
            if one in text:
                return True
        return not self.needs

    def is_of(self, match: re.Match[str]) -> bool:
        """Return whether a match is one of this pattern."""
        return match.re.pattern == self.pattern

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match anywhere, as `re.Pattern` does."""
        return self.compile().search(text, pos, endpos) if self._may_match(text) else None

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that begins at a place."""
        return self.compile().match(text, pos, endpos) if self._may_match(text) else None

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match of all there is."""
        return self.compile().fullmatch(text, pos, endpos) if self._may_match(text) else None

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Return all matches, one after the other."""
        return self.compile().finditer(text, pos, endpos) if self._may_match(text) else iter(())

    def findall(self, text: str) -> list[str]:
        """Return the words of all matches, of a pattern with one group at most."""
        found: list[str] = self.compile().findall(text) if self._may_match(text) else []
        return found

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return the text with other words for its matches."""
        return self.compile().sub(repl, text, count) if self._may_match(text) else text

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """Return what stands between the matches, of a pattern without groups."""
        parts: list[str] = self.compile().split(text, maxsplit) if self._may_match(text) else [text]
        return parts
