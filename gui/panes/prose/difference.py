"""What differs between two lists or two texts, and the length of a text as Qt counts it."""

import re
from collections.abc import Sequence

_BREAKS = re.compile("[\x00\n\r\x0b\x0c\u2028\u2029\ufdd0\ufdd1\ufffc]")


def shown(text: str) -> str:
    """Return a text as one block of a document shows it: line breaks inside are blanks, as long as before."""
    return _BREAKS.sub(" ", text)


def difference(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int] | None:
    """Return where two sequences begin to differ and where the difference ends in each, None where equal."""
    shorter = min(len(before), len(after))
    start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    if start == len(before) == len(after):
        return None
    rest = shorter - start
    tail = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return start, len(before) - tail, len(after) - tail


def units(text: str) -> int:
    """Return the length of a text as Qt counts it, where a rare character takes two units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
