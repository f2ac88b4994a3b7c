"""The small files of the program's own folder, written beside the window in the order in which it was asked for.

What a quick disk takes at once is waited for, and of one that was slow the last time, or is still at work, nothing is:
several of these files may be written in one step of the clerk's. Where one cannot be written, the work goes on.
"""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from core.errors import OutputError
from gui.messages import log
from gui.tasks import Job, Tasks

PATIENCE = 0.015  # seconds: so long the window may stand still without anybody noticing
_WAIT_AT_END = 3.0  # seconds
_AGAIN_AFTER = 0.1  # seconds


def keep(
    work: Callable[[], object],
    done: Callable[[], object] | None = None,
    failed: Callable[[BaseException], None] | None = None,
    *,
    instead_of: str = "",
) -> None:
    """Do the writing, and call `done` then; where it fails `failed`, or else it is logged and `done` called as well.

    What is named by `instead_of` and waits for its turn is left out: this is its later state.
    """

    def after(_: object) -> None:
        if done:
            done()

    def log_it(error: BaseException) -> None:
        log(error)
        after(None)

    worker = _worker()
    if instead_of and (former := worker.named.pop(instead_of, None)):
        former.cancel()
    is_quick = worker.took <= PATIENCE and worker.is_free
    job = worker.start(lambda _: worker.timed(partial(_twice, work)), after, failed or log_it)
    if instead_of:
        worker.named[instead_of] = job
    worker.wait(job, PATIENCE if is_quick else 0)


def end() -> None:
    """Wait a moment for what is not written yet: the program ends."""
    _worker().settle(_WAIT_AT_END)


class _Keeping(Tasks):
    """The one worker of the program for these files.

    `named` are the jobs of which only the last state counts; `took` is how many seconds the last one took on the disk.
    """

    def __init__(self, parent: QCoreApplication | None) -> None:
        super().__init__(parent)
        self.named: dict[str, Job] = {}
        self.took = 0.0

    @property
    def is_free(self) -> bool:
        """Whether nothing is being written and nothing waits for its turn."""
        return all(job.future.done() for job in self._jobs)

    def timed(self, work: Callable[[], object]) -> None:
        """Do it on the worker, and note how long it took."""
        began = time.monotonic()
        try:
            work()
        finally:
            self.took = time.monotonic() - began


def _worker() -> _Keeping:
    """Return the worker, made with the first work; it belongs to the application, as the files do."""
    app = QCoreApplication.instance()
    known = app.findChild(_Keeping) if app else None
    return known if isinstance(known, _Keeping) else _Keeping(app)


def _twice(work: Callable[[], object]) -> None:
    """Do it, and where it is refused once more: on Windows a file that is just being read cannot be replaced."""
    try:
        work()
    except OutputError:
        time.sleep(_AGAIN_AFTER)
        work()
