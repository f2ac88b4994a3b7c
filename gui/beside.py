"""What happens on the disk beside the open report: unsaved work is kept aside, its file is marked as open here."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.autosave import Left
from core.places import Spot
from gui.autosaving import Autosaving
from gui.elsewhere import Elsewhere
from gui.messages import Messages
from gui.session import Session
from gui.tasks import Tasks

_WAIT_AT_END = 3.0  # seconds: what was kept aside goes in a moment, where the disk answers


class Beside(QObject):
    """Keeps the open report aside and marks its file, one report at a time.

    Signals:
        changed(): `words` are others.
        left(Left): the report was put away, and this stays of it.
    """

    changed = Signal()
    left = Signal(object)

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._tasks = Tasks(self)  # a worker of its own: a long import must not keep them waiting
        self.autosaving: Autosaving | None = None
        self._elsewhere: Elsewhere | None = None

    def begin(self, session: Session, kept_as: str, where: Callable[[], Spot | None]) -> None:
        """Look after a report that was opened; `kept_as` names one with changes that were kept aside.

        `where` says where the clerk is in it.
        """
        self.autosaving = Autosaving(session, self._tasks, self._messages.show, where, kept_as)
        self.autosaving.changed.connect(self.changed)
        self._elsewhere = Elsewhere(session, self._tasks, self._messages)

    def hear_cell(self) -> None:
        """Keep what is typed into a cell, too."""
        if self.autosaving:
            self.autosaving.hear_cell()

    @property
    def is_typing(self) -> bool:
        """Whether something stands in an open cell that is no part of the report yet."""
        return self.autosaving is not None and self.autosaving.is_typing

    @property
    def words(self) -> str:
        """What is to be said of how the unsaved changes are kept, "" where nothing is."""
        return self.autosaving.words if self.autosaving else ""

    def keep_to_stay(
        self, why: str, done: Callable[[Left], None], failed: Callable[[BaseException], None], patience: float
    ) -> bool:
        """Keep the report aside as it is now, because it is left; return whether that is done or has failed by now.

        So many seconds are waited for it; `done` or `failed` is called in any case.
        """
        if self.autosaving is None:
            raise RuntimeError("no report is open")
        return self._tasks.wait(self.autosaving.keep_to_stay(why, done, failed), patience)

    def stays(self, left: Left) -> bool:
        """Let what was kept stay when the report is put away; return whether it is the report as it is now."""
        return self.autosaving is not None and self.autosaving.stays(left)

    def goes_on(self) -> None:
        """Keep the report aside as before: it was not left after all."""
        if self.autosaving:
            self.autosaving.goes_on()

    def spare(self) -> None:
        """Leave what was kept aside before where it is when the report is put away: it is all there is."""
        if self.autosaving:
            self.autosaving.spare()

    def let_go(self) -> None:
        """Keep nothing aside any more but what is to stay, and tell of that: the report is saved, left, or not wanted."""
        left = self.autosaving.left if self.autosaving else None
        self._leave()
        if left:
            self.left.emit(left)

    def _leave(self) -> None:
        if self.autosaving:
            self.autosaving.leave()
        self._unmark()

    def hold(self) -> None:
        """Leave what is kept aside as it is: the report could not be opened."""
        if self.autosaving:
            self.autosaving.hold()
        self._unmark()

    def _unmark(self) -> None:
        if self._elsewhere:
            self._elsewhere.leave()
        self.autosaving = self._elsewhere = None

    def end(self) -> None:
        """Let go, and wait a moment for it: the program ends."""
        self._leave()
        self._tasks.finish(_WAIT_AT_END)
