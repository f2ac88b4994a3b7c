"""The preview while one types into a long report: how long a key takes, and how long until its page is new."""

import os
import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from core.blocks import Document
from core.checks.model import TextPlace
from core.export import pdf
from core.layout import lay_out
from core.settings import Settings
from core.store import ReportFile
from core.template import built_in
from gui import theme as themes
from gui.theme import Theme
from gui.window import MainWindow
from tests.benchmarks.checking import full_report

_KEYS = 40
_BETWEEN = 0.12  # seconds: a quick typist
_PAUSES = 7
_PATIENCE = 20.0
Spread = Callable[[list[float]], dict[str, float]]


def figures(spread: Spread) -> dict[str, object]:
    """Return the times of keys without and with the preview, and from a key to the new page."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    library = built_in()
    theme = Theme.load("light")
    themes.apply(app, theme)
    window = MainWindow(lambda: library, Settings(), theme)
    window.show()
    window.desk.open(ReportFile(full_report(library)), None)
    work = window.desk.workspace
    assert work is not None
    work.page.go_to(TextPlace("overview", 2, 0, 0, ""))
    without = _type(app, window)
    window.desk.commands["preview"]()
    assert work.preview is not None
    made = _Made(work.preview)
    _until(app, lambda: made.count == 1)
    with_preview = _type(app, window)
    _until(app, lambda: made.is_quiet)
    refreshed = [_refresh(app, window, made) for _ in range(_PAUSES)]
    window.desk.end()
    session = window.desk.session
    assert session is not None
    document = lay_out(session.template, session.report)
    alone = [_render(document) for _ in range(_PAUSES)][1:]
    return {
        "key_without": spread(without),
        "key_with": spread(with_preview),
        "key_ratio": round(statistics.median(with_preview) / statistics.median(without), 2),
        "from_key_to_new_page": spread([whole for whole, _ in refreshed]),
        "setting_the_pages_alone": spread(alone),
        "work_beside_the_window": spread([beside for _, beside in refreshed]),
    }


def _render(document: Document) -> float:
    begin = time.perf_counter()
    pdf.render(document)
    return time.perf_counter() - begin


class _Made:
    """Counts what the preview has begun and made."""

    def __init__(self, preview: object) -> None:
        maker = preview._maker  # type: ignore[attr-defined] # a look behind the scenes, for the clock alone
        self.count = 0
        self.began_at = 0.0
        maker.begun.connect(self._note_begun)
        maker.made.connect(self._note_made)
        self._maker = maker

    def _note_begun(self) -> None:
        self.began_at = time.perf_counter()

    def _note_made(self) -> None:
        self.count += 1

    @property
    def is_quiet(self) -> bool:
        return not self._maker._timer.isActive() and self._maker._job is None


def _sheet(window: MainWindow) -> QTextEdit:
    found = window.findChild(QTextEdit, "proseEditor")
    assert isinstance(found, QTextEdit)
    return found


def _type(app: QApplication, window: MainWindow) -> list[float]:
    """Return how long each key takes until it stands on the screen, typed at a quick hand's pace."""
    sheet, seconds = _sheet(window), []
    for _ in range(_KEYS):
        begin = time.perf_counter()
        QTest.keyClick(sheet, Qt.Key.Key_1)
        sheet.repaint()
        seconds.append(time.perf_counter() - begin)
        _until(app, lambda begin=begin: time.perf_counter() - begin > _BETWEEN)
    return seconds


def _refresh(app: QApplication, window: MainWindow, made: _Made) -> tuple[float, float]:
    """Return the time from a key to its new page, and the part of it that is work on the worker."""
    count = made.count
    begin = time.perf_counter()
    QTest.keyClick(_sheet(window), Qt.Key.Key_2)
    _until(app, lambda: made.count > count)
    end = time.perf_counter()
    began = made.began_at
    _until(app, lambda: made.is_quiet)
    return end - begin, end - began


def _until(app: QApplication, done: Callable[[], bool]) -> None:
    latest = time.perf_counter() + _PATIENCE
    while not done() and time.perf_counter() < latest:
        app.processEvents()
        time.sleep(0.001)
    assert done()
