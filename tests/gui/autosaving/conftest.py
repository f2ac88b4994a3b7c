"""What the tests of unsaved work share: a report in a file, and what lies kept aside of it."""

import errno
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from core import atomic, autosave, paths, store
from core.autosave import Origin
from core.edits import SetCells
from core.report import Report, blank
from core.settings import Settings
from core.store import ReportFile, read
from gui.theme import Theme
from gui.window import MainWindow
from tests.gui.conftest import Hands

CELL = "disclosure.rules.made"
OTHER = "清溪县石桥乡人民政府"


@pytest.fixture
def saved(report: Report, tmp_path: Path) -> Path:
    """A report in a file of the clerk's."""
    path = tmp_path / "柳河镇2024年报告.nianbao"
    store.write(ReportFile(report), path)
    return path


def kept() -> list[Path]:
    return sorted(paths.recovery().glob("*.nianbao"))


def kept_cell() -> str:
    """Return what stands in the cell of the one report that is kept aside, "" where none is."""
    return read(kept()[0]).report.text(CELL) if kept() else ""


def type_cell(window, text: str) -> None:
    window.desk.session.edit(SetCells({CELL: text}))


def left_behind(
    report: Report, own: Path | None = None, *, cell: str = "7", at: str = "", name: str = "a"
) -> str:
    """Keep a report aside as a process did that has ended since; return its name there."""
    later = report.model_copy(deep=True)
    later.values[CELL] = cell
    kept_as = name * 32
    file = read(own) if own else ReportFile(later)
    file.report = later
    autosave.write(kept_as, store.content(file), Origin(own))
    noted(kept_as, born="another time", **({"time": at} if at else {}))
    return kept_as


def noted(kept_as: str, **told: object) -> None:
    """Write something else into the note of what is kept aside."""
    note = paths.recovery() / f"{kept_as}.json"
    note.write_text(json.dumps(json.loads(note.read_text("utf-8")) | told), "utf-8")


def found(window, hands):
    """Let the window look, and wait for the card."""
    window.look_for_unsaved()
    hands.find("recoveryCard")


def words(hands, name: str) -> str:
    return hands.find(name, QLabel).accessibleName()


@pytest.fixture
def opened(window, hands, saved) -> Path:
    """The report in the window, changed there."""
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "3")
    return saved


@pytest.fixture
def start(qtbot, library) -> Iterator[Callable[[], tuple[MainWindow, Hands]]]:
    """Return a function that starts the program anew, on its home page."""
    made: list[MainWindow] = []

    def begin() -> tuple[MainWindow, Hands]:
        window = MainWindow(lambda: library, Settings(), Theme.load("light"))
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.look_for_unsaved()
        return window, Hands(window, qtbot)

    yield begin
    for window in made:
        window._leaving = True
        window.close()
        window.deleteLater()


def boxes(window) -> list[str]:
    return [one.objectName() for one in window.findChildren(QMessageBox) if one.isVisible()]


def other_report(library, folder: Path) -> Path:
    path = folder / "石桥乡.nianbao"
    store.write(ReportFile(blank(library.get("national-2021"), 2024, OTHER)), path)
    return path


def refuse(monkeypatch, path: Path) -> None:
    """Let the folder of a file be closed for writing."""
    whole = atomic.save

    def save(target: Path, data: bytes, *told: object) -> None:
        if target.parent == path.parent:
            raise atomic.cannot_write(target, OSError(errno.EROFS, "read only"))
        whole(target, data, *told)

    monkeypatch.setattr(atomic, "save", save)
