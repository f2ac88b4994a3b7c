"""Faults inside a table before the sentences that are compared with its figures: mended from the top, all is mended once."""

from collections.abc import Mapping, Sequence

from core.checks.model import CellPlace, Finding, TextPlace


def causes_first(ordered: Sequence[Finding]) -> list[Finding]:
    """Return findings, heaviest first and in reading order, with those errors on top that others wait for.

    A sentence compared with a figure waits for the errors inside the table that name it (sums, balances), and for
    those that share a figure with these. Where one of them would come behind the sentence, they come first of all.
    """
    early = causes(ordered)
    if not early:
        return list(ordered)
    known = set(early)
    return [ordered[at] for at in early] + [one for at, one in enumerate(ordered) if at not in known]


def causes(ordered: Sequence[Finding]) -> list[int]:
    """Return the numbers of those errors that others before them wait for, in order; errors stand before all else."""
    errors = [one for one in ordered if one.severity == "error"]
    cells = [_cells(one) for one in errors]
    knots = _Knots({at: cells[at] for at, one in enumerate(errors) if _is_fault(one, cells[at])})
    early: set[int] = set()
    for at, finding in enumerate(errors):
        if cells[at] and any(isinstance(place, TextPlace) for place in finding.where):
            for knot in map(knots.around, cells[at]):
                if knot and knot[-1] > at and knot[0] not in early:
                    early.update(knot)
    return sorted(early)


def _is_fault(finding: Finding, cells: frozenset[str]) -> bool:
    """Return whether a finding is about cells of tables alone; what is only unfinished is no fault."""
    alone = all(isinstance(place, CellPlace) for place in finding.where)
    return bool(cells) and alone and not finding.unfinished


class _Knots:
    """Faults, by their numbers with the cells that they name: those that share a cell hang together."""

    def __init__(self, faults: Mapping[int, frozenset[str]]) -> None:
        self._faults = faults
        self._of_cell: dict[str, list[int]] = {}
        self._known: dict[int, tuple[int, ...]] = {}
        for at, cells in faults.items():
            for cell in cells:
                self._of_cell.setdefault(cell, []).append(at)

    def around(self, cell: str) -> tuple[int, ...]:
        """Return the faults that name a cell with all that hang together with them, in order."""
        own = self._of_cell.get(cell)
        if own is None:
            return ()
        if own[0] not in self._known:
            knot = tuple(sorted(self._reached(own)))
            self._known.update(dict.fromkeys(knot, knot))
        return self._known[own[0]]

    def _reached(self, own: Sequence[int]) -> set[int]:
        found, todo, passed = set(own), list(own), set[str]()
        while todo:
            for cell in self._faults[todo.pop()] - passed:
                passed.add(cell)
                new = [at for at in self._of_cell[cell] if at not in found]
                found.update(new)
                todo += new
        return found


def _cells(finding: Finding) -> frozenset[str]:
    return frozenset(place.cell for place in finding.where if isinstance(place, CellPlace))
