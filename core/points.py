"""Points that are run into the words of a paragraph, "做法：（一）公开；（二）培训。", and how numbers look wherever they stand."""

import re
from collections.abc import Iterator

from core import numbers, quotations

NUMERAL = "[一二三四五六七八九十]{1,3}"
BRACKETED = rf"[（(]\s?(?:{NUMERAL}|\d{{1,2}})\s?[）)]"
# behind "（一）": an item of a law that the sentence speaks of ("（一）项所列", "（一）、（二）两项"), but not "（一）项目"
NO_ITEM = (
    rf"(?!(?:(?:\s?[、和及或与至到—-]?\s?第?\s?{BRACKETED}){{1,6}}\s?[两三四五六]?)?\s?"
    r"(?:项(?=[^目])|款(?=[^项式物额待])))"
)
# behind a comma as well: "主要做法如下，（一）公开。"
_BEHIND = r"(?:(?<=[。；;：:，])|(?<=[^\d],))\s?"
_INLINE = (
    (2, re.compile(rf"{_BEHIND}[（(](?P<n>{NUMERAL})[）)]{NO_ITEM}")),
    (3, re.compile(rf"{_BEHIND}(?P<n>\d{{1,2}})[.．、](?!\d)")),
    (4, re.compile(rf"{_BEHIND}[（(](?P<n>\d{{1,2}})[）)]{NO_ITEM}")),
)
_FIRST = ("一）", "一)", "1）", "1)", "1.", "1．", "1、", "１")
_COMMAS = ("，", ",")
_COLONS = ("：", ":")


def value_of(numeral: str) -> int:
    """Return the value of a numeral, Chinese or in figures; 0 where it has none."""
    return int(numeral) if numeral.isdecimal() else numbers.from_chinese(numeral) or 0


def inline(text: str, level: int, begin: int) -> Iterator[tuple[int, int]]:
    """Yield level and value of the points that are run into a paragraph behind its own number, which has that level.

    At its own level, those behind a comma are no points of its list, nor are any from where they begin anew or
    a colon leads to them: "第二十条：（三）规划；（五）预算". A law that is cited has its own.
    """
    law = quotations.cited(text)
    for inner, pattern in _INLINE:
        for match in pattern.finditer(text, begin):
            before = text[: match.start()]
            if quotations.covers(law, match.start("n")) or (inner == level and before.endswith(_COMMAS)):
                continue
            told = value_of(match["n"])
            if inner == level and (told == 1 or before.endswith(_COLONS)):
                break
            yield inner, told


def lists_within(text: str, begin: int = 0) -> dict[int, int]:
    """Return how far the lists go, by level, that begin with their first number within the words behind `begin`.

    Numbers that leave one out are no list: they name items of a table, "（一）予以公开2件；（三）不予公开1件".
    """
    last: dict[int, int] = {}
    if not any(first in text for first in _FIRST):  # looking for them costs next to nothing
        return last
    law = quotations.cited(text)
    for level, pattern in _INLINE:
        for match in pattern.finditer(text, begin):
            told = value_of(match["n"])
            if quotations.covers(law, match.start("n")):
                continue
            if told in (1, last.get(level, 0) + 1):
                last[level] = told
            elif level in last and told > last[level]:
                del last[level]
    return last
