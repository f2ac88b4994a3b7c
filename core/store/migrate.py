"""The steps between versions of the file format, each a function under its number.

To change the format: raise `FORMAT`, add a step, put a file of the version before into tests/old_files.
"""

from collections.abc import Callable
from typing import Any

FORMAT = 1

_STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def migrate(data: dict[str, Any], version: int) -> dict[str, Any]:
    """Return the data of a report of that version, from 1 on, as the present version writes it."""
    for number in range(version + 1, FORMAT + 1):
        data = _STEPS[number](data)
    return data
