"""Trials of the rules, and their count: recall and precision of each.

A group module registers for a rule what must fire (`@faults`) and what must not (`@near_misses`), as generators
of trials from a seeded random source. `measure` runs them all.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from core import checks
from core.checks import Checker
from core.checks.model import CellPlace, Finding, HeadPlace, TextPlace
from core.report import Report
from core.template import Library

LEAST = 20


@dataclass(frozen=True)
class Trial:
    """A report, last year's beside it, and where the finding must be: a cell's address or some of its quote.

    `at` is "" where the place does not matter (a near miss, or something missing from the whole report).
    """

    report: Report
    last: Report | None = None
    at: str = ""


Trials = Callable[[Random, Library], Iterator[Trial]]


@dataclass
class Score:
    """How a rule did: faults found at the right place of all faults, false alarms of all near misses."""

    found: int = 0
    faults: int = 0
    alarms: int = 0
    near: int = 0
    missed: list[Trial] = field(default_factory=list)
    wrong: list[tuple[Trial, Finding]] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of faults found."""
        return self.found / self.faults if self.faults else 0.0

    @property
    def precision(self) -> float:
        """The share of right findings among all."""
        return self.found / (self.found + self.alarms) if self.found else 0.0


FAULTS: dict[str, list[Trials]] = {}
NEAR_MISSES: dict[str, list[Trials]] = {}


def faults(rule: str) -> Callable[[Trials], Trials]:
    """Register trials that the rule must find."""
    return lambda trials: FAULTS.setdefault(rule, []).append(trials) or trials


def near_misses(rule: str) -> Callable[[Trials], Trials]:
    """Register trials on which the rule must be silent."""
    return lambda trials: NEAR_MISSES.setdefault(rule, []).append(trials) or trials


def measure(rule: str, library: Library, seed: int = 1) -> Score:
    """Return the score of a rule over all its trials; the same seed gives the same reports."""
    score = Score()
    for trials in FAULTS.get(rule, []):
        for trial in trials(Random(f"{rule}{seed}"), library):
            score.faults += 1
            hits = [one for one in _findings(rule, trial, library) if _is_at(one, trial.at)]
            score.found += bool(hits)
            if not hits:
                score.missed.append(trial)
    for trials in NEAR_MISSES.get(rule, []):
        for trial in trials(Random(f"{rule}{seed}"), library):
            score.near += 1
            alarms = _findings(rule, trial, library)
            score.alarms += bool(alarms)
            score.wrong += [(trial, one) for one in alarms]
    return score


def _findings(rule: str, trial: Trial, library: Library) -> list[Finding]:
    checker = _checker(library, trial.report.template, rule)
    return [one for one in checker.run(trial.report, trial.last) if one.rule == rule]


_CHECKERS: dict[tuple[str, str], Checker] = {}


def _checker(library: Library, template_id: str, rule: str) -> Checker:
    """Return a checker with the entries of one rule alone, optional or not; each is made once."""
    template = library.get(template_id)
    known = _CHECKERS.get((template_id, rule))
    if known is None or known.template is not template:
        first = checks.for_template(library, template_id)
        every = first.rules + first.idle
        for one in {ready.entry.rule for ready in every} | {rule}:
            rules = [ready for ready in every if ready.entry.rule == one]
            _CHECKERS[template_id, one] = Checker(template, rules, switched_on={one})
    return _CHECKERS[template_id, rule]


def _is_at(finding: Finding, at: str) -> bool:
    if not at:
        return True
    for place in finding.where:
        match place:
            case CellPlace(cell, _):
                if cell == at:
                    return True
            case TextPlace(_, _, _, _, quote) | HeadPlace(_, _, quote):
                if quote and (at in quote or quote in at):
                    return True
    return False
