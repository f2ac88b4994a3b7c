"""A narrow button at the edge in place of a pane that is folded away: it says how to bring it back."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

_WIDTH = 1.1  # of the height of a letter


class EdgeButton(QToolButton):
    """Stands where a pane would be, as long as that is hidden; its words run from top to bottom."""

    def __init__(self, pane: QWidget, name: str, words: str, tip: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText("\n".join(one for one in words if one.strip()))
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setProperty("edge", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there are keys for it
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._pane = pane
        pane.installEventFilter(self)
        self.setVisible(pane.isHidden())

    def sizeHint(self) -> QSize:
        """Ask for the width of a letter and a little room."""
        return QSize(round(self.fontMetrics().height() * _WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for no less."""
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go as the pane goes and comes."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(self._pane.isHidden())
        return super().eventFilter(watched, event)
