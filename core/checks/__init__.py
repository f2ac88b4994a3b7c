"""Checks: what does not add up, is missing, stale or foreign in a report, as findings.

Rules are data (`resources/checks`, `checks.toml` of a template); a kind of rule is one decorated function.
"""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from core import guide, phrases
from core.checks import lexicon
from core.checks.checker import Checker, Kept, counts, is_ready, is_unwritten, unwritten_words, verdict
from core.checks.load import FILE_NAME, load
from core.checks.standing import verdict_on
from core.checks.watch import Watch
from core.template import Library
from core.template.files import stamps

__all__ = [
    "Checker",
    "Kept",
    "Watch",
    "counts",
    "for_template",
    "is_ready",
    "is_unwritten",
    "problems",
    "unwritten_words",
    "verdict",
    "verdict_on",
]


_Known = dict[tuple[object, ...], Checker]
_KNOWN: WeakKeyDictionary[Library, _Known] = WeakKeyDictionary()  # rules take as long to load as to run


def for_template(library: Library, template_id: str, switched_on: Iterable[str] = ()) -> Checker:
    """Return the checker of a form, with the optional rules of these ids; UsageError where there is no such form.

    It is the same one as before while the rules files and the clerk's own lexicons stay as they are.
    """
    template, wanted = library.get(template_id), frozenset(switched_on)
    folders = library.folders_of(template_id)
    files = stamps(folder / FILE_NAME for folder in folders)
    key = template_id, wanted, files, lexicon.own_files()
    known = _KNOWN.setdefault(library, {})
    if key not in known:
        rules = load(template, *folders)
        known[key] = Checker(template, rules.rules, (*rules.problems, *lexicon.problems()), wanted)
    return known[key]


def problems(library: Library) -> tuple[str, ...]:
    """Return what cannot be used of the clerk's own files: templates with rules, phrases, guides; word lists."""
    found = [*library.problems, *phrases.problems(library), *guide.problems(library), *lexicon.problems()]
    for template in library.own():
        found += load(template, *library.folders_of(template.id)).problems
    return tuple(dict.fromkeys(found))
