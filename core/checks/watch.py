"""A report checked while it changes: after an edit only the rules whose ground changed look again."""

from collections.abc import Iterator

from core.checks.case import Case, Passage
from core.checks.checker import Checker, Kept
from core.checks.entry import Rule
from core.checks.model import Finding, TextPlace
from core.edits import Decide, Edit, Splice, parts
from core.report import Report

_Words = tuple[Passage, str, int, str, str]
_Spot = tuple[str, int]  # a section and the place of a paragraph in it


class Watch:
    """The findings of one report, kept up to date; the same as a full run gives after every edit.

    What was found is remembered rule by rule, and for rules that look at each paragraph by itself, paragraph by
    paragraph. Every edit of the report must pass through `update`. While the clerk goes on typing, a `patient` rule
    says nothing yet of the place of the last edit; `holds_back` is whether there is such a thing.
    """

    def __init__(self, checker: Checker, report: Report, last: Report | None = None) -> None:
        self._checker = checker
        self._report = report
        self._last = last
        self._said: dict[int, tuple[Finding, ...]] = {}
        self._said_of: dict[_Words, dict[int, tuple[Finding, ...]]] = {}
        self._of_passages: dict[int, tuple[Finding, ...]] | None = None
        self._fresh: frozenset[_Spot] = frozenset()
        self.findings: list[Finding] = []
        self.kept: list[Kept] = []
        self.holds_back = False
        self.look()

    def look(self) -> None:
        """Look at everything anew."""
        self._said, self._said_of, self._of_passages = {}, {}, None
        self._fresh = frozenset()
        self._judge()

    def update(self, *edits: Edit, typing: bool = False) -> None:
        """Look again at what edits that were made have changed; with `typing` the clerk still is at the last of them."""
        self._fresh = frozenset(_places(edits[-1])) if typing and edits else frozenset()
        if any("" in edit.sections and not isinstance(edit, Decide) for edit in edits):
            self.look()
            return
        cells = frozenset[str]().union(*(edit.cells for edit in edits))
        sections = frozenset[str]().union(*(edit.sections for edit in edits)) - {""}
        for number, rule in enumerate(self._checker.rules):
            if _is_stale(rule, cells, sections):
                self._said.pop(number, None)
        if any(edit.sections for edit in edits):
            self._of_passages = None
        self._judge()

    def _judge(self) -> None:
        case = self._checker.case(self._report, self._last)
        if self._of_passages is None:
            self._of_passages = self._read_passages(case)
        found: list[Finding] = []
        self.holds_back = False
        for number, rule in enumerate(self._checker.rules):
            if rule.reads == "passage":
                said = self._of_passages[number]
            else:
                if number not in self._said:
                    self._said[number] = tuple(rule.find(case))
                said = self._said[number]
            told = said
            if said and rule.entry.patient:
                told = tuple(one for one in said if not self._is_fresh(one))
            self.holds_back |= len(told) < len(said)
            found += told
        judged = self._checker.judged(case, found)
        self.findings, self.kept = judged.findings, judged.kept

    def _is_fresh(self, finding: Finding) -> bool:
        """Return whether a finding is of what the clerk has only begun to type."""
        first = finding.where[:1]
        return any(
            isinstance(one, TextPlace) and (one.section, one.paragraph) in self._fresh for one in first
        )

    def _read_passages(self, case: Case) -> dict[int, tuple[Finding, ...]]:
        """Return what each rule says of all paragraphs; what stands there as before is not looked at again."""
        known, self._said_of = self._said_of, {}
        for passage in case.passages:
            words = _words(case, passage)
            self._said_of[words] = known.get(words) or self._of_passage(case, passage)
        rules = (number for number, rule in enumerate(self._checker.rules) if rule.reads == "passage")
        read = self._said_of.values()
        return {number: tuple(finding for of_one in read for finding in of_one[number]) for number in rules}

    def _of_passage(self, case: Case, passage: Passage) -> dict[int, tuple[Finding, ...]]:
        alone = Case(case.template, case.report, case.last, only=(passage,))
        rules = enumerate(self._checker.rules)
        return {number: tuple(rule.find(alone)) for number, rule in rules if rule.reads == "passage"}


def _places(edit: Edit) -> Iterator[_Spot]:
    """Yield the paragraphs in which an edit was typed: what follows from it only gives others another number."""
    splices = [one for one in parts(edit) if isinstance(one, Splice)]
    for number, splice in enumerate(splices):
        if number == 0 or len(splice.inserted) > splice.removed:
            yield from ((splice.section, splice.at + index) for index in range(len(splice.inserted)))


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
