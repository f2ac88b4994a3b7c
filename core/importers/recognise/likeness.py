"""Labels that differ by a lost or mistaken letter, as scanners and old converters leave them; never by their sense."""

from functools import lru_cache

from core.importers.keys import keys

# A label with one of these too many or too few says something else.
_TELLING = frozenset("不未无非否已再总小合以前后上下内外0123456789一二三四五六七八九十")
_SHORTEST = 4
_LETTERS_PER_SLIP = 6
_SHORTEST_BEGINNING = 8


@lru_cache(maxsize=20_000)
def is_slip(found: str, wanted: str) -> bool:
    """Return whether the label found is the one wanted with a few letters lost, doubled or mistaken."""
    one, other = keys(found)[3], keys(wanted)[3]
    if min(len(one), len(other)) < _SHORTEST or one == other:
        return bool(one) and one == other
    if len(one) >= _SHORTEST_BEGINNING and other.startswith(one):
        return True
    return is_close(found, wanted) and not (_TELLING & (set(one) ^ set(other)))


def is_close(found: str, wanted: str) -> bool:
    """Return whether the labels differ in few letters, whatever these letters say."""
    one, other = keys(found)[3], keys(wanted)[3]
    most = max(1, len(other) // _LETTERS_PER_SLIP)
    return abs(len(one) - len(other)) <= most and _slips(one, other) <= most


def _slips(one: str, other: str) -> int:
    """Return in how many letters the words differ."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, wanted in enumerate(other, 1):
            here.append(min(before[column] + 1, here[-1] + 1, before[column - 1] + (letter != wanted)))
        before = here
    return before[-1]
