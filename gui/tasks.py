"""Slow work beside the window: one worker, and a timer on the screen's thread that collects the answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:  # the home page is painted before the first work
    from concurrent.futures import Future, ThreadPoolExecutor

    from gui.asking import Asking

_LOOK_EVERY_MS = 20

Answer = TypeVar("Answer")
Told = Callable[[str, int, int], None]


def stopped(tell: Told) -> Callable[[], bool]:
    """Return what long work asks whether it is given up."""

    def given_up() -> bool:
        tell("", 0, 0)  # raises where the clerk has given up, which ends the work too
        return False

    return given_up


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
    """Runs work one piece after the other, or several with more workers, and brings each answer back to the screen's thread.

    What is `only_asked`, the process does not wait for when it ends: a share that is off may never answer.
    """

    def __init__(self, parent: QObject | None = None, *, workers: int = 1, only_asked: bool = False) -> None:
        super().__init__(parent)
        self._workers = workers
        self._only_asked = only_asked
        self._jobs: list[Job] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor | Asking":
        if self._only_asked:
            from gui.asking import Asking

            return Asking(self._workers)
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=self._workers, thread_name_prefix="work")

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

    def wait(self, job: Job, seconds: float) -> bool:
        """Wait so long at most for a piece of work; return whether it is done, and its answer was passed on by now."""
        from concurrent.futures import wait

        wait([job.future], timeout=seconds)
        self._collect(job)
        return job not in self._jobs

    def _look(self) -> None:
        for job in list(self._jobs):
            self._collect(job)
        if not self._jobs:
            self._timer.stop()

    def _collect(self, job: Job) -> None:
        if job not in self._jobs:  # the answer to another one was waited for, and this one's came with it
            return
        self._pass_on(job)
        if job.future.done() or job.line.cancelled:
            self._jobs.remove(job)
            self._finish(job)

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

    def settle(self, within: float) -> bool:
        """Wait that many seconds at most for what is not cancelled; return whether it was done without a fault.

        Nobody hears of the answers.
        """
        from concurrent.futures import wait

        futures = [job.future for job in self._jobs if not job.line.cancelled]
        done, late = wait(futures, timeout=within)
        self._jobs.clear()
        self._timer.stop()
        return not late and not any(future.exception() for future in done)

    def finish(self, within: float) -> bool:
        """Settle what is under way, and let the worker end; return as `settle` does."""
        is_done = self.settle(within)
        self._pool.shutdown(wait=False)
        return is_done
