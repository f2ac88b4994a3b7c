"""Proof that a word stands in every match of a pattern, from the tree that the standard library makes of it.

It shares no code with `core.checks.landmarks`, which walks the same tree another way: here all that a row may match
is multiplied out.
"""

import re._constants as op
import re._parser as parser
from itertools import product
from typing import Any

_MOST = 3000
Item = tuple[Any, Any]  # a code and what it is about, as the parser has them
Words = set[str] | None  # all that an item matches, None where that is not a few words


def every_match_has(pattern: str, words: tuple[str, ...]) -> bool:
    """Return whether every match has one of the words; False where that cannot be told."""
    return _have(list(parser.parse(pattern)), words)


def _have(items: list[Item], words: tuple[str, ...]) -> bool:
    run: set[str] = {""}
    for item in items:
        if _has(item, words):
            return True
        more = _words(item)
        if more is not None and len(run) * len(more) <= _MOST:
            run = {before + behind for before, behind in product(run, more)}
        elif _is_in_all(run, words):
            return True
        else:
            run = {""}
    return _is_in_all(run, words)


def _is_in_all(run: set[str], words: tuple[str, ...]) -> bool:
    return all(any(word in one for word in words) for one in run)


def _has(item: Item, words: tuple[str, ...]) -> bool:
    code, about = item
    if code is op.BRANCH:
        return all(_have(list(one), words) for one in about[1])
    if code in (op.SUBPATTERN, op.ASSERT):
        return _have(list(about[-1]), words)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT):
        return about[0] > 0 and _have(list(about[2]), words)
    matched = _words(item)
    return matched is not None and _is_in_all(matched, words)


def _words(item: Item) -> Words:
    code, about = item
    if code is op.LITERAL:
        return {chr(about)}
    if code is op.IN:
        return _characters(about)
    if code is op.BRANCH:
        return _either([_row(list(one)) for one in about[1]])
    if code is op.SUBPATTERN:
        return None if about[1] or about[2] else _row(list(about[3]))
    if code in (op.MAX_REPEAT, op.MIN_REPEAT) and about[1] <= 3:
        return _either([_row([*about[2]] * times) for times in range(about[0], about[1] + 1)])
    return {""} if code in (op.AT, op.ASSERT, op.ASSERT_NOT) else None


def _characters(items: list[Item]) -> Words:
    if all(code is op.LITERAL for code, _ in items):
        return {chr(about) for _, about in items}
    small = all(
        code is op.LITERAL or (code is op.RANGE and about[1] - about[0] < 20) for code, about in items
    )
    spans = [(about, about) if code is op.LITERAL else about for code, about in items] if small else []
    return {chr(one) for first, last in spans for one in range(first, last + 1)} or None


def _row(items: list[Item]) -> Words:
    run: set[str] = {""}
    for item in items:
        more = _words(item)
        if more is None or len(run) * len(more) > _MOST:
            return None
        run = {before + behind for before, behind in product(run, more)}
    return run


def _either(parts: list[Words]) -> Words:
    known = [one for one in parts if one is not None]
    return set().union(*known) if len(known) == len(parts) else None
