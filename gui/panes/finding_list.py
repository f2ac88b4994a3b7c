"""The list in which the findings stand."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget


class FindingList(QListWidget):
    """A list whose lines are laid out anew when its width or the chosen line changes; that one stays in sight."""

    def __init__(self) -> None:
        super().__init__()
        self._brings = False
        self.currentItemChanged.connect(self.lay_out)

    def lay_out(self) -> None:
        """Ask for the heights again, and then bring the chosen line into sight."""
        self._brings = True
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Lay the lines out; the whole of the chosen one comes into sight, or its beginning."""
        super().doItemsLayout()
        if self._brings:
            self._brings = False
            for item in self.selectedItems():
                self.scrollToItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the heights again."""
        super().resizeEvent(event)
        self.lay_out()
