"""The picture of a trend, as bars or as lines: an axis from 0 in whole numbers, the figures beside their marks."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, pairwise

from core.export.chart.looks import LOOKS, Look, bar, point
from core.export.chart.scene import Label, Part, Rule, Scene, breadth, rectangle
from core.trend import LINES, Series, Trend

SIZE = 9.0
_SHARE = 0.5  # of the width: how high the picture is
_LOWEST = 150
_STEPS = 5  # of the axis, at most
_FILLED = 0.74  # of the room of a year: what its bars take
_WIDEST = 34.0
_CLEAR = 1.1  # of the width of a year: how far apart two of them stand at least
_KEY = 16.0  # the width of a sign in the legend
_ROW = 1.6 * SIZE
_EDGE = 6  # of the picture: beyond the end of the axis
_NONE = "—"
_RADIUS = 2.6  # of a point
_MIDDLE = 0.36 * SIZE  # of a figure, above its base line
_CLOSEST = 8.0  # that two figures, or a figure and a point, stand above one another


def draw(trend: Trend, kind: str, width: float) -> Scene:
    """Return the picture of a trend that can be drawn, so wide."""
    rows = list(_legend_rows(trend, width))
    height = max(round(width * _SHARE), _LOWEST) + len(rows) * _ROW
    ticks = ticks_up_to(max(value for one in trend.series for value in one.values if value is not None))
    left = max(breadth(str(tick), SIZE) for tick in ticks) + 8
    box = _Box(left, len(rows) * _ROW + 2.2 * SIZE, width - _EDGE, height - 1.9 * SIZE, ticks[-1])
    parts = [*_legend(trend, rows, kind), *_axes(trend, box, ticks)]
    parts += _lines(trend, box) if kind == LINES else _bars(trend, box)
    return Scene(width, height, tuple(parts))


def ticks_up_to(most: int | Decimal) -> list[int]:
    """Return the whole numbers of an axis from 0 to no less than a figure."""
    step = next(
        step
        for power in range(len(str(math.ceil(most))) + 1)
        for step in (10**power, 2 * 10**power, 5 * 10**power)
        if math.ceil(most / step) <= _STEPS
    )
    return [step * number for number in range(max(1, math.ceil(most / step)) + 1)]


@dataclass(frozen=True, slots=True)
class _Box:
    """The room within the axes, and the figure at its top."""

    left: float
    top: float
    right: float
    bottom: float
    most: int

    def y(self, value: int | Decimal) -> float:
        """Return how far down a figure stands."""
        return self.bottom - (self.bottom - self.top) * float(value) / self.most

    def middle(self, at: int, of: int) -> float:
        """Return where the middle of a year is."""
        return self.left + (self.right - self.left) * (at + 0.5) / of


def _legend_rows(trend: Trend, width: float) -> Iterator[list[tuple[float, int]]]:
    """Yield the rows of the legend: where each series begins, and which it is."""
    row: list[tuple[float, int]] = []
    x = 0.0
    for at, one in enumerate(trend.series):
        needed = _KEY + 4 + breadth(_named(trend, one), SIZE) + 2 * SIZE
        if row and x + needed > width:
            yield row
            row, x = [], 0.0
        row.append((x, at))
        x += needed
    yield row


def _named(trend: Trend, series: Series) -> str:
    return series.name if trend.unit else f"{series.name}（{series.unit}）"


def _legend(trend: Trend, rows: list[list[tuple[float, int]]], kind: str) -> Iterator[Part]:
    for number, row in enumerate(rows):
        base = number * _ROW + SIZE
        for x, at in row:
            yield from _key(LOOKS[at], x, base, kind)
            yield Label(x + _KEY + 4, base, _named(trend, trend.series[at]), SIZE)


def _key(look: Look, x: float, base: float, kind: str) -> Iterator[Part]:
    middle = base - _MIDDLE
    if kind == LINES:
        yield Rule(x, middle, x + _KEY, middle, 1.0, look.dash)
        yield point(look, x + _KEY / 2, middle, _RADIUS)
    else:
        yield from bar(look, x, middle - 4, _KEY, 8, "")


def _axes(trend: Trend, box: _Box, ticks: list[int]) -> Iterator[Part]:
    if trend.unit:
        yield Label(0, box.top - 0.9 * SIZE, f"单位：{trend.unit}", SIZE)
    for tick in ticks:
        y = box.y(tick)
        yield Rule(box.left, y, box.right, y, 0.75 if tick == 0 else 0.25)
        yield Label(box.left - 4, y + _MIDDLE, str(tick), SIZE, "right")
    yield from _years(trend, box)


def _years(trend: Trend, box: _Box) -> Iterator[Label]:
    """Yield the first and the last year, and as many between as stand clear of one another."""
    count = len(trend.years)
    wide = breadth("2000年", SIZE)
    every = math.ceil(wide * _CLEAR * count / (box.right - box.left))
    for at in _named_years(count - 1, every):
        x = min(box.middle(at, count), box.right + _EDGE - wide / 2)
        yield Label(x, box.bottom + 1.4 * SIZE, f"{trend.years[at]}年", SIZE, "center")


def _named_years(last: int, every: int) -> list[int]:
    """Return the places of the years that are named, no two closer than `every`: evenly where that leaves out few."""
    step = next((one for one in range(every, 2 * every) if last % one == 0), every)
    return sorted({0, last, *range(last, step - 1, -step)})


def _bars(trend: Trend, box: _Box) -> Iterator[Part]:
    """Yield the bars of each year side by side, with all figures above them or with none where there is no room.

    A dash stands where there is no figure, for 0 is something else.
    """
    count = len(trend.series)
    room = (box.right - box.left) / len(trend.years) * _FILLED / count
    width = min(room, _WIDEST)
    widest = max(
        breadth(str(value), SIZE) for one in trend.series for value in one.values if value is not None
    )
    for at, year in enumerate(trend.years):
        left = box.middle(at, len(trend.years)) - width * count / 2
        for number, one in enumerate(trend.series):
            x, value = left + number * width, one.values[at]
            y = box.bottom if value is None else box.y(value)
            if widest <= width + 2:
                yield from _figure(x + width / 2, y - 3, _NONE if value is None else str(value))
            if value is not None:
                yield from bar(LOOKS[number], x, y, width, box.bottom - y, f"{one.id} {year}")


def _lines(trend: Trend, box: _Box) -> Iterator[Part]:
    """Yield the lines, broken where there is no figure, then the figures where they are legible, then the points."""
    lines = [list(_places(trend, box, one)) for one in trend.series]
    for look, line in zip(LOOKS, lines, strict=False):
        for start, end in pairwise(line):
            if end.year == start.year + 1:
                yield Rule(start.x, start.y, end.x, end.y, 1.0, look.dash)
    taken = [(place.x, place.y + _MIDDLE) for line in lines for place in line]
    for place in chain(*lines):
        yield from _beside(place, taken, box)
    for look, line, one in zip(LOOKS, lines, trend.series, strict=False):
        for place in line:
            yield point(look, place.x, place.y, _RADIUS, f"{one.id} {place.year}")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the figure of a year stands."""

    x: float
    y: float
    year: int
    value: int | Decimal


def _places(trend: Trend, box: _Box, series: Series) -> Iterator[_Place]:
    for at, (year, value) in enumerate(zip(trend.years, series.values, strict=True)):
        if value is not None:
            yield _Place(box.middle(at, len(trend.years)), box.y(value), year, value)


def _beside(place: _Place, taken: list[tuple[float, float]], box: _Box) -> Iterator[Part]:
    """Yield a figure above its point, or below where something stands above; nowhere where both are taken."""
    for y in (place.y - 5, place.y + 5 + 2 * _MIDDLE):
        free = all(place.x != x or abs(y - height) >= _CLOSEST for x, height in taken)
        if free and y <= box.bottom - 1:
            taken.append((place.x, y))
            yield from _figure(place.x, y, str(place.value))
            return


def _figure(x: float, y: float, text: str) -> Iterator[Part]:
    """Yield a figure on a white ground, so that no rule runs through it."""
    width = breadth(text, SIZE)
    yield replace(rectangle(x - width / 2, y - 0.8 * SIZE, width, 0.9 * SIZE, 1.0), edge=0)
    yield Label(x, y, text, SIZE, "center")
