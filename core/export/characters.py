"""The characters that a file can hold, and how wide they are.

What XML and HTML forbid is taken out before a writer sees it. So are the unseen signs that turn the direction of text: after one, a program shows figures backwards.
"""

import re
import unicodedata

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_HALF = 0.5


def writable(text: str) -> str:
    """Return the text without control and direction signs, a lone surrogate as U+FFFD, line ends as line feeds."""
    lines = _DIRECTION.sub("", _FORBIDDEN.sub("", _LINE_END.sub("\n", text)))
    return _LONE_SURROGATE.sub("\ufffd", lines)


def width_of(text: str) -> float:
    """Return the width in characters; Western letters and figures take half of one."""
    return sum(_HALF if unicodedata.east_asian_width(char) in ("Na", "H", "N") else 1.0 for char in text)
