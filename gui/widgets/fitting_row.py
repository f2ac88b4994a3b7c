"""A row of widgets of which the last is left out, whole, where it has no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

_SPACING = 8


class FittingRow(QWidget):
    """Shows `widgets` from the left and `last` at the right, as long as it does not squeeze the others."""

    def __init__(self, widgets: Sequence[QWidget], last: QWidget) -> None:
        super().__init__()
        self._widgets, self._last = tuple(widgets), last
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        for widget in self._widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(last)
        for widget in self._widgets:
            widget.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Ask for no room for the last: it takes what is left."""
        wanted = [one.sizeHint() for one in self._widgets if not one.isHidden()]
        width = sum(one.width() for one in wanted) + _SPACING * len(wanted)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: what has no room is cut or left out here."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what has room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when one of the others comes or goes."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Look again when words in it have another length."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        wanted = [
            max(one.minimumSizeHint().width(), one.minimumWidth())
            for one in self._widgets
            if not one.isHidden()
        ]
        room = self.width() - sum(wanted) - _SPACING * (len(wanted) + 1)
        if self._last.isHidden() == (self._last.sizeHint().width() <= room):
            self._last.setVisible(self._last.isHidden())
