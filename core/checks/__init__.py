"""Checks: what does not add up, is missing, stale or foreign in a report, as findings.

Rules are data (`resources/checks`, `checks.toml` of a template); a kind of rule is one decorated function.
"""

from collections.abc import Iterable

from core.checks import cells, dates, frame, lexicon, parts, stated, sums  # each registers its kinds
from core.checks.checker import Checker, Kept, counts, is_ready, verdict
from core.checks.load import load
from core.template import Library

KIND_MODULES = (sums, cells, stated, parts, frame, dates, lexicon)

__all__ = ["KIND_MODULES", "Checker", "Kept", "counts", "for_template", "is_ready", "verdict"]


def for_template(library: Library, template_id: str, switched_on: Iterable[str] = ()) -> Checker:
    """Return the checker of a form, with the optional rules of these ids; UsageError where there is no such form."""
    template = library.get(template_id)
    rules = load(template, library.folders.get(template_id))
    return Checker(template, rules.rules, rules.problems, switched_on)
