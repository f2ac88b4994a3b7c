"""Chinese taken apart into the words that are common in reports (`resources/lexicon/official.txt`)."""

from functools import lru_cache

from core.paths import RESOURCES

Span = tuple[int, int]


def taken_apart(text: str) -> list[Span]:
    """Return the spans of the words of a text, and of what is left between them, from its beginning to its end.

    As few characters as can be are left over, and the words are as few and as long as that allows.
    """
    words, longest = _words()
    best: list[tuple[int, int]] = [(0, 0)]  # up to each place: characters left over, and pieces
    begins = [0]  # where the last piece up to each place begins
    for end in range(1, len(text) + 1):
        left, pieces = best[end - 1]
        found = (left + 1, pieces + 1, end - 1)
        for start in range(max(end - longest, 0), end - 1):
            if text[start:end] in words:
                left, pieces = best[start]
                found = min(found, (left, pieces + 1, start))
        best.append(found[:2])
        begins.append(found[2])
    return _joined(_pieces(begins))


def _pieces(begins: list[int]) -> list[Span]:
    found: list[Span] = []
    end = len(begins) - 1
    while end:
        found.append((begins[end], end))
        end = begins[end]
    return found[::-1]


def _joined(pieces: list[Span]) -> list[Span]:
    """Return the pieces with single characters that stand side by side as one."""
    made: list[Span] = []
    was_left = False
    for start, end in pieces:
        is_left = end - start == 1
        if is_left and was_left:
            made[-1] = made[-1][0], end
        else:
            made.append((start, end))
        was_left = is_left
    return made


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], int]:
    """Return the words, and how long the longest is."""
    lines = (RESOURCES / "lexicon" / "official.txt").read_text(encoding="utf-8").splitlines()
    words = frozenset(word for line in lines if not line.startswith("#") for word in line.split())
    return words, max(map(len, words))
