"""The names of counties and towns that official lists know: plain files of stems, an ending at the head of a line."""

from functools import lru_cache

from core.paths import RESOURCES

_FILES = ("counties", "towns")
LONGEST = 12


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """Return all names with their endings, read once."""
    found: set[str] = set()
    for file in _FILES:
        text = (RESOURCES / "lexicon" / f"{file}.txt").read_text(encoding="utf-8")
        for line in text.splitlines():
            ending, *stems = line.split(" ")
            if ending != "#":
                found.update(stem + ending for stem in stems)
    return frozenset(found)
