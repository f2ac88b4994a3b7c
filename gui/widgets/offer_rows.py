"""The lines above the panes: one below the other, or side by side where a low window needs the room for the page."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.widgets.low_screen import is_in_very_low_window, is_low
from gui.widgets.offer_line import OfferLine

_ROWS, _ONE_ROW = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class OfferRows(QWidget):
    """Holds lines that tell; side by side in a very low window their words may end in dots, and are said in full on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._height = 0  # of all, once it is known
        self._lines: list[OfferLine] = []
        self._layout = QBoxLayout(_ROWS, self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def put(self, line: OfferLine) -> None:
        """Put a line above the others."""
        self._lines.append(line)
        self._layout.insertWidget(0, line, 1)

    def fit(self, height: int) -> None:
        """Stand so that in a window with that height for all the page keeps its room."""
        self._height = height
        self._stand()

    def event(self, event: QEvent) -> bool:
        """Stand otherwise where a line tells something else, or went."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and self._height:
            self._stand()
        return super().event(event)

    def _stand(self) -> None:
        shares = is_in_very_low_window(self) or self._fit_in_one_row()
        is_one_row = is_low(self._height, self) and shares
        direction = _ONE_ROW if is_one_row else _ROWS
        if direction != self._layout.direction():
            self._layout.setDirection(direction)

    def _fit_in_one_row(self) -> bool:
        """Return whether each line that takes room has all its words in its share of one row."""
        takes_room = [
            one for one in self._lines if not one.isHidden() or one.sizePolicy().retainSizeWhenHidden()
        ]
        return all(one.whole_width() * len(takes_room) <= self.width() for one in takes_room)
