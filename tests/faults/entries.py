"""The faults that each entry of the rules has to find, so that no branch of a rule gets lost behind the others.

`entries.toml` keeps how many of the faults each entry finds, and why those that none reaches have none.
`python -m tests.faults --keep` writes the figures anew; a person reads the difference.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from pathlib import Path

from core import checks
from core.template import Library

FILE = Path(__file__).with_suffix(".toml")
_HEAD = """\
# Faults that each entry finds, a table for each rule; "T19 (weihai-2012)" is the entry of that id in these forms.
# Written by `python -m tests.faults --keep`: a figure that falls is a lost branch, so read the difference.
"""
_UNREACHED = "unreached"
Names = dict[tuple[str, str], str]


@dataclass(frozen=True)
class Kept:
    """How many faults each entry finds, and the reasons of those that no fault reaches, both by name."""

    found: Mapping[str, int]
    unreached: Mapping[str, str]


@lru_cache(maxsize=1)
def names(library: Library) -> Names:
    """Return what each entry is called, by form and id: the id, with the forms behind it where it is not one for all."""
    variants: dict[str, dict[str, list[str]]] = {}
    said: dict[tuple[str, str], str] = {}
    for template in library:
        checker = checks.for_template(library, template.id)
        for rule in (*checker.rules, *checker.idle):
            words = repr(rule.entry)
            variants.setdefault(rule.entry.id, {}).setdefault(words, []).append(template.id)
            said[template.id, rule.entry.id] = words
    return {
        (form, entry): entry
        if len(variants[entry]) == 1
        else f"{entry} ({', '.join(variants[entry][words])})"
        for (form, entry), words in said.items()
    }


def rule_of(name: str) -> str:
    """Return the rule of an entry, or of a rule itself."""
    return name.partition(" ")[0].partition("-")[0]


def kept() -> Kept:
    """Return what is kept."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}
    found = {
        name: count for rule, entries in data.items() if rule != _UNREACHED for name, count in entries.items()
    }
    return Kept(found, data.get(_UNREACHED, {}))


def least(count: int, target: float) -> int:
    """Return how many faults an entry has to find that has found so many."""
    return ceil(count * target)


def keep(found: Counter[str], every: Iterable[str]) -> None:
    """Write the figures anew, in the order of the catalogue; the reasons stay with the entries that still need one."""
    reasons = {name: why for name, why in kept().unreached.items() if not found[name]}
    lines, rule = [_HEAD.rstrip()], ""
    for name in sorted(set(every), key=lambda one: ("TXPYL".index(one[0]), one)):
        if not found[name]:
            reasons.setdefault(name, "")
            continue
        if rule_of(name) != rule:
            rule = rule_of(name)
            lines += ["", f"[{rule}]"]
        lines.append(f'"{name}" = {found[name]}')
    lines += ["", "# Entries that no fault reaches, each with the reason.", f"[{_UNREACHED}]"]
    lines += [f'"{name}" = "{why}"' for name, why in sorted(reasons.items())]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
