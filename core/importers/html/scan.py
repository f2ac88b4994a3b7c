"""A page's tags counted before it is parsed: how deep they nest, how much text stands between them, whether it breaks off.

The parser drops what is nested too deeply without a word; so nothing that deep gets to it, and what it
returns is held against the count made here.
"""

import re
from dataclasses import dataclass
from html import unescape

from core.importers.document import size
from core.importers.html.tags import CLOSES, INLINE, RAW, VOID

DEEPEST = 200
MOST_TAGS = 250_000

_OPENING = re.compile(r"<(?:(?P<comment>!--)|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)|[!?/])")
_REST = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")


class TooDeepError(Exception):
    """The tags nest deeper, or are more, than can be read in full."""


@dataclass(slots=True)
class Scan:
    """How many characters stand outside of tags, and whether the page ends in the middle of one."""

    characters: int = 0
    broken_off: bool = False


def scan(markup: str) -> Scan:
    """Return the count of a page; TooDeepError where it cannot be parsed in full."""
    result = Scan()
    pieces: list[str] = []
    stack: list[str] = []
    place = tags = 0
    while opening := _OPENING.search(markup, place):
        pieces.append(markup[place : opening.start()])
        end = _end(markup, opening)
        if end is None:
            result.broken_off = True
            place = len(markup)
            break
        place = end
        tags += 1
        _nest(stack, opening, closed=markup[end - 2 : end] == "/>")
        if len(stack) > DEEPEST or tags > MOST_TAGS:
            raise TooDeepError
    pieces.append(markup[place:])
    result.characters = sum(size(unescape(piece)) for piece in pieces if piece)
    return result


def _end(markup: str, opening: re.Match[str]) -> int | None:
    """Return where the tag or comment ends, a raw element with its text; None where it does not."""
    if opening["comment"]:
        at = markup.find("-->", opening.end() - 2)
        return at + 3 if at >= 0 else None
    if opening["name"] is None:
        at = markup.find(">", opening.end() - 1)
        return at + 1 if at >= 0 else None
    rest = _REST.match(markup, opening.end())
    if rest is None:
        return None
    name = opening["name"].lower()
    if opening["end"] or name not in RAW:
        return rest.end()
    closing = re.compile(rf"</{name}\b[^>]*>", re.I).search(markup, rest.end())
    return closing.end() if closing else None


def _nest(stack: list[str], opening: re.Match[str], *, closed: bool) -> None:
    """Follow a tag: an end tag closes all that stands open within it, some start tags close their like."""
    if opening["name"] is None:
        return
    name = opening["name"].lower()
    if opening["end"]:
        if name in stack:
            while stack.pop() != name:
                pass
    elif name not in VOID and name not in RAW and not closed:
        if name in CLOSES:
            _close(stack, CLOSES[name])
        stack.append(name)


def _close(stack: list[str], closed: frozenset[str]) -> None:
    """Close what a start tag closes: the elements of those names that stand open, and character formats in them."""
    first = at = len(stack)
    while at and (stack[at - 1] in INLINE or stack[at - 1] in closed):
        at -= 1
        first = at if stack[at] in closed else first
    del stack[first:]
