"""A layout is added to another before it is filled.

PySide 6.9 makes a Python object of every item of a layout that is added, and keeps it when Qt has deleted the item.
An event that Qt puts at the same place of the memory later comes to Python as that item: "'QWidgetItem' object has no
attribute 'type'", in whatever handler it was for.
"""

import ast
import gc
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QVBoxLayout, QWidget

from core.store import ReportFile

GUI = Path(__file__).resolve().parents[2] / "gui"
FILLS = {"addWidget", "insertWidget", "addRow", "addItem"}
NESTS = {"addLayout", "insertLayout", "addRow"}


def calls(function: ast.AST, names: set[str]) -> list[ast.Call]:
    return [
        one
        for one in ast.walk(function)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr in names
    ]


def nested_late(source: str) -> list[int]:
    """Return the lines of a module where a layout is added that was filled before, in the same function."""
    functions = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.FunctionDef)]
    late = []
    for function in functions:
        filled = [(ast.unparse(one.func.value), one.lineno) for one in calls(function, FILLS)]
        for call in calls(function, NESTS):
            inner = {ast.unparse(one) for one in call.args}
            late += [call.lineno for name, line in filled if name in inner and line < call.lineno][:1]
    return late


@pytest.mark.parametrize(
    "module", sorted(GUI.rglob("*.py")), ids=lambda path: path.relative_to(GUI).as_posix()
)
def test_a_layout_is_added_before_it_is_filled(module: Path):
    assert nested_late(module.read_text(encoding="utf-8")) == []


def test_a_layout_that_is_filled_first_is_found():
    first = "def lay(self):\n    row.addWidget(one)\n    outer.addLayout(row)\n"
    second = "def lay(self):\n    outer.addLayout(row)\n    row.addWidget(one)\n"

    assert nested_late(first) == [3]
    assert nested_late(second) == []


def items() -> int:
    gc.collect()
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, QLayout) for one in gc.get_objects())


def test_a_filled_layout_that_is_added_leaves_an_item_behind(qtbot):
    outer = QWidget()
    qtbot.addWidget(outer)
    layout, late, early = QVBoxLayout(outer), QHBoxLayout(), QHBoxLayout()
    before = items()

    layout.addLayout(early)
    early.addWidget(QLabel("早"))
    assert items() == before

    late.addWidget(QLabel("晚"))
    layout.addLayout(late)
    assert items() == before + 1  # where this fails, PySide has mended it, and these tests may go


def test_an_open_report_has_no_items_in_python(window, report, qapp):
    before = items()

    window.desk.open(ReportFile(report), None)
    qapp.processEvents()

    assert items() <= before
