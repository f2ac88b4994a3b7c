"""Open reports kept aside while they are typed: what the power or a crash would take is found at the next start.

In `paths.recovery()` each open report with unsaved changes has `<id>.nianbao`, a whole report file, and `<id>.json`:
the clerk's own file with its fingerprint, the time, and the process that has it open. Docs: docs/decisions/014-autosave.md.
"""

import errno
import hashlib
import io
import json
import os
import time
import uuid
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from core import atomic, paths, processes, store
from core.errors import AppError, AutosaveError, InputError, OutputError
from core.store import Content, ReportFile
from core.store.migrate import FORMAT

_DAMAGED = "damaged"
_NOTE = ".json"
_DRAFTS_GO_AFTER = 24 * 3600  # seconds: then no process can still be writing one
_ELSEWHERE_FOR = 7 * 24 * 3600  # seconds: so long a report may be open on another computer
_REASONS = {
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "磁盘空间不足",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "不允许写入",
    errno.EPERM: "不允许写入",
}
_UNREADABLE = (AppError, OSError, ValueError, TypeError)
_TORN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError, KeyError)
_NOT_NOW = "上次没保存的内容现在读不了，可能正被别的程序占用。内容还在，请过一会儿再试。"
_NEWER = "上次没保存的内容是更新版本的年报通暂存的。内容还在，请先升级本程序再接着做。"


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
    """A report that a process which ended left behind: its own file as it was then, and when it was kept aside.

    `kept` is the fingerprint of what was kept aside itself.
    """

    id: str
    path: Path | None
    sha256: str
    time: datetime
    file: ReportFile
    kept: str

    def is_overtaken(self) -> bool:
        """Return whether the clerk's own file is another one by now; one that is away for the moment is not."""
        try:
            is_there = self.path is not None and self.path.exists()
        except OSError:  # no way to it now: a share that is off, a folder that is closed
            return False
        return is_there and self.path is not None and _fingerprint(self.path) != self.sha256

    def is_as(self, other: "Left") -> bool:
        """Return whether both are the same state of the same report."""
        return (self.id, self.time, self.kept) == (other.id, other.time, other.kept)


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


def again(left: Left) -> Left | None:
    """Return what was left behind as it lies there by now; None where another process has it, or it was let go.

    InputError says why it cannot be read at this moment: it stays where it is. What this very process has noted as
    its own counts as left, for it is asked only about what it has not opened.
    """
    told = _told(left.id)
    if told is None:
        raise InputError(_NOT_NOW)
    return None if _is_open(left.id, told) and not _is_own(told) else _left(left.id, told)


def take(left: Left) -> Left | None:
    """Make what was left behind this process's own and return it as it is by now; else as `again` says."""
    now = again(left)
    if now is not None:
        with suppress(OutputError):  # a full disk must not keep the clerk from what was found
            atomic.save(_note(now.id), _noted(now.path, now.sha256, now.time))
    return now


def found() -> list[Left]:
    """Return what processes that ended left behind, newest first; what is damaged is put aside.

    What cannot be read now, or by this version of the program, is left where it is for the next start.
    """
    reports = sorted(paths.recovery().glob(f"*{store.SUFFIX}"))
    left = [one for path in reports if (one := _offered(path.stem)) is not None]
    _sweep({path.stem for path in reports})
    return sorted(left, key=lambda one: one.time, reverse=True)


def _offered(autosave_id: str) -> Left | None:
    told = _told(autosave_id)
    if told is None or _is_open(autosave_id, told):
        return None
    try:
        return _left(autosave_id, told)
    except InputError:
        return None


def _left(autosave_id: str, told: dict[str, object]) -> Left | None:
    """Return what was left behind; None where it is gone, damaged or saved; InputError where it waits for later."""
    report = _report(autosave_id)
    try:
        data = report.read_bytes()
        written = datetime.fromtimestamp(report.stat().st_mtime).replace(microsecond=0)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError(_NOT_NOW) from error
    file = _opened(autosave_id, data)
    if file is None:
        return None
    path, sha256 = told.get("path"), told.get("sha256")
    left = Left(
        autosave_id,
        Path(path) if isinstance(path, str) and path else None,
        sha256 if isinstance(sha256, str) else "",
        _time(told.get("time")) or written,
        file,
        hashlib.sha256(data).hexdigest(),
    )
    if _is_saved(left):
        forget(autosave_id)
        return None
    return left


def _opened(autosave_id: str, data: bytes) -> ReportFile | None:
    """Return the report that the bytes are; None where they are damaged, which are put aside."""
    try:
        return store.from_bytes(data, f"{autosave_id}{store.SUFFIX}")
    except _UNREADABLE as error:
        if _is_newer(data):
            raise InputError(_NEWER) from error
        _put_aside(autosave_id)
        return None


def _is_newer(data: bytes) -> bool:
    """Return whether a newer program wrote the bytes, of which this one cannot tell whether they are damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            manifest = json.loads(archive.read("manifest.json"))
    except _TORN:
        return False
    reader = manifest.get("min_reader") if isinstance(manifest, dict) else None
    return isinstance(reader, int) and reader > FORMAT


def _is_saved(left: Left) -> bool:
    """Return whether the clerk's own file says the same: the process was killed right after it was written."""
    try:
        return left.path is not None and store.read(left.path).report == left.file.report
    except _UNREADABLE:
        return False


def _is_open(autosave_id: str, told: dict[str, object]) -> bool:
    """Return whether the process that keeps a report aside still runs; this one counts as well.

    Nobody can ask another computer: a report of its own counts as open there as long as its note is young.
    """
    computer = told.get("computer")
    if isinstance(computer, str) and computer != processes.computer():
        return not _is_older(_note(autosave_id), _ELSEWHERE_FOR)
    pid, born = told.get("pid"), told.get("born")
    return isinstance(pid, int) and isinstance(born, str) and processes.runs(pid, born)


def _is_own(told: dict[str, object]) -> bool:
    return (told.get("computer"), told.get("pid")) == (processes.computer(), os.getpid())


def _is_older(path: Path, seconds: float) -> bool:
    """Return whether a file was written longer ago than that; one that does not say was not."""
    try:
        return time.time() - path.stat().st_mtime > seconds
    except OSError:
        return False


def _sweep(known: set[str]) -> None:
    """Take away what a process left that was killed while it wrote for the first time, or while it swapped."""
    for path in paths.recovery().glob(f"*{_NOTE}"):
        with suppress(OSError):
            told = None if path.stem in known or _report(path.stem).exists() else _told(path.stem)
            if told is not None and not _is_open(path.stem, told):
                path.unlink()
    for path in paths.recovery().glob(".*.tmp"):
        with suppress(OSError):
            if _is_older(path, _DRAFTS_GO_AFTER):
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
        "computer": processes.computer(),
    }
    return (json.dumps(note, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def _told(autosave_id: str) -> dict[str, object] | None:
    """Return what the note says, nothing where it is missing or spoilt: the report counts for itself.

    None where it is there and cannot be read now: on Windows another process may be at it at this moment.
    """
    try:
        told = json.loads(_note(autosave_id).read_bytes().decode("utf-8", "surrogatepass"))
    except FileNotFoundError:
        return {}
    except OSError:
        return None
    except (ValueError, RecursionError):
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
