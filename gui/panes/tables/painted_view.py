"""A form of which Qt moves what is painted when it is scrolled, and paints once what a key changes."""

from PySide6.QtCore import QItemSelection, QRect, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QTableView, QWidget

from gui.models.table import TableModel


class PaintedView(QTableView):
    """Shows a form; Qt moves no picture through which the ground could be seen, so the ground beside the cells is painted here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def form(self) -> TableModel:
        """The table shown."""
        model = self.model()
        assert isinstance(model, TableModel)
        return model

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted; the words of tall labels stand where these are in sight, and are painted anew."""
        super().scrollContentsBy(dx, dy)
        half = self.viewport().height() // 2
        for one in self.form.grid.cells:
            if one.role != "value" and (one.row_span > 1 or self.rowHeight(one.row) > half):
                self.viewport().update(self.visualRect(self.form.index(one.row, one.column)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and the ground beside them: what is painted is moved, so Qt leaves no ground of its own."""
        super().paintEvent(event)
        across, down = self.horizontalHeader(), self.verticalHeader()
        cells = QRect(-across.offset(), -down.offset(), across.length(), down.length())
        if not cells.contains(event.rect()):
            port, painter = self.viewport(), QPainter(self.viewport())
            painter.setClipRegion(event.region() - QRegion(cells))
            painter.fillRect(event.rect(), port.palette().brush(port.backgroundRole()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Paint what is chosen now with all else that the same key changed; Qt would paint the window once more for it."""
        if QAccessible.isActive():  # a screen reader is told too
            super().selectionChanged(selected, deselected)
            return
        for part in (selected, deselected):
            self.viewport().update(self.visualRegionForSelection(part))
