"""The history of what was decided in a review: each step can be taken back, and done again."""

from collections.abc import Iterator, Mapping

from core.importers.reviewing.decisions import Decisions, row_of
from core.importers.reviewing.facts import OF_TARGET


class Steps:
    """Holds what is decided `now`, what was before each step, and what was taken back."""

    def __init__(self, now: Decisions) -> None:
        self.now = now
        self._before: list[Decisions] = []
        self._after: list[Decisions] = []

    def take(self, new: Decisions) -> None:
        """Go on to other decisions; those that change nothing are no step."""
        if new != self.now:
            self._before.append(self.now)
            self._after.clear()
            self.now = new

    @property
    def can(self) -> tuple[bool, bool]:
        """Whether a step can be taken back, and whether one can be done again."""
        return bool(self._before), bool(self._after)

    def go_back(self) -> bool:
        """Take the last step back; return whether there was one."""
        return self._move(self._before, self._after)

    def go_on(self) -> bool:
        """Do again the step that was taken back last; return whether there was one."""
        return self._move(self._after, self._before)

    def _move(self, source: list[Decisions], target: list[Decisions]) -> bool:
        if not source:
            return False
        target.append(self.now)
        self.now = source.pop()
        return True


def differing(one: Decisions, other: Decisions) -> Iterator[str]:
    """Yield the targets on which two states of a review differ: facts, rows of figures, paragraphs, lines left over."""
    fields = (one.fields, other.fields)
    yield from (target for target, name in OF_TARGET.items() if fields[0].get(name) != fields[1].get(name))
    yield from dict.fromkeys(row_of(cell) for cell in _keys(one.cells, other.cells))
    for mine, others in ((one.cut, other.cut), (one.words, other.words), (one.joined, other.joined)):
        yield from _keys(mine, others)
    yield from (other.joined[target] for target in _keys(one.joined, other.joined) if target in other.joined)
    yield from sorted(one.assigned ^ other.assigned)


def _keys(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    return [key for key in dict.fromkeys((*one, *other)) if one.get(key) != other.get(key)]
