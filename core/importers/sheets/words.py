"""The words of cells, as every reader of workbooks cleans them."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(words: str) -> str:
    """Return words with line ends of one kind and without control characters."""
    return _CONTROL.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
