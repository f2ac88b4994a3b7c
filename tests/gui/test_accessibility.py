"""Everything that can be worked with has a name for a screen reader and is reached by the keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTableView,
    QTableWidget,
    QToolButton,
    QWidget,
)

from gui.commands import COMMANDS
from tests.screenshots.scenes import Scene, scenes

# Parts of Qt's own widgets, each worked through the whole that it belongs to.
_PARTS = (QHeaderView, QScrollBar)
_COMMANDS = {command.name for command in COMMANDS}
_WHOLES = (QComboBox, QAbstractSpinBox)


def _controls(top: QWidget) -> Iterator[QWidget]:
    """Yield what can be worked with on a page or in a dialog."""
    for widget in top.findChildren(QWidget):
        seen = widget.isVisible() and widget.isEnabled() and widget.window() is top
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if seen and takes_focus and not isinstance(widget, _PARTS) and not _is_part(widget):
            yield widget


def _is_part(widget: QWidget) -> bool:
    """Whether a widget is the inside of another, or a frame that merely scrolls."""
    return (
        widget.objectName().startswith("qt_")
        or isinstance(widget.parent(), _WHOLES)
        or (isinstance(widget, QAbstractButton) and isinstance(widget.parent(), QTableView))  # its corner
        or type(widget) is QScrollArea
    )


def _name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"


def _walk(top: QWidget, *, back: bool = False) -> list[QWidget]:
    """Return where the focus comes to by Tab, or by Shift+Tab, until it has been everywhere."""
    been: list[QWidget] = []
    while top.focusNextPrevChild(not back):
        now = top.focusWidget()
        if now is None or now in been:
            break
        been.append(now)
    return been


def _keeps_tab(table: QTableView) -> bool:
    """Return whether Tab leads from the last cell of a table to its first, and never out of it."""
    table.setFocus()
    last = table.model().index(table.model().rowCount() - 1, table.model().columnCount() - 1)
    table.setCurrentIndex(last)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    return table.window().focusWidget() is table and table.currentIndex() != last


def _by_mouse_alone(top: QWidget) -> list[str]:
    """Return the buttons and links without focus that no key and no menu entry stands for."""
    by_key = {action for action in top.actions() if action.shortcuts() or action.objectName()}
    found = []
    for widget in top.findChildren(QAbstractButton):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QRadioButton)
        if not widget.isVisible() or takes_focus or _is_part(widget):
            continue
        action = widget.defaultAction() if isinstance(widget, QToolButton) else None
        is_known = action in by_key or widget.objectName().rpartition("_")[2] in _COMMANDS
        if not (is_known or widget.shortcut().toString()):
            found.append(_told(widget))
    links = [
        label
        for label in top.findChildren(QLabel)
        if label.isVisible() and label.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByMouse
    ]
    return found + [
        _told(one) for one in links if one.textFormat() != Qt.TextFormat.PlainText and "<a" in one.text()
    ]


def _mates(widget: QWidget) -> set[QWidget]:
    """Return the buttons among which the arrow keys move from one that is a choice of several; else itself alone."""
    if not isinstance(widget, QRadioButton):
        return {widget}
    if group := widget.group():
        return set(group.buttons())
    return {
        one for one in widget.parentWidget().findChildren(QRadioButton) if one.parent() is widget.parent()
    }


def _faults(scene: Scene, window: QWidget) -> dict[str, list[str]]:
    top = scene.dialog or window
    controls = list(_controls(top))
    forward, backward = set(_walk(top)), set(_walk(top, back=True))
    found = {
        "without a name": [_told(one) for one in controls if not _name(one).strip()],
        "not reached by Tab": [_told(one) for one in controls if not _mates(one) & forward],
        "not reached by Shift+Tab": [_told(one) for one in controls if not _mates(one) & backward],
        "by mouse alone": _by_mouse_alone(top),
        "keeps Tab": [
            _told(one)
            for one in controls
            if isinstance(one, QTableView) and one.tabKeyNavigation() and _keeps_tab(one)
        ],
    }
    assert controls or scene.dialog is None, f"nothing can be worked with in {scene.name}"
    return {f"{scene.name}: {what}": those for what, those in found.items() if those}


def test_every_control_has_a_name_and_is_reached_by_the_keyboard(window, library, tmp_path):
    # given
    window.resize(1366, 768)

    # when
    faults: dict[str, list[str]] = {}
    seen = []
    for scene in scenes(window, library, tmp_path):
        faults |= _faults(scene, window)
        seen.append(scene.name)

    # then
    assert faults == {}
    assert len(seen) == len(set(seen)) >= 22


def test_the_test_finds_what_it_looks_for(window, qtbot):
    # given
    nameless = QComboBox(window)
    deaf = QToolButton(window)
    deaf.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table = QTableWidget(2, 2, window)
    for widget in (nameless, deaf, table):
        widget.show()

    # then
    faults = _faults(Scene("home"), window)
    assert any("QComboBox" in one for one in faults["home: without a name"])
    assert any("QToolButton" in one for one in faults["home: by mouse alone"])
    assert any("QTableWidget" in one for one in faults["home: keeps Tab"])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_its_key_in_the_menu(window, command):
    # given
    action = next(one for one in window.actions() if one.objectName() == command.name)

    # then
    assert action.shortcuts()
    assert not any(key.isEmpty() for key in action.shortcuts())
    assert any(action in menu.menu().actions() for menu in window.menuBar().actions())
