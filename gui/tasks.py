"""Slow work beside the window: one worker, and a timer on the screen's thread that collects the answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:  # the home page is painted before the first work
    from concurrent.futures import Future, ThreadPoolExecutor

_LOOK_EVERY_MS = 20

Answer = TypeVar("Answer")
Told = Callable[[str, int, int], None]


class Cancelled(Exception):  # noqa: N818 - no error: the clerk asked for it
    """Raised inside cancelled work at its next sign of progress."""


@dataclass(eq=False)
class Job:
    """A piece of work under way. `tell` is what the work reports progress with; it runs on the worker."""

    future: "Future[object]"
    done: Callable[[object], None]
    failed: Callable[[BaseException], None]
    told: Told | None
    line: "_Line"

    def cancel(self) -> None:
        """Give the work up: nobody hears of it again, and it ends at its next sign of progress."""
        self.line.cancelled = True
        self.future.cancel()


@dataclass
class _Line:
    """What worker and window share: the latest progress one way, the wish to stop the other way."""

    cancelled: bool = False
    news: list[tuple[str, int, int]] = field(default_factory=list)

    def tell(self, name: str, number: int, of: int) -> None:
        if self.cancelled:
            raise Cancelled
        self.news.append((name, number, of))


class Tasks(QObject):
    """Runs work one piece after the other and brings each answer back to the screen's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")

    def start(
        self,
        work: Callable[[Told], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[BaseException], None],
        told: Told | None = None,
    ) -> Job:
        """Run `work(tell)` on the worker; `done(answer)`, `failed(error)` and `told(…)` are called here."""
        line = _Line()
        future: Future[object] = self._pool.submit(work, line.tell)
        job = Job(future, done, failed, told, line)  # type: ignore[arg-type] # answer and `done` fit by the signature
        self._jobs.append(job)
        self._timer.start()
        return job

    def _look(self) -> None:
        for job in list(self._jobs):
            self._pass_on(job)
            if job.future.done() or job.line.cancelled:
                self._jobs.remove(job)
                self._finish(job)
        if not self._jobs:
            self._timer.stop()

    def _pass_on(self, job: Job) -> None:
        news, job.line.news = job.line.news, []
        if job.told and news and not job.line.cancelled:
            job.told(*news[-1])

    def _finish(self, job: Job) -> None:
        if job.line.cancelled:
            return
        error = job.future.exception()
        if error is not None:
            job.failed(error)
        else:
            job.done(job.future.result())

    def close(self) -> None:
        """Give everything up and let the worker end."""
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
        self._timer.stop()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def finish(self, within: float) -> None:
        """Wait that many seconds at most for what is not cancelled, and let the worker end; nobody hears of the answers."""
        from concurrent.futures import wait

        wait([job.future for job in self._jobs if not job.line.cancelled], timeout=within)
        self._jobs.clear()
        self._timer.stop()
        self._pool.shutdown(wait=False)
