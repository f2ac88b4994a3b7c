"""Open reports kept aside while they are typed: what the power or a crash would take is found at the next start.

In `paths.recovery()` each open report with unsaved changes has `<id>.nianbao`, a whole report file, and `<id>.json`:
the clerk's own file with its fingerprint, the time, and the process that has it open. Docs: docs/decisions/014-autosave.md.
"""

import errno
import hashlib
import json
import os
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from core import atomic, paths, processes, store
from core.errors import AppError, AutosaveError, OutputError
from core.store import Content, ReportFile

_DAMAGED = "damaged"
_NOTE = ".json"
_DRAFTS_GO_AFTER = 24 * 3600  # seconds: then no process can still be writing one
_REASONS = {
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "磁盘空间不足",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "不允许写入",
    errno.EPERM: "不允许写入",
}
_UNREADABLE = (AppError, OSError, ValueError, TypeError)


class Origin:
    """The clerk's own file as it was when it was opened or last saved; None where the report has none yet."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    @cached_property
    def sha256(self) -> str:
        """Its fingerprint, taken when first asked; "" where it has none."""
        return _fingerprint(self.path) if self.path else ""


@dataclass(frozen=True, slots=True)
class Left:
    """A report that a process which ended left behind: its own file as it was then, and when it was kept aside."""

    id: str
    path: Path | None
    sha256: str
    time: datetime
    file: ReportFile

    def is_overtaken(self) -> bool:
        """Return whether the clerk's own file is another one by now; one that is away for the moment is not."""
        return self.path is not None and self.path.exists() and _fingerprint(self.path) != self.sha256


def new_id() -> str:
    """Return the name under which a report is kept aside."""
    return uuid.uuid4().hex


def write(autosave_id: str, content: Content, origin: Origin) -> None:
    """Keep a report aside, whole or as it was before; AutosaveError says why that cannot be.

    The note goes first: a report never lies there without the process that has it open.
    """
    note = _noted(origin.path, origin.sha256, datetime.now())
    try:
        atomic.save_all([(_note(autosave_id), note), (_report(autosave_id), store.packed(content))])
    except OutputError as error:
        cause = error.__cause__
        reason = _REASONS.get(cause.errno or 0, "") if isinstance(cause, OSError) else ""
        raise AutosaveError(
            f"刚才的修改在本机暂存不了：{reason or '磁盘写入出错'}。请按 Ctrl+S 保存。"
        ) from error


def forget(autosave_id: str) -> None:
    """Let a report go that is saved or not wanted; nothing happens where it is gone already."""
    for path in (_report(autosave_id), _note(autosave_id)):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def take(left: Left) -> bool:
    """Make what was left behind this process's own; return False where another has it, or has let it go."""
    if _is_open(_told(left.id)) or not _report(left.id).exists():
        return False
    with suppress(OutputError):  # a full disk must not keep the clerk from what was found
        atomic.save(_note(left.id), _noted(left.path, left.sha256, left.time))
    return True


def found() -> list[Left]:
    """Return what processes that ended left behind, newest first; what cannot be read is put aside and left out."""
    reports = sorted(paths.recovery().glob(f"*{store.SUFFIX}"))
    left = [one for path in reports if (one := _left(path.stem)) is not None]
    _sweep({path.stem for path in reports})
    return sorted(left, key=lambda one: one.time, reverse=True)


def _left(autosave_id: str) -> Left | None:
    told = _told(autosave_id)
    if _is_open(told):
        return None
    report = _report(autosave_id)
    try:
        file = store.read(report)
        written = datetime.fromtimestamp(report.stat().st_mtime)
    except _UNREADABLE:
        _put_aside(autosave_id)
        return None
    path, sha256 = told.get("path"), told.get("sha256")
    left = Left(
        autosave_id,
        Path(path) if isinstance(path, str) and path else None,
        sha256 if isinstance(sha256, str) else "",
        _time(told.get("time")) or written,
        file,
    )
    if _is_saved(left):
        forget(autosave_id)
        return None
    return left


def _is_saved(left: Left) -> bool:
    """Return whether the clerk's own file says the same: the process was killed right after it was written."""
    try:
        return left.path is not None and store.read(left.path).report == left.file.report
    except _UNREADABLE:
        return False


def _is_open(told: dict[str, object]) -> bool:
    """Return whether the process that keeps a report aside still runs; this one counts as well."""
    pid, born = told.get("pid"), told.get("born")
    return isinstance(pid, int) and isinstance(born, str) and processes.runs(pid, born)


def _sweep(known: set[str]) -> None:
    """Take away what a process left that was killed while it wrote for the first time, or while it swapped."""
    for path in paths.recovery().glob(f"*{_NOTE}"):
        if path.stem not in known and not _report(path.stem).exists() and not _is_open(_told(path.stem)):
            with suppress(OSError):
                path.unlink()
    for path in paths.recovery().glob(".*.tmp"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _DRAFTS_GO_AFTER:
                path.unlink()


def _put_aside(autosave_id: str) -> None:
    """Keep what cannot be read where nobody looks at each start: somebody may still save a part of it."""
    with suppress(OSError):
        folder = paths.recovery() / _DAMAGED
        folder.mkdir(exist_ok=True)
        for path in (_report(autosave_id), _note(autosave_id)):
            if path.exists():
                path.replace(folder / path.name)


def _report(autosave_id: str) -> Path:
    return paths.recovery() / f"{autosave_id}{store.SUFFIX}"


def _note(autosave_id: str) -> Path:
    return paths.recovery() / f"{autosave_id}{_NOTE}"


def _noted(path: Path | None, sha256: str, when: datetime) -> bytes:
    pid = os.getpid()
    note = {
        "path": str(path) if path else "",
        "sha256": sha256,
        "time": when.isoformat(timespec="seconds"),
        "pid": pid,
        "born": processes.born(pid),
    }
    return (json.dumps(note, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def _told(autosave_id: str) -> dict[str, object]:
    """Return what the note says, nothing where it is missing or spoilt: the report counts for itself."""
    try:
        told = json.loads(_note(autosave_id).read_bytes().decode("utf-8", "surrogatepass"))
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _time(stored: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(stored) if isinstance(stored, str) else None
    except ValueError:
        return None
    return found.replace(tzinfo=None) if found else None


def _fingerprint(path: Path) -> str:
    """Return the fingerprint of a file, "" where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
