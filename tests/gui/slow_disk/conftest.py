"""What the tests of slow disks share: a disk that writes nothing until it is let, under a window that does not wait."""

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from core import paths, store
from core.edits import SetCells
from core.errors import OutputError
from core.report import Report
from core.store import ReportFile, history, read, write
from tests.gui.slow_disk.share import PATIENCE, Share

CELL = "disclosure.rules.made"
SAVED = datetime(2025, 1, 9, 14, 5)
FULL = "无法写入“柳河镇.nianbao”：磁盘空间不足。"
OTHER = "清溪县石桥乡人民政府"
MANY = 50


class Disk:
    """Takes each report file when it is let; `refuses` is what it says instead, once for each of them."""

    def __init__(self) -> None:
        self.refuses: list[Exception] = []
        self.written: list[Path] = []
        self._asked = threading.Semaphore(0)
        self._let = threading.Semaphore(0)

    def write(self, file: ReportFile, path: Path, *told: object) -> None:
        """Stand in for `store.write`."""
        self._asked.release()
        assert self._let.acquire(timeout=PATIENCE)
        if self.refuses:
            raise self.refuses.pop()
        write(file, path, *told)
        self.written.append(path)

    def is_asked(self) -> bool:
        """Return once for each file whether somebody wants to write it."""
        return self._asked.acquire(blocking=False)

    def let(self, times: int = 1) -> None:
        """Let it take so many files."""
        self._let.release(times)


@pytest.fixture
def qtbot(qtbot):
    """Qt's robot, patient: the disk that it waits for may be slow by itself."""
    wait = qtbot.waitUntil
    qtbot.waitUntil = lambda is_so, timeout=PATIENCE * 1000: wait(is_so, timeout=timeout)
    return qtbot


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The disk of the clerk's reports."""
    monkeypatch.setattr("gui.writing.PATIENCE", 0)
    disk = Disk()
    monkeypatch.setattr(store, "write", disk.write)
    yield disk
    disk.let(MANY)


@pytest.fixture
def saved(report: Report, tmp_path: Path) -> Path:
    """A report in a file of the clerk's, with the version that a save leaves."""
    file, path = ReportFile(report), tmp_path / "柳河镇.nianbao"
    file.others = history.kept(file, "save", SAVED)
    write(file, path)
    return path


@pytest.fixture
def opened(window, hands, disk: Disk, saved: Path) -> Iterator[Path]:
    """The report in the window, changed there."""
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "3")
    yield saved
    disk.let(MANY)
    if window.isVisible():
        window.desk.close()


@pytest.fixture
def saving(window, hands, qtbot, disk: Disk, opened: Path) -> Path:
    """The report on its way to its file."""
    save(hands, disk)
    return opened


def save(hands, disk: Disk) -> None:
    """Save, until the disk is at it."""
    hands.command("save")
    hands.qtbot.waitUntil(disk.is_asked)


def type_cell(window, text: str) -> None:
    window.desk.session.edit(SetCells({CELL: text}))


def cell(path: Path) -> str:
    return read(path).report.text(CELL)


def full() -> OutputError:
    return OutputError(FULL)


def line(hands) -> str:
    """Return what the line at the bottom says of saving."""
    return hands.find("statusSaved", QLabel).accessibleName()


def settled(window) -> bool:
    """Return whether nothing is on its way to the disk."""
    return not window.desk.saving.writing.is_busy


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Share]:
    """A share, under a window that waits for no disk; it answers until it goes off."""
    for module in ("gui.writing", "gui.keeping", "gui.questions", "gui.places"):
        monkeypatch.setattr(f"{module}.PATIENCE", 0)
    share = Share(tmp_path / "共享", monkeypatch)
    yield share
    share.answer()


def boxes(window) -> list[str]:
    return [one.objectName() for one in window.findChildren(QMessageBox) if one.isVisible()]


def kept_aside() -> list[Path]:
    return list(paths.recovery().glob("*.nianbao"))
