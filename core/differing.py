"""In what two texts, or two lists, differ: the one stretch, or the stretches that each has alone."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

Spans = list[tuple[int, int]]

_MOST_PAIRS = (
    100_000  # of equal characters, which is what comparing costs; beyond it the stretch is not looked into
)


def difference(before: Sequence[object], after: Sequence[object]) -> tuple[int, int, int] | None:
    """Return where two sequences begin to differ and where the difference ends in each, None where equal."""
    shorter = min(len(before), len(after))
    start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    if start == len(before) == len(after):
        return None
    rest = shorter - start
    tail = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return start, len(before) - tail, len(after) - tail


def marks(before: str, after: str) -> tuple[Spans, Spans]:
    """Return which stretches of two texts the other has not."""
    found = difference(before, after)
    if found is None:
        return [], []
    start, end, after_end = found
    old, new = before[start:end], after[start:after_end]
    if _pairs(old, new) > _MOST_PAIRS:
        return _span(start, end), _span(start, after_end)
    gone: Spans = []
    come: Spans = []
    for kind, one, one_end, two, two_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += _span(start + one, start + one_end)
            come += _span(start + two, start + two_end)
    return gone, come


def _span(start: int, end: int) -> Spans:
    return [(start, end)] if end > start else []


def _pairs(one: str, other: str) -> int:
    counts = Counter(other)
    return sum(count * counts[char] for char, count in Counter(one).items())
