"""What the window remembers from one start to the next: where it stood, and what the clerk set."""

from collections.abc import Callable
from copy import deepcopy
from functools import partial

from PySide6.QtCore import QByteArray, QObject, QSize, QTimer
from PySide6.QtWidgets import QWidget

from core import settings
from core.settings import Settings
from gui import keeping

_SIZE = (1366, 728)
SETTLED_MS = 300


def take_place(window: QWidget, geometry: str) -> None:
    """Put a window where it stood the last time, as far as the screen reaches; else give it the usual size."""
    if not (geometry and window.restoreGeometry(QByteArray.fromBase64(geometry.encode("utf-8", "replace")))):
        window.resize(QSize(*_SIZE))


def hold_size(window: QWidget) -> None:
    """Be no larger than now once the panes have made do with it: before, the window may grow for a larger writing."""
    size = window.size()

    def take_back() -> None:
        if not _fills_screen(window):
            window.resize(window.size().boundedTo(size))

    if not _fills_screen(window):
        QTimer.singleShot(SETTLED_MS, window, take_back)


def _fills_screen(window: QWidget) -> bool:
    return window.isMaximized() or window.isFullScreen()


class Arrangement(QObject):
    """Stores how window and panes stand a moment after they were last moved: the power may go before the program ends."""

    def __init__(self, window: QWidget, options: Settings) -> None:
        super().__init__(window)
        self._window, self._options = window, options
        self._kept, self._size = _standing(options), window.size()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLED_MS)
        self._pause.timeout.connect(self._keep)

    def touch(self) -> None:
        """Hear that something was moved, once the window stands on the screen."""
        if self._window.isVisible():
            self._pause.start()

    def _keep(self) -> None:
        """Store it, where it stands otherwise than it was stored."""
        if self._window.size() != self._size:
            self._size = self._window.size()
            _take_down_place(self._window, self._options)
        now = _standing(self._options)
        if now != self._kept:
            self._kept = now
            keep_options(self._options)


def _standing(options: Settings) -> tuple[object, ...]:
    """Return those of the options that say how window and panes stand."""
    sides = (options.left_shown, options.right_shown, options.right_opened_in, options.right_tab)
    return options.geometry, options.left_width, options.right_width, *sides


def keep(window: QWidget, options: Settings) -> None:
    """Store the options with the place of the window, and wait a moment for that: the program ends."""
    _take_down_place(window, options)
    keep_options(options)
    keeping.end()


def _take_down_place(window: QWidget, options: Settings) -> None:
    options.geometry = window.saveGeometry().toBase64().toStdString()


def keep_options(options: Settings) -> None:
    """Store the options as they are now; where that fails, the work goes on."""
    keeping.keep(partial(settings.save, deepcopy(options)), instead_of="options")


def ask(
    options: Settings,
    window: QWidget,
    dress: Callable[[], object],
    count_anew: Callable[[], object],
    name_office: Callable[[], object],
) -> None:
    """Let the clerk change the options; `dress` shows another look at once, `count_anew` other limits, `name_office` the unit."""
    from gui.dialogs.settings import SettingsDialog

    dialog = SettingsDialog(options, window)
    dialog.look_changed.connect(dress)
    dialog.limits_changed.connect(count_anew)
    dialog.office_changed.connect(name_office)
    for changed in (dialog.look_changed, dialog.limits_changed, dialog.finished):
        changed.connect(lambda: keep_options(options))
    dialog.open()
