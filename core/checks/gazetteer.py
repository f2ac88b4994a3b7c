"""The names of counties and towns that official lists know: plain files of stems, an ending at the head of a line."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from core.paths import RESOURCES

_FILES = ("counties", "towns")
_APART = "\n"
LONGEST = 12


class Names:
    """Names to look up. One text for each first character takes a fifth of what a set of the names takes."""

    def __init__(self) -> None:
        self._rows: dict[str, str] = {}

    def add(self, stems: Iterable[str], ending: str) -> None:
        """Take names that end alike, their stems in order."""
        behind = ending + _APART
        for first, alike in groupby(stems, itemgetter(0)):
            self._rows[first] = f"{self._rows.get(first, _APART)}{behind.join(alike)}{behind}"

    def __contains__(self, name: str) -> bool:
        """Return whether it is one of the names, all of it."""
        row = self._rows.get(name[:1])
        return row is not None and f"{_APART}{name}{_APART}" in row and _APART not in name

    def __iter__(self) -> Iterator[str]:
        """Yield all names, one of two lists twice."""
        for row in self._rows.values():
            yield from row.strip(_APART).split(_APART)


@lru_cache(maxsize=1)
def known_names() -> Names:
    """Return all names with their endings, read once."""
    found = Names()
    for file in _FILES:
        text = (RESOURCES / "lexicon" / f"{file}.txt").read_text(encoding="utf-8")
        for line in text.splitlines():
            ending, *stems = line.split(" ")
            if ending != "#":
                found.add(stems, ending)
    return found
