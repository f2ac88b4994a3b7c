"""Words that must stand in a text for a pattern to match there: looking for them first costs next to nothing.

The standard library takes the patterns apart, with parts of `re` that are private: there is no public way.
`sre_parse` is the same under a name that is going away, `re.DEBUG` only prints, and words noted by hand beside each
pattern would be forgotten when it changes. What is not known here names no words, so that no match is missed.
"""

import re
import re._constants as op  # type: ignore[import-not-found]  # private, and the same in every Python since 3.11
import re._parser as parser  # type: ignore[import-not-found]  # private as well
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from itertools import takewhile
from operator import add
from typing import Any

from core.checks.late import PATTERN_ERRORS

_MOST = 24  # words in all; more cost as much as the pattern
_FEW = 6  # characters of a class that count as words
_NO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)  # what stands before them and behind them stands side by side
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
Marks = tuple[str, ...]
_Item = tuple[Any, Any]  # a code of the parser and what it is about, of another shape for each code


@lru_cache(maxsize=4096)
def landmarks(pattern: str) -> Marks:
    """Return words of which one stands wherever a pattern matches, none where the pattern names no such words.

    A pattern that is wrong names none either.
    """
    try:
        tree = parser.parse(pattern)
    except PATTERN_ERRORS:
        return ()
    return () if tree.state.flags & re.IGNORECASE else _of_row(tree)


def _of_row(items: Iterable[_Item]) -> Marks:
    """Return the best landmarks of what stands in a row."""
    found: list[Marks] = []
    run = ""
    for item in items:
        code, about = item
        if code is op.LITERAL:
            run += chr(about)
        elif code not in _NO_WIDTH:
            found += [(run,), _of_item(item), _with_beginnings(run, item)]
            run = ""
    known = [marks for marks in (*found, (run,)) if all(marks) and marks]
    return max(known, key=lambda marks: (min(map(len, marks)), -len(marks)), default=())


def _of_item(item: _Item) -> Marks:
    """Return the landmarks of a class of a few characters, of alternatives, of a group; none of all else."""
    code, about = item
    if code is op.IN and len(about) <= _FEW and all(one is op.LITERAL for one, _ in about):
        return tuple(chr(character) for _, character in about)
    if code is op.BRANCH:
        return _of_ways([_of_row(way) for way in about[1]])
    if code is op.SUBPATTERN and not (about[1] or about[2]):  # no flags that hold within it alone
        return _of_row(about[3])
    if code in _REPEATS and about[0] > 0:
        return _of_row(about[2])
    return ()


def _with_beginnings(run: str, item: _Item) -> Marks:
    """Return the words before alternatives, each with the first words of one: the parser parts what all begin with."""
    code, about = item
    if not run or code is not op.BRANCH:
        return ()
    ways = [run + "".join(chr(one) for _, one in takewhile(_is_literal, way)) for way in about[1]]
    return _of_ways([(way,) for way in ways])


def _is_literal(item: _Item) -> bool:
    return item[0] is op.LITERAL


def _of_ways(ways: Sequence[Marks]) -> Marks:
    """Return the words of all alternatives, none where one of them names none."""
    known = tuple(dict.fromkeys(word for marks in ways for word in marks))
    return known if all(ways) and len(known) <= _MOST else ()


def pairs_of(text: str) -> frozenset[str]:
    """Return all characters of a text that stand side by side: to know at once what is not in it."""
    return frozenset(map(add, text, text[1:]))


def may_stand(marks: Iterable[str], text: str, pairs: Set[str]) -> bool:
    """Return whether one of some words stands in the text of these pairs."""
    return any((mark[:2] in pairs or len(mark) == 1) and mark in text for mark in marks)
