"""Files dropped onto a text field: they are the window's to read, no words to put in."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
_KNOWN = "leavesFilesToWindow"


class _FileDrops(QObject):
    """Refuses files for the widgets it watches, so that what stands around them is asked."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse a drag that brings files."""
        if event.type() in _DRAGS and isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            event.ignore()
            return True
        return False


def leave_files_to_window(root: QWidget) -> None:
    """Let files dropped onto any part of a widget go to the window; parts seen before are known."""
    for widget in root.findChildren(QWidget):
        taker = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        if (widget.acceptDrops() or taker.acceptDrops()) and not taker.property(_KNOWN):
            taker.setProperty(_KNOWN, True)
            taker.installEventFilter(_FileDrops(taker))
