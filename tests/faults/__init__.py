"""Faulty reports and near misses, rule by rule: how often each rule fires where it must and where it must not."""

from importlib import import_module
from pkgutil import iter_modules

from core import checks
from core.template import Library

_NOT_GROUPS = ("__main__", "harness", "entries", "clean")


def register() -> None:
    """Import every group of trials, so that they register."""
    for module in iter_modules(__path__, f"{__name__}."):
        name = module.name.rpartition(".")[2]
        if name not in _NOT_GROUPS and not name.startswith("test_"):
            import_module(module.name)


def optional_rules(library: Library) -> set[str]:
    """Return the rules of which every entry has to be switched on."""
    on, off = set(), set()
    for template in library:
        checker = checks.for_template(library, template.id)
        on |= {rule.entry.rule for rule in checker.rules}
        off |= {rule.entry.rule for rule in checker.idle}
    return off - on
