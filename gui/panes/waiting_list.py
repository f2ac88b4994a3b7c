"""The list of what is to be looked at, as the keys move in it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTreeWidget


class WaitingList(QTreeWidget):
    """A tree of places; Ctrl+Enter in it ticks off what is chosen in it.

    Signals:
        still_right(): the chosen places are right.
        walked_to(QTreeWidgetItem): the arrow keys made that line the current one.
    """

    still_right = Signal()
    walked_to = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("toLookAtList")
        self.setAccessibleName("待核对的去年内容")
        self.setHeaderHidden(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformRowHeights(True)
        self.setIndentation(self.fontMetrics().horizontalAdvance("国"))

    def show_chosen(self) -> None:
        """Bring the line that is chosen into sight: what is offered to be ticked off is that line."""
        if self.currentItem() and self.currentItem().isSelected():
            self.scrollToItem(self.currentItem())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen line in sight as the list gets its room, or loses some to what is offered under it."""
        super().resizeEvent(event)
        self.show_chosen()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from the window, where it would tick off the paragraph at the cursor."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _ticks_off(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick off on Ctrl+Enter, once however long it is held; all other keys as in any list."""
        if _ticks_off(event):
            if not event.isAutoRepeat():
                self.still_right.emit()
            return
        before = self.currentItem()
        super().keyPressEvent(event)
        if self.currentItem() is not before and self.currentItem():
            self.walked_to.emit(self.currentItem())


def _ticks_off(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
