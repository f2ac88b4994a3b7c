"""The characters that a file can hold: what XML and HTML forbid is taken out before a writer sees it.

So are the unseen signs that turn the direction of text: after one, a program shows figures backwards.
"""

import re

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029]")


def writable(text: str) -> str:
    """Return the text without control and direction signs, a lone surrogate as U+FFFD, line ends as line feeds."""
    lines = _DIRECTION.sub("", _FORBIDDEN.sub("", _LINE_END.sub("\n", text)))
    return _LONE_SURROGATE.sub("\ufffd", lines)
