"""The pane at the right of a page: its panels as tabs, so close that the names of all are in sight."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

_CLOSE = "QTabBar::tab { padding: 2px 3px; } QToolButton { padding: 0; }"


class SideTabs(QTabWidget):
    """Shows panels as tabs, each with its name and a key: Alt and its number, told on the tab where there is room.

    Signals:
        wanted(QWidget): the key of a panel was pressed, and its tab could not hear it.
    """

    wanted = Signal(object)

    def __init__(self, heard_in: QWidget, *panels: tuple[QWidget, str]) -> None:
        """Take the panels with their names; their keys are heard in all of `heard_in`, also while this is folded."""
        super().__init__()
        self.setObjectName("sidePanel")
        self.setDocumentMode(True)
        self.tabBar().setStyleSheet(_CLOSE)
        self._names = [name for _, name in panels]
        self._has_letters = True
        self._keys: list[QShortcut] = []
        for number, (panel, name) in enumerate(panels, 1):
            self.addTab(panel, _lettered(name, number))
            self.setTabToolTip(number - 1, f"{name}（Alt+{number}）")
            key = QShortcut(QKeySequence(f"Alt+{number}"), heard_in)
            key.activated.connect(partial(self.wanted.emit, panel))
            self._keys.append(key)
        self._share_keys()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the tabs hear their letters."""
        super().showEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hear the keys for the tabs, which hear nothing out of sight."""
        super().hideEvent(event)
        self._share_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether there is room for the letters."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Look again where the writing has another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Leave out the letters where the names of all would not be in sight with them."""
        measure = self.tabBar().fontMetrics()
        letters = sum(measure.horizontalAdvance(f"({number})") for number in range(1, self.count() + 1))
        wanted = self.tabBar().sizeHint().width() + (0 if self._has_letters else letters)
        has_letters = wanted <= self.width()
        if has_letters != self._has_letters:
            self._has_letters = has_letters
            for number, name in enumerate(self._names, 1):
                self.setTabText(number - 1, _lettered(name, number) if has_letters else name)
        self._share_keys()

    def _share_keys(self) -> None:
        """Hear the keys here where no tab hears them: two that hear the same hear nothing."""
        for key in self._keys:
            key.setEnabled(self.isHidden() or not self._has_letters)


def _lettered(name: str, number: int) -> str:
    return f"{name}(&{number})"
