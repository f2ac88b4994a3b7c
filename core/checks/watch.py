"""A report checked while it changes: after an edit only the rules whose ground changed look again."""

from core.checks.case import Case, Passage
from core.checks.checker import Checker, Kept
from core.checks.entry import Rule
from core.checks.model import Finding
from core.edits import Decide, Edit
from core.report import Report

_Words = tuple[Passage, str, int, str, str]


class Watch:
    """The findings of one report, kept up to date; the same as a full run gives after every edit.

    What was found is remembered rule by rule, and for rules that look at each paragraph by itself, paragraph by
    paragraph. Every edit of the report must pass through `update`.
    """

    def __init__(self, checker: Checker, report: Report, last: Report | None = None) -> None:
        self._checker = checker
        self._report = report
        self._last = last
        self._said: dict[int, tuple[Finding, ...]] = {}
        self._said_of: dict[_Words, dict[int, tuple[Finding, ...]]] = {}
        self._by_passage: tuple[dict[int, tuple[Finding, ...]], ...] | None = None
        self.findings: list[Finding] = []
        self.kept: list[Kept] = []
        self.look()

    def look(self) -> None:
        """Look at everything anew."""
        self._said, self._said_of, self._by_passage = {}, {}, None
        self._judge()

    def update(self, *edits: Edit) -> None:
        """Look again at what edits that were made have changed."""
        if any("" in edit.sections and not isinstance(edit, Decide) for edit in edits):
            self.look()
            return
        cells = frozenset[str]().union(*(edit.cells for edit in edits))
        sections = frozenset[str]().union(*(edit.sections for edit in edits)) - {""}
        for number, rule in enumerate(self._checker.rules):
            if _is_stale(rule, cells, sections):
                self._said.pop(number, None)
        if any(edit.sections for edit in edits):
            self._by_passage = None
        self._judge()

    def _judge(self) -> None:
        case = self._checker.case(self._report, self._last)
        if self._by_passage is None:
            self._by_passage = self._read_passages(case)
        found: list[Finding] = []
        for number, rule in enumerate(self._checker.rules):
            if rule.reads == "passage":
                found += (finding for said in self._by_passage for finding in said[number])
                continue
            if number not in self._said:
                self._said[number] = tuple(rule.find(case))
            found += self._said[number]
        judged = self._checker.judged(case, found)
        self.findings, self.kept = judged.findings, judged.kept

    def _read_passages(self, case: Case) -> tuple[dict[int, tuple[Finding, ...]], ...]:
        """Return what the rules say of each paragraph; what stands there as before is not looked at again."""
        known, self._said_of = self._said_of, {}
        for passage in case.passages:
            words = _words(case, passage)
            self._said_of[words] = known.get(words) or self._of_passage(case, passage)
        return tuple(self._said_of.values())

    def _of_passage(self, case: Case, passage: Passage) -> dict[int, tuple[Finding, ...]]:
        alone = Case(case.template, case.report, case.last, only=(passage,))
        rules = enumerate(self._checker.rules)
        return {number: tuple(rule.find(alone)) for number, rule in rules if rule.reads == "passage"}


def _is_stale(rule: Rule, cells: frozenset[str], sections: frozenset[str]) -> bool:
    """Return whether edits of these cells and sections changed what a rule looks at."""
    reads_cells, reads_words = rule.reads in ("all", "cells"), rule.reads in ("all", "prose")
    seen = cells if rule.cells is None else cells & rule.cells
    return bool((reads_cells and seen) or (reads_words and sections))


def _words(case: Case, passage: Passage) -> _Words:
    """Return all that a finding or its fix takes from a paragraph; how its place is called has the section's title."""
    section = case.report.section(passage.section)
    if section is None:
        raise KeyError(passage.section)
    paragraph = section.paragraphs[passage.index]
    return passage, case.spot(passage), paragraph.level, paragraph.state, paragraph.origin
