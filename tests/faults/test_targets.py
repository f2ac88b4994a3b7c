"""Every rule of the catalogue finds what is wrong and is silent on what only looks so; so does each of its entries."""

from functools import cache

import pytest

from core.checks.catalogue import titles
from core.template import built_in
from tests.faults import optional_rules, register
from tests.faults.entries import kept, least, names, rule_of
from tests.faults.harness import FAULTS, LEAST, NEAR_MISSES, Score, measure

register()
LIBRARY = built_in()
OPTIONAL = optional_rules(LIBRARY)
ENTRIES = sorted(set(names(LIBRARY).values()))
KEPT = kept()
STRICT = {rule for rule in titles() if rule[0] == "T"} | {f"P0{number}" for number in range(1, 9)}


@cache
def score_of(rule: str) -> Score:
    """Return the score of a rule, measured once."""
    return measure(rule, LIBRARY)


def target(rule: str) -> float:
    """Return the least recall and precision of a rule; one that has to be switched on need only be measured."""
    if rule in OPTIONAL:
        return 0.0
    return 0.98 if rule in STRICT else 0.95


def test_trials_are_of_rules_of_the_catalogue_and_their_entries():
    known = {name.partition(" ")[0] for name in ENTRIES}

    assert set(FAULTS) | set(NEAR_MISSES) <= set(titles()) | known


@pytest.mark.parametrize("rule", titles())
def test_a_rule_is_tried_often_enough(rule: str):
    score = score_of(rule)

    assert score.faults >= LEAST
    assert score.near >= LEAST


@pytest.mark.parametrize("rule", titles())
def test_a_rule_finds_what_is_wrong(rule: str):
    score = score_of(rule)

    assert score.recall >= target(rule), [trial.at for trial in score.missed]


@pytest.mark.parametrize("rule", titles())
def test_a_rule_is_silent_on_what_only_looks_wrong(rule: str):
    score = score_of(rule)

    assert score.precision >= target(rule), [finding.message for _, finding in score.wrong]


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_finds_the_faults_that_are_its_own(name: str):
    rule = rule_of(name)
    found = score_of(rule).by_entry[name]

    assert found >= least(KEPT.found.get(name, 0), target(rule) or 0.95)
    assert found or KEPT.unreached.get(name), (
        "no fault reaches it: write one, or the reason into entries.toml"
    )


def test_what_is_kept_of_entries_is_of_today():
    found = {name: score_of(rule_of(name)).by_entry[name] for name in ENTRIES}

    stale = {name: found.get(name, 0) for name, count in KEPT.found.items() if found.get(name, 0) > count}
    assert not stale, "more is found than entries.toml says: python -m tests.faults --keep"
    assert set(KEPT.found) | set(KEPT.unreached) == set(ENTRIES)
    assert not [name for name in KEPT.unreached if found[name]]
