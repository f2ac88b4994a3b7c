"""All rules of a form, made ready once and run over a report as often as it changes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core.checks.case import Case
from core.checks.entry import Rule
from core.checks.model import TITLE, CellPlace, Finding, HeadPlace, Severity, TextPlace
from core.report import Report
from core.template import Template

_WEIGHTS: tuple[Severity, ...] = ("error", "warning", "info")
_UNFINISHED = ("T19", "warning")  # blank cells where a figure is meant
Order = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding that the clerk has verified and kept, with the reason."""

    finding: Finding
    reason: str


class Checker:
    """The rules of one template; `problems` names the entries that could not be used, and why.

    `idle` are the optional rules that are not switched on.
    """

    def __init__(
        self,
        template: Template,
        rules: Iterable[Rule],
        problems: Iterable[str] = (),
        switched_on: Iterable[str] = (),
    ) -> None:
        wanted = frozenset(switched_on)
        known = tuple(rules)
        self.template = template
        self.rules = tuple(rule for rule in known if not rule.entry.optional or rule.entry.rule in wanted)
        self.idle = tuple(rule for rule in known if rule.entry.optional and rule.entry.rule not in wanted)
        self.problems = tuple(problems)
        self._cell_order = {cell: number for number, cell in enumerate(template.cells)}

    def run(self, report: Report, last: Report | None = None) -> list[Finding]:
        """Return what there is to mend or look at, heaviest first, then in reading order.

        `last` is the report of the year before; without it the one that the report carries. Findings that
        were verified and kept are left out.
        """
        kept = {decision.key for decision in report.decisions}
        return [finding for finding in self._all(report, last) if finding.key not in kept]

    def kept(self, report: Report, last: Report | None = None) -> list[Kept]:
        """Return the findings that still hold but were verified and kept, with the reasons."""
        reasons = {decision.key: decision.reason for decision in report.decisions}
        if not reasons:
            return []
        return [
            Kept(finding, reasons[finding.key])
            for finding in self._all(report, last)
            if finding.key in reasons
        ]

    def _all(self, report: Report, last: Report | None) -> list[Finding]:
        case = Case(self.template, report, last or report.last())
        findings = [finding for rule in self.rules for finding in rule.find(case)]
        sections = {section.id: number for number, section in enumerate(report.sections)}
        return sorted(findings, key=lambda one: (_WEIGHTS.index(one.severity), *self._order(one, sections)))

    def _order(self, finding: Finding, sections: dict[str, int]) -> Order:
        """Return where its first place comes in reading order: section, text before table, place in it."""
        match finding.where[0]:
            case TextPlace(section, paragraph, start):
                at = -1 if section == TITLE else sections.get(section, len(sections))
                return (at, 0, paragraph, start)
            case HeadPlace(table):
                return (self._section_of(table, sections), 1, 0, 0)
            case CellPlace(cell):
                place = self._cell_order.get(cell, 0)
                return (self._section_of(cell.partition(".")[0], sections), 2, place, 0)

    def _section_of(self, table_id: str, sections: dict[str, int]) -> int:
        table = self.template.tables_by_id.get(table_id)
        return sections.get(table.section, len(sections)) if table and table.section else len(sections)


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each weight."""
    counted = Counter(finding.severity for finding in findings)
    return {weight: counted[weight] for weight in _WEIGHTS}


def is_ready(findings: Iterable[Finding]) -> bool:
    """Return whether the report can be handed in: nothing must be mended, and no figure is still blank."""
    return not any(one.severity == "error" or (one.rule, one.severity) == _UNFINISHED for one in findings)


def verdict(findings: Iterable[Finding]) -> str:
    """Return in one line whether the report can be handed in."""
    found = list(findings)
    counted = counts(found)
    first = "可以报送" if is_ready(found) else "表格还没填完"
    if counted["error"]:
        first = f"还有 {counted['error']} 处必须改"
    return first + (f"，{counted['warning']} 处请核对" if counted["warning"] else "")
