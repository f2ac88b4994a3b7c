"""The characters that a file can hold: what XML and HTML forbid is taken out before a writer sees it."""

import re

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029]")


def writable(text: str) -> str:
    """Return the text without control characters, a lone surrogate as U+FFFD, every line end as a line feed."""
    return _LONE_SURROGATE.sub("\ufffd", _FORBIDDEN.sub("", _LINE_END.sub("\n", text)))
