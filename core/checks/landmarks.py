"""Words that must stand in a text for a pattern to match there: looking for them first costs next to nothing."""

import re
from collections.abc import Iterable, Set
from functools import lru_cache
from operator import add

_PLAIN = r"[^\[\](){}|?*+^$.\\]"
_ITEM = re.compile(
    rf"(?P<plain>(?:{_PLAIN}(?![?*+{{]))+|{_PLAIN})|(?P<bar>\|)|(?P<many>[?*+]\??|\{{\d*,?\d*\}}\??)"
    r"|(?P<open>\((?:\?(?:P<\w+>|:|=|!|<=|<!))?)|(?P<close>\))"
    r"|(?P<class>\[\^?\]?(?:[^\]\\]+|\\.)*\])|\\(?P<escaped>.)|(?P<other>.)",
    re.DOTALL,
)
_FEW = re.compile(r"\[[^\]\\^-]{1,6}\]")  # a class of a few characters, none of them a range or a shorthand
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_MOST = 24
Marks = tuple[str, ...]
_Item = tuple[str | None, str]


@lru_cache(maxsize=4096)
def landmarks(pattern: str) -> Marks:
    """Return words of which one stands wherever a pattern matches, none where the pattern names no such words."""
    if re.search(r"\(\?(?![:=!<P])", pattern):
        return ()  # flags, conditions
    marks, _ = _alternatives([(one.lastgroup, one.group()) for one in _ITEM.finditer(pattern)], 0)
    return marks


def _alternatives(items: list[_Item], at: int) -> tuple[Marks, int]:
    """Return the landmarks of alternatives up to the bracket that closes them, and where that stands."""
    every: list[Marks] = []
    while True:
        marks, at = _sequence(items, at)
        every.append(marks)
        if at >= len(items) or items[at][0] == "close":
            break
        at += 1
    known = tuple(dict.fromkeys(word for marks in every for word in marks))
    return (known if all(every) and len(known) <= _MOST else ()), at


def _sequence(items: list[_Item], at: int) -> tuple[Marks, int]:
    """Return the best landmarks of what stands in a row, and where it ends."""
    found: list[Marks] = []
    run = ""
    while at < len(items) and items[at][0] not in ("bar", "close"):
        name, text = items[at]
        words = ""
        marks: Marks = ()
        if name == "open":
            marks, at = _alternatives(items, at + 1)
            marks = () if text in _LOOKS else marks
        elif name == "plain":
            words = text
        elif name == "escaped" and not text[1].isalnum():
            words = text[1]
        elif name == "class" and _FEW.fullmatch(text):
            marks = tuple(text[1:-1])
        at += 1
        counted = at < len(items) and items[at][0] == "many"
        optional = counted and items[at][1].startswith(("?", "*", "{0", "{,"))
        at += counted
        if text in _LOOKS:
            continue
        if words and not counted:
            run += words
            continue
        found += [(run,)] if run else []
        run = words if words and not optional else ""
        found += [marks] if marks and not optional else []
    found += [(run,)] if run else []
    return max(found, key=lambda marks: (min(map(len, marks)), -len(marks)), default=()), at


def pairs_of(text: str) -> frozenset[str]:
    """Return all characters of a text that stand side by side: to know at once what is not in it."""
    return frozenset(map(add, text, text[1:]))


def may_stand(marks: Iterable[str], text: str, pairs: Set[str]) -> bool:
    """Return whether one of some words stands in the text of these pairs."""
    return any((mark[:2] in pairs or len(mark) == 1) and mark in text for mark in marks)
