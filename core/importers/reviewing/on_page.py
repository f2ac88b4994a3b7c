"""Where the lines of a source stand on a page of it, by the words on that page alone."""

import unicodedata
from collections.abc import Iterable, Sequence

from core.importers.recognise.trace import SourceLine

_BEGINS = 8  # signs by which a line is known that goes on elsewhere, or is read otherwise further on
_SHORTEST = 2  # signs of a cell that may stand for its row

Span = tuple[int, int]  # the first sign, and the one behind the last
Box = tuple[float, float, float, float]  # left, top, right, bottom


def boxes_of(
    wanted: Iterable[int], lines: Sequence[SourceLine], signs: str, boxes: Sequence[Box]
) -> list[Box]:
    """Return the boxes around the wanted lines, of the lines of one page; `boxes` has that of each of its signs.

    A line that is not found there has none.
    """
    spans = _spans(lines, plain(signs))
    found = (spans[line] for line in sorted(set(wanted)) if line in spans)
    return [_around(boxes[first:end]) for first, end in found]


def plain(text: str) -> str:
    """Return text without spaces, each sign in its common form."""
    return "".join(_common(sign) for sign in text if not sign.isspace())


def _common(sign: str) -> str:
    common = unicodedata.normalize("NFKC", sign)
    return common if len(common) == 1 else sign


def _spans(lines: Sequence[SourceLine], signs: str) -> dict[int, Span]:
    """Return where each line stands among the signs of its page; each is looked for behind the one before it first."""
    found = {}
    at = 0
    for line in lines:
        span = _span(line, signs, at)
        if span:
            found[line.line] = span
            at = span[1]
    return found


def _span(line: SourceLine, signs: str, at: int) -> Span | None:
    cells = [plain(cell) for cell in line.text.split(" | ")] if line.table else [plain(line.text)]
    words = "".join(cells)
    if words and signs.startswith(words, at):
        return at, at + len(words)
    if len(words) >= _SHORTEST and (first := _first(words, signs, at)) >= 0:
        return first, first + len(words)
    if len(words) > _BEGINS and (first := _first(words[:_BEGINS], signs, at)) >= 0:
        pairs = zip(words, signs[first:], strict=False)
        same = next((number for number, (one, other) in enumerate(pairs) if one != other), len(words))
        return first, min(first + same, len(signs))
    label = max(cells, key=len)
    if line.table and len(label) >= _SHORTEST and (first := _first(label, signs, at)) >= 0:
        return first, first + len(label)
    return None


def _first(words: str, signs: str, at: int) -> int:
    """Return where words stand from there on, else anywhere, else -1."""
    behind = signs.find(words, at)
    return behind if behind >= 0 else signs.find(words)


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
