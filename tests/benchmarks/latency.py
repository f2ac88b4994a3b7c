"""How soon the window answers: keys, cells, sections, opening a report, and how long it ever stands still."""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QTextEdit

from core import store
from core.checks.model import CellPlace, TextPlace
from core.store import ReportFile
from core.template import built_in
from gui.app import build
from gui.pages import pages_of
from tests.benchmarks.checking import full_report

_KEYS = 200
_CELLS = 60
_ROUNDS = 5
_TICK_MS = 2
_PATIENCE = 20.0
_SETTLED = 0.3
_WARM = 3.0  # seconds in which forms and rules are loaded beside the home page
_SIZE = (1366, 728)
_FIXED_WORK = 40_000
Figures = dict[str, float]


def figures() -> dict[str, object]:
    """Return medians, 95th percentiles and largest figures in milliseconds, and the memory in megabytes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["NIANBAO_HOME"] = home
        return _figures()


def _figures() -> dict[str, object]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    bench = _Bench(app)
    opening = bench.openings()
    found: dict[str, object] = {"opening_a_report": spread(opening), "resident_megabytes": round(_resident())}
    watchdog = Watchdog()
    found["cell_edit_to_findings_shown"] = spread(bench.cells())
    found["yardstick_between_cells"] = spread(bench.yardsticks)
    found["longest_block_with_cells_ms"] = watchdog.longest_ms()
    found["section_switch"] = spread(bench.switches())
    watchdog.longest_ms()
    found["key_in_prose_to_painted"] = spread(bench.keys())
    found["longest_block_while_typing_ms"] = watchdog.longest_ms()
    found["resident_megabytes_at_the_end"] = round(_resident())
    bench.end()
    return found


def spread(seconds: list[float]) -> Figures:
    """Return median, 95th percentile and largest, in milliseconds."""
    p95 = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    named = {"median_ms": statistics.median(seconds), "p95_ms": p95, "max_ms": max(seconds)}
    return {name: round(one * 1000, 1) for name, one in named.items()}


class Watchdog(QObject):
    """Ticks on the screen's thread; the longest time between two ticks is how long the window stood still."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self._longest = 0.0
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._tick)
        timer.start(_TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def longest_ms(self) -> float:
        """Return the longest time without a tick since this was last asked, in milliseconds."""
        self._tick()
        longest, self._longest = self._longest, 0.0
        return round(longest * 1000, 1)


class _Bench:
    """The window with the full report, and the work of a quick clerk in it."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._random = random.Random(1)
        self._library = built_in()
        self.yardsticks: list[float] = []
        self.window = build(app)
        self.window.resize(*_SIZE)
        self.window.show()
        self._wait(_WARM)

    def openings(self) -> list[float]:
        """Open the report from its file again and again; the first time warms up."""
        seconds = []
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report.nianbao"
            store.write(ReportFile(full_report(self._library)), path)
            for _ in range(_ROUNDS + 1):
                begin = time.perf_counter()
                self.window.desk.open(store.read(path), None)
                self._paint()
                seconds.append(time.perf_counter() - begin)
                self._wait(_SETTLED)
        return seconds[1:]

    def keys(self) -> list[float]:
        """Type into a long section at a quick hand's pace."""
        work = self.window.desk.workspace
        assert work is not None
        work.page.go_to(TextPlace("overview", 2, 0, 0, ""))
        self._wait(_SETTLED)
        sheet = self.window.findChild(QTextEdit, "proseEditor")
        assert isinstance(sheet, QTextEdit)
        seconds = []
        for _ in range(_KEYS):
            begin = time.perf_counter()
            QTest.keyClick(sheet, Qt.Key.Key_1)
            sheet.repaint()
            seconds.append(time.perf_counter() - begin)
            self._wait(self._random.uniform(0.06, 0.25))
        return seconds

    def cells(self) -> list[float]:
        """Type a wrong figure into the largest table until what the checks say of it is on the screen; undo; the next."""
        work, session = self.window.desk.workspace, self.window.desk.session
        assert work is not None
        assert session is not None
        wanted = [
            one.id
            for one in session.template.cells.values()
            if one.table == "applications" and not one.sums and not one.group
        ]
        told = QEventLoop()
        session.findings_changed.connect(told.quit)
        seconds = []
        for cell in self._random.sample(wanted, _CELLS):
            work.page.go_to(CellPlace(cell, ""))
            view = self.window.findChild(QTableView, "tableView")
            assert isinstance(view, QTableView)
            self._wait(_SETTLED / 2)
            QTest.keyClick(view, Qt.Key.Key_7)
            editor = self._app.focusWidget()
            assert editor is not None
            begin = time.perf_counter()
            QTest.keyClick(editor, Qt.Key.Key_Return)
            told.exec()  # as the program waits: looking again and again would count the naps between the looks
            self._paint()
            seconds.append(time.perf_counter() - begin)
            self.yardsticks.append(_yardstick())
            session.undo_stack.undo()
        return seconds

    def switches(self) -> list[float]:
        """Go through all sections."""
        work, session = self.window.desk.workspace, self.window.desk.session
        assert work is not None
        assert session is not None
        seconds = []
        for page in [*pages_of(session.template, session.report)] * _ROUNDS:
            begin = time.perf_counter()
            work.page.show_page(page)
            self._paint()
            seconds.append(time.perf_counter() - begin)
            self._wait(0.02)
        return seconds

    def end(self) -> None:
        """Close the window."""
        self.window.desk.end()
        self.window.tasks.close()
        self.window.hide()

    def _paint(self) -> None:
        """Let the window lay out and paint what is new in it, and go what was put away."""
        self._app.processEvents()
        self._app.processEvents()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _wait(self, seconds: float) -> None:
        begin = time.perf_counter()
        self._until(lambda: time.perf_counter() - begin > seconds)

    def _until(self, done: Callable[[], bool]) -> None:
        latest = time.perf_counter() + _PATIENCE
        while not done() and time.perf_counter() < latest:
            self._app.processEvents()
            time.sleep(0.0005)
        assert done()


def _yardstick() -> float:
    """Return the seconds that a fixed piece of work takes now: the same machine may be half as fast an hour later."""
    begin = time.perf_counter()
    sum(number * number for number in range(_FIXED_WORK))
    return time.perf_counter() - begin


def _resident() -> float:
    """Return the memory that the process holds now, in megabytes."""
    with Path("/proc/self/status").open(encoding="ascii") as status:
        line = next(one for one in status if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
