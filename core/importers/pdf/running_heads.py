"""Running heads and feet: lines in the margin that stand on several pages at the same height, apart from the text."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from core.importers import loose
from core.importers.keys import bare
from core.importers.pdf.lines import Line
from core.importers.pdf.page_numbers import (
    FULL,
    MARGIN,
    NEARLY_ALL,
    SAME_SIZE,
    Pages,
    Place,
    is_apart,
    is_far,
)

_OUTER = 2
_LONGEST = 70
_SAME_PLACE = 4.0
_ENOUGH = 3  # pages with the same line apart from the text
_OF_SENTENCES = tuple("。；，、：？！;,:?!")
_OF_ANNEXES = re.compile(r"(附件|附表|表|图)\s*[\d一二三四五六七八九十]*")
_DRAWN = "|｜ \t\u3000"  # what draws a cell in plain text
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"(https?|file|about):[!-~]*")

Key = tuple[str, int]


class _Verdict(IntEnum):
    STAYS = 0
    DOUBTED = 1
    TOLD = 2
    TAKEN = 3


@dataclass(frozen=True, slots=True)
class Heads:
    """Where running heads and feet stand: those left out, those of them left out on a guess, those that may be text."""

    taken: set[Place]
    guessed: set[Place]
    doubted: set[Place]


def outer(pages: Pages) -> Iterator[tuple[Place, Line]]:
    """Yield the first and last lines of each page that stand in its margin."""
    for page, (height, lines) in enumerate(pages):
        for place, line in enumerate(lines):
            near = min(place, len(lines) - 1 - place) < _OUTER
            if near and min(line.base, height - line.base) <= MARGIN * height:
                yield (page, place), line


def stands_off(pages: Pages, place: Place, beside: Collection[Place] = ()) -> bool:
    """Return whether words stand away from the lines inwards, or are set in another size and begin elsewhere.

    `beside` are the places of what may be a head or foot as well: how far those stand from the text says nothing.
    """
    height, lines = pages[place[0]]
    line = lines[place[1]]
    places = _inwards(lines, place[1], height)
    inwards = [lines[at] for at in places if at == places[0] or (place[0], at) not in beside]
    if is_far(line, inwards):
        return True
    return abs(line.size - inwards[0].size) > SAME_SIZE and is_apart(line, inwards, height)


def repeated(pages: Pages, known: frozenset[str], others: Collection[Place]) -> Heads:
    """Return what stands in the margin of several pages at the same height.

    `others` are the places of what else belongs to a head or foot: words beside it stand apart as it does.
    """
    seen: dict[Key, list[Place]] = defaultdict(list)
    for place, line in outer(pages):
        if _may_be(line, pages[place[0]][0], known):
            for key in _keys(line, place[0]):
                seen[key].append(place)
    groups = [places for places in seen.values() if len(_pages_of(places)) > 1]
    beside = {*others, *(place for places in groups for place in places)}
    verdicts: dict[Place, _Verdict] = {}
    for places in groups:
        verdict = _judge(places, [_is_off(pages, place, beside) for place in places], len(pages))
        for place in places:
            verdicts[place] = max(verdict, verdicts.get(place, verdict))
    return _sorted(verdicts)


def _sorted(verdicts: dict[Place, _Verdict]) -> Heads:
    guessed = {place for place, verdict in verdicts.items() if verdict == _Verdict.TOLD}
    return Heads(
        {*guessed, *(place for place, verdict in verdicts.items() if verdict == _Verdict.TAKEN)},
        guessed,
        {place for place, verdict in verdicts.items() if verdict == _Verdict.DOUBTED},
    )


def _judge(places: Sequence[Place], off: Sequence[bool], pages: int) -> _Verdict:
    """Return what becomes of the same line on several pages; `off` says of each whether it stands off the text."""
    count = len(_pages_of(places))
    nearly_all = count >= NEARLY_ALL * (pages - 1)
    if (all(off) and (count >= _ENOUGH or nearly_all)) or (nearly_all and count > _ENOUGH):
        return _Verdict.TAKEN
    if all(off) or (nearly_all and (count >= _ENOUGH or any(off))):
        return _Verdict.TOLD
    return _Verdict.DOUBTED if nearly_all else _Verdict.STAYS


def _pages_of(places: Sequence[Place]) -> set[int]:
    return {page for page, _ in places}


def _is_off(pages: Pages, place: Place, beside: Collection[Place]) -> bool:
    """Return whether a line stands off the text, or beside another line of the head or foot that does."""
    if stands_off(pages, place, beside):
        return True
    height, lines = pages[place[0]]
    inner = (place[0], _inwards(lines, place[1], height)[0])
    return inner in beside and _is_off(pages, inner, beside)


def _inwards(lines: Sequence[Line], at: int, height: float) -> Sequence[int]:
    """Return the places of the lines from the next one inwards."""
    return range(at + 1, len(lines)) if lines[at].base < height / 2 else range(at - 1, -1, -1)


def _may_be(line: Line, height: float, known: frozenset[str]) -> bool:
    """Return whether the words may be a running head: no line or end of a sentence, no cell and no mark of an annex."""
    text = line.text.strip(_DRAWN)
    if _ADDRESS.fullmatch(text):
        return True
    full = line.right - line.left > FULL * height  # a line of the text itself
    said = text.endswith(_OF_SENTENCES) or loose.is_content(text) or bare(text) in known
    return not (full or said or len(text) > _LONGEST or _OF_ANNEXES.fullmatch(text))


def _keys(line: Line, page: int) -> set[Key]:
    """Return words and height of a line as they are compared; two heights, so that none falls between.

    A figure in it is either the same on all pages or counts them.
    """
    words = {line.text}
    for figure in _DIGITS.finditer(line.text):
        count = int(figure[0][:9]) - page
        words.add(f"{line.text[: figure.start()]}#{count}{line.text[figure.end() :]}")
    height = line.base / _SAME_PLACE
    return {key for text in words for key in ((text, int(height) * 2), (text, int(height + 0.5) * 2 + 1))}
