"""What Qt made for itself is not held: the Python side of it can end while it lives on.

Shiboken knows an object by its address. A scroll bar that Qt frees and another that it makes in the same place are
one to it, and with the page of the first goes the Python side of the second: "Internal C++ object already deleted".
"""

import gc
from collections.abc import Iterator
from contextlib import suppress
from types import FunctionType

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QListWidget

from core import carry, opening
from core.store import ReportFile
from gui.widgets.scroll_bars import hide_idle
from tests.screenshots.scenes import SAMPLE, scenes


def _is_made_by_qt(value: object) -> bool:
    return (
        isinstance(value, QObject)
        and not isinstance(value, QCoreApplication)
        and shiboken6.isValid(value)
        and not shiboken6.createdByPython(value)
    )


def _attributes(one: object) -> dict[str, object]:
    if hasattr(one, "__dict__"):
        return dict(vars(one))
    names = [name for kind in type(one).__mro__ for name in getattr(kind, "__slots__", ())]
    return {name: getattr(one, name, None) for name in names}


def _held() -> Iterator[tuple[str, object]]:
    """Yield what objects and functions of the window hold, each with where."""
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and _is_ours(one.__module__):
            for cell in one.__closure__ or ():
                with suppress(ValueError):  # one that holds nothing yet
                    yield f"{one.__module__}.{one.__qualname__}", cell.cell_contents
        elif _is_ours(getattr(type(one), "__module__", "")):
            for name, value in _attributes(one).items():
                several = value.values() if type(value) is dict else value
                for part in list(several) if isinstance(several, (list, tuple, set)) else [value]:
                    yield f"{type(one).__module__}.{type(one).__name__}.{name}", part


def _is_ours(module: object) -> bool:
    return isinstance(module, str) and module.split(".")[0] == "gui"


def _held_of_qt() -> set[str]:
    return {f"{where}: {type(value).__name__}" for where, value in _held() if _is_made_by_qt(value)}


def test_the_window_holds_nothing_that_qt_made(window, library, tmp_path):
    # when
    found: set[str] = set()
    for _ in scenes(window, library, tmp_path):
        found |= _held_of_qt()

    # then
    assert found == set()


def test_the_test_finds_what_it_looks_for(window):
    # given
    bar = QListWidget(window).verticalScrollBar()

    def closure() -> object:
        return bar

    closure.__module__ = "gui.somewhere"
    window.a_bar, window.some_bars = bar, [bar]

    # then
    places = {where for where in _held_of_qt() if "test_the_test" in where or "_bar" in where}
    assert len(places) == 3

    del window.a_bar, window.some_bars


def test_a_bar_whose_python_side_ended_is_asked_for_anew(qtbot):
    # given
    box = QListWidget()
    qtbot.addWidget(box)
    hide_idle(box)

    # when
    shiboken6.invalidate(box.verticalScrollBar())
    box.verticalScrollBar().setRange(0, 9)

    # then
    assert box.verticalScrollBar().isEnabled()


@pytest.mark.parametrize("command", ["nextToLookAt", "nextFinding", "nextBlank"])
def test_one_is_led_on_though_the_python_side_of_the_bars_ended(window, hands, qtbot, library, command):
    # given
    draft = carry.forward(library, opening.load(SAMPLE, library).report)
    window.desk.open(ReportFile(draft), None)
    hands.find("proseEditor")
    for area in window.findChildren(QAbstractScrollArea):
        shiboken6.invalidate(area.verticalScrollBar())

    # when
    with qtbot.captureExceptions() as faults:
        for _ in range(3):
            hands.command(command)
            QApplication.processEvents()

    # then
    assert faults == []
