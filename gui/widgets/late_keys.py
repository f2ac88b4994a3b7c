"""Keys that still come to a dialog after it was shut: the system sent them while the program was busy."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QDialog

_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}


class LateKeys(QObject):
    """Hands on what is typed into a dialog to the window beneath, from now on: what was typed there is meant for it."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        if handle := dialog.windowHandle():
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send keys to what has them in the window beneath, where there is one."""
        beneath = self._dialog.parentWidget()
        handle = beneath.window().windowHandle() if beneath else None
        if event.type() not in _KEYS or handle is None:
            return False
        QCoreApplication.sendEvent(handle, event)
        return True
