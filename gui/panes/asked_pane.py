"""Which pane at the side the clerk asked for last, as long as she has not gone on with the page."""

from collections.abc import Callable

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from core.checks.model import Place


class AskedPane:
    """Remembers the pane that was asked for by its key or its tab, or in which a line was clicked.

    The keys are on the page then as before. As soon as something is typed there, or the cursor moves, it is the page
    that she works at. That is seen by what stands there: nobody listens to the keys for it.
    """

    def __init__(self, page: QWidget, here: Callable[[], Place], undo: QUndoStack) -> None:
        self._page, self._here, self._undo = page, here, undo
        self._panel: QWidget | None = None
        self._state: object = None

    def note(self, panel: QWidget) -> None:
        """Take a pane as asked for now."""
        self._panel, self._state = panel, self._now()

    def lead(self, panel: QWidget, go: Callable[[Place], object], place: Place) -> None:
        """Go to a place that a pane names; where the keys were in the pane, it was asked for."""
        by_hand = panel.isAncestorOf(self._page.window().focusWidget())
        go(place)
        if by_hand:
            self.note(panel)

    @property
    def panel(self) -> QWidget | None:
        """The pane that was asked for, None where the clerk went on since or it is out of sight."""
        is_left = self._panel is None or not self._panel.isVisible() or self._state != self._now()
        return None if is_left else self._panel

    def _now(self) -> tuple[object, ...]:
        return self._here(), self._undo.index(), self._page.window().focusWidget()
