"""The keys of all commands in the lines of the window too, but for those with which a line itself is edited."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.commands import COMMANDS

EDITING = frozenset({"cutCells", "copyCells", "pasteCells", "clearCells", "undo", "redo"})
_KEYS = frozenset(
    key.toString()
    for command in COMMANDS
    if command.name not in EDITING
    for key in QKeySequence.listFromString(command.shortcut)
    if not key.isEmpty()
)


class CommandKeys(QObject):
    """Keeps each line of the window from taking a command's key for itself, as Ctrl+E for its end on Linux."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._attach)

    def _attach(self, _: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit) and now.window() is self._window:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse a command's key where it is asked who wants it, so that the window's action gets it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if QKeySequence(event.keyCombination()).toString() not in _KEYS:
            return super().eventFilter(watched, event)
        event.ignore()
        return True
