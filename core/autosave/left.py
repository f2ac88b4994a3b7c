"""What was left unsaved, by the clerk or by a process that ended: found, looked at again, taken by one window alone."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from core import atomic, paths, store
from core.autosave.keeping import Origin, forget, new_id, not_kept, write
from core.autosave.notes import (
    NOTE,
    fingerprint,
    is_older,
    is_open,
    is_own,
    note_of,
    noted,
    report_of,
    told_by,
)
from core.errors import AutosaveError, InputError, OutputError
from core.places import Spot, spot_of
from core.store import Content, ReportFile
from core.store.container import TORN
from core.store.manifest import wants_newer

_DAMAGED = "damaged"
_DRAFTS_GO_AFTER = 24 * 3600  # seconds: then no process can still be writing one
_NOT_NOW = "上次没保存的内容现在读不了，可能正被别的程序占用。内容还在，请过一会儿再试。"
_NEWER = "上次没保存的内容是更新版本的年报通暂存的。内容还在，请先升级本程序再接着做。"
_UNREADABLE = "刚才的修改在本机暂存不了：写进去的读不出来。请按 Ctrl+S 保存。"


@dataclass(frozen=True, slots=True)
class Left:
    """A report that was left unsaved: its own file as it was then, and when it was kept aside.

    `kept` is the fingerprint of what was kept aside itself, `spot` where the clerk was in it, where that was noted.
    `why` is None where the process ended without being closed. Where the clerk left it, it says why it could not be
    saved, "" of a report that has no file yet.
    """

    id: str
    path: Path | None
    sha256: str
    time: datetime
    file: ReportFile
    kept: str
    spot: Spot | None = None
    why: str | None = None

    def is_overtaken(self) -> bool:
        """Return whether the clerk's own file is another one by now; one that is away for the moment is not."""
        try:
            is_there = self.path is not None and self.path.exists()
        except OSError:  # no way to it now: a share that is off, a folder that is closed
            return False
        return is_there and self.path is not None and fingerprint(self.path) != self.sha256

    def is_as(self, other: "Left") -> bool:
        """Return whether both are the same state of the same report, under whatever name."""
        return (self.time, self.kept, self.spot) == (other.time, other.kept, other.spot)


def leave(
    autosave_id: str,
    content: Content,
    origin: Origin,
    spot: Spot | None,
    why: str,
    given_up: Callable[[], bool] = lambda: False,
) -> Left:
    """Keep a report aside that the clerk leaves, for whichever window wants it next; return it as it was read again.

    `why` says why it is not saved, "" of a report that has no file yet. Where it is `given_up` meanwhile it stays noted
    as open in this process. AutosaveError says why it cannot be kept.
    """
    now = datetime.now()
    write(autosave_id, content, origin, spot)
    note = noted(origin.path, origin.sha256, now, spot, why, is_open=False)
    try:  # only now: a note of nobody's beside no report yet would be swept away
        if not given_up():
            atomic.save(note_of(autosave_id), note)
        left = _left(autosave_id, json.loads(note.decode("utf-8", "surrogatepass")))
    except OutputError as error:
        raise not_kept(error) from error
    except InputError as error:
        raise AutosaveError(_UNREADABLE) from error
    if left is None:
        raise AutosaveError(_UNREADABLE)
    return left


def again(left: Left) -> Left | None:
    """Return what was left behind as it lies there by now; None where another process has it, or it was let go.

    InputError says why it cannot be read at this moment: it stays where it is. What this very process has noted as
    its own counts as left, for it is asked only about what it has not opened.
    """
    told = told_by(left.id)
    if told is None:
        raise InputError(_NOT_NOW)
    return None if is_open(left.id, told) and not is_own(told) else _left(left.id, told)


def take(left: Left) -> Left | None:
    """Make what was left behind this process's own and return it as it is by now; else as `again` says.

    It gets a name of its own. Of several windows that want it at the same moment the system lets one rename it.
    """
    now = again(left)
    if now is None:
        return None
    mine = replace(now, id=new_id())
    with suppress(OutputError):  # a full disk must not keep the clerk from what was found
        atomic.save(note_of(mine.id), noted(now.path, now.sha256, now.time, now.spot, now.why))
    try:
        report_of(now.id).rename(report_of(mine.id))
    except OSError as error:
        forget(mine.id)
        if isinstance(error, FileNotFoundError):
            return None
        raise InputError(_NOT_NOW) from error
    _move_note(now.id, mine.id)
    return mine


