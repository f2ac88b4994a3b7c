"""A report on its way into the window: its panes are made in a turn of their own, and shown in the next."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.store import ReportFile
from gui.panes.workspace import Workspace
from gui.session import Session
from gui.widgets.unheard import Unheard, in_turns

Panes = tuple[Session, Workspace]


class MadeAhead(QObject):
    """Makes the panes of a report that is about to be opened; `make` returns new ones, `drop` is done with some.

    To make and to show them at once stood still for 0.1 s. Between the two the report before is open as it was, and
    no click or key reaches the page in sight. The last report wanted counts, as long as nothing else is opened or closed.
    """

    def __init__(
        self,
        window: QWidget,
        make: Callable[[ReportFile, Path | None], Panes],
        drop: Callable[[Panes], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._make = make
        self._drop = drop
        self._wanted: ReportFile | None = None
        self._made: Panes | None = None

    def then(self, file: ReportFile, path: Path | None, show: Callable[[], object]) -> None:
        """Make the panes of a report, then `show` it in the turn after, where it is still wanted; that takes the panes."""
        self._wanted = file

        def make() -> None:
            if self._is_wanted(file):
                self._drop_made()
                self._made = self._make(file, path)

        def show_wanted() -> None:
            try:
                if self._is_wanted(file):
                    show()
            finally:
                if self._made and self._made[0].file is file:  # not taken: the clerk is asked something first
                    self._drop_made()

        in_turns(Unheard(self._window, self), self, (make, show_wanted))

    def _is_wanted(self, file: ReportFile) -> bool:
        return self._wanted is file and self._window.isVisible()

    def take(self, file: ReportFile, path: Path | None) -> Panes:
        """Return the panes of a report, made now where they were not made ahead; no other is on its way any more."""
        self._wanted = None
        made, self._made = self._made, None
        if made and made[0].file is file and made[0].path == path:
            return made
        if made:
            self._drop(made)
        return self._make(file, path)

    def forget(self) -> None:
        """Open nothing that is on its way: the clerk went elsewhere."""
        self._wanted = None

    def make_anew(self) -> None:
        """Let go of panes that are not shown yet: they are to look otherwise."""
        self._drop_made()

    def _drop_made(self) -> None:
        made, self._made = self._made, None
        if made:
            self._drop(made)
