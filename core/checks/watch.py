"""A report checked while it changes: after an edit only the rules whose ground changed look again."""

from collections.abc import Iterable

from core.checks.case import Case, Passage
from core.checks.checker import Checker, Kept
from core.checks.entry import Reads
from core.checks.model import Finding
from core.edits import Decide, Edit
from core.report import Report

_Words = tuple[Passage, int, str, str]


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
        touched = _touched(edits)
        for number, rule in enumerate(self._checker.rules):
            if rule.reads in touched:
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
            words = _words(case.report, passage)
            self._said_of[words] = known.get(words) or self._of_passage(case, passage)
        return tuple(self._said_of.values())

    def _of_passage(self, case: Case, passage: Passage) -> dict[int, tuple[Finding, ...]]:
        alone = Case(case.template, case.report, case.last, only=(passage,))
        rules = enumerate(self._checker.rules)
        return {number: tuple(rule.find(alone)) for number, rule in rules if rule.reads == "passage"}


def _touched(edits: Iterable[Edit]) -> set[Reads]:
    """Return the grounds of rules that edits have changed; single passages are known by their words."""
    touched: set[Reads] = set()
    for edit in edits:
        touched |= {"all", "cells"} if edit.cells else set()
        touched |= {"all", "prose"} if edit.sections - {""} else set()
    return touched


def _words(report: Report, passage: Passage) -> _Words:
    """Return all that a finding or its fix takes from a paragraph."""
    section = report.section(passage.section)
    if section is None:
        raise KeyError(passage.section)
    paragraph = section.paragraphs[passage.index]
    return passage, paragraph.level, paragraph.state, paragraph.origin
