"""Checks: what does not add up, is missing, stale or foreign in a report, as findings.

Rules are data (`resources/checks`, `checks.toml` of a template); a kind of rule is one decorated function.
"""

from collections.abc import Iterable

from core import guide, phrases
from core.checks import lexicon
from core.checks.checker import Checker, Kept, counts, is_ready, verdict
from core.checks.load import load
from core.checks.watch import Watch
from core.template import Library

__all__ = [
    "Checker",
    "Kept",
    "Watch",
    "counts",
    "for_template",
    "is_ready",
    "problems",
    "verdict",
]


def for_template(library: Library, template_id: str, switched_on: Iterable[str] = ()) -> Checker:
    """Return the checker of a form, with the optional rules of these ids; UsageError where there is no such form."""
    template = library.get(template_id)
    rules = load(template, *library.folders_of(template_id))
    return Checker(template, rules.rules, (*rules.problems, *lexicon.problems()), switched_on)


def problems(library: Library) -> tuple[str, ...]:
    """Return what cannot be used of the clerk's own files: templates with rules, phrases, guides; word lists."""
    found = [*library.problems, *phrases.problems(library), *guide.problems(library), *lexicon.problems()]
    for template in library.own():
        found += load(template, *library.folders_of(template.id)).problems
    return tuple(dict.fromkeys(found))
