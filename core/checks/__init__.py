"""Checks: what does not add up, is missing, stale or foreign in a report, as findings.

Rules are data (`resources/checks`, `checks.toml` of a template); a kind of rule is one decorated function.
"""

from core.checks import cells, dates, frame, lexicon, parts, stated, sums  # each registers its kinds
from core.checks.checker import Checker, Kept, counts, verdict
from core.checks.load import load
from core.template import Library

KIND_MODULES = (sums, cells, stated, parts, frame, dates, lexicon)

__all__ = ["KIND_MODULES", "Checker", "Kept", "counts", "for_template", "verdict"]


def for_template(library: Library, template_id: str) -> Checker:
    """Return the checker of a form; UsageError where there is no such form."""
    template = library.get(template_id)
    rules = load(template, library.folders.get(template_id))
    return Checker(template, rules.rules, rules.problems)
