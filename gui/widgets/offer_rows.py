"""The lines above the panes: each in a row of its own with all its words, or one after the other where the page needs the room."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from gui.widgets.low_screen import is_low
from gui.widgets.offer_line import OfferLine

_ROWS, _ONE_ROW = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_PAGE = 12  # lines of writing that the page needs below them


class OfferRows(QWidget):
    """Holds lines that tell, one below the other; one that is long takes a second line of writing.

    In a low window they share one row where all words fit in it. Where they do not, and the page would have no room
    left, the first is shown alone: the next one comes once it was answered.
    """

    def __init__(self) -> None:
        super().__init__()
        self._height = 0  # of all, once it is known
        self._rows: list[_Row] = []  # from the top
        self._layout = QBoxLayout(_ROWS, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def put(self, line: OfferLine) -> None:
        """Put a line above the others."""
        row = _Row()
        self._rows.insert(0, row)
        self._layout.insertWidget(0, row, 1)
        row.hold(line)

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
        rows = [row for row in self._rows if row.takes_room()]
        fits = all(row.line.whole_width() * len(rows) <= self.width() for row in rows)
        low = is_low(self._height, self)
        direction = _ONE_ROW if low and fits else _ROWS
        if direction != self._layout.direction():
            self._layout.setDirection(direction)
        has_room = direction == _ONE_ROW or not low or self._leaves_room(rows)
        shown = rows if has_room else _first_told(rows)
        for row in self._rows:
            row.setVisible(row in shown)
        for row in shown:
            row.line.take_lines(self.width() if direction == _ROWS else 0)

    def _leaves_room(self, rows: list["_Row"]) -> bool:
        """Return whether these in rows of their own leave the page its room."""
        taken = sum(row.line.whole_height(self.width()) for row in rows)
        return self._height - taken >= _PAGE * self.fontMetrics().height()


def _first_told(rows: list["_Row"]) -> list["_Row"]:
    """Return the first row with something to tell; where there is none, the first whose room is kept."""
    told = [row for row in rows if not row.line.isHidden()]
    return (told or rows)[:1]


class _Row(QWidget):
    """The place of one line; it can wait out of sight while the line itself is not sent away."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def hold(self, line: OfferLine) -> None:
        """Take the line in."""
        self.line = line
        self._layout.addWidget(line)

    def takes_room(self) -> bool:
        """Return whether there is something to tell, or room is kept for it."""
        return not self.line.isHidden() or self.line.sizePolicy().retainSizeWhenHidden()
