"""Bare numbers at the edges of pages: those that run on from page to page are page numbers, all others are figures."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.importers.pdf.lines import Line

Pages = Sequence[tuple[float, Sequence[Line]]]
Place = tuple[int, int]  # index of a page, index of a line on it

MARGIN, EDGE = 0.13, 0.09
_ARABIC = re.compile(r"(?:第\s*)?(\d{1,3})(?:\s*页)?")
_ROMAN = re.compile(r"(?=[ivxlIVXL])(x{0,3}|xl|l)(ix|iv|v?i{0,3})", re.IGNORECASE)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
_SAME_HEIGHT, _SAME_SIDE, SAME_SIZE = 3.0, 2.5, 0.5  # points
_NEAR_SIDE = 0.6  # of the size of the number: where a typist put it by hand
_MOST_SKIPPED = 2  # pages without a number between two that have one
_ENOUGH = 3  # numbers that run on at the same height are no figures by chance
_TOO_FEW = 2  # pages: no number can run on over them where the first one is a cover
NEARLY_ALL = 0.8
_NEAR, _USUAL_STEP = 1.8, 1.3
_FEW = 12  # lines next to the edge that show the usual step
_BESIDE = 3
FULL = 0.46  # of the height of the page: two thirds of the width of an upright one


class Number(NamedTuple):
    """A bare number on the outermost line: its value and its writing, how far it is from the edge of a page so high.

    `apart` says that it does not look like one more line of the text, `clear` that it is far from it and at the edge.
    """

    place: Place
    line: Line
    value: int
    kind: str
    edge: float
    height: float
    apart: bool
    clear: bool


def bare(pages: Pages, left_out: Collection[Place] = ()) -> list[Number]:
    """Return the numbers that stand alone on the first or the last line of a page, near its edge.

    Running heads and feet at the places `left_out` are looked past: a number may stand beside them.
    """
    return [number for index in range(len(pages)) for number in _of_page(pages, index, left_out)]


def places(pages: Pages) -> Iterator[Place]:
    """Yield the places of the lines that are nothing but a number."""
    for page, (_, lines) in enumerate(pages):
        yield from ((page, place) for place, line in enumerate(lines) if _value(line.text.strip()))


def running(found: Sequence[Number], pages: int) -> set[Place]:
    """Return the places of those that count the pages: one more on each page, at the same height and side."""
    taken: set[Place] = set()
    groups: dict[tuple[str, int], list[Number]] = {}
    for one in found:
        groups.setdefault((one.kind, one.value - one.place[0]), []).append(one)
    for group in groups.values():
        for run in _runs(group):
            if _counts(run, pages):
                taken |= {one.place for one in run}
    return taken


def alone(found: Sequence[Number], pages: int) -> Number | None:
    """Return the only number, where it may count the only page or one of two: apart from the text, close to the edge."""
    if len(found) != 1 or pages > _TOO_FEW:
        return None
    one = found[0]
    return one if one.value == one.place[0] + 1 and one.apart and one.edge <= EDGE * one.height else None


def _of_page(pages: Pages, index: int, left_out: Collection[Place]) -> Iterator[Number]:
    height, all_lines = pages[index]
    places = [place for place in range(len(all_lines)) if (index, place) not in left_out]
    lines = [all_lines[place] for place in places]
    for at in sorted({0, len(lines) - 1}) if lines else ():
        line = lines[at]
        found = _value(line.text.strip())
        edge = min(line.base, height - line.base)
        if found and edge <= MARGIN * height:
            inwards = lines[1:] if at == 0 else lines[-2::-1]
            clear = edge <= EDGE * height and is_far(line, inwards)
            side = "head" if line.base < height / 2 else "foot"
            yield Number(
                (index, places[at]),
                line,
                found[0],
                f"{found[1]} at the {side}",
                edge,
                height,
                is_apart(line, inwards, height),
                clear,
            )


def _value(text: str) -> tuple[int, str] | None:
    """Return the value and the writing of a number, None where it is none."""
    if match := _ARABIC.fullmatch(text):
        return int(match[1]), "arabic"
    if not _ROMAN.fullmatch(text):
        return None
    digits = [_ROMAN_DIGITS[char] for char in text.lower()]
    value = sum(-one if one < after else one for one, after in pairwise([*digits, 0]))
    return value, "roman" if text.islower() else "ROMAN"


def is_apart(line: Line, inwards: Sequence[Line], height: float) -> bool:
    """Return whether a line stands away from the lines inwards, or near them but below none of their beginnings."""
    return is_far(line, inwards) or not any(_is_below(line, other, height) for other in inwards[:_BESIDE])


def is_far(line: Line, inwards: Sequence[Line]) -> bool:
    """Return whether a line stands further from the lines inwards than they stand from one another."""
    if not inwards:
        return True
    step = abs(line.base - inwards[0].base)
    steps = sorted(abs(above.base - below.base) for above, below in pairwise(inwards[:_FEW]))
    usual = steps[len(steps) * 3 // 4] if steps else 0.0
    return step > max(_USUAL_STEP * usual, _NEAR * max(line.size, inwards[0].size))


def _is_below(line: Line, other: Line, height: float) -> bool:
    """Return whether both begin at the same place or, where the other one is short, have the same middle or end."""
    if abs(line.left - other.left) <= _SAME_SIDE:
        return True
    short = other.right - other.left <= FULL * height
    return short and (_middles_meet(line, other) or abs(line.right - other.right) <= _SAME_SIDE)


def _middles_meet(line: Line, other: Line) -> bool:
    return abs(line.left + line.right - other.left - other.right) <= 2 * _SAME_SIDE


def _runs(group: Sequence[Number]) -> Iterator[list[Number]]:
    """Yield the numbers of a count that stand at the same height and side, and skip few pages."""
    levels: list[list[Number]] = []
    for one in sorted(group, key=lambda number: number.edge):
        if levels and one.edge - levels[-1][0].edge <= _SAME_HEIGHT:
            levels[-1].append(one)
        else:
            levels.append([one])
    for level in levels:
        run: list[Number] = []
        for one in sorted(level, key=lambda number: number.place):
            if run and (_skips(one, run[-1]) or not _fits(one, run)):
                yield run
                run = []
            run.append(one)
        yield run


def _skips(one: Number, last: Number) -> bool:
    """Return whether too many pages lie between two numbers that are not clearly in the place of page numbers."""
    if one.place[0] - last.place[0] <= _MOST_SKIPPED + 1:
        return False
    return not (one.clear and last.clear and _same_place(one, last))


def _same_place(one: Number, other: Number) -> bool:
    """Return whether both begin, end or have their middle at the same place."""
    sides = abs(one.line.left - other.line.left), abs(one.line.right - other.line.right)
    return min(sides) <= _NEAR_SIDE * one.line.size or _middles_meet(one.line, other.line)


def _fits(one: Number, run: Sequence[Number]) -> bool:
    """Return whether a number looks like those of the run, and stands on the side of those on odd or even pages."""
    if abs(one.line.size - run[-1].line.size) > SAME_SIZE:
        return False
    alike = [
        other
        for other in run
        if (other.place[0] - one.place[0]) % 2 == 0 and abs(other.height - one.height) <= _SAME_HEIGHT
    ]
    return not alike or _same_place(one, alike[-1])


def _counts(run: Sequence[Number], pages: int) -> bool:
    """Return whether a run is that of page numbers: apart from the text, or on so many pages that it is no chance."""
    if len(run) < 2:
        return False
    if all(one.apart for one in run):
        return True
    return len(run) >= _ENOUGH and (any(one.apart for one in run) or len(run) >= NEARLY_ALL * (pages - 1))
