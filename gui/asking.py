"""Workers for questions that may never be answered: unlike those of a pool, they do not keep the process from ending."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock, Thread
from typing import ParamSpec, TypeVar

Answer = TypeVar("Answer")
Asked = ParamSpec("Asked")


class Asking:
    """So many questions are asked at a time; a worker goes when there is no other."""

    def __init__(self, workers: int) -> None:
        self._free = workers
        self._lock = Lock()
        self._waiting: deque[Callable[[], None]] = deque()

    def submit(
        self, work: Callable[Asked, Answer], *args: Asked.args, **named: Asked.kwargs
    ) -> "Future[Answer]":
        """Ask, as `ThreadPoolExecutor.submit` does."""
        future: Future[Answer] = Future()

        def ask() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                answer = work(*args, **named)
            except BaseException as error:  # heard of where the answer is
                future.set_exception(error)
            else:
                future.set_result(answer)

        with self._lock:
            self._waiting.append(ask)
            if self._free:
                self._free -= 1
                Thread(target=self._run, daemon=True).start()
        return future

    def _run(self) -> None:
        while ask := self._next():
            ask()

    def _next(self) -> Callable[[], None] | None:
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._free += 1
            return None

    def shutdown(self, *, wait: bool = False, cancel_futures: bool = True) -> None:
        """Ask nothing more; nobody waits for what is asked already."""
        with self._lock:
            self._waiting.clear()
