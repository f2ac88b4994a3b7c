"""A button that answers for the place at hand and goes on to the next: a double click on it is one answer."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_LAST = "lastAnswerAt"  # told by the application: the next place may have a button of its own under the mouse


def answers_once(button: QAbstractButton) -> None:
    """Let presses of the mouse in quick succession count as one: what came into sight between them was not read.

    A press that does not count leaves the keys where they are. The keyboard presses the button as ever.
    """
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # by the mouse only where the press counts, see below
    button.installEventFilter(_OneAnswer(button))


class _OneAnswer(QObject):
    """Keeps from its button each press that follows another one within the time of a double click."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take away a press that does not count, and give the keys to the button on one that does."""
        if (
            event.type() not in _PRESSES
            or not isinstance(event, QMouseEvent)
            or event.button() != Qt.MouseButton.LeftButton
        ):
            return super().eventFilter(watched, event)
        if _follows_at_once(event):
            return True
        if isinstance(watched, QAbstractButton):
            watched.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().eventFilter(watched, event)


def _follows_at_once(event: QMouseEvent) -> bool:
    """Return whether the last press of such a button, whether it counted or not, was a moment ago; note this one."""
    app = QApplication.instance()
    before = app.property(_LAST) if app else None
    if app:
        app.setProperty(_LAST, event.timestamp())
    passed = event.timestamp() - before if before is not None else -1
    return event.type() == QEvent.Type.MouseButtonDblClick or 0 <= passed < QApplication.doubleClickInterval()
