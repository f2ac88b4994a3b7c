"""What the editors of the review stand on: what is typed counts when it is told to the review."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.importers.reviewing import Review


class Editor(QWidget):
    """The ground of all editors: what stands in it counts when `commit` is called.

    Signals:
        touched(): something differs from what the review says, or no longer does.
        entered(): Enter was pressed in a single line: it counts, and the clerk goes on.
    """

    grows = False  # whether it makes use of more height than it asks for
    touched = Signal()
    entered = Signal()

    def commit(self, review: Review) -> None:
        """Tell the review what stands here, where it differs."""

    def is_touched(self) -> bool:
        """Whether something differs from what was shown first."""
        return False

    def focus(self) -> None:
        """Put the cursor into the first field."""
        self.setFocus()
