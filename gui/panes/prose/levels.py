"""The levels of a paragraph by the number it begins with: "（一）", "1.", "（1）"."""

import re
from collections.abc import Sequence
from typing import Literal

from core import numbers
from core.report import Paragraph

Level = Literal[0, 1, 2, 3, 4]

_MARKS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (2, re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")),
    (3, re.compile(r"[\d０-９]{1,2}(?:[．、]|\.(?![\d０-９]))")),
    (4, re.compile(r"[（(][\d０-９]{1,2}[）)]")),
)


def mark(text: str) -> tuple[Level, str]:
    """Return the level that the beginning of a text says, and the number itself; 0 and "" for body text."""
    for level, pattern in _MARKS:
        found = pattern.match(text)
        if found:
            return level, found.group()
    return 0, ""


def level_of(text: str, before: Paragraph) -> Level:
    """Return the level of a paragraph with new words: what its new number says, else the level it had."""
    new, old = mark(text)[0], mark(before.text)[0]
    return before.level if new == old else new


def numbered(paragraphs: Sequence[Paragraph], index: int, level: Level) -> str:
    """Return the text of a paragraph with the number of a level, counted from the paragraphs above it."""
    text = paragraphs[index].text
    words = text[len(mark(text)[1]) :]
    return _number(level, 1 + _before(paragraphs[:index], level)) + words


def _before(paragraphs: Sequence[Paragraph], level: Level) -> int:
    """Count the paragraphs of a level above, as far as the last one of a higher level."""
    count = 0
    for paragraph in reversed(paragraphs):
        if 0 < paragraph.level < level:
            break
        count += paragraph.level == level
    return count


def _number(level: Level, count: int) -> str:
    match level:
        case 2:
            return f"（{numbers.to_chinese(count)}）"
        case 3:
            return f"{count}."
        case 4:
            return f"（{count}）"
        case _:
            return ""