def _move_note(before: str, after: str) -> None:
    """Let the former note go; it stays in use where the disk took no new one."""
    with suppress(OSError):
        if note_of(after).exists():
            note_of(before).unlink(missing_ok=True)
        else:
            note_of(before).replace(note_of(after))


def found() -> list[Left]:
    """Return what was left unsaved and no window has open, newest first; what is damaged is put aside.

    What cannot be read now, or by this version of the program, is left where it is for the next start.
    """
    reports = sorted(paths.recovery().glob(f"*{store.SUFFIX}"))
    left = [one for path in reports if (one := _offered(path.stem)) is not None]
    _sweep({path.stem for path in reports})
    return sorted(left, key=lambda one: one.time, reverse=True)


def _offered(autosave_id: str) -> Left | None:
    told = told_by(autosave_id)
    if told is None or is_open(autosave_id, told):
        return None
    try:
        return _left(autosave_id, told)
    except InputError:
        return None


def _left(autosave_id: str, told: dict[str, object]) -> Left | None:
    """Return what was left behind; None where it is gone, damaged or saved; InputError where it waits for later."""
    report = report_of(autosave_id)
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
    path, sha256, why = told.get("path"), told.get("sha256"), told.get("why")
    left = Left(
        autosave_id,
        Path(path) if isinstance(path, str) and path else None,
        sha256 if isinstance(sha256, str) else "",
        _time(told.get("time")) or written,
        file,
        hashlib.sha256(data).hexdigest(),
        spot_of(told.get("spot")),
        why if isinstance(why, str) else None,
    )
    if _is_saved(left):
        forget(autosave_id)
        return None
    return left


def _opened(autosave_id: str, data: bytes) -> ReportFile | None:
    """Return the report that the bytes are; None where they are damaged, which are put aside."""
    try:
        return store.from_bytes(data, f"{autosave_id}{store.SUFFIX}")
    except InputError as error:
        if _is_newer(data):
            raise InputError(_NEWER) from error
        _put_aside(autosave_id)
        return None


def _is_newer(data: bytes) -> bool:
    """Return whether a newer program wrote the bytes, of which this one cannot tell whether they are damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            manifest = json.loads(archive.read("manifest.json"))
    except (*TORN, KeyError):
        return False
    return isinstance(manifest, dict) and wants_newer(manifest)


def _is_saved(left: Left) -> bool:
    """Return whether the clerk's own file says the same: the process was killed right after it was written.

    A figure that was being typed stands in none.
    What a clerk left could not be saved: that file is not asked, for the way to it may be off.
    """
    if left.spot and left.spot.is_typing:
        return False
    try:
        return left.why is None and left.path is not None and store.read(left.path).report == left.file.report
    except InputError:
        return False


def _sweep(known: set[str]) -> None:
    """Take away what a process left that was killed while it wrote for the first time, or while it swapped."""
    for path in paths.recovery().glob(f"*{NOTE}"):
        with suppress(OSError):
            told = None if path.stem in known or report_of(path.stem).exists() else told_by(path.stem)
            if told is not None and not is_open(path.stem, told):
                path.unlink()
    for path in paths.recovery().glob(".*.tmp"):
        with suppress(OSError):
            if is_older(path, _DRAFTS_GO_AFTER):
                path.unlink()


def _put_aside(autosave_id: str) -> None:
    """Keep what cannot be read where nobody looks at each start: somebody may still save a part of it."""
    with suppress(OSError):
        folder = paths.recovery() / _DAMAGED
        folder.mkdir(exist_ok=True)
        for path in (report_of(autosave_id), note_of(autosave_id)):
            if path.exists():
                path.replace(folder / path.name)


def _time(stored: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(stored) if isinstance(stored, str) else None
    except ValueError:
        return None
    return found.replace(tzinfo=None) if found else None
