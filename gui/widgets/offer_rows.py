"""The lines above the panes: one below the other, or side by side where a low window needs the room for the page."""

from PySide6.QtWidgets import QBoxLayout, QWidget

_LOW = 28  # lines of writing
_ROWS, _ONE_ROW = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class OfferRows(QWidget):
    """Holds lines that tell; side by side their words may end in dots, and are said in full on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QBoxLayout(_ROWS, self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def put(self, line: QWidget) -> None:
        """Put a line above the others."""
        self._layout.insertWidget(0, line, 1)

    def fit(self, height: int) -> None:
        """Stand so that in a window with that height for all the page keeps its room."""
        is_low = height < _LOW * self.fontMetrics().height()
        self._layout.setDirection(_ONE_ROW if is_low else _ROWS)
