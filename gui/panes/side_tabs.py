"""The pane at the right of a page: its panels as tabs, so close that the names of all are in sight."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from gui.widgets.looks_again import LooksAgain

_CLOSE = "QTabBar::tab { padding: 2px 3px; } QToolButton { padding: 0; }"


Shape = Callable[[str, int], str]

_SHAPES: tuple[Shape, ...] = (
    lambda name, number: f"{name}(&{number})",
    lambda name, number: f"{name}&{number}",
    lambda name, number: f"{name[:2]}&{number}",
    lambda name, number: f"{name[:1]}&{number}",
)
_ASKED = (QEvent.Type.Shortcut, QEvent.Type.MouseButtonPress)


class SideTabs(LooksAgain, QTabWidget):
    """Shows panels as tabs, each with its name and a key: Alt and its number, told on the tab.

    Signals:
        wanted(QWidget): the key of a panel was pressed, and its tab could not hear it.
        asked_for(QWidget): the clerk asked for a panel by its key or its tab; it is in sight by now.
    """

    wanted = Signal(object)
    asked_for = Signal(object)

    def __init__(self, heard_in: QWidget, *panels: tuple[QWidget, str]) -> None:
        """Take the panels with their names; their keys are heard in all of `heard_in`, also while this is folded."""
        super().__init__()
        self.setObjectName("sidePanel")
        bar = _Bar()
        bar.asked.connect(lambda: self.asked_for.emit(self.currentWidget()))
        self.setTabBar(bar)
        self.setDocumentMode(True)
        self.tabBar().setStyleSheet(_CLOSE)
        self._names = [name for _, name in panels]
        self._keys: list[QShortcut] = []
        for number, (panel, name) in enumerate(panels, 1):
            self.addTab(panel, _SHAPES[0](name, number))
            bar.setAccessibleTabName(number - 1, name)
            self.setTabToolTip(number - 1, f"{name}（Alt+{number}）")
            key = QShortcut(QKeySequence(f"Alt+{number}"), heard_in)
            key.activated.connect(partial(self._bring, panel))
            self._keys.append(key)
        self._share_keys()

    def _bring(self, panel: QWidget) -> None:
        self.wanted.emit(panel)
        self.asked_for.emit(panel)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the tabs hear their letters."""
        super().showEvent(event)
        self.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hear the keys for the tabs, which hear nothing out of sight."""
        super().hideEvent(event)
        self._share_keys()

    def fit(self) -> None:
        """Write the names as long as all are in sight with their keys: the words give way, the keys never."""
        for shape in _SHAPES:
            self._write(shape)
            if self.tabBar().sizeHint().width() <= self.width():
                break
        self._share_keys()

    def _write(self, shape: Shape) -> None:
        for number, name in enumerate(self._names, 1):
            if self.tabText(number - 1) != (text := shape(name, number)):
                self.setTabText(number - 1, text)

    def _share_keys(self) -> None:
        """Hear the keys here where no tab hears them: two that hear the same hear nothing."""
        for key in self._keys:
            key.setEnabled(self.isHidden())


class _Bar(QTabBar):
    """Tells when the clerk asks for a tab, also for the one that is in front already.

    Signals:
        asked(): by a key or the mouse; the tab is in front by now.
    """

    asked = Signal()

    def event(self, event: QEvent) -> bool:
        """Hear keys and mouse."""
        is_taken = super().event(event)
        if event.type() in _ASKED:
            self.asked.emit()
        return is_taken
