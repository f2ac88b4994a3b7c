"""The walk through the window: each page, each panel and each dialog that a command opens, with a real report."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from core import carry, opening
from core.edits import SetCells
from core.paths import RESOURCES
from core.report import Report
from core.store import ReportFile, write
from core.template import Library
from gui.commands import COMMANDS
from gui.pages import pages_of
from gui.window import MainWindow

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
_PATIENCE_MS = 60_000
_BREATH_MS = 20
_SETTLING_MS = 150

# What opens something is written with dots; a file dialog is Qt's and not ours.
_OPENS = "…"
_OPEN_AS_WELL = {"help", "keyList"}
_FILE_DIALOGS = {"openLastYear", "openReport", "importFile", "saveAs"}


@dataclass(frozen=True)
class Scene:
    """What is to be looked at: the window as it stands, and the dialog over it if there is one."""

    name: str
    dialog: QDialog | None = None


def scenes(window: MainWindow, library: Library, folder: Path) -> Iterator[Scene]:
    """Yield each scene while it is on show; files go into `folder`."""
    last = opening.load(SAMPLE, library).report
    yield Scene("home-empty")
    yield from _dialogs(window, "home", needs_report=False)
    _open(window, last, folder)
    yield from _at_desk(window, carry.forward(library, last), folder)
    window.desk.close()
    wait(lambda: False, _SETTLING_MS)
    yield Scene("home-known")
    yield from _in_review(window)


def _open(window: MainWindow, report: Report, folder: Path) -> None:
    path = folder / f"{report.unit.short_name}{report.year}年报告.nianbao"
    file = ReportFile(report)
    write(file, path)
    window.desk.open(file, path)


def _at_desk(window: MainWindow, draft: Report, folder: Path) -> Iterator[Scene]:
    _open(window, draft, folder)
    work, session = window.desk.workspace, window.desk.session
    assert work is not None
    assert session is not None
    row = [cell for cell in session.template.cells if cell.startswith("reviews.cases.review_")]
    session.edit(SetCells(dict.fromkeys(row, "1"), "填写"))  # the total cannot be right
    session.check()
    for number, page in enumerate(pages_of(session.template, session.report)):
        work.page.show_page(page)
        wait(lambda: False, _SETTLING_MS)
        yield Scene(f"page-{number}-{page.section or page.tables[0]}")
    work.page.show_page(pages_of(session.template, session.report)[1])
    work.side.show()
    for tab in range(work.side.count()):
        work.side.setCurrentIndex(tab)
        wait(lambda: False, _SETTLING_MS)
        yield Scene(f"side-{tab}-{work.side.widget(tab).objectName()}")
    window.desk.commands["preview"]()
    wait(
        lambda: (
            work.preview is not None and work.preview.sheets.in_sight and not work.preview.sheets.lacking()
        )
    )
    yield Scene("preview")
    window.desk.commands["preview"]()
    yield from _dialogs(window, "desk", needs_report=True)


def _dialogs(window: MainWindow, where: str, *, needs_report: bool) -> Iterator[Scene]:
    """Yield what the commands open: a dialog, else something within the window."""
    for command in COMMANDS:
        opens = command.text.endswith(_OPENS) or command.name in _OPEN_AS_WELL
        if not opens or command.name in _FILE_DIALOGS or command.needs_report != needs_report:
            continue
        before = _open_dialogs(window)
        next(one for one in window.actions() if one.objectName() == command.name).trigger()
        wait(lambda: False, _SETTLING_MS)
        new = [one for one in _open_dialogs(window) if one not in before]
        yield Scene(f"{where}-{command.name}", new[-1] if new else None)
        for dialog in new:
            dialog.close()
        wait(lambda: False, _BREATH_MS)


def _open_dialogs(window: MainWindow) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def _in_review(window: MainWindow) -> Iterator[Scene]:
    window.open_path(SAMPLE)
    wait(lambda: window._review is not None)
    wait(lambda: False, _SETTLING_MS)
    yield Scene("review")
    window.desk.opening.review_cancelled.emit()


def wait(until: Callable[[], object], at_most_ms: int = _PATIENCE_MS) -> None:
    """Let the program work until something is so, or the time is up."""
    end = QDeadlineTimer(at_most_ms)
    while not until() and not end.hasExpired():
        QTest.qWait(_BREATH_MS)
    QApplication.processEvents()
