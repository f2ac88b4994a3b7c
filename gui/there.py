"""Whether the files of the home page are there: asked beside the window, for a share that is off takes its time to say no."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core import recent
from gui.tasks import Tasks

_AFTER_MS = 20  # the page is painted before
_AT_ONCE = 4  # questions: one place that does not answer must not keep the others waiting


class There(QObject):
    """Knows what was answered last; a file that nobody asked about yet counts as there.

    Signals:
        changed(): an answer is another one than was known.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self, workers=_AT_ONCE, only_asked=True)
        self._known: dict[str, bool] = {}
        self._wanted: dict[str, None] = {}
        self._asked: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._ask)
        app = QCoreApplication.instance()
        if app:
            app.aboutToQuit.connect(self._end)

    def is_known(self, path: str) -> bool:
        """Return whether a file is there, as far as that is known."""
        return self._known.get(path, True)

    def look(self, paths: Iterable[str]) -> None:
        """Ask for these files once the window has painted; one that is being asked for is not asked for twice."""
        self._wanted = dict.fromkeys(paths)
        self._soon.start()

    def _ask(self) -> None:
        for path in self._wanted:
            if path not in self._asked:
                self._asked.add(path)
                self._tasks.start(partial(_is_there, path), partial(self._answered, path), lambda _: None)

    def _answered(self, path: str, is_there: bool) -> None:
        self._asked.discard(path)
        if self.is_known(path) != is_there:
            self._known[path] = is_there
            self.changed.emit()

    def _end(self) -> None:
        """Wait for no answer: the program ends."""
        self._soon.stop()
        self._tasks.close()


def _is_there(path: str, _: object) -> bool:
    return recent.is_there(Path(path))
