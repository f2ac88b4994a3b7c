"""The most likely wrong cell: the smallest set of cells whose change mends every broken sum.

The idea is that of Fellegi and Holt (1976) for editing survey data: of all ways to make a record hold, the one
that changes fewest fields is likeliest; among those, slips of the hand (swapped digits, swapped cells, a figure
in the neighbour's cell) come before others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from core import numbers
from core.report import Report

_MOST_SUSPECTS = 3
_MOST_KNOTS = 6


@dataclass(frozen=True)
class Equation:
    """Cells with their signs; the signed figures of an equation that holds add up to 0."""

    terms: tuple[tuple[str, int], ...]

    def __hash__(self) -> int:
        """Return the hash of the terms, taken once: equations are looked up again and again."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.terms)

    @cached_property
    def signs(self) -> dict[str, int]:
        """The sign of each cell."""
        return dict(self.terms)

    @cached_property
    def cells(self) -> frozenset[str]:
        """The cells that take part."""
        return frozenset(cell for cell, _ in self.terms)

    @cached_property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The cells that are added and those that are taken off."""
        added = tuple(cell for cell, sign in self.terms if sign > 0)
        return added, tuple(cell for cell, sign in self.terms if sign < 0)


@dataclass(frozen=True, slots=True)
class Suspect:
    """Cells with the figures that would mend all sums they break, and why these are likely the wrong ones."""

    changes: tuple[tuple[str, Decimal], ...]
    reason: str
    rank: int


def suspects(report: Report, equations: Sequence[Equation]) -> list[list[Suspect]]:
    """Return for each knot of broken equations the likeliest wrong cells, likeliest first, at most three.

    A knot that no one or two cells explain has an empty list. Equations with a cell that is no number are left out.
    """
    table = _Table(report, equations)
    found: list[list[Suspect]] = []
    unexplained: list[frozenset[Equation]] = []
    for knot in table.knots():
        singles = _ranked(_single(table, knot))
        if singles:
            found.append(singles)
        else:
            unexplained.append(knot)
    return found + _by_pairs(table, unexplained)


class _Table:
    """The figures of a report, and the equations they take part in."""

    def __init__(self, report: Report, equations: Sequence[Equation]) -> None:
        self._report = report
        cells = frozenset[str]().union(*(one.cells for one in equations))
        figures = {cell: self._figure(cell) for cell in cells}
        self._figures = {cell: figure for cell, figure in figures.items() if figure is not None}
        readable = [one for one in equations if one.cells <= self._figures.keys()]
        self._missing = {one: self._gap(one) for one in readable}
        self._of_cell: dict[str, list[tuple[Equation, int]]] = {}  # only few are asked for

    def _figure(self, cell: str) -> Decimal | None:
        """Return the figure of a cell, 0 where it is blank, None where it is no number."""
        text = self._report.text(cell)
        return Decimal(0) if numbers.is_blank(text) else numbers.read(text)

    def known(self, cell: str) -> Decimal:
        """Return the figure of a cell of a readable equation."""
        return self._figures[cell]

    def is_blank(self, cell: str) -> bool:
        """Return whether nothing stands in a cell."""
        return numbers.is_blank(self._report.text(cell))

    def _gap(self, equation: Equation) -> Decimal:
        added, taken = (sum(map(self._figures.__getitem__, side), Decimal(0)) for side in equation.sides)
        return taken - added

    def gap(self, equation: Equation) -> Decimal:
        """Return what an equation lacks to add up to 0."""
        return self._missing[equation]

    def equations_of(self, cell: str) -> list[tuple[Equation, int]]:
        """Return the equations of a cell with its sign in each."""
        if cell not in self._of_cell:
            self._of_cell[cell] = [(one, one.signs[cell]) for one in self._missing if cell in one.signs]
        return self._of_cell[cell]

    def knots(self) -> list[frozenset[Equation]]:
        """Return the broken equations, those that share a cell together."""
        knots: list[tuple[set[str], set[Equation]]] = []
        for equation, gap in self._missing.items():
            if gap:
                cells, members = set(equation.cells), {equation}
                touching = [knot for knot in knots if knot[0] & cells]
                for knot in touching:
                    cells |= knot[0]
                    members |= knot[1]
                    knots.remove(knot)
                knots.append((cells, members))
        return [frozenset(members) for _, members in knots]


def _by_pairs(table: _Table, knots: list[frozenset[Equation]]) -> list[list[Suspect]]:
    """Return what pairs of cells explain; two knots may have one cause, as when figures of a row are swapped."""
    found: list[list[Suspect]] = []
    left = list(knots)
    for first, second in combinations(knots if len(knots) <= _MOST_KNOTS else [], 2):
        if first in left and second in left and (pairs := _ranked(_pairs(table, first | second))):
            found.append(pairs)
            left.remove(first)
            left.remove(second)
    return found + [_ranked(_pairs(table, knot)) for knot in left[:_MOST_KNOTS]]


def _ranked(found: Iterable[Suspect]) -> list[Suspect]:
    return sorted(found, key=lambda one: (one.rank, one.changes))[:_MOST_SUSPECTS]


def _cells(knot: frozenset[Equation]) -> list[str]:
    return sorted({cell for equation in knot for cell in equation.cells})


def _single(table: _Table, knot: frozenset[Equation]) -> Iterator[Suspect]:
    for cell in _cells(knot):
        steps = {sign * table.gap(equation) for equation, sign in table.equations_of(cell)}
        touched = {equation for equation, _ in table.equations_of(cell)}
        if knot <= touched and len(steps) == 1:
            changed = table.known(cell) + steps.pop()
            if _is_possible(changed):
                yield _explained(table, cell, changed)


def _pairs(table: _Table, knot: frozenset[Equation]) -> Iterator[Suspect]:
    for first, second in sorted(_possible_pairs(table, knot)):
        steps = _steps(table, knot, first, second)
        if steps is None or not all(steps):
            continue
        old = table.known(first), table.known(second)
        new = old[0] + steps[0], old[1] + steps[1]
        if _is_possible(new[0]) and _is_possible(new[1]):
            yield _explained_pair(table, (first, second), old, new)


def _possible_pairs(table: _Table, knot: frozenset[Equation]) -> set[tuple[str, str]]:
    """Return the pairs of cells that can touch every equation of a knot: one of them stands in its shortest."""
    shortest = min(knot, key=lambda one: (len(one.terms), one.terms))
    pairs: set[tuple[str, str]] = set()
    for first in sorted(shortest.cells):
        touched = {equation for equation, _ in table.equations_of(first)}
        left = sorted(knot - touched, key=lambda one: (len(one.terms), one.terms))
        around = left[:1] or sorted(touched, key=lambda one: one.terms)
        seconds = {cell for equation in around for cell in equation.cells} - {first}
        pairs |= {(min(first, second), max(first, second)) for second in seconds}
    return pairs


def _steps(
    table: _Table, knot: frozenset[Equation], first: str, second: str
) -> tuple[Decimal, Decimal] | None:
    """Return by how much two cells must change so that all their equations hold, or None."""
    signs: dict[Equation, list[int]] = {}
    for place, cell in enumerate((first, second)):
        for equation, sign in table.equations_of(cell):
            signs.setdefault(equation, [0, 0])[place] = sign
    if not knot <= signs.keys():
        return None
    alone: dict[int, set[Decimal]] = {0: set(), 1: set()}
    for equation, pair in signs.items():
        if not all(pair):
            place = 0 if pair[0] else 1
            alone[place].add(pair[place] * table.gap(equation))
    if len(alone[0]) != 1 or len(alone[1]) != 1:
        return None
    steps = alone[0].pop(), alone[1].pop()
    together = (
        pair[0] * steps[0] + pair[1] * steps[1] == table.gap(equation)
        for equation, pair in signs.items()
        if all(pair)
    )
    return steps if all(together) else None


def _is_possible(value: Decimal) -> bool:
    return value >= 0 and value < 10**9


def _explained(table: _Table, cell: str, changed: Decimal) -> Suspect:
    old, new = numbers.plain(table.known(cell)), numbers.plain(changed)
    if table.is_blank(cell):
        return Suspect(((cell, changed),), f"这一格空着，填 {new} 后各项合计都能对上", 2)
    if old != new and Counter(old) == Counter(new):
        return Suspect(((cell, changed),), f"{old} 和 {new} 数字相同、次序不同，可能打颠倒了", 0)
    if _one_digit_apart(old, new):
        return Suspect(((cell, changed),), f"{old} 和 {new} 只差一个数字，可能多打、少打或打错了一个", 1)
    return Suspect(((cell, changed),), f"只改这一格（{old} 改为 {new}），各项合计就都能对上", 3)


def _one_digit_apart(old: str, new: str) -> bool:
    short, long = sorted((old, new), key=len)
    if len(short) == len(long):
        return len(old) > 1 and sum(a != b for a, b in zip(old, new, strict=True)) == 1
    dropped = (long[:place] + long[place + 1 :] for place in range(len(long)))
    return len(long) - len(short) == 1 and short != "0" and short in dropped


def _explained_pair(
    table: _Table, cells: tuple[str, str], old: tuple[Decimal, Decimal], new: tuple[Decimal, Decimal]
) -> Suspect:
    changes = tuple(zip(cells, new, strict=True))
    words = tuple(numbers.plain(one) for one in old)
    if new == (old[1], old[0]):
        empty = [cell for cell in cells if table.is_blank(cell) or not table.known(cell)]
        if empty:
            figure = words[0] if old[0] else words[1]
            return Suspect(changes, f"{figure} 可能填到了旁边的格里", 1)
        return Suspect(changes, f"{words[0]} 和 {words[1]} 可能填颠倒了位置", 0)
    return Suspect(changes, "同时改这两格，各项合计就都能对上", 4)
