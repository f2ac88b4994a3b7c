"""Trials of the rules, and their count: recall and precision of each.

A group module registers for a rule what must fire (`@faults`) and what must not (`@near_misses`), as generators
of trials from a seeded random source. What is registered for an entry of a rule ("X06-suits") must be found by that
entry. `measure` runs them all.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from core import checks
from core.checks import Checker
from core.checks.model import CellPlace, Finding, HeadPlace, TextPlace
from core.report import Report
from core.template import Library
from tests.faults.entries import names, rule_of

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
    """How a rule did: faults found at the right place of all faults, false alarms of all near misses.

    `by_entry` is how many faults each of its entries found.
    """

    found: int = 0
    faults: int = 0
    alarms: int = 0
    near: int = 0
    by_entry: Counter[str] = field(default_factory=Counter)
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


def faults(name: str) -> Callable[[Trials], Trials]:
    """Register trials that the rule, or that entry of one, must find."""
    return lambda trials: FAULTS.setdefault(name, []).append(trials) or trials


def near_misses(name: str) -> Callable[[Trials], Trials]:
    """Register trials on which the rule, or that entry of one, must be silent."""
    return lambda trials: NEAR_MISSES.setdefault(name, []).append(trials) or trials


def measure(rule: str, library: Library, seed: int = 1) -> Score:
    """Return the score of a rule over all its trials; the same seed gives the same reports."""
    score = Score()
    for name, trial in _trials(FAULTS, rule, seed, library):
        score.faults += 1
        found = _found_by(rule, trial, library)
        hits = {entry for entry, said in found.items() if any(_is_at(one, trial.at) for one in said)}
        score.by_entry.update(hits)
        if name in (rule, *(one.partition(" ")[0] for one in hits)) and hits:
            score.found += 1
        else:
            score.missed.append(trial)
    for name, trial in _trials(NEAR_MISSES, rule, seed, library):
        score.near += 1
        said = _found_by(rule, trial, library)
        alarms = [
            one for entry, found in said.items() if name in (rule, entry.partition(" ")[0]) for one in found
        ]
        score.alarms += bool(alarms)
        score.wrong += [(trial, one) for one in alarms]
    return score


def _trials(
    groups: dict[str, list[Trials]], rule: str, seed: int, library: Library
) -> Iterator[tuple[str, Trial]]:
    """Yield every trial of a rule and its entries with the name it is registered under."""
    for name in [one for one in groups if rule_of(one) == rule]:
        for trials in groups[name]:
            yield from ((name, trial) for trial in trials(Random(f"{name}{seed}"), library))


def _found_by(rule: str, trial: Trial, library: Library) -> dict[str, list[Finding]]:
    """Return what each entry of the rule has to say of a trial, without what the clerk has kept."""
    checker = _checker(library, trial.report.template, rule)
    case = checker.case(trial.report, trial.last)
    called = names(library)
    said = {called[trial.report.template, one.entry.id]: list(one.find(case)) for one in checker.rules}
    every = [one for found in said.values() for one in found]
    told = {(one.message, one.where) for one in checker.judged(case, every).findings}
    return {
        entry: [one for one in found if (one.message, one.where) in told] for entry, found in said.items()
    }


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
