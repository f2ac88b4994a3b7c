"""The comparison with what leads through it: which place is shown, the one before, the next."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.dialogs.versions.beside import BesideView
from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.named_button import named_button

_OFF_SPLITTER = 8


class PlaceBar(QWidget):
    """Stands over a comparison; F8 and Shift+F8 do what its buttons do, anywhere in the window."""

    def __init__(self, view: BesideView) -> None:
        super().__init__()
        self._view = view
        self._told = ElidingLabel("versionPlace")
        self._previous = named_button("上一处(&P)", "previousChange")
        self._next = named_button("下一处(&N)", "nextChange")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        layout.addLayout(row)
        row.setContentsMargins(_OFF_SPLITTER, 0, 0, 0)
        row.addWidget(self._told, 1)
        self._previous.clicked.connect(lambda: view.step(-1))
        self._next.clicked.connect(lambda: view.step(1))
        for button, key in ((self._previous, "Shift+F8"), (self._next, "F8")):
            button.setToolTip(key)
            button.setAutoDefault(False)
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
            row.addWidget(button)
        layout.addWidget(view, 1)
        view.place_shown.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        """Say which place is shown, and allow going on where there are more."""
        view = self._view
        self._told.show_words(f"不同之处：第 {view.number} 处，共 {view.count} 处" if view.count else "")
        for button in (self._previous, self._next):
            button.setEnabled(view.count > 1)
