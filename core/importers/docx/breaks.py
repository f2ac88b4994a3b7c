"""Line breaks inside a paragraph told apart: those that begin a new paragraph, and those that only wrap."""

import re

from core.importers.recognise import lines

_ENDED = re.compile(r"[。！？；：!?;:][”’」』）)》\s]*$")
_SHORTEST_WRAPPED = 20


def parted(text: str) -> list[str]:
    """Return the paragraphs of a text with line breaks; blank ones are left out.

    A break only wraps where a long line stops in the middle of a sentence and the next one neither is indented
    nor bears a number nor is a name or date below the text; figures on both sides are never put together.
    """
    result: list[str] = []
    for page in text.split("\f"):
        fresh = True
        for line in page.split("\n"):
            if not fresh and _wraps(result[-1], line):
                result[-1] = _glued(result[-1], line)
            elif line.strip():
                result.append(line)
            fresh = not line.strip()
    return result


def _wraps(before: str, line: str) -> bool:
    if not line.strip() or len(before.strip()) < _SHORTEST_WRAPPED or _ENDED.search(before):
        return False
    indented = line[:1].isspace()
    figures = before[-1:].isdigit() and line[:1].isdigit()
    return not (indented or figures or lines.level(line) or lines.is_signature(line))


def _glued(before: str, line: str) -> str:
    western = before[-1:].isascii() and before[-1:].isalnum() and line[:1].isascii() and line[:1].isalnum()
    return f"{before}{' ' if western else ''}{line}"
