"""A window that takes the files dropped onto it, and in which Enter presses the button with the keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from gui.widgets.enter_presses import EnterPresses

if TYPE_CHECKING:  # the home page is painted before
    from PySide6.QtGui import QDragEnterEvent, QDropEvent


class FileWindow(QMainWindow):
    """A window that takes files.

    Signals:
        file_dropped(Path): a file is to be read.
    """

    file_dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._enter = EnterPresses(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the file dropped, of several the first."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.file_dropped.emit(paths[0])
