"""A text as Qt holds it in a block: what it shows, and its length as Qt counts it."""

import re

_BREAKS = re.compile("[\x00\n\r\x0b\x0c\u2028\u2029\ufdd0\ufdd1\ufffc]")


def shown(text: str) -> str:
    """Return a text as one block of a document shows it: line breaks inside are blanks, as long as before."""
    return _BREAKS.sub(" ", text)


def units(text: str) -> int:
    """Return the length of a text as Qt counts it, where a rare character takes two units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
