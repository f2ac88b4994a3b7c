"""Words that must stand in a text for a pattern to match there: looking for them first costs next to nothing."""

import re
from collections.abc import Iterable, Set
from functools import lru_cache
from operator import add

_ITEM = re.compile(
    r"(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|\\(?P<escaped>.)|(?P<open>\((?:\?(?:P<\w+>|:|=|!|<=|<!))?)|(?P<close>\))"
    r"|(?P<bar>\|)|(?P<many>[?*+]\??|\{\d*,?\d*\}\??)|(?P<plain>[^\[\](){}|?*+^$.\\])|(?P<other>.)",
    re.DOTALL,
)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_MOST = 24
Marks = tuple[str, ...]


@lru_cache(maxsize=4096)
def landmarks(pattern: str) -> Marks:
    """Return words of which one stands wherever a pattern matches, none where the pattern names no such words."""
    if re.search(r"\(\?(?![:=!<P])", pattern):
        return ()  # flags, conditions
    marks, _ = _alternatives(list(_ITEM.finditer(pattern)), 0)
    return marks


def _alternatives(items: list[re.Match[str]], at: int) -> tuple[Marks, int]:
    """Return the landmarks of alternatives up to the bracket that closes them, and where that stands."""
    every: list[Marks] = []
    while True:
        marks, at = _sequence(items, at)
        every.append(marks)
        if at >= len(items) or items[at].lastgroup == "close":
            break
        at += 1
    known = tuple(dict.fromkeys(word for marks in every for word in marks))
    return (known if all(every) and len(known) <= _MOST else ()), at


def _sequence(items: list[re.Match[str]], at: int) -> tuple[Marks, int]:
    """Return the best landmarks of what stands in a row, and where it ends."""
    found: list[Marks] = []
    run = ""
    while at < len(items) and items[at].lastgroup not in ("bar", "close"):
        item, char = items[at], ""
        marks: Marks = ()
        if item.lastgroup == "open":
            marks, at = _alternatives(items, at + 1)
            marks = () if item.group() in _LOOKS else marks
        elif item.lastgroup == "plain":
            char = item.group()
        elif item.lastgroup == "escaped" and not item["escaped"].isalnum():
            char = item["escaped"]
        at += 1
        counted = at < len(items) and items[at].lastgroup == "many"
        optional = counted and items[at].group().startswith(("?", "*", "{0", "{,"))
        at += counted
        if item.lastgroup == "open" and item.group() in _LOOKS:
            continue
        if char and not counted:
            run += char
            continue
        found += [(run,)] if run else []
        run = char if char and not optional else ""
        found += [marks] if marks and not optional else []
    found += [(run,)] if run else []
    return max(found, key=lambda marks: (min(map(len, marks)), -len(marks)), default=()), at


def pairs_of(text: str) -> frozenset[str]:
    """Return all characters of a text that stand side by side: to know at once what is not in it."""
    return frozenset(map(add, text, text[1:]))


def may_stand(marks: Iterable[str], text: str, pairs: Set[str]) -> bool:
    """Return whether one of some words stands in the text of these pairs."""
    return any((mark[:2] in pairs or len(mark) == 1) and mark in text for mark in marks)
