"""The pane at the right of a page: its panels as tabs, so close that the names of all are in sight."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QTabBar, QTabWidget, QWidget

from gui.widgets.looks_again import LooksAgain
from gui.widgets.tab_order import in_tab_order

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

    By that key a panel is looked at while one goes on writing; who works in it comes back by Esc.

    Signals:
        wanted(QWidget): the key of a panel was pressed, and its tab could not hear it.
        asked_for(QWidget, bool): the clerk asked for a panel by its tab, or where that is True by its key; it is in sight
            by now.
        left(): the clerk goes back to the page (Esc).
    """

    wanted = Signal(object)
    asked_for = Signal(object, bool)
    left = Signal()

    def __init__(self, heard_in: QWidget, *panels: tuple[QWidget, str]) -> None:
        """Take the panels with their names; their keys are heard in all of `heard_in`, also while this is folded."""
        super().__init__()
        self.setObjectName("sidePanel")
        bar = _Bar()
        bar.asked.connect(lambda by_key: self.asked_for.emit(self.currentWidget(), by_key))
        self.setTabBar(bar)
        self.setDocumentMode(True)
        self.tabBar().setStyleSheet(_CLOSE)
        self._names = [name for _, name in panels]
        self._keys: list[QShortcut] = []
        for number, (panel, name) in enumerate(panels, 1):
            self.addTab(panel, _SHAPES[0](name, number))
            bar.setAccessibleTabName(number - 1, name)
            self.setTabToolTip(number - 1, f"{name}（Alt+{number}，再按一次光标进去）")
            key = QShortcut(QKeySequence(f"Alt+{number}"), heard_in)
            key.activated.connect(partial(self._bring, panel))
            self._keys.append(key)
        self._share_keys()

    def _bring(self, panel: QWidget) -> None:
        self.wanted.emit(panel)
        self.asked_for.emit(panel, True)

    def take_keys(self) -> None:
        """Put the keys into the panel in front: where they were there last, else into its first part that takes them."""
        panel = self.currentWidget()
        parts = [one for one in in_tab_order(panel) if one.isVisible() and one.isEnabled()]
        last = panel.focusWidget()
        to = last if last in parts else next(iter(parts), self.tabBar())
        to.setFocus(Qt.FocusReason.ShortcutFocusReason)
        area = to.parentWidget()
        while area and area is not panel:
            if isinstance(area, QScrollArea):  # it follows the Tab key alone
                area.ensureWidgetVisible(to)
            area = area.parentWidget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the page by Esc, wherever in here the keys are and nothing nearer takes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

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
        asked(bool): by a key where that is True, or by the mouse; the tab is in front by now.
    """

    asked = Signal(bool)

    def event(self, event: QEvent) -> bool:
        """Hear keys and mouse."""
        is_taken = super().event(event)
        if event.type() in _ASKED:
            self.asked.emit(event.type() == QEvent.Type.Shortcut)
        return is_taken
