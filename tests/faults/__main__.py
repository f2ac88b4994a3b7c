"""Measure the rules and print the table of `docs/measured.md`: `python -m tests.faults [RULE …]`."""

import sys

from core.checks.catalogue import titles
from core.template import built_in
from tests.faults import optional_rules, register
from tests.faults.harness import Score, measure

_HEAD = (
    "| rule | what it looks at | recall | precision | near misses | remark |",
    "|---|---|---|---|---|---|",
)


def line(rule: str, title: str, score: Score, optional: bool) -> str:
    """Return the line of a rule."""
    said = score.found + score.alarms
    recall = f"{score.found}/{score.faults} ({score.recall:.1%})" if score.faults else "—"
    precision = f"{score.found}/{said} ({score.precision:.1%})" if said else "—"
    remark = "to be switched on" if optional else "" if score.faults else "not measured"
    return f"| {rule} | {title} | {recall} | {precision} | {score.near} | {remark} |"


def main(rules: list[str]) -> None:
    """Print the table for these rules, or for all of the catalogue."""
    register()
    library, known = built_in(), titles()
    optional = optional_rules(library)
    print(*_HEAD, sep="\n")
    for rule in rules or known:
        print(line(rule, known[rule], measure(rule, library), rule in optional))


if __name__ == "__main__":
    main(sys.argv[1:])
