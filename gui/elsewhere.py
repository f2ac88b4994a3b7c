"""A report that another window of this computer has open too: said once, when it is opened or gets its file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from core import autosave
from gui.messages import Messages
from gui.session import Session
from gui.tasks import Tasks

_ALSO_OPEN = "“{}”在另一个窗口里也开着。请只在一个窗口里改；另一边先存了，这里保存时会先问。"


class Elsewhere(QObject):
    """Marks the file of the open report as open here, and tells where another window has it too."""

    def __init__(self, session: Session, tasks: Tasks, messages: Messages) -> None:
        super().__init__(session)
        self._session = session
        self._tasks = tasks
        self._messages = messages
        self._id = autosave.new_id()
        self._marked: Path | None = None
        self._is_over = False
        session.saved_changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        """Mark the file where it is a new one, beside the window."""
        path = self._session.path
        if path is not None and path != self._marked and not self._is_over:
            self._marked = path
            kept_as = self._id
            self._tasks.start(
                lambda _: autosave.mark(kept_as, path), partial(self._tell, path.name), self._messages.show
            )

    def _tell(self, name: str, is_open_elsewhere: bool) -> None:
        if is_open_elsewhere and not self._is_over:
            self._messages.notice(_ALSO_OPEN.format(name))

    def leave(self) -> None:
        """Take the mark away: the report is put away."""
        self._is_over = True
        if self._marked is not None:
            kept_as = self._id
            self._tasks.start(lambda _: autosave.unmark(kept_as), lambda _: None, self._messages.show)
