"""The check sheet: every check that was run, what came of it, and what was kept with which reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from core.blanks import Blanks, cells_of
from core.checks.case import Case
from core.checks.catalogue import titles
from core.checks.checker import WEIGHTS, Checker, Judged, Kept, counts
from core.checks.entry import Rule
from core.checks.model import Finding, Severity
from core.checks.standing import standing, verdict_on
from core.checks.suspects import Equation
from core.report import Report
from core.template import Table, Template
from core.totals import reason_of

State = Literal["passed", "found", "kept", "no_last_year", "switched_off", "not_of_this_form"]


@dataclass(frozen=True, slots=True)
class Line:
    """A check of the catalogue: its id, what it looks at, how many cells it compared, and what came of it.

    `equations` are the sums that it requires, where it requires any; `lacked` are the years of the reports that it
    wanted to compare with and that are not there, the latest first: the report's own for another copy of it.
    """

    rule: str
    title: str
    state: State
    cells: int = 0
    findings: tuple[Finding, ...] = ()
    kept: tuple[Kept, ...] = ()
    equations: tuple[Equation, ...] = ()
    lacked: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HandTotal:
    """A total that was typed by hand: its name, the figure and the reason."""

    name: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The check sheet of a report: its lines in the order of the catalogue, and the verdict.

    `form` and `report_name` are the names of the form and of what is written on it, `tables` are its, `state` says whether the
    report can be handed in or what is left to do.
    """

    report: Report
    form: str
    report_name: str
    tables: tuple[Table, ...]
    lines: tuple[Line, ...]
    counts: dict[Severity, int]
    verdict: str
    hand_totals: tuple[HandTotal, ...] = ()
    state: str = ""

    def of(self, *states: State) -> list[Line]:
        """Return the lines with one of these states."""
        return [line for line in self.lines if line.state in states]

    @property
    def findings(self) -> list[Finding]:
        """What is still to be mended or looked at, heaviest first."""
        found = [finding for line in self.lines for finding in line.findings]
        return sorted(found, key=lambda one: WEIGHTS.index(one.severity))

    @property
    def kept(self) -> list[Kept]:
        """What was verified and kept."""
        return [kept for line in self.lines for kept in line.kept]


class _Observed(Case):
    """A case that notes what the rules of one check after the other read, and of which years no report was there."""

    def __init__(self, template: Template, report: Report, last: Report | None) -> None:
        self.begin()
        super().__init__(template, report, last)

    @property
    def year_before(self) -> Report | None:
        """Last year's report."""
        return self._noted(super().year_before)

    @property
    def others(self) -> tuple[Report, ...]:
        """The other reports that are known."""
        found = super().others
        self._noted(next(iter(found), None))
        return found

    @property
    def earlier(self) -> tuple[Report, ...]:
        """Those of the other reports that are of earlier years."""
        found = super().earlier
        self._noted(next(iter(found), None))
        return found

    @property
    def own_earlier(self) -> tuple[Report, ...]:
        """Those of the earlier reports that are of this office."""
        found = super().own_earlier
        self._noted(next(iter(found), None))
        return found

    def of_year(self, year: int) -> Report | None:
        """Return the report of an earlier year."""
        return self._noted(super().of_year(year), year)

    def own_of_year(self, year: int) -> Report | None:
        """Return the report of this office of a year."""
        return self._noted(super().own_of_year(year), year)

    @property
    def newest_before(self) -> Report | None:
        """The newest of the earlier reports."""
        return self._noted(super().newest_before)

    def _noted(self, found: Report | None, year: int = 0) -> Report | None:
        """Return what was found; where it is nothing, note the year, last year where any report would do."""
        if found is None:
            self.lacked.add(year or self.report.year - 1)
        return found

    def text(self, cell: str) -> str:
        """Return what stands in a cell."""
        self.cells.add(cell)
        return super().text(cell)

    def number(self, cell: str) -> Decimal | None:
        """Return the number in a cell."""
        self.cells.add(cell)
        return super().number(cell)

    def blanks(self, table: str) -> Blanks:
        """Return the blank cells, which are found once: each check that asks has looked at all cells for them."""
        self.cells.update(cell.id for cell in cells_of(self.template, table))
        if self.template.blank_means_none:
            _ = self.newest_before  # asked for here, be it known already
        return super().blanks(table)

    def begin(self) -> None:
        """Forget what was read so far: another check begins."""
        self.lacked: set[int] = set()
        self.cells: set[str] = set()


def sheet(checker: Checker, report: Report, last: Report | None = None) -> Sheet:
    """Return the check sheet of a report."""
    lines = tuple(_Lines(checker, report, last or report.last()).all())
    findings = [finding for line in lines for finding in line.findings]
    form = checker.template
    said = verdict_on(report, findings)
    by_hand = tuple(_hand_totals(checker.case(report, last)))
    state = standing(form, report, findings).state
    found = counts(findings)
    return Sheet(report, form.name, form.report_name, form.tables, lines, found, said, by_hand, state)


def _hand_totals(case: Case) -> Iterator[HandTotal]:
    for cell in case.template.cells.values():
        if reason := reason_of(case.report, cell.id):
            yield HandTotal(case.cell_name(cell), case.report.text(cell.id), reason)


@dataclass(frozen=True, slots=True)
class _Look:
    """What the rules of a check found, how many cells they read, and the years whose reports they asked for in vain."""

    found: dict[int, list[Finding]]
    cells: int
    lacked: tuple[int, ...]


class _Lines:
    """The lines in the making: each rule runs once, check by check, so that its reading can be told."""

    def __init__(self, checker: Checker, report: Report, last: Report | None) -> None:
        self._by_rule: dict[str, list[tuple[int, Rule]]] = {}
        for number, rule in enumerate(checker.rules):
            self._by_rule.setdefault(rule.entry.rule, []).append((number, rule))
        self._idle = {rule.entry.rule for rule in checker.idle}
        case = _Observed(checker.template, report, last)
        self._looks = {name: _look(case, rules) for name, rules in self._by_rule.items()}
        found = {number: said for look in self._looks.values() for number, said in look.found.items()}
        self._judged = checker.judged(case, [one for number in sorted(found) for one in found[number]])

    def all(self) -> Iterable[Line]:
        """Yield the lines."""
        own = dict(titles())
        own |= {rule: rules[0][1].entry.basis for rule, rules in self._by_rule.items() if rule not in own}
        for rule, title in own.items():
            yield self._line(rule, title, self._judged)

    def _line(self, rule: str, title: str, judged: Judged) -> Line:
        look = self._looks.get(rule)
        if look is None:
            return Line(rule, title, "switched_off" if rule in self._idle else "not_of_this_form")
        findings = tuple(one for one in judged.findings if one.rule == rule)
        kept = tuple(one for one in judged.kept if one.finding.rule == rule)
        state: State = "found" if findings else "kept" if kept else "passed"
        if state == "passed" and look.lacked:
            state = "no_last_year"
        equations = tuple(dict.fromkeys(sum_ for _, one in self._by_rule[rule] for sum_ in one.equations))
        return Line(rule, title, state, look.cells, findings, kept, equations, look.lacked)


def _look(case: _Observed, rules: list[tuple[int, Rule]]) -> _Look:
    case.begin()
    found = {number: list(rule.find(case)) for number, rule in rules}
    return _Look(found, len(case.cells), tuple(sorted(case.lacked, reverse=True)))
