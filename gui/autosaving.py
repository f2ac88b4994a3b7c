"""What is typed into a report and not saved yet, kept aside on this computer a moment later."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from core import autosave, store
from core.autosave import Left, Origin
from core.places import Spot
from gui.session import Session
from gui.tasks import Job, Tasks, stopped

_AFTER_MS = 500
_LATEST_MS = 1500  # with the writing itself 2 s are at risk as a rule
_AGAIN_MS = 10_000  # while the disk takes nothing
_TOLD_AT = 2  # failures in a row: the first may be a virus scanner that looks at the file


class Autosaving(QObject):
    """Keeps one open report aside as long as it holds what is in no file; `kept_as` names one that was left behind.

    `where` says where the clerk is in it: that is kept with it. `left` is what stays when the report is put away, None
    where nothing is to stay.

    The report is turned into plain data on the screen's thread and written on the worker, never two at once. As a
    rule no more than 2 s of work are at risk; it is more while the disk is slow or takes nothing. A figure in an open
    cell is no part of the report until the cell is left: it is kept beside it, with where the clerk is.

    Signals:
        changed(): `words` are new.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        show: Callable[[BaseException], None],
        where: Callable[[], Spot | None],
        kept_as: str = "",
    ) -> None:
        super().__init__(session)
        self.words = ""
        self._session = session
        self._tasks = tasks
        self._show = show
        self._where = where
        self._id = kept_as or autosave.new_id()
        self._is_there = bool(kept_as)
        self._is_writing = self._is_wanted = self._is_over = self._has_told = False
        self._is_touched = self._is_spared = False
        self.left: Left | None = None
        self._failures = 0
        self._pause, self._latest = self._timer(), self._timer()
        self._file: tuple[object, ...] = ()
        self._origin = Origin(None)
        self._fingerprint: Job | None = None
        self._staying: Job | None = None
        session.edited.connect(self._touched)
        session.saved_changed.connect(self._settled)
        self._know_file()
        if not session.is_clean:
            self._touched()

    @property
    def is_typing(self) -> bool:
        """Whether something stands in an open cell that is no part of the report yet."""
        spot = self._where()
        return spot is not None and spot.is_typing

    @property
    def _has_all(self) -> bool:
        """Whether all is in the clerk's file."""
        return self._session.is_clean and not self.is_typing

    def hear_cell(self) -> None:
        """Keep what is typed into a cell; once it was given up keep it no longer."""
        if self._has_all:
            self._settled()
        elif not self._is_over:
            self._touched()

    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._keep)
        return timer

    def keep_to_stay(
        self, why: str, done: Callable[[Left], None], failed: Callable[[BaseException], None]
    ) -> Job:
        """Keep the report as it is now so that it is there when it was put away; `done` or `failed` is called.

        Neither is once it `goes_on`. `why` says why it is not saved, "" of a report that has no file yet.
        """
        self._pause.stop()
        self._latest.stop()
        self._know_file()
        self._is_there, self._is_touched = True, False
        kept_as, content, origin = self._id, store.content(self._session.file), self._origin
        spot = self._where()

        def not_kept(error: BaseException) -> None:
            self._has_told = True  # who leaves is told of it
            if not self._is_over:
                self._touched()
            failed(error)

        self._staying = self._tasks.start(
            lambda tell: autosave.leave(kept_as, content, origin, spot, why, stopped(tell)), done, not_kept
        )
        return self._staying

    def stays(self, left: Left) -> bool:
        """Let that stay when the report is put away, where it is the report as it is now; return whether it is."""
        if left.id != self._id or self._is_over:
            return False
        self.left = left  # the report as it was a moment ago, if more was typed: better than nothing
        return not self._is_touched

    def goes_on(self) -> None:
        """Keep the report aside as before, at once: it was not left after all, and no other window may take it."""
        if self._staying:
            self._staying.cancel()
            self._staying = None
        self._touched()
        self._keep()

    def spare(self) -> None:
        """Let what was kept before stay when the report is put away: as it is now it cannot be kept."""
        self._is_spared = True

    def leave(self) -> None:
        """Let go of what was kept, as the clerk is done with the report, or of the report alone where that is to stay."""
        if self.left or self._is_spared:
            self.hold()
            return
        self._is_over = True
        self._cancel_fingerprint()
        self._let_go()

    def hold(self) -> None:
        """Do nothing any more, and leave what was kept where it is."""
        self._is_over = True
        self._is_wanted = self._is_there = False
        self._pause.stop()
        self._latest.stop()
        self._cancel_fingerprint()

    def _know_file(self) -> None:
        """Take the fingerprint of the clerk's file where it was written or is another one."""
        session, now = self._session, self._file_now()
        if now != self._file:
            self._file = now
            origin = self._origin = Origin(session.path, session.file.seen)
            self._cancel_fingerprint()
            self._fingerprint = self._tasks.start(lambda _: origin.sha256, lambda _: None, self._show)

    def _file_now(self) -> tuple[object, ...]:
        return self._session.path, self._session.file.save_no

    def _cancel_fingerprint(self) -> None:
        if self._fingerprint:
            self._fingerprint.cancel()
            self._fingerprint = None

    def _touched(self) -> None:
        self._is_touched, self._is_spared = True, False
        self._pause.start(_AFTER_MS)
        if not self._latest.isActive():
            self._latest.start(_LATEST_MS)

    def _settled(self) -> None:
        """Let go of what was kept once all is in the clerk's file: it was saved, or undone up to there.

        What was typed while a slow disk saved is kept anew, as changes of the file as it is now.
        """
        if self._is_over:
            return
        if self._has_all:
            self._know_file()
            self._let_go()
        elif self._file != self._file_now():
            self._touched()

    def _keep(self) -> None:
        """Keep the report as it is now; while it is written as it was before, once that is done.

        What is kept to stay, or about to be, is left as it is until more is typed: its note names no process.
        """
        self._pause.stop()
        self._latest.stop()
        if self._has_all or self._is_over or not self._is_touched:
            return
        if self._is_writing:
            self._is_wanted = True
            return
        self._know_file()
        self._is_writing = self._is_there = True
        kept_as, content, origin = self._id, store.content(self._session.file), self._origin
        spot = self._where()
        self._tasks.start(lambda _: autosave.write(kept_as, content, origin, spot), self._done, self._failed)

    def _done(self, _: None) -> None:
        self._failures = 0
        now = datetime.datetime.now()
        self._after(f"已暂存 {now:%H:%M}")

    def _failed(self, error: BaseException) -> None:
        """Tell once that it cannot be kept, and try again without being asked."""
        self._failures += 1
        if self._failures == _TOLD_AT and not (self._is_over or self._has_told):
            self._has_told = True
            self._show(error)
        self._after("暂存不了")
        if not self._is_over and not self._pause.isActive():
            self._pause.start(_AFTER_MS if self._failures < _TOLD_AT else _AGAIN_MS)

    def _after(self, words: str) -> None:
        self._is_writing = False
        if self._is_over:
            return
        if not self._has_all:
            self._say(words)
        if self._is_wanted:
            self._is_wanted = False
            self._keep()

    def _let_go(self) -> None:
        """Forget what was kept, after what is being written at this moment."""
        self.left = None
        self._pause.stop()
        self._latest.stop()
        self._is_wanted = False
        if self._is_there:
            self._is_there = False
            kept_as = self._id
            self._tasks.start(lambda _: autosave.forget(kept_as), lambda _: None, self._show)
        self._say("")

    def _say(self, words: str) -> None:
        if words != self.words and not self._is_over:
            self.words = words
            self.changed.emit()
