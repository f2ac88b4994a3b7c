"""Clicks and keys while a page gives way to the next one: they would reach what is about to go, so they are dropped."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_KIND = QEvent.Type
_INPUT = {
    _KIND.MouseButtonPress,
    _KIND.MouseButtonDblClick,
    _KIND.TouchBegin,
    _KIND.ContextMenu,
    _KIND.Wheel,
    _KIND.ShortcutOverride,  # taken, it keeps a key from being a command
    _KIND.KeyPress,
}
_GONE_MS = 20  # what was clicked while the next page was made waits in line: it comes before a timer does


class Unheard(QObject):
    """Drops what is clicked and typed in a window, until `end` or until its parent goes; dialogs above it hear all."""

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        if handle := window.windowHandle():
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep clicks and keys from the window."""
        is_dropped = event.type() in _INPUT
        if is_dropped:
            event.accept()
        return is_dropped

    def end(self) -> None:
        """Hear again, once all that was clicked until now is gone."""
        QTimer.singleShot(_GONE_MS, self, self.deleteLater)


def in_turns(unheard: Unheard, owner: QObject, works: Sequence[Callable[[], object]]) -> None:
    """Do each work in a turn of its own, then let the window hear again; after one that fails none follows.

    Nothing more is done once `owner` is gone. What a work raises goes on to whoever shows errors.
    """

    def do() -> None:
        is_done = False
        try:
            works[0]()
            is_done = True
        finally:
            if is_done and works[1:]:
                in_turns(unheard, owner, works[1:])
            else:
                unheard.end()

    QTimer.singleShot(1, owner, do)
