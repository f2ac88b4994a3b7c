"""What lies beside a report that is kept aside: whose it is, of which file, when, and which process has it open."""

import hashlib
import json
import os
import time
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from core import paths, processes, store
from core.places import Spot

NOTE = ".json"
_ELSEWHERE_FOR = 7 * 24 * 3600  # seconds: so long a report may be open on another computer


def report_of(autosave_id: str) -> Path:
    """Return the file of a report that is kept aside."""
    return paths.recovery() / f"{autosave_id}{store.SUFFIX}"


def note_of(autosave_id: str) -> Path:
    """Return the note beside it."""
    return paths.recovery() / f"{autosave_id}{NOTE}"


def noted(
    path: Path | None,
    sha256: str,
    when: datetime,
    spot: Spot | None = None,
    why: str | None = None,
    *,
    is_open: bool = True,
) -> bytes:
    """Return the note of this process, for a report with that file of the clerk's; `spot` is where the clerk is in it.

    `why` is what a clerk who left it is to be told, None where nobody left it. Where it is not open in this process
    any more, the note names none.
    """
    note: dict[str, object] = {
        "path": str(path) if path else "",
        "sha256": sha256,
        "time": when.isoformat(timespec="seconds"),
    }
    if is_open:
        pid = os.getpid()
        note |= {"pid": pid, "born": processes.born(pid), "computer": processes.computer()}
    if spot:
        note["spot"] = asdict(spot)
    if why is not None:
        note["why"] = why
    return (json.dumps(note, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def told_by(autosave_id: str) -> dict[str, object] | None:
    """Return what the note says, nothing where it is missing or spoilt: the report counts for itself.

    None where it is there and cannot be read now: on Windows another process may be at it at this moment.
    """
    try:
        told = json.loads(note_of(autosave_id).read_bytes().decode("utf-8", "surrogatepass"))
    except FileNotFoundError:
        return {}
    except OSError:
        return None
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def is_open(autosave_id: str, told: dict[str, object]) -> bool:
    """Return whether the process that keeps a report aside still runs; this one counts as well.

    Nobody can ask another computer: a report of its own counts as open there as long as its note is young.
    """
    computer = told.get("computer")
    if isinstance(computer, str) and computer != processes.computer():
        return not is_older(note_of(autosave_id), _ELSEWHERE_FOR)
    pid, born = told.get("pid"), told.get("born")
    return isinstance(pid, int) and isinstance(born, str) and processes.runs(pid, born)


def is_own(told: dict[str, object]) -> bool:
    """Return whether this very process keeps it."""
    return (told.get("computer"), told.get("pid")) == (processes.computer(), os.getpid())


def is_older(path: Path, seconds: float) -> bool:
    """Return whether a file was written longer ago than that; one that does not say was not."""
    try:
        return time.time() - path.stat().st_mtime > seconds
    except OSError:
        return False


def fingerprint(path: Path) -> str:
    """Return the fingerprint of a file, "" where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
