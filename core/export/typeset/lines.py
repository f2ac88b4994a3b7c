"""Lines of Chinese text: broken by the rules, punctuation narrowed to pull a sign in, the rest spread.

A sign that may not start a line is pulled in; one that may not end it goes down with what follows. Where
narrowing is not enough for a comma or a full stop, its empty half and a little more hang beyond the measure,
as Word does it. Pure functions over widths; no font is looked at here.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from core.export.typeset.kinsoku import NO_END, is_mark, opportunities

_TINY = 0.001
_FULL = 0.9  # a sign narrower than this share of a character has no room to give
_PULL = 3  # how many characters more than fit are tried
_LOOSEST = 1 / 3  # a gap wider than this share of a character looks worse than a ragged line

_OPENING = frozenset("（《〈「『【〔〖［｛“‘")
_CLOSING = frozenset("，。、；：）》〉」』】〕〗］｝”’")
_CENTRED = frozenset("？！")  # their ink may stand in the middle: half as much to give
_HANGING = frozenset("，。、；：,.")
_HANG = 1 / 2  # how far, as a share of a character, such a sign may stand out beyond the measure


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the text with the place of each of its characters, from the left edge of the measure.

    `width` reaches to the end of the last character that is no space.
    """

    start: int
    end: int
    places: tuple[float, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text to be set: the width of each character, the measure, the size of a character on the grid.

    `justify` spreads the lines over the measure, and lets a comma or a full stop hang at the end of one; `narrow`
    lets signs be narrowed for a character more.
    """

    text: str
    widths: Sequence[float]
    measure: float
    em: float
    indent: float = 0
    justify: bool = True
    narrow: bool = True


@dataclass(frozen=True, slots=True)
class _Give:
    """What a sign can give: at its left or its right side, at most `most`; lower ranks give first."""

    index: int
    at_left: bool
    most: float
    rank: int


def break_lines(paragraph: Paragraph) -> list[Line]:
    """Return the lines of a paragraph; together they hold every character of it once."""
    flags = opportunities(paragraph.text, paragraph.widths, paragraph.measure)
    sums = [0.0, *accumulate(paragraph.widths)]
    lines: list[Line] = []
    start = 0
    while start < len(paragraph.text):
        indent = 0.0 if lines else min(paragraph.indent, paragraph.measure / 2)
        end = _end(paragraph, flags, sums, start, paragraph.measure - indent)
        lines.append(_set(paragraph, sums, start, end, indent))
        start = end
    return lines


def _end(paragraph: Paragraph, flags: bytearray, sums: list[float], start: int, room: float) -> int:
    """Return where the line that starts there ends: what fits, one to three more narrowed, or fewer."""
    text, count = paragraph.text, len(paragraph.text)
    fits = bisect_right(sums, sums[start] + room + _TINY, lo=start) - 1
    while fits < count and text[fits] == " ":
        fits += 1
    if fits >= count or (fits > start and flags[fits]):
        return fits
    earlier = next((end for end in range(fits, start, -1) if flags[end]), 0)
    if earlier and all(char in NO_END for char in text[earlier:fits]):
        return earlier
    for end in range(max(fits, start) + 1, min(count, fits + _PULL) + 1):
        if end == count or flags[end]:
            lacking = sums[_trimmed(text, start, end)] - sums[start] - room
            if lacking <= _most(paragraph, start, end):
                return end
    return earlier or max(fits, start + 1)


def _most(paragraph: Paragraph, start: int, end: int) -> float:
    """Return by how much a line may be longer than its measure before its signs are narrowed and hung."""
    last = paragraph.text[_trimmed(paragraph.text, start, end) - 1]
    hang = paragraph.em * _HANG if last in _HANGING and paragraph.justify else 0.0
    return hang + sum(give.most for give in _gives(paragraph, start, end))


def _trimmed(text: str, start: int, end: int) -> int:
    """Return the end of a line without the spaces that hang behind it."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _set(paragraph: Paragraph, sums: list[float], start: int, end: int, indent: float) -> Line:
    text = paragraph.text
    seen = _trimmed(text, start, end)
    slack = paragraph.measure - indent - (sums[seen] - sums[start])
    is_last = end == len(text)
    left: dict[int, float] = {}
    right: dict[int, float] = {}
    if slack < -_TINY:
        left, right = _narrowed(list(_gives(paragraph, start, end)), -slack)
    elif slack > _TINY and paragraph.justify and not is_last:
        gaps = [i for i in range(start, seen - 1) if _may_widen(paragraph, i)]
        if gaps and slack / len(gaps) <= paragraph.em * _LOOSEST:
            right = dict.fromkeys(gaps, slack / len(gaps))
    places = []
    x = width = indent
    for index in range(start, end):
        x += left.get(index, 0.0)
        places.append(x)
        x += paragraph.widths[index] + right.get(index, 0.0)
        width = x if index < seen else width
    return Line(start, end, tuple(places), width)


def _narrowed(gives: list[_Give], lacking: float) -> tuple[dict[int, float], dict[int, float]]:
    """Return how far the signs move to the left, and how much narrower they end, lowest ranks first."""
    left: dict[int, float] = {}
    right: dict[int, float] = {}
    for rank in sorted({give.rank for give in gives}):
        these = [give for give in gives if give.rank == rank]
        most = sum(give.most for give in these)
        share = min(1.0, lacking / most)
        for give in these:
            (left if give.at_left else right)[give.index] = -give.most * share
        lacking -= most * share
        if lacking <= 0:
            break
    return left, right


def _gives(paragraph: Paragraph, start: int, end: int) -> Iterator[_Give]:
    """Yield the room in the punctuation of a line: its ends first, then signs side by side, then the others."""
    text, em = paragraph.text, paragraph.em
    last = _trimmed(text, start, end) - 1 if paragraph.narrow else start - 1
    for index in range(start, last + 1):
        char = text[index]
        if paragraph.widths[index] < em * _FULL or char not in _OPENING | _CLOSING | _CENTRED:
            continue
        after = text[index + 1] if index < last else ""
        before = text[index - 1] if index > start else ""
        if char in _CENTRED:
            yield _Give(index, False, em / 4, 0 if index == last else 2)
        elif char in _CLOSING:
            tight = index == last or after in _OPENING or after in _CLOSING
            yield _Give(
                index, False, em / 2 if tight else em / 4, (0 if index == last else 1) if tight else 2
            )
        else:
            tight = before in _OPENING or (index == start and index > 0)
            yield _Give(index, True, em / 2 if tight else em / 4, 1 if tight else 2)


def _may_widen(paragraph: Paragraph, index: int) -> bool:
    """Return whether a gap after that character may grow: not within words, dashes or under an accent."""
    char, after = paragraph.text[index], paragraph.text[index + 1]
    if char == after and char in "—…⋯":
        return False
    return not (is_mark(after) or (_is_letter(char) and _is_letter(after)))


def _is_letter(char: str) -> bool:
    return "!" <= char < "\u2000"
