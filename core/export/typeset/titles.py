"""The lines of a title: as few as can be, broken between words, none much longer than the others."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise

from core.export.typeset.kinsoku import opportunities
from core.export.typeset.lines import Paragraph, break_lines

_MOST_LINES = 6
_WORD = re.compile(
    r"\d{4}年度?|人民政府|街道办事处|办事处|委员会|政府信息公开|政府信息|公开|工作|本?年度|办理|结果|报告|情况|统计表|自查表|[^\d、]族|自治[区州县]"
)
_AFTER_OFFICE = re.compile(r"(?:政府|办事处|委员会|局)$")
_YEAR = re.compile(r"\d{4}年")
_AMID_PHRASE = 80.0  # what a break elsewhere than between office and year costs, in squared characters: little outweighs it


def balanced(text: str, widths: Sequence[float], measure: float, em: float) -> list[tuple[int, int]]:
    """Return the lines of a title as stretches of its text."""
    greedy = [
        (line.start, line.end) for line in break_lines(Paragraph(text, widths, measure, em, justify=False))
    ]
    if not 1 < len(greedy) <= _MOST_LINES:
        return greedy
    places = _places(text, widths, measure)
    for lines in (len(greedy), len(greedy) + 1):
        breaks = _best_breaks(text, widths, places, lines, measure, em)
        if breaks is not None:
            edges = [0, *breaks, len(text)]
            return list(pairwise(edges))
    return greedy


def _best_breaks(
    text: str, widths: Sequence[float], places: list[int], lines: int, measure: float, em: float
) -> tuple[int, ...] | None:
    """Return the breaks into that many lines which cost least, or None where they do not fit."""
    sums = [0.0, *accumulate(widths)]
    ideal = sums[-1] / lines

    def cost(start: int, end: int) -> float:
        width = sums[end] - sums[start]
        return ((width - ideal) / em) ** 2 if width <= measure else float("inf")

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            return cost(start, len(text)), ()
        options = []
        for place in places:
            if place > start and cost(start, place) < float("inf"):
                rest, breaks = best(place, left - 1)
                options.append((cost(start, place) + _price(text, place) + rest, (place, *breaks)))
        return min(options, default=(float("inf"), ()))

    total, breaks = best(0, lines)
    return breaks if total < float("inf") else None


def _places(text: str, widths: Sequence[float], measure: float) -> list[int]:
    flags = opportunities(text, widths, measure)
    for match in _WORD.finditer(text):
        inside = match.end() - match.start() - 1
        flags[match.start() + 1 : match.end()] = bytes(inside)
    return [index for index, flag in enumerate(flags) if flag]


def _price(text: str, place: int) -> float:
    good = _AFTER_OFFICE.search(text[max(0, place - 4) : place]) or _YEAR.match(text, place)
    return 0.0 if good else _AMID_PHRASE
