"""Enter presses the button with the keys on every page, as the space bar does, and leaves everything else alone."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QToolButton, QWidget

from core.checks.model import TextPlace
from core.report import SIGNATURE
from core.settings import Settings
from core.store import ReportFile
from gui.panes.finding_list import FindingList
from gui.panes.prose.sheet import Sheet
from tests.screenshots.scenes import scenes


def buttons(top: QWidget) -> Iterator[QPushButton | QToolButton]:
    """Yield the buttons in sight that take the keys."""
    for kind in (QPushButton, QToolButton):
        for button in top.findChildren(kind):
            takes_keys = button.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes_keys and button.isVisible() and button.isEnabled() and button.window() is top:
                yield button


def is_pressed_by_enter(button: QPushButton | QToolButton, qtbot) -> bool:
    """Return whether Enter presses a button, which does nothing by it here; Qt itself presses some."""
    if isinstance(button, QPushButton) and button.autoDefault():
        return True
    pressed: list[bool] = []
    button.click = lambda: pressed.append(True)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    del button.click
    return pressed == [True]


def test_enter_presses_every_button_of_every_page(window, library, tmp_path, qtbot):
    # given
    window.resize(1366, 768)

    # when
    deaf, heard = [], set()
    for scene in scenes(window, library, tmp_path):
        if scene.dialog is None:
            window.activateWindow()
            qtbot.waitUntil(window.isActiveWindow)
            for button in list(buttons(window)):
                heard.add(button.objectName())
                if not is_pressed_by_enter(button, qtbot):
                    deaf.append(f"{scene.name}: {button.objectName()} {button.text()}")

    # then
    assert deaf == []
    assert {"homeSample", "homeHelp", "homeLastYear", "addWords"} <= heard


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_on_the_office_of_the_sign_off_puts_it_in(window, hands, report, qtbot, key):
    # given
    report.section(SIGNATURE).paragraphs = []
    window.desk.open(ReportFile(report), None)
    window.desk.workspace.page.go_to(TextPlace(SIGNATURE, 0, 0, 0, ""))
    button = hands.find("signOffOffice", QPushButton)
    button.setFocus()

    # when
    held = Qt.KeyboardModifier.KeypadModifier if key == Qt.Key.Key_Enter else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(button, key, held)

    # then: the keys are in the words, into which the same key writes nothing
    assert [one.text for one in report.section(SIGNATURE).paragraphs] == [report.unit.name]
    assert window.focusWidget() is hands.find("proseEditor", Sheet)


def test_enter_ticks_no_box_and_presses_nothing_where_no_button_has_the_keys(window, report, qtbot, hands):
    # given
    window.desk.open(ReportFile(report), None)
    box = QCheckBox("框", window.desk.workspace)
    box.show()
    box.setFocus()
    before = window.desk.session.undo_stack.count()

    # when
    qtbot.keyClick(box, Qt.Key.Key_Return)

    # then
    assert not box.isChecked()
    assert window.desk.session.undo_stack.count() == before


def test_enter_held_down_with_another_key_presses_nothing(window_on, qtbot):
    # given
    window = window_on(QSize(1366, 728), Settings(office="清溪县柳河镇人民政府"))
    qtbot.waitUntil(window.isActiveWindow)
    button = window.findChild(QPushButton, "homeSample")
    pressed = []
    button.clicked.disconnect()
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()

    # when
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    # then
    assert pressed == []

    # when
    qtbot.keyClick(button, Qt.Key.Key_Return)

    # then
    assert pressed == [True]


def test_enter_in_a_list_of_findings_leads_there_and_presses_nothing_there(window, report, qtbot, hands):
    # given: a list, and a button that gets the keys while the list leads somewhere
    window.desk.open(ReportFile(report), None)
    entries = window.desk.workspace.findChild(FindingList)
    qtbot.waitUntil(lambda: bool(entries.finding_items()))
    pressed = []
    button = QPushButton("那里", window.desk.workspace)
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    entries.itemActivated.connect(lambda _: button.setFocus())
    entries.setCurrentItem(entries.finding_items()[0])

    # when
    qtbot.keyClick(entries, Qt.Key.Key_Return)

    # then
    assert window.focusWidget() is button
    assert pressed == []


def test_enter_that_answers_for_the_office_opens_nothing_as_well(window_on, qtbot):
    # given: the first start
    window = window_on(QSize(1366, 728), Settings())
    pressed = []
    window.findChild(QWidget, "homePage").last_year_wanted.disconnect()
    for button in window.findChildren(QPushButton):
        button.clicked.connect(partial(pressed.append, button.objectName()))
    qtbot.waitUntil(window.isActiveWindow)
    field = window.findChild(QLineEdit, "homeOffice")
    field.setFocus()
    field.insert("清溪县柳河镇人民政府")

    # when
    qtbot.keyClick(field, Qt.Key.Key_Return)

    # then: the keys are on the next thing to do, which nobody has pressed
    assert isinstance(window.focusWidget(), QPushButton)
    assert "homeLastYear" not in pressed
