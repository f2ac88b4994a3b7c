"""Measure the rules and print the table of `docs/measured.md`: `python -m tests.faults [--keep] [RULE …]`.

With `--keep` the figures of all entries are written to `entries.toml` as well.
"""

import argparse
import sys
from collections import Counter

from core.checks.catalogue import titles
from core.template import built_in
from tests.faults import optional_rules, register
from tests.faults.entries import keep, names
from tests.faults.harness import Score, measure

_HEAD = (
    "| rule | what it looks at | recall | precision | near misses | found by each entry | remark |",
    "|---|---|---|---|---|---|---|",
)


def line(rule: str, title: str, score: Score, optional: bool) -> str:
    """Return the line of a rule."""
    said = score.found + score.alarms
    recall = f"{score.found}/{score.faults} ({score.recall:.1%})" if score.faults else "—"
    precision = f"{score.found}/{said} ({score.precision:.1%})" if said else "—"
    remark = "to be switched on" if optional else "" if score.faults else "not measured"
    entries = by_entry(rule, score)
    return f"| {rule} | {title} | {recall} | {precision} | {score.near} | {entries} | {remark} |"


def by_entry(rule: str, score: Score) -> str:
    """Return how many faults each entry of a rule found, "" where it has but one."""
    found = sorted(score.by_entry.items())
    short = [f"{name.removeprefix(rule).lstrip('- ') or 'first'} {count}" for name, count in found]
    return ", ".join(short) if len(short) > 1 else ""


def main(words: list[str]) -> None:
    """Print the table for these rules, or for all of the catalogue."""
    known = titles()
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--keep", action="store_true", help="alone: keep what each entry finds")
    parser.add_argument("rules", nargs="*", metavar="RULE", help="as T01; all where none is named")
    asked = parser.parse_args(words)
    if unknown := [rule for rule in asked.rules if rule not in known]:
        parser.error(f"not known: {' '.join(unknown)}; there are: {' '.join(known)}")
    register()
    library = built_in()
    optional = optional_rules(library)
    found: Counter[str] = Counter()
    print(*_HEAD, sep="\n")
    for rule in asked.rules or known:
        score = measure(rule, library)
        found += score.by_entry
        print(line(rule, known[rule], score, rule in optional))
    if asked.keep and not asked.rules:
        keep(found, names(library).values())


if __name__ == "__main__":
    main(sys.argv[1:])
