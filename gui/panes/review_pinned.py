"""The heading of what is in sight, kept at the top of the list of the review while its rows scroll below it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QListView, QWidget

from core.importers.reviewing import Entry
from gui.panes.review_delegate import ReviewDelegate

HEADINGS = ("section", "table", "rest")
_UNDER_HEADS = ("row", "group", "head")
_LARGEST_SHARE = 1 / 3


class PinnedHeads(QWidget):
    """Lies over the top of the list: the heading of the first row in sight, and the heads of its columns.

    A click goes to the heading itself; the next heading pushes it out.
    """

    def __init__(self, view: QListView, delegate: ReviewDelegate, go_to_row: Callable[[int], object]) -> None:
        super().__init__(view)
        self.setObjectName("reviewPinned")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._view = view
        self._delegate = delegate
        self._go_to_row = go_to_row
        self._entries: tuple[Entry, ...] = ()
        self._rows: tuple[int, ...] = ()
        self._pushed = 0
        self.hide()
        view.verticalScrollBar().valueChanged.connect(self.follow)
        view.verticalScrollBar().rangeChanged.connect(self.follow)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown, from top to bottom."""
        return tuple(self._entries[row] for row in self._rows)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Follow other entries from now on."""
        self._entries = entries
        self.follow()

    def follow(self) -> None:
        """Show the headings of what is in sight now."""
        # asking what is where would measure every row, of a list without its width
        if not self._view.isVisible():
            return
        self._rows = self._wanted()
        height = self._height(self._rows)
        below = self._next_heading()
        self._pushed = min(below - height, 0) if below is not None else 0
        room = self._view.viewport().geometry()
        self.setGeometry(room.left(), room.top(), room.width(), max(height + self._pushed, 0))
        self.setVisible(bool(self._rows))
        self.update()

    def covers(self, row: int) -> int:
        """Return by how much a row lies under this, or under the headings of its own; 0 where it is in sight."""
        own = self._fitting(tuple(one for one in self._over(row) if one < row))
        height = self.height() if self.isVisibleTo(self._view) else 0
        return max(max(height, self._height(own)) - self._top(row), 0)

    def _wanted(self) -> tuple[int, ...]:
        """Return the rows of the headings that have scrolled away and belong to what is in sight."""
        heading = self._before(self._row_at(0), HEADINGS)
        if heading < 0 or self._top(heading) >= 0:
            return ()
        rows = self._fitting(self._covering((heading,)))
        while len(rows) > 1 and not self._stand_over(rows):
            rows = rows[:-1]
        return rows

    def _fitting(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """Return as many of the headings as leave most of the list to its rows."""
        most = round(self._view.viewport().height() * _LARGEST_SHARE)
        while rows and self._height(rows) > most:
            rows = rows[:-1]
        return rows

    def _covering(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """Return headings with those under them that the row below them belongs to, one after the other."""
        over = self._over(self._row_at(self._height(rows)))
        if len(over) <= len(rows) or over[: len(rows)] != rows:
            return rows
        return self._covering(over[: len(rows) + 1])

    def _stand_over(self, rows: tuple[int, ...]) -> bool:
        """Return whether all of these headings belong to the first row that is seen below them."""
        readable = self._view.fontMetrics().lineSpacing()
        return self._over(self._row_at(self._height(rows) + readable))[: len(rows)] == rows

    def _over(self, row: int) -> tuple[int, ...]:
        """Return the headings that a row stands under, or is: of section or table, of its columns, of its group."""
        if row < 0:
            return ()
        found = [self._before(row, HEADINGS)]
        if self._entries[row].kind in _UNDER_HEADS:
            head = self._before(row, ("head",))
            found += [head] if head > found[0] else []
            group = self._group_of(row, found[-1])
            found += [group] if group > found[-1] else []
        return tuple(one for one in found if one >= 0)

    def _group_of(self, row: int, above: int) -> int:
        """Return the group below the heading `above` that a row belongs to or is, -1 where there is none."""
        path = self._entries[row].path
        for at in range(row, above, -1):
            one = self._entries[at]
            if one.kind == "group" and one.path == path[: len(one.path)]:
                return at
        return -1

    def _before(self, row: int, kinds: tuple[str, ...]) -> int:
        """Return the nearest row of these kinds, that row or one above it; -1 where there is none."""
        return next((one for one in range(row, -1, -1) if self._entries[one].kind in kinds), -1)

    def _next_heading(self) -> int | None:
        """Return where the next heading that comes from below begins, None where none comes near."""
        if not self._rows:
            return None
        last = self._row_at(self._height(self._rows))
        if last < 0:
            return None
        coming = self._before(last, HEADINGS)
        return self._top(coming) if coming > self._rows[0] else None

    def _row_at(self, height: int) -> int:
        row = self._view.indexAt(QPoint(0, height)).row()
        return row if row < len(self._entries) else -1

    def _top(self, row: int) -> int:
        return self._view.visualRect(self._view.model().index(row, 0)).top()

    def _height(self, rows: tuple[int, ...]) -> int:
        width = self._view.viewport().width()
        return sum(self._delegate.height(self._entries[row], width) for row in rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the headings as they stand in the list."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        top = self._pushed
        for entry in self.entries:
            height = self._delegate.height(entry, self.width())
            self._delegate.draw(painter, entry, QRect(0, top, self.width(), height), "head_cell")
            top += height

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the heading."""
        if self._rows and event.button() == Qt.MouseButton.LeftButton:
            self._go_to_row(self._rows[0])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the list."""
        QCoreApplication.sendEvent(self._view.viewport(), event)
