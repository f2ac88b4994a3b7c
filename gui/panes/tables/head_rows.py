"""The head rows of a form, in a view of their own that stays while the rows below them scroll."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyledItemDelegate, QTableView


class HeadRows(QTableView):
    """The head rows of the form, which stay while the rows below them scroll."""

    def __init__(self, body: QTableView) -> None:
        super().__init__(body)
        self._body = body
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the rows below."""
        QApplication.sendEvent(self._body.viewport(), event)


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
