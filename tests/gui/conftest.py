"""What the tests of the window share: an open report, the whole window, and the hands of a clerk."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from core.report import Report, blank
from core.settings import Settings
from core.store import ReportFile
from core.template import Library
from gui import collecting
from gui import theme as themes
from gui.session import Session
from gui.theme import STYLE, Theme
from gui.window import MainWindow

OFFICE = "清溪县柳河镇人民政府"
PATIENCE = (
    20.0  # seconds: a disk under load takes its time, and what a test says of saving must not depend on it
)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that waits for the disk until it has answered, as it does for a quick one."""
    for module in ("gui.writing", "gui.keeping", "gui.questions", "gui.places", "gui.leaving"):
        monkeypatch.setattr(f"{module}.PATIENCE", PATIENCE)


@pytest.fixture(autouse=True)
def garbage_on_this_thread() -> Iterator[None]:
    """Garbage is collected as in the program: never on a worker."""
    gc.disable()
    yield
    collecting.collect_what_is_due()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def no_words_left_behind() -> Iterator[None]:
    """Nothing on the clipboard at the end: on a screen that is not there it outlives Python, and Qt falls over it."""
    yield
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What the application of the tests is started with: the style of the program's own."""
    return ["nianbao", *STYLE]


@pytest.fixture
def report(library) -> Report:
    """A blank report on the form of 2021."""
    return blank(library.get("national-2021"), 2024, OFFICE)


@pytest.fixture
def make_session(qapp, library: Library) -> Callable[..., Session]:
    """Return a function that opens a report."""

    def make(report: Report, **options: object) -> Session:
        return Session(library, ReportFile(report), **options)

    return make


@pytest.fixture
def session(report, make_session) -> Session:
    """A blank report, open."""
    return make_session(report)


@pytest.fixture
def window(qtbot, library) -> Iterator[MainWindow]:
    """The whole window on its home page."""
    window = MainWindow(lambda: library, Settings(), Theme.load("light"))
    window.show()
    qtbot.waitExposed(window)
    yield window
    _close(window)


def _close(window: MainWindow) -> None:
    window._leaving = True
    window.close()
    window.deleteLater()
    # gone with its test: a timer that still runs would write into the folder of the next one
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window_on(qtbot, library, undressed, monkeypatch) -> Iterator[Callable[[QSize, Settings], MainWindow]]:
    """A maker of windows over the whole of a screen with that much room, in the look that the options name."""
    made: list[MainWindow] = []

    def make(room: QSize, options: Settings) -> MainWindow:
        monkeypatch.setattr(QScreen, "availableSize", lambda _: room)
        monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(QPoint(), room))
        window = MainWindow(lambda: library, options, themes.dress(options))
        made.append(window)
        window.resize(room)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    for window in made:
        _close(window)


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, given back in the look that it had."""
    before = (qapp.styleSheet(), qapp.palette(), qapp.font(), qapp.style().objectName())
    yield qapp
    # Windows closed before go first: Qt falls over what is left of them once the style sheet is gone and comes again.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet(before[0])
    qapp.setStyle(before[3])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])
    for scale in ("scale", "pageScale"):
        qapp.setProperty(scale, None)


class Hands:
    """What a clerk does with mouse and keys, by the names of the widgets."""

    def __init__(self, window: MainWindow, qtbot) -> None:
        self.window = window
        self.qtbot = qtbot

    def find(self, name: str, kind: type = QWidget):
        """Wait until a widget of that name is in sight and return it."""
        self.qtbot.waitUntil(lambda: self._seen(name, kind) is not None, timeout=30_000)
        return self._seen(name, kind)

    def _seen(self, name: str, kind: type):
        found = [widget for widget in self.window.findChildren(kind, name) if widget.isVisible()]
        return found[-1] if found else None

    def sees(self, name: str) -> bool:
        return self._seen(name, QWidget) is not None

    def press(self, name: str) -> None:
        """Press a button."""
        self.find(name, QPushButton).click()

    def command(self, name: str) -> None:
        """Give a command as its menu entry does."""
        action = self.action(name)
        assert action.isEnabled(), name
        action.trigger()

    def action(self, name: str):
        return next(action for action in self.window.actions() if action.objectName() == name)

    def choose_file(self, name: str, path: Path) -> None:
        """Choose a file in the file dialog of that name."""
        dialog = self.find(name, QFileDialog)
        dialog.fileSelected.emit(str(path))
        dialog.close()


@pytest.fixture
def hands(window, qtbot) -> Hands:
    """The hands at the window."""
    return Hands(window, qtbot)
