"""What is decided on a review and typed there, kept aside on this computer a moment later and when it is left: nothing is asked for that."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, QTimer

from core import kept_reviews
from core.errors import AppError, InputError
from core.importers.recognise import Reading
from core.importers.reviewing.decisions import Decisions
from core.kept_reviews import HalfTyped, KeptReview, Source
from gui import messages
from gui.messages import Choice, Messages, log
from gui.panes.review import ReviewPage
from gui.questions import Questions
from gui.tasks import Tasks

State = tuple[Reading, Decisions, int, HalfTyped | None]  # with the year that is to be written

_AFTER_MS = 500
_LATEST_MS = 1500  # with the writing itself 2 s are at risk as a rule
_AGAIN_MS = 10_000  # while the disk takes nothing
_TOLD_AT = 2  # failures in a row: the first may be a virus scanner that looks at the file
_KEEPING = "正在把核对到一半的“{}”暂存在本机……\n存好就离开。按“取消”留在这一页。"
_LOST = "已经改了 {} 处，在本机暂存不了，离开这一页这些修改就没有了；原来的文件不受影响。"


class ReviewKeeping(QObject):
    """Keeps the review of one source aside; `kept_as` names one that was kept before, which becomes its own.

    What was decided is a value that nobody changes: it is turned into a file on a worker. A disk that is slow may have
    two of them under way; the later state counts.
    """

    def __init__(
        self,
        window: QObject,
        over: Questions,
        tasks: Tasks,
        messages: Messages,
        source: Source,
        kept_as: str = "",
    ) -> None:
        super().__init__(window)
        self.source = source
        self.words = ""
        self._over = over
        self._tasks = tasks
        self._messages = messages
        self.kept_as = kept_as
        self._slot = _Slot(kept_as)
        self._page: ReviewPage | None = None
        self._safe: State | None = None
        self._is_there = bool(kept_as)
        self._is_left = False  # kept as nobody's, for whichever window wants it
        self._failures = 0
        self._pause, self._latest = self._timer(), self._timer()

    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._keep)
        return timer

    @property
    def id(self) -> str:
        """The name under which it is kept."""
        return self._slot.id

    def begin(self, page: ReviewPage) -> None:
        """Look after this page from now on: the first, or the same review in another look."""
        self._page = page
        page.decided.connect(self._touched)
        page.typed.connect(self._touched)
        self._touched()

    def _touched(self) -> None:
        if self._page and (self._is_left or not self._is_safe(self._page)):
            self._pause.start(_AFTER_MS)
            if not self._latest.isActive():
                self._latest.start(_LATEST_MS)

    def _is_safe(self, page: ReviewPage) -> bool:
        """Return whether all that was decided is kept, or there is nothing to keep and nothing is."""
        if not page.has_something and not self._is_there:
            return True
        return self._safe is not None and _is_same(self._safe, _state(page))

    def _keep(self) -> None:
        """Keep the review as it is now; where all was taken back, let it go.

        Who was about to leave and is still there has it as before: no other window may take it.
        """
        self._stop()
        if self._over.is_open:  # by the answer it is left or not
            self._pause.start(_AFTER_MS)
            return
        if self._page is None or (self._is_safe(self._page) and not self._is_left):
            return
        if not self._page.has_something:
            self._let_go()
            return
        self._is_there, self._is_left, self._safe = True, False, None
        state, work = self._as_it_is(self._page, is_open=True)
        self._tasks.start(lambda _: work(), lambda _: self._done(state), self._failed)

    def _as_it_is(self, page: ReviewPage, *, is_open: bool) -> tuple[State, Callable[[], KeptReview]]:
        """Return a review as it is now, and what keeps it so."""
        work = partial(self._slot.write, self._kept(page), self._slot.next(), is_open=is_open)
        return _state(page), work

    def _kept(self, page: ReviewPage) -> KeptReview:
        return kept_reviews.of(self.id, self.source, page.review, page.chosen_year, page.here, page.half)

    def _done(self, state: State) -> None:
        self._failures = 0
        if self._is_there:  # else it was let go meanwhile
            self._safe = state

    def _failed(self, error: BaseException) -> None:
        """Tell once that it cannot be kept, and try again without being asked."""
        if self._page is None:
            return
        self._failures += 1
        if self._failures == _TOLD_AT:
            self._messages.show(error)
        if not self._pause.isActive():
            self._pause.start(_AFTER_MS if self._failures < _TOLD_AT else _AGAIN_MS)

    def _stop(self) -> None:
        self._pause.stop()
        self._latest.stop()

    def leave_then(self, go_on: Callable[[], object]) -> None:
        """Go on once the review is kept as it is now, free for whichever window wants it; ask only where that fails."""
        page = self._page
        if page is None or not (page.has_something or self._is_there):
            go_on()
            return
        if not page.has_something:
            self._let_go()
            go_on()
            return
        self._is_there = self._is_left = True
        self._touched()
        state, work = self._as_it_is(page, is_open=False)

        def kept(_: KeptReview) -> None:
            self._done(state)
            go_on()

        self._over.ask(
            work,
            kept,
            failed=partial(self._ask, page, go_on),
            words=_KEEPING.format(self.source.name),
        )

    def _ask(self, page: ReviewPage, go_on: Callable[[], object], error: BaseException) -> None:
        """Ask once whether the corrections are to be lost, where there are such that were not kept before."""
        if not isinstance(error, AppError):
            log(error)
        if not page.review.is_touched or self._is_safe(page):
            self._failures = max(self._failures, 1)  # what is not there shall have no card
            go_on()
            return
        self._failures = _TOLD_AT  # who leaves is told of it
        self._touched()
        stay = Choice("接着核对(&C)", "stayInReview", role="Reject")
        leave = Choice("不要了，离开(&D)", "leaveReview", go_on, "Destructive")
        messages.ask(page, _LOST.format(page.review.corrections), "leaveReviewBox", stay, leave)

    def end(self, *, is_taken: bool) -> KeptReview | None:
        """Be done with the page; return what is kept of it. What was `is_taken` over into a report is kept no longer."""
        page, self._page = self._page, None
        self._stop()
        self.deleteLater()
        if page is None or is_taken or not page.has_something:
            self._let_go()
            return None
        if (self._is_left and self._is_safe(page)) or self._failures:
            return self._slot.kept
        # decided since it was said that it may be left, or had as before since then
        kept = self._kept(page)
        work = partial(self._slot.write, kept, self._slot.next(), is_open=False)
        self._tasks.start(lambda _: work(), lambda _: None, log)
        return kept

    def _let_go(self) -> None:
        """Forget what was kept, after what is being written at this moment."""
        self._safe = None
        if self._is_there:
            self._is_there = False
            work = partial(self._slot.forget, self._slot.next())
            self._tasks.start(lambda _: work(), lambda _: None, log)


class _Slot:
    """One file that several workers write: what was asked for later is never covered by what was asked for before."""

    def __init__(self, kept_as: str) -> None:
        self.id = kept_reviews.new_id()
        self._kept_as = kept_as
        self.kept: KeptReview | None = None
        self._asked = self._done = 0
        self._lock = Lock()

    def next(self) -> int:
        """Return the number of the next thing to be done; called on the screen's thread."""
        self._asked += 1
        return self._asked

    def write(self, kept: KeptReview, number: int, *, is_open: bool) -> KeptReview:
        """Write a state where no later one is there."""
        with self._lock:
            self._take()
            if number > self._done:
                kept_reviews.write(kept, is_open=is_open)
                self.kept, self._done = kept, number
        return kept

    def forget(self, number: int) -> None:
        """Let the file go."""
        with self._lock:
            self._take()
            kept_reviews.forget(self.id)
            self.kept, self._done = None, number

    def _take(self) -> None:
        """Take what was kept before out of its file, once; where another window was quicker this is a review of its own."""
        kept_as, self._kept_as = self._kept_as, ""
        if kept_as:
            with suppress(InputError):  # it stays where it is, beside this one
                kept_reviews.take(kept_as, self.id)


def _state(page: ReviewPage) -> State:
    """Return what is kept of a review: values that are never changed, only replaced."""
    return page.review.reading, page.review.decisions, page.chosen_year, page.half


def _is_same(one: State, other: State) -> bool:
    return one[0] is other[0] and one[1] is other[1] and one[2:] == other[2:]
