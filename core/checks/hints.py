"""Broken sums told with the likeliest cause: which cell, what it should be, and why one thinks so."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core import numbers
from core.checks.case import Case
from core.checks.model import CellPlace, Finding, Fix
from core.checks.suspects import Equation, Suspect, suspects
from core.edits import SetCells

_BY_CHANCE = 3


def with_hints(case: Case, findings: list[Finding], equations: Sequence[Equation]) -> list[Finding]:
    """Return the findings, those on sums with what is likeliest to be wrong; nothing else about them changes.

    Sums of which one side is still blank, or has words for a number, explain nothing. Where a single cell alone mends several broken
    sums, the remedy offered is that cell: mending one of its totals would break another sum. No remedy is offered
    that would write another figure than the hint names.
    """
    known = {one.cells for one in equations}
    if not any(_cells(finding) in known for finding in findings):
        return findings
    usable = [one for one in equations if _is_usable(case, one)]
    causes = [_Cause(case, group, usable) for group in suspects(case.report, usable) if _is_telling(group)]
    return [_explained(one, causes) if _cells(one) in known else one for one in findings]


def _cells(finding: Finding) -> frozenset[str]:
    return frozenset(place.cell for place in finding.where if isinstance(place, CellPlace))


def _is_usable(case: Case, equation: Equation) -> bool:
    return case.knows(equation.cells) and not any(all(map(case.is_blank, side)) for side in equation.sides)


def _is_telling(group: Sequence[Suspect]) -> bool:
    """Return whether one of the suspects is likelier than the others by more than chance."""
    if not group:
        return False
    return len(group) == 1 or (group[0].rank < group[1].rank and group[0].rank < _BY_CHANCE)


class _Cause:
    """The likeliest suspect of some broken sums, in the clerk's words."""

    def __init__(self, case: Case, group: Sequence[Suspect], equations: Iterable[Equation]) -> None:
        first = group[0]
        self.cells = frozenset(cell for cell, _ in first.changes)
        self.words = f"最可能填错的是 {_changes(case, first)}（{first.reason}）"
        touched = sum(bool(self.cells & one.cells) for one in equations)
        self.fix: Fix | None = None
        if len(first.changes) == 1 and len(group) == 1 and touched > 1:
            self.fix = _mend(case, first)
        self._figures = {cell: numbers.plain(value) for cell, value in first.changes}

    def agrees(self, fix: Fix | None) -> bool:
        """Return whether a remedy writes nothing but figures that the suspect would have."""
        edit = fix.edit if fix else None
        return isinstance(edit, SetCells) and edit.values.items() <= self._figures.items()


def _changes(case: Case, suspect: Suspect) -> str:
    named = []
    for cell, value in suspect.changes:
        now = case.report.text(cell).strip() or "空着"
        named.append(f"{case.cell_name(case.template.cells[cell])}：{now} 应为 {numbers.plain(value)}")
    return "，".join(named)


def _mend(case: Case, suspect: Suspect) -> Fix:
    ((cell, value),) = suspect.changes
    text = numbers.plain(value)
    name = case.cell_name(case.template.cells[cell])
    return Fix(f"把“{name}”改为 {text}", SetCells({cell: text}, f"改为 {text}"))


def _explained(finding: Finding, causes: Sequence[_Cause]) -> Finding:
    cause = next((one for one in causes if one.cells & _cells(finding)), None)
    if cause is None:
        return finding
    fix = cause.fix or (finding.fix if cause.agrees(finding.fix) else None)
    return replace(finding, hint=cause.words, fix=fix)
