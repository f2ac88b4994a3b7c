"""What shares out its room anew when that, or its writing, has another size."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Widget = QWidget
else:
    _Widget = object  # the kind of widget stands behind this one, and Qt takes only one kind

_WRITING = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class LooksAgain(_Widget):
    """Calls `fit` when the widget has another width or height, and `fit_writing` when its writing has another size.

    It stands before the kind of widget: `class Bar(LooksAgain, QToolBar)`.
    """

    def fit(self) -> None:
        """Share out the room that there is."""
        raise NotImplementedError

    def fit_writing(self) -> None:
        """Share out the room anew: at once, unless the widget has to wait for others in it."""
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what has room."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Look again where the writing has another size."""
        super().changeEvent(event)
        if event.type() in _WRITING:
            self.fit_writing()
