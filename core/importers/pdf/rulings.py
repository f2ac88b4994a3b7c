"""Ruling lines: pieces of one line put together, and lines that cross put together into the drawing of one table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.importers.pdf.sheet import Rule

MOST_RULES = 1_200
TOUCH = 3.0
SAME = 3.5
_COLLINEAR = 0.8
_GAP = 3.0
_SHORTEST = 5.0


@dataclass(frozen=True)
class Frame:
    """The lines of one table: those across and those down."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        lefts = [*(rule.start for rule in self.across), *(rule.at for rule in self.down)]
        rights = [*(rule.end for rule in self.across), *(rule.at for rule in self.down)]
        tops = [*(rule.at for rule in self.across), *(rule.start for rule in self.down)]
        bottoms = [*(rule.at for rule in self.across), *(rule.end for rule in self.down)]
        return min(lefts), min(tops), max(rights), max(bottoms)


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Return the lines with those put together that lie in one another's course; specks are left out."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule.at - groups[-1][0].at <= _COLLINEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    result: list[Rule] = []
    for group in groups:
        result += [rule for rule in _chained(group) if rule.end - rule.start >= _SHORTEST]
    return result


def _chained(group: Sequence[Rule]) -> list[Rule]:
    at = sum(rule.at for rule in group) / len(group)
    chain: list[Rule] = []
    for rule in sorted(group, key=lambda one: one.start):
        if chain and rule.start - chain[-1].end <= _GAP:
            chain[-1] = Rule(at, chain[-1].start, max(chain[-1].end, rule.end))
        else:
            chain.append(Rule(at, rule.start, rule.end))
    return chain


def frames(across: Sequence[Rule], down: Sequence[Rule]) -> list[Frame]:
    """Return the drawings of tables among merged lines: those that cross or touch one another, from the top."""
    owner = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for i, one in enumerate(across):
        for j, other in enumerate(down, len(across)):
            if _touch(one, other):
                owner[root(i)] = root(j)
    parts: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(owner)):
        kind = 0 if index < len(across) else 1
        rule = across[index] if kind == 0 else down[index - len(across)]
        parts.setdefault(root(index), ([], []))[kind].append(rule)
    found = [Frame(tuple(a), tuple(d)) for a, d in parts.values() if a and d and len(a) + len(d) >= 3]
    return sorted(found, key=lambda frame: frame.box[1])


def _touch(across: Rule, down: Rule) -> bool:
    return (
        across.start - TOUCH <= down.at <= across.end + TOUCH
        and down.start - TOUCH <= across.at <= down.end + TOUCH
    )


def edges(values: Iterable[float]) -> list[float]:
    """Return the places of lines, those of a double line as one."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= SAME:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def near(rules: Iterable[Rule], at: float) -> list[Rule]:
    """Return the lines that lie in that place, in the order in which they start."""
    return sorted((rule for rule in rules if abs(rule.at - at) <= SAME), key=lambda rule: rule.start)


def covers(rules: Sequence[Rule], start: float, end: float) -> float:
    """Return which share of a side of a cell the lines in its place draw."""
    reached, covered = start, 0.0
    for rule in rules:
        high = min(rule.end, end)
        if high > reached:
            covered += high - max(rule.start, reached)
            reached = high
    return covered / (end - start)
