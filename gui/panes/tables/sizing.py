"""The room of a view shared out among the columns and rows of its form, anew whenever there is more or less of it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QTableView

from core.grid import Grid
from gui.panes.tables.head_rows import HeadRows
from gui.panes.tables.measure import close_set, column_widths, least_room, pinned, row_heights

_WIDEST = 54  # in line heights
_MOST_NEEDED = 9  # in line heights: a higher head and a row of figures may not make the window higher
_TABLE_SCALE = 0.95


class Sizing:
    """Knows how wide and high the form in a view stands, and gives the view its least and its greatest height."""

    def __init__(self, view: QTableView, head: HeadRows) -> None:
        self._view, self._head = view, head
        self._grid: Grid | None = None
        self._measuring = self._grows = self._is_placed = False
        self._heights: list[int] = []  # of the rows where there is room for them
        self._shared = 0  # the width among the columns
        self._narrowed = QSize()  # the room in which a bar was in the way, none where there was none

    def take(self, grid: Grid) -> None:
        """Share the room out for another form."""
        self._grid = grid
        self._measure(grid)

    def follow(self, width: int) -> bool:
        """Share out anew in a view whose rows have that width now; return whether that was to be done."""
        self._is_placed = True
        # also where a bar goes while measuring
        self._head.resize(self._view.viewport().width(), self._head.height())
        if self._grid is None or self._measuring:
            return False
        is_only_bar = self._narrowed == self._room  # in the same room only a bar can come or go
        if self._grows or (width != self._shared and not is_only_bar):
            self._measure(self._grid)
        else:
            self._set_rows(self._grid.head_rows)
        self._begin_below_head()
        return True

    @property
    def working_height(self) -> int:
        """The height in which some rows are seen below the least of the head, as far as that is known."""
        if not self._is_placed or self._grid is None:
            return self._view.minimumHeight()
        room = least_room(self._heights, self._grid.head_rows, self._view.fontMetrics())
        return room + 2 * self._view.frameWidth() + 1

    def _measure(self, grid: Grid) -> None:
        """Share the width out; where that brings the scroll bar, what it leaves, even if the bar is gone again then.

        Narrower columns make a higher head, a higher head takes rows out of sight, or folds and the bar goes: without
        an end to it, for ever.
        """
        view = self._view
        self._measuring = True
        width = self._room.width()
        all_seen = self._share(grid, width)
        view.updateGeometries()  # a bar in sight may be that of the table before
        self._grows = view.height() < view.minimumHeight()  # the bar may go with the room that is to come
        self._narrowed = QSize()
        if view.viewport().width() < width and not all_seen and not self._grows:
            self._narrowed = self._room
            self._share(grid, view.viewport().width())
        self._measuring = False

    @property
    def _room(self) -> QSize:
        """The room for the form and a bar beside it."""
        return QSize(self._view.maximumViewportSize().width(), self._view.height())

    def _begin_below_head(self) -> None:
        """Let the rows begin where the head ends now, and both be as wide.

        Qt does so later, and not at all where a bar goes or the head changes while the form is just being shown.
        """
        self._view.updateGeometries()
        self._head.resize(self._view.viewport().width(), self._head.height())

    def _share(self, grid: Grid, width: int) -> bool:
        """Give every column its share of the width and every row the height its labels need; return whether all are seen."""
        view, self._shared = self._view, width
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * _TABLE_SCALE)
        view.setFont(font)
        self._head.setFont(font)
        metrics = view.fontMetrics()
        widths = column_widths(grid, min(width, _WIDEST * metrics.height()), metrics)
        for column, wide in enumerate(widths):
            view.setColumnWidth(column, wide)
            self._head.setColumnWidth(column, wide)
        self._heights = row_heights(grid, widths, metrics)
        all_seen = self._set_rows(grid.head_rows)
        self._limit(grid.head_rows)
        return all_seen

    def _set_rows(self, head_rows: int) -> bool:
        """Give the rows their heights, a little less where all are in sight then; return whether they are."""
        missing = sum(self._heights) + 2 * self._view.frameWidth() - self._view.height()
        heights = close_set(self._heights, missing)
        for row, height in enumerate(heights[head_rows:], head_rows):
            self._view.setRowHeight(row, height)
        self._head.pin(heights, head_rows)
        return sum(heights) <= self._view.height() - 2 * self._view.frameWidth()

    def _limit(self, head_rows: int) -> None:
        """Say how high the view has to be and how high it is of use."""
        heights, metrics = self._heights, self._view.fontMetrics()
        around = 2 * self._view.frameWidth() + 1
        self._view.setMaximumHeight(sum(heights) + around)
        least = sum(pinned(heights, head_rows, 0, metrics)) + min(heights[head_rows:], default=0)
        # before its place is known the form is so narrow and high that the window would grow for it
        most = _MOST_NEEDED * metrics.height() if self._is_placed else 1
        self._view.setMinimumHeight(min(least + around, most))
