"""Giving up an export: whether it came in time, and what is told once the dialog is closed."""

from pathlib import Path
from threading import Lock

from gui.tasks import Cancelled

_NOTHING = "已取消导出，没有写文件。"
_NOTHING_MORE = "后一次导出已取消，没有写文件。"
_LATE = "取消时已经在写文件了，请到 {} 看看写了哪些。"


class Gate:
    """What work goes through before it writes the first file, and the window closes to keep it from that."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_closed = self._is_passed = False

    def go_through(self) -> None:
        """Go on to write; Cancelled where it is closed. The worker calls it."""
        with self._lock:
            if self._is_closed:
                raise Cancelled
            self._is_passed = True

    def close(self) -> bool:
        """Let nothing through any more; return whether nothing went through before."""
        with self._lock:
            self._is_closed = True
            return not self._is_passed


def written(folder: Path, count: int, *, is_draft: bool) -> str:
    """Return what is told of files that were exported."""
    return f"已导出{'草稿' if is_draft else ''}到 {folder}（{count} 个文件）。"


def given_up(before: str, folder: Path, *, in_time: bool) -> str:
    """Return what is told of an export that was given up, or never begun; `before` is told of one before it."""
    nothing = _NOTHING_MORE if before else _NOTHING
    return before + (nothing if in_time else _LATE.format(folder))
