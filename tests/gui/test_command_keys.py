"""The keys of all commands work in the lines above the introduction too; those of editing stay with the line."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from core.report import PREFACE
from core.store import ReportFile
from gui.command_keys import EDITING
from gui.commands import COMMANDS
from gui.pages import Page

KEYS = [
    (command.name, key)
    for command in COMMANDS
    for key in QKeySequence.listFromString(command.shortcut)
    if not key.isEmpty()
]


class Greedy(QLineEdit):
    """A line that takes every key for itself, as lines do with some on some desktops (Ctrl+E on Linux)."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.fixture
def focus(window, hands, qtbot, report):
    """Return a function that puts the cursor into a line of the page of title and preface."""
    window.desk.open(ReportFile(report), None)
    window.desk.workspace.page.show_page(Page(PREFACE))
    Greedy(hands.find("headingForm"), objectName="greedy").show()
    window.activateWindow()

    def focus(name: str) -> QLineEdit:
        found = hands.find(name, QLineEdit)
        found.setFocus()
        qtbot.waitUntil(found.hasFocus)
        return found

    yield focus
    window.desk.close()


def takes(line: QLineEdit, key: QKeySequence) -> bool:
    """Whether the line wants a key for itself, so that no command of the window gets it."""
    combination = key[0]
    event = QKeyEvent(QEvent.Type.ShortcutOverride, combination.key(), combination.keyboardModifiers(), "")
    event.ignore()
    QApplication.sendEvent(line, event)
    return event.isAccepted()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("reportTitle", EDITING - {"undo", "redo"}),  # a step back is one of the report
        ("reportOffice", EDITING - {"undo", "redo"}),
        ("greedy", EDITING),
    ],
)
def test_a_line_leaves_the_keys_of_all_commands_but_those_of_editing(focus, name, kept):
    # given
    line = focus(name)

    # then
    assert {command for command, key in KEYS if takes(line, key)} == kept


def test_the_lines_keep_what_selects_all(focus):
    # then
    assert takes(focus("reportTitle"), QKeySequence("Ctrl+A"))


@pytest.mark.parametrize("name", ["reportTitle", "greedy"])
def test_the_export_opens_while_a_line_is_typed(focus, hands, qtbot, name):
    # when
    qtbot.keyClick(focus(name), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)

    # then
    hands.find("exportDialog").close()
