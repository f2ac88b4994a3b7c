"""The head rows of a form, in a view of their own that stays while the rows below them scroll."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyledItemDelegate, QTableView, QToolTip

from core.grid import Grid
from gui.models.table import TableModel
from gui.panes.tables.measure import pinned
from gui.widgets.plain import plain


class HeadRows(QTableView):
    """The head rows of the form, which stay while the rows below them scroll.

    While `is_folded` the innermost row stands alone.
    """

    def __init__(self, body: QTableView) -> None:
        super().__init__(body)
        self._body = body
        self.is_folded = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def pin(self, heights: list[int], head_rows: int) -> None:
        """Keep as much of the head above the rows as leaves some of them in sight, of rows of these heights."""
        body = self._body
        stay = pinned(heights, head_rows, body.height(), self.fontMetrics())
        for row, height in enumerate(stay):
            self.setRowHidden(row, not height)
            if height:
                self.setRowHeight(row, height)
        head, frame = sum(stay), body.frameWidth()
        # Qt keeps that room free, the official head stands in it
        body.horizontalHeader().setFixedHeight(head)
        body.horizontalHeader().setVisible(head > 0)
        self.setGeometry(frame, frame, body.viewport().width(), head)
        self.setVisible(head > 0)
        self.is_folded = stay != heights[:head_rows]

    def viewportEvent(self, event: QEvent) -> bool:
        """Say under the mouse what a column is called in full where its head has no room for that."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.is_folded:
            QToolTip.showText(event.globalPos(), plain(self._whole_name(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def _whole_name(self, point: QPoint) -> str:
        """Return all heads over a column, outermost first."""
        model, column = self.model(), self.columnAt(point.x())
        if not isinstance(model, TableModel):
            return ""
        heads = (model.place(row, column) for row in range(model.grid.head_rows))
        return " · ".join(dict.fromkeys(one.text for one in heads if one))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the rows below."""
        QApplication.sendEvent(self._body.viewport(), event)


def part(body: QTableView, head: QTableView, grid: Grid) -> None:
    """Show the head rows of a form in the one view and the others in the other, with the merged cells of each."""
    for row in range(grid.rows):
        body.setRowHidden(row, row < grid.head_rows)
        head.setRowHidden(row, row >= grid.head_rows)
    for view in (body, head):
        view.clearSpans()
    for one in grid.cells:
        if one.row_span * one.column_span > 1:
            view = head if one.row < grid.head_rows else body
            view.setSpan(one.row, one.column, one.row_span, one.column_span)


def plain_look(view: QTableView, delegate: QStyledItemDelegate) -> None:
    """Let a view show nothing but the cells that the delegate draws."""
    view.horizontalHeader().hide()
    view.verticalHeader().hide()
    view.horizontalHeader().setMinimumSectionSize(1)
    view.verticalHeader().setMinimumSectionSize(1)
    view.setShowGrid(False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.setItemDelegate(delegate)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
