"""The lines above the panes: each in a row of its own with all its words, or all in one row where the page needs the room."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.widgets.low_screen import is_low
from gui.widgets.offer_line import OfferLine

_ROWS, _ONE_ROW = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_PAGE = 10  # lines of writing that the page needs below them


class OfferRows(QWidget):
    """Holds lines that tell, one below the other; one that is long takes a second line of writing.

    In a low window they share one row where all words fit in it, and where the page would have no room left: then
    words may end in dots, and are said in full on hover.
    """

    def __init__(self) -> None:
        super().__init__()
        self._height = 0  # of all, once it is known
        self._lines: list[OfferLine] = []
        self._layout = QBoxLayout(_ROWS, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

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
        takes_room = [
            one for one in self._lines if not one.isHidden() or one.sizePolicy().retainSizeWhenHidden()
        ]
        fits = all(one.whole_width() * len(takes_room) <= self.width() for one in takes_room)
        is_one_row = is_low(self._height, self) and (fits or not self._leaves_room(takes_room))
        direction = _ONE_ROW if is_one_row else _ROWS
        if direction != self._layout.direction():
            self._layout.setDirection(direction)
        for line in takes_room:
            line.take_lines(0 if is_one_row else self.width())

    def _leaves_room(self, lines: list[OfferLine]) -> bool:
        """Return whether lines in rows of their own leave the page its room."""
        taken = sum(one.whole_height(self.width()) for one in lines)
        return self._height - taken >= _PAGE * self.fontMetrics().height()
