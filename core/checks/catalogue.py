"""The catalogue of checks: every id with what it looks at, in the clerk's words."""

import tomllib
from functools import lru_cache

from core.paths import RESOURCES


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    """Return what each check of the catalogue looks at, by its id, in the order of the catalogue."""
    data = tomllib.loads((RESOURCES / "catalogue.toml").read_text(encoding="utf-8"))
    return {rule: title for group in data.values() for rule, title in group.items()}
