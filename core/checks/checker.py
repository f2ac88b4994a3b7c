"""All rules of a form, made ready once and run over a report as often as it changes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core.checks.case import Case
from core.checks.causes import causes_first
from core.checks.decisions import as_decided, decided, marked
from core.checks.entry import Rule
from core.checks.hints import with_hints
from core.checks.model import TITLE, CellPlace, Finding, HeadPlace, Severity, TextPlace
from core.report import SIGNATURE, Report
from core.template import Template

WEIGHTS: tuple[Severity, ...] = ("error", "warning", "info")
UNSEEN = "处去年内容没核对"  # said of what was carried over and nobody looked at yet
_BROKEN_CELLS = "T18"  # told before all that is computed of a cell that is no number
Order = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding that the clerk has verified and kept, with the reason."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What there is to mend or look at, and what was verified and kept; kept ones bear the key of the decision."""

    findings: list[Finding]
    kept: list[Kept]


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
        self._equations = tuple(dict.fromkeys(one for rule in self.rules for one in rule.equations))
        self._cell_order = {cell: number for number, cell in enumerate(template.cells)}

    def run(self, report: Report, last: Report | None = None) -> list[Finding]:
        """Return what there is to mend or look at, heaviest first, then in reading order.

        Sums that fail come before all else that must be mended where a sentence is compared with one of their figures.
        `last` is the report of the year before; without it the one that the report carries. Findings that
        were verified and kept are left out.
        """
        return self.judge(report, last).findings

    def kept(self, report: Report, last: Report | None = None) -> list[Kept]:
        """Return the findings that still hold but were verified and kept, with the reasons."""
        return self.judge(report, last).kept if report.decisions else []

    def judge(self, report: Report, last: Report | None = None) -> Judged:
        """Return what a run finds, and what of it was kept."""
        case = self.case(report, last)
        return self.judged(case, [finding for rule in self.rules for finding in rule.find(case)])

    def case(self, report: Report, last: Report | None = None) -> Case:
        """Return the report as the rules look at it, with last year's beside it."""
        return Case(self.template, report, last or report.last())

    def judged(self, case: Case, found: list[Finding]) -> Judged:
        """Return what rules said in order and with hints, divided by the decisions of the clerk."""
        explained = with_hints(case, _once(found), self._equations)
        sections = {section.id: number for number, section in enumerate(case.report.sections)}
        ordered = sorted(
            explained, key=lambda one: (WEIGHTS.index(one.severity), *self._order(one, sections))
        )
        findings = marked(case.report, causes_first(ordered))
        known = decided(findings, case.report.decisions)
        kept = [
            Kept(as_decided(findings[index], known[index]), known[index].reason) for index in sorted(known)
        ]
        return Judged([one for index, one in enumerate(findings) if index not in known], kept)

    def _order(self, finding: Finding, sections: dict[str, int]) -> Order:
        """Return where its first place comes in reading order: section, text, cells that are no number, table."""
        match finding.where[0]:
            case TextPlace(section, paragraph, start):
                at = -1 if section == TITLE else sections.get(section, len(sections))
                return (at, 0, paragraph, start)
            case HeadPlace(table):
                return (self._section_of(table, sections), 2, 0, 0)
            case CellPlace(cell):
                place = self._cell_order.get(cell, 0)
                kind = 1 if finding.rule == _BROKEN_CELLS else 3
                return (self._section_of(cell.partition(".")[0], sections), kind, place, 0)

    def _section_of(self, table_id: str, sections: dict[str, int]) -> int:
        table = self.template.tables_by_id.get(table_id)
        return sections.get(table.section, len(sections)) if table and table.section else len(sections)


def _once(findings: list[Finding]) -> list[Finding]:
    """Return the findings without doubles: where two rules say the same of the same place, the later speaks."""
    said = {(one.message, one.where): one.rule for one in sorted(findings, key=lambda one: one.rule)}
    return [one for one in findings if said[one.message, one.where] == one.rule]


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each weight."""
    counted = Counter(finding.severity for finding in findings)
    return {weight: counted[weight] for weight in WEIGHTS}


def is_unwritten(finding: Finding) -> bool:
    """Return whether a finding says that words are still to be written: a blank figure is counted by itself."""
    cells = any(isinstance(place, CellPlace) for place in finding.where)
    return finding.unfinished and finding.severity != "error" and not cells


def unwritten_words(findings: Iterable[Finding]) -> str:
    """Return what is still to be written where that is the sign-off alone ("落款没有成文日期"), else ""."""
    unwritten = [one for one in findings if is_unwritten(one)]
    if len(unwritten) != 1:
        return ""
    missing, where = unwritten[0].expected, unwritten[0].where
    is_below = all(isinstance(one, TextPlace) and one.section == SIGNATURE for one in where)
    return f"落款没有{missing.replace('、', '和')}" if missing and is_below else ""


def is_ready(findings: Iterable[Finding], waiting: int = 0) -> bool:
    """Return whether the report can be handed in: nothing to mend, nothing blank, nothing carried and not looked at."""
    return not waiting and not any(one.severity == "error" or one.unfinished for one in findings)


def verdict(findings: Iterable[Finding], waiting: int = 0, unseen: str = UNSEEN) -> str:
    """Return in one line whether the report can be handed in.

    `waiting` is how many paragraphs and figures of last year nobody has looked at yet, `unseen` says that of them.
    """
    found = list(findings)
    counted = counts(found)
    looks = f"，{counted['warning']} 处请核对" if counted["warning"] else ""
    if counted["error"]:
        return f"还有 {counted['error']} 处必须改{looks}"
    if waiting:
        return f"还有 {waiting} {unseen}{looks}"
    if not is_ready(found):
        named = unwritten_words(found) if sum(one.unfinished for one in found) == 1 else ""
        return f"还没填完{named and '：'}{named}{looks}"
    return f"可以报送（还有 {counted['warning']} 处请核对）" if looks else "可以报送"
