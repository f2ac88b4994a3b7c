"""Words that others plant in a hijacked page, by the list that the checks look them up in.

The checks stand on a higher floor, so the list itself is read here: as it ships, without the clerk's own additions.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.paths import RESOURCES

_FILE, _TABLE = "lexicon/spam.toml", "spam"
_BEFORE, _AFTER = 16, 24  # how far the words around may lie that make one right, as in the checks
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class _Word:
    """An entry of the list: what it looks like, and what stands right before or after it where it is right."""

    pattern: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


def find(text: str) -> str:
    """Return the first planted words that an entry of the list finds in a short text, "" where there are none."""
    return next((found for word in _words() for found in _found(word, text)), "")


def _found(word: _Word, text: str) -> Iterator[str]:
    for match in word.pattern.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if not word.before.search(before) and not word.after.match(text[match.end() : match.end() + _AFTER]):
            yield match.group()


@cache
def _words() -> tuple[_Word, ...]:
    entries = tomllib.loads((RESOURCES / _FILE).read_text(encoding="utf-8"))[_TABLE]
    return tuple(
        _Word(
            re.compile(entry.get("pattern") or "|".join(map(re.escape, entry["words"]))),
            re.compile(f"(?:{entry.get('before') or _NEVER})$"),
            re.compile(entry.get("after") or _NEVER),
        )
        for entry in entries
    )
