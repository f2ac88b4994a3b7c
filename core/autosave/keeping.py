"""An open report kept aside while it is typed, and let go of."""

import errno
import uuid
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path

from core import atomic, store
from core.autosave.notes import fingerprint, note_of, noted, report_of
from core.errors import AutosaveError, OutputError
from core.places import Spot
from core.store import Content

_REASONS = {
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "磁盘空间不足",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "不允许写入",
    errno.EPERM: "不允许写入",
}


class Origin:
    """The clerk's own file as it was when it was opened or last saved; None where the report has none yet.

    `seen` is its fingerprint where it is known of what was read or written.
    """

    def __init__(self, path: Path | None, seen: str = "") -> None:
        self.path = path
        self._seen = seen

    @cached_property
    def sha256(self) -> str:
        """Its fingerprint, taken when first asked; "" where it has none."""
        if self.path is None:
            return ""
        return self._seen or fingerprint(self.path)


def new_id() -> str:
    """Return the name under which a report is kept aside."""
    return uuid.uuid4().hex


def write(autosave_id: str, content: Content, origin: Origin, spot: Spot | None = None) -> None:
    """Keep a report aside, whole or as it was before; AutosaveError says why that cannot be.

    `spot` is where the clerk is in it. The note goes first: a report never lies there without the process that has it open.
    """
    note = noted(origin.path, origin.sha256, datetime.now(), spot)
    try:
        atomic.save_all([(note_of(autosave_id), note), (report_of(autosave_id), store.packed(content))])
    except OutputError as error:
        raise not_kept(error) from error


def not_kept(error: OutputError) -> AutosaveError:
    """Return the error that tells the clerk why nothing can be kept aside."""
    cause = error.__cause__
    reason = _REASONS.get(cause.errno or 0, "") if isinstance(cause, OSError) else ""
    return AutosaveError(f"刚才的修改在本机暂存不了：{reason or '磁盘写入出错'}。请按 Ctrl+S 保存。")


def forget(autosave_id: str) -> None:
    """Let a report go that is saved or not wanted; nothing happens where it is gone already."""
    for path in (report_of(autosave_id), note_of(autosave_id)):
        with suppress(OSError):
            path.unlink(missing_ok=True)
