"""Questions to a disk that takes its time: asked beside the window, and answered at once where the disk is quick."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from gui.dialogs.waiting import Waiting
from gui.tasks import Job, Tasks

PATIENCE = 0.05  # seconds: so long the window may stand still without anybody noticing
_AT_ONCE = 8  # workers: a share that is off holds one of them for each question

Answer = TypeVar("Answer")


class Questions(QObject):
    """One question counts at a time: who asks anew, or closes the window over which it is asked, hears nothing of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._tasks = Tasks(self, workers=_AT_ONCE, only_asked=True)
        self._job: Job | None = None
        self._waiting: Waiting | None = None

    @property
    def is_open(self) -> bool:
        """Whether the last question has no answer yet."""
        return self._job is not None

    def ask(
        self,
        asked: Callable[[], Answer],
        then: Callable[[Answer], object],
        *,
        failed: Callable[[BaseException], object] | None = None,
        late: Callable[[], object] | None = None,
        within: float = 0,
        words: str = "",
    ) -> None:
        """Ask on a worker, and go on with `then(answer)`; a quick disk has answered when this returns.

        `failed` hears of an error. Where `late` is given, the answer counts only within so many seconds, and `late`
        is called instead. With `words` the clerk sees what is waited for, and may give it up.
        """
        stalls = self.is_open  # it did not answer a moment ago: the window need not wait for it again
        self.drop()

        def done(answer: Answer) -> None:
            self.drop()
            then(answer)

        def refused(error: BaseException) -> None:
            self.drop()
            if failed is None:
                raise error
            failed(error)

        job = self._job = self._tasks.start(lambda _: asked(), done, refused)
        self._tasks.wait(job, 0 if stalls else PATIENCE)
        if self._job is not job:
            return
        self._over.installEventFilter(self)
        if words:
            self._show_waiting(words)
        if late:
            QTimer.singleShot(round(within * 1000), self, partial(self._end, job, late))

    def _show_waiting(self, words: str) -> None:
        self._waiting = Waiting(words, self._over)
        self._waiting.given_up.connect(self._give_up)
        self._waiting.open()

    def _give_up(self) -> None:
        self._waiting = None  # it closes by itself
        self.drop()

    def _end(self, job: Job, late: Callable[[], object]) -> None:
        if self._job is job:
            self.drop()
            late()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for nothing any more where the window is closed."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.drop()
        return super().eventFilter(watched, event)

    def drop(self) -> None:
        """Hear nothing of the question any more."""
        if self._job:
            self._job.cancel()
            self._over.removeEventFilter(self)
        self._job = None
        if self._waiting:
            waiting, self._waiting = self._waiting, None
            waiting.accept()
