"""Two windows, or two people, with one report file: what another one did with it meanwhile is not passed over unseen.

A report file knows the fingerprint of what was read or written last. Where something else lies there by now, it is
kept among the versions before as soon as the clerk wants to cover it. Where nothing lies there any more, it is
written anew only as the clerk says.
"""

import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from core import atomic
from core.errors import GoneError, InputError, OutputError, OvertakenError
from core.report import Report
from core.store import history
from core.store.container import ReportFile, from_bytes, read, saved_at


def is_overtaken(file: ReportFile, path: Path) -> bool:
    """Return whether another file lies there than was read or written last; one that is gone is none."""
    return _other(file, path) is not None


def latest(file: ReportFile, path: Path) -> ReportFile:
    """Return what lies there by now, the same where nothing else does; AppError says why that cannot be had."""
    return read(path) if is_overtaken(file, path) else file


def is_untouched(file: ReportFile, path: Path) -> bool:
    """Return whether the file that was read or written last lies there as it was, as far as it can be told."""
    try:
        return path.is_file() and not is_overtaken(file, path)
    except (OSError, OutputError):
        return False


def must_be_there(file: ReportFile, path: Path) -> None:
    """Refuse to go on with a file that somebody took away since it was read or written.

    GoneError where it is missing in its folder, any other OutputError where the folder itself is: a folder that
    vanished with its stick must not be made anew on another disk.
    """
    try:
        has_folder, is_there = path.parent.is_dir(), path.exists()
    except OSError as error:  # a share that is off
        raise atomic.cannot_write(path, error) from error
    if not has_folder:
        raise OutputError(
            f"“{path.name}”所在的文件夹现在找不到了，可能 U 盘已拔下，或文件夹移走、改名了。"
            "内容都还在这里，没有丢。请接好后再保存，或另存到别处。"
        )
    if file.seen and not is_there:
        raise GoneError(
            f"“{path.name}”打开时还在，现在不在原来的文件夹里了，可能改了名、移走了或被删除。"
            "内容都还在这里，没有丢。这一份存到哪里？"
        )


def ready(file: ReportFile, path: Path, *, covers: bool = False) -> ReportFile:
    """Return the report file as it may be written there: with what another one saved meanwhile among its versions.

    OvertakenError where that is to be covered and nobody said so by `covers`, or where it cannot be kept: it is
    another report, or no report that can be read. Where the same report was merely saved again, nobody is asked.
    """
    data = _other(file, path)
    if data is None:
        return file
    theirs = _same_document(file, data)
    if theirs is None:
        raise OvertakenError(
            f"“{path.name}”已经不是打开时的那个文件，里面现在是别的内容。请把这一份另存为别的名字。",
            can_keep=False,
        )
    saved = saved_at(path) or datetime.now()
    if not (covers or _is_as_it_was(file, theirs.report)):
        raise OvertakenError(
            f"“{path.name}”在 {saved.month}月{saved.day}日 {saved:%H:%M} 又被别的窗口或别人保存过，"
            "里面有这里没有的修改。这一份存到哪里？",
            can_keep=True,
        )
    return _joined(file, theirs, saved)


def with_theirs(file: ReportFile, path: Path) -> ReportFile:
    """Return the report file as it may be written over another one that the clerk chose: with that among its versions.

    Where no other state of the same report lies there, or none that can be read, it is the file as it is.
    """
    try:
        theirs = _same_document(file, path.read_bytes())
    except OSError:
        return file
    return _joined(file, theirs, saved_at(path) or datetime.now()) if theirs else file


def _joined(file: ReportFile, theirs: ReportFile, saved: datetime) -> ReportFile:
    theirs.others = history.kept(theirs, "save", saved)
    return replace(file, others=history.joined(file, theirs), save_no=max(file.save_no, theirs.save_no))


def with_opened(file: ReportFile, path: Path) -> ReportFile:
    """Return the report file with what it held as it was opened among its versions, where it had none of that.

    A command or another program may have written it last. Only what was read or written here last counts.
    """
    opened = _opened(file, path)
    if opened is None or history.ends_with(opened, opened.report):
        return file
    opened.others = history.kept(opened, "save", file.saved or datetime.now())
    return replace(file, others=history.joined(file, opened))


def _opened(file: ReportFile, path: Path) -> ReportFile | None:
    """Return what lies there, where it is what was read or written last."""
    try:
        data = path.read_bytes() if file.seen else b""
    except OSError:  # none lies there, or it cannot be written either
        return None
    return _same_document(file, data) if _is_seen(file, data) else None


def _is_seen(file: ReportFile, data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == file.seen


def _is_as_it_was(file: ReportFile, theirs: Report) -> bool:
    """Return whether the same report was merely saved again, and no step on its way out was noted in one hand alone."""
    return history.ends_with(file, theirs) and theirs.approval == file.report.approval


def _other(file: ReportFile, path: Path) -> bytes | None:
    """Return what lies there, where it is not what was read or written last; OutputError where nobody can tell."""
    if not file.seen:
        return None
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise atomic.cannot_write(path, error) from error
    return None if _is_seen(file, data) else data


def _same_document(file: ReportFile, data: bytes) -> ReportFile | None:
    try:
        theirs = from_bytes(data, "")
    except InputError:  # no report file, whatever its name says
        return None
    return theirs if theirs.doc_id == file.doc_id else None
