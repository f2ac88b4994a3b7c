"""What every walk through the window needs: a scene on show, the dialogs over it, and patience."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from core.report import Report
from core.store import ReportFile, write
from gui.window import MainWindow

PATIENCE_MS = 60_000
BREATH_MS = 20
SETTLING_MS = 150


@dataclass(frozen=True)
class Scene:
    """What is to be looked at: the window as it stands, and the dialog over it if there is one."""

    name: str
    dialog: QDialog | None = None


def open_in(window: MainWindow, report: Report, folder: Path) -> None:
    """Open a report in the window from a file of its own in the folder."""
    path = folder / f"{report.unit.short_name}{report.year}年报告.nianbao"
    file = ReportFile(report)
    write(file, path)
    window.desk.open(file, path)


def open_dialogs(window: MainWindow) -> list[QDialog]:
    """Return the dialogs in sight."""
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def wait(until: Callable[[], object], at_most_ms: int = PATIENCE_MS) -> None:
    """Let the program work until something is so, or the time is up."""
    end = QDeadlineTimer(at_most_ms)
    while not until() and not end.hasExpired():
        QTest.qWait(BREATH_MS)
    QApplication.processEvents()


def settle() -> None:
    """Let the program come to rest."""
    wait(lambda: False, SETTLING_MS)
