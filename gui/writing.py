"""The open report on its way to the disk, beside the window: one piece of writing after the other.

What a quick disk takes at once is waited for, and looks as if it had been written on the spot; else the clerk types on.
A disk that was slow the last time is not waited for again.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from core.recent import RecentReport
from core.store.saving import Kept
from gui.dialogs.waiting import Waiting
from gui.session import Session
from gui.tasks import Tasks

PATIENCE = 0.03  # seconds: so long the window may stand still without anybody noticing
_LONG_MS = 500
_WAIT_AT_END = 3.0  # seconds
_LEAVING = "正在保存“{}”……\n存好就离开。按“取消”留在这份报告里，照样会存好。"

Then = Callable[[], object]
Refused = Callable[[BaseException], object]


@dataclass(eq=False)
class Piece:
    """Something of a report to be written. All but the work itself is called on the screen's thread.

    `begin` takes what is to be written when its turn has come and returns the work; `done` and `failed` hear of the
    answer. `path` is where it goes, None for the report's own file. `then` is what the clerk waits for, and is for
    them to call. `refused` is called instead of `failed` where the clerk waits to leave, for then nothing is asked about
    the report's own file. `late` is called where it takes its time, before anything can be typed. `card` is kept for `done`.
    """

    session: Session
    begin: Callable[[], Callable[[], Kept]]
    done: Callable[["Piece"], object]
    failed: Callable[["Piece", BaseException], object]
    late: Callable[["Piece"], object] | None = None
    path: Path | None = None
    is_save: bool = False
    then: Then | None = None
    refused: Refused | None = None
    card: RecentReport | None = None
    has_begun: bool = False


class Writing(QObject):
    """Writes piece after piece on a worker of its own; a long import must not keep them waiting.

    Signals:
        changed(): `is_busy` or `is_long` is new.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = Tasks(self)
        self._pieces: list[Piece] = []
        self._waiting: Waiting | None = None
        self._took = 0.0  # seconds, for what was written last
        self.is_long = False
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(_LONG_MS)
        self._long.timeout.connect(self._show_progress)

    @property
    def is_busy(self) -> bool:
        """Whether something is being written or waits for its turn."""
        return bool(self._pieces)

    @property
    def is_saving(self) -> bool:
        """Whether a report is being saved, or is about to be."""
        return any(piece.is_save for piece in self._pieces)

    def start(self, piece: Piece) -> None:
        """Write a piece once its turn comes; a quick disk has done so when this returns."""
        self._pieces.append(piece)
        if piece is self._pieces[0]:
            self._begin(piece, PATIENCE if self._took <= PATIENCE else 0.0)

    def join(self, then: Then | None) -> bool:
        """Let a save under way count for another one that would write the same; return whether there is one."""
        if not self._pieces:
            return False
        last = self._pieces[-1]
        joins = last.is_save and (not last.has_begun or last.session.saved_point.is_being_written)
        if joins and then:
            self.after(then)
        return joins

    def after(self, then: Then, refused: Refused | None = None) -> None:
        """Do something once all is written; what was to be done before is not wanted any more.

        `refused` hears of it where the report's own file cannot be written, and nothing is asked.
        """
        self._forget_wishes()
        self._pieces[-1].then, self._pieces[-1].refused = then, refused
        self._long.start()

    def _forget_wishes(self) -> None:
        for piece in self._pieces:
            piece.then = piece.refused = None

    def _begin(self, piece: Piece, patience: float = 0.0) -> None:
        piece.has_begun = True
        try:
            work = piece.begin()
        except Exception as error:  # what cannot be taken must not be waited for
            self._failed(piece, error)
            return
        timed = partial(self._timed, work)
        job = self._tasks.start(lambda _: timed(), partial(self._done, piece), partial(self._failed, piece))
        if self._tasks.wait(job, patience):
            return
        self._long.start()
        self.changed.emit()
        if piece.late:
            piece.late(piece)

    def _timed(self, work: Callable[[], Kept]) -> Kept:
        """Do it on the worker, and note how long it took."""
        began = time.monotonic()
        try:
            return work()
        finally:
            self._took = time.monotonic() - began

    def _done(self, piece: Piece, kept: Kept) -> None:
        if piece in self._pieces:  # else the report is put away
            self._settle(piece)
            try:
                piece.session.take_in(kept)
                piece.done(piece)
            finally:  # whatever went wrong over it, the next one must not wait for ever
                self._go_on()

    def _failed(self, piece: Piece, error: BaseException) -> None:
        if piece in self._pieces:
            self._settle(piece)
            try:
                piece.session.take_back()
                if not self._is_answered(piece):
                    self._tell(piece, error)
                self.changed.emit()
            finally:
                self._go_on()

    def _tell(self, failed: Piece, error: BaseException) -> None:
        """Tell that it could not be written: who waits to leave is asked nothing about the report's own file."""
        is_left = failed.path is None and any(one.refused for one in (failed, *self._pieces))
        if not (is_left and failed.is_save):
            self._let_answer_first(failed)
            failed.failed(failed, error)
        if is_left and self._pieces:
            self._hand_on(failed)
        elif is_left and failed.is_save and failed.refused:
            failed.refused(error)
        elif is_left and failed.then:
            failed.then()

    def _hand_on(self, failed: Piece) -> None:
        """Let who waits to leave look at the report again once the rest is written too."""
        leaving = next(one for one in (failed, *self._pieces) if one.refused)
        then, refused = leaving.then, leaving.refused
        self._forget_wishes()
        self._pieces[-1].then, self._pieces[-1].refused = then, refused

    def _let_answer_first(self, failed: Piece) -> None:
        """Let who wants to leave do so after what is asked about a save that failed, not after those behind it."""
        for one in self._pieces if failed.is_save else ():
            failed.then, one.then, one.refused = failed.then or one.then, None, None

    def _is_answered(self, failed: Piece) -> bool:
        """Return whether the clerk has chosen another place already; saves to the same file would fail as this one did."""
        later = [one for one in self._pieces if one.is_save and failed.is_save]
        elsewhere = [one for one in later if one.path]
        if not elsewhere and failed.path and failed.session.path not in (None, failed.path):
            return False  # those go to another file, its own
        for one in later:
            if one not in elsewhere:
                self._pieces.remove(one)
                failed.then, failed.refused = one.then or failed.then, one.refused or failed.refused
        if elsewhere:
            elsewhere[-1].then = elsewhere[-1].then or failed.then
        return bool(elsewhere)

    def _settle(self, piece: Piece) -> None:
        self._pieces.remove(piece)
        self._show_no_progress()

    def _show_no_progress(self) -> None:
        self._long.stop()
        self.is_long = False
        if self._waiting:
            waiting, self._waiting = self._waiting, None
            waiting.accept()

    def _go_on(self) -> None:
        if self._pieces and not self._pieces[0].has_begun:
            self._begin(self._pieces[0])

    def _show_progress(self) -> None:
        """Show that it takes its time; who wants to leave sees it in front, and may stay."""
        self.is_long = True
        self.changed.emit()
        wanted = next((piece for piece in self._pieces if piece.then), None)
        if wanted and self._waiting is None:
            path = self._pieces[0].path or wanted.session.path
            self._waiting = Waiting(_LEAVING.format(path.name if path else "报告"), self._window)
            self._waiting.given_up.connect(self._stay)
            self._waiting.open()

    def _stay(self) -> None:
        """Write on, and do nothing after it: the clerk does not want to wait."""
        self._waiting = None
        self._forget_wishes()

    def let_go(self) -> None:
        """Hear of nothing any more: the report is put away. What is being written is written."""
        self._pieces.clear()
        self._show_no_progress()

    def end(self) -> bool:
        """Wait a moment for what is being written, for the program ends; return whether all of it was written."""
        has_begun = all(piece.has_begun for piece in self._pieces)
        self.let_go()
        return self._tasks.finish(_WAIT_AT_END) and has_begun
