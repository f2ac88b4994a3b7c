"""What the tests of unsaved work share: a report in a file, and what lies kept aside of it."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from core import autosave, paths, store
from core.autosave import Origin
from core.edits import SetCells
from core.report import Report
from core.store import ReportFile, read

CELL = "disclosure.rules.made"


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
    autosave.write(kept_as, store.content(ReportFile(later)), Origin(own))
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
