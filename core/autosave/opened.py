"""Which window of this computer has which report file open: a mark for each, gone with the process that made it."""

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from core import atomic, paths, processes
from core.autosave.notes import is_own, noted
from core.errors import OutputError


def mark(mark_id: str, path: Path) -> bool:
    """Note that this process has a report file open; return whether another window has it too.

    The mark goes first: of two windows that open a file at the same moment one hears of the other.
    """
    with suppress(OutputError):  # a full disk must not keep the clerk from the report
        atomic.save(_file_of(mark_id), noted(path, "", datetime.now()))
    others = [one for one in sorted(_folder().glob("*.json")) if _has(one, path)]
    return bool(others)


def unmark(mark_id: str) -> None:
    """Take a mark away; nothing happens where it is gone already."""
    with suppress(OSError):
        _file_of(mark_id).unlink(missing_ok=True)


def _has(found: Path, path: Path) -> bool:
    """Return whether a mark is that of another living process for that file; one of an ended process goes."""
    try:
        told = json.loads(found.read_bytes().decode("utf-8", "surrogatepass"))
    except (OSError, ValueError, RecursionError):
        return False
    if not isinstance(told, dict) or told.get("computer") != processes.computer() or is_own(told):
        return False
    pid, born, marked = told.get("pid"), told.get("born"), told.get("path")
    if not (isinstance(pid, int) and isinstance(born, str) and processes.runs(pid, born)):
        with suppress(OSError):
            found.unlink()
        return False
    return isinstance(marked, str) and os.path.normcase(marked) == os.path.normcase(str(path))


def _folder() -> Path:
    return paths.home() / "open"


def _file_of(mark_id: str) -> Path:
    return _folder() / f"{mark_id}.json"
