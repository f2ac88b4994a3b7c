"""The catalogue of checks: every id with what it looks at, in the clerk's words, and the groups that they stand in."""

import tomllib
from functools import lru_cache

from core.paths import RESOURCES


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    """Return what each check of the catalogue looks at, by its id, in the order of the catalogue."""
    return {rule: title for group in _catalogue().values() for rule, title in group.items()}


@lru_cache(maxsize=1)
def groups() -> dict[str, str]:
    """Return the name of the group that each check of the catalogue stands in, by its id."""
    return {rule: name for name, group in _catalogue().items() for rule in group}


@lru_cache(maxsize=1)
def _catalogue() -> dict[str, dict[str, str]]:
    return tomllib.loads((RESOURCES / "catalogue.toml").read_text(encoding="utf-8"))
