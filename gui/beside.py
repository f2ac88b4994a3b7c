"""What happens on the disk beside the open report: unsaved work is kept aside, its file is marked as open here."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

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
    """

    changed = Signal()

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

    @property
    def words(self) -> str:
        """What is to be said of how the unsaved changes are kept, "" where nothing is."""
        return self.autosaving.words if self.autosaving else ""

    def let_go(self) -> None:
        """Keep nothing aside any more: the report is saved, or the clerk has said that it need not be."""
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
        self.let_go()
        self._tasks.finish(_WAIT_AT_END)
