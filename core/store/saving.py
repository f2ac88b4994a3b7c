"""An open report written to its file: what is to be written is taken at once, the disk is met wherever it may take its time."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from core import atomic, store
from core.errors import InputError, OutputError, OvertakenError
from core.report import Report
from core.store import ReportFile, history, meeting

_WRITABLE = 0o222


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a report file: where it lies now, None where nothing was written, and what is new of it.

    `is_in_file` says whether all its versions stand in its file.
    """

    path: Path | None
    others: dict[str, bytes]
    save_no: int
    seen: str
    saved: datetime | None
    is_in_file: bool

    def tell(self, file: ReportFile) -> None:
        """Let the open report file know."""
        file.others, file.save_no, file.seen, file.saved = self.others, self.save_no, self.seen, self.saved


def taken(file: ReportFile) -> ReportFile:
    """Return the report file as it is at this moment: no later edit touches it, so that it can be written elsewhere."""
    return replace(file, report=file.report.model_copy(deep=True), others=dict(file.others))


def save(file: ReportFile, own: Path | None, path: Path | None = None, *, covers: bool = False) -> Kept:
    """Write a report to its own file, or to another that becomes its file; OutputError says why not.

    OvertakenError where somebody else saved its file since; `covers` puts theirs among the versions before.
    GoneError where its file was taken away since; given as `path` it is written there once more.
    """
    target = path or own
    if target is None:
        raise ValueError("a report that has no file yet needs a path")
    if path is None:
        meeting.must_be_there(file, target)
    is_own = own is not None and _is_same(target, own)
    if not is_own:
        return _written(meeting.with_theirs(file, target), target, "save")
    # a slow disk takes seconds, in which another hand may save it
    look = None if covers else partial(meeting.ready, file, target)
    return _written(meeting.ready(file, target, covers=covers), target, "save", look)


def save_unasked(file: ReportFile, own: Path) -> Kept:
    """Write a report to its own file as `save` does, for one who did not ask for it: a file marked read-only stays."""
    if _is_protected(own):
        raise OutputError(f"“{own.name}”是只读的，没有动它。")
    return save(file, own)


def _is_protected(path: Path) -> bool:
    """Return whether nobody is to write a file; one that is away is not protected."""
    try:
        return not path.stat().st_mode & _WRITABLE
    except OSError:
        return False


def _is_same(path: Path, own: Path) -> bool:
    """Return whether both lead to one file, by whatever name: a link, a share with a letter and without."""
    try:
        return path == own or path.samefile(own)
    except OSError:  # one of them is not there
        return False


def save_new(report: Report, path: Path) -> None:
    """Write a report just made; OutputError says why not.

    Where the same unit's report of that year and form lay there, it stays among the versions before.
    """
    try:
        before = store.read(path)
    except InputError:  # nothing lies there, or no report
        before = None
    file = ReportFile(report)
    if before and _names(before.report) == _names(report):
        others = history.kept(before, "save", before.saved or datetime.now())
        file = replace(before, report=report, others=others)
    store.write(file, path)


def _names(report: Report) -> tuple[str, int, str]:
    return report.unit.name, report.year, report.template


def keep_exported(file: ReportFile, own: Path | None, *, is_saved: bool) -> Kept:
    """Keep what was exported as a version; in the file at once where all edits are there; OutputError says why not.

    `is_saved` says that they are. Where another one was at the file the version waits in memory: an export never covers.
    """
    if own is not None and is_saved and meeting.is_untouched(file, own):
        with suppress(OvertakenError):  # at this very moment
            return _written(file, own, "export", partial(meeting.ready, file, own))
    is_known = history.ends_with(file, file.report, "export")
    others = history.kept(file, "export", datetime.now())
    return Kept(None, others, file.save_no, file.seen, file.saved, is_known)


def _written(
    file: ReportFile, path: Path, why: history.Why, last_look: atomic.LastLook | None = None
) -> Kept:
    """Write a file with the report as it is now among its versions; where that fails, all is as before."""
    file = meeting.with_opened(file, path)
    written = replace(file, others=history.kept(file, why, datetime.now()))
    store.write(written, path, last_look)
    return Kept(path, written.others, written.save_no, written.seen, written.saved, is_in_file=True)
