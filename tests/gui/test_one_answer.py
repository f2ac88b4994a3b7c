"""A double click on a button that answers for one place is one answer: what comes after it was not read by anybody."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidget

from core.report import Paragraph
from core.store import ReportFile

FIRST, WORDS = "overview", ("甲", "乙", "丙", "丁", "戊")
LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return


@pytest.fixture
def work(window, report, hands):
    """A draft with paragraphs and figures of last year, its list of what is to be looked at in sight."""
    report.section(FIRST).paragraphs = [
        Paragraph(text=f"{word}村的公开栏。", state="carried", origin=f"{word}村的公开栏。") for word in WORDS
    ]
    form = window.desk.library.get("national-2021")
    cells = [one.id for one in form.cells.values() if not one.group and not one.sums and one.kind != "text"]
    for cell in cells[:4]:
        report.values[cell], report.states[cell] = "3", "carried"
    window.resize(1366, 768)
    window.desk.open(ReportFile(report), None)
    hands.find("proseEditor")
    window.activateWindow()
    workspace = window.desk.workspace
    workspace.bring(workspace.to_look_at)
    window.desk.session.check()
    return workspace


def waiting(window) -> int:
    report = window.desk.session.report
    words = sum(one.state == "carried" for one in report.section(FIRST).paragraphs)
    return words + sum(state == "carried" for state in report.states.values())


def middle_of(window, button: QPushButton) -> QPoint:
    return button.mapTo(window, button.rect().center())


def double_click(window, button: QPushButton) -> None:
    """Press twice at one place of the window, as the mouse does: what stands there then gets it."""
    QTest.mouseDClick(window.windowHandle(), LEFT, NONE, middle_of(window, button))


@pytest.fixture(params=["proseStillRight", "stillRight", "toLookAtConfirm"])
def button(request, work, hands) -> QPushButton:
    """Each button that answers for the place at hand and goes on to the next."""
    if request.param == "stillRight":
        while work.page.table is None:
            work.show_next_carried()
    tree = work.to_look_at.findChild(QTreeWidget, "toLookAtList")
    if request.param == "toLookAtConfirm":
        leaf = tree.topLevelItem(0).child(0)
        QTest.mouseClick(tree.viewport(), LEFT, NONE, tree.visualItemRect(leaf).center())
    return hands.find(request.param, QPushButton)


def test_a_double_click_answers_for_one_place_and_leaves_the_keys_where_a_click_does(
    window, button, hands, qtbot
):
    # given: where the keys are after one click
    before = waiting(window)
    QTest.mouseClick(window.windowHandle(), LEFT, NONE, middle_of(window, button))
    window.desk.session.check()
    assert waiting(window) == before - 1
    keys_in = QApplication.focusWidget()

    # when
    double_click(window, button)

    # then
    window.desk.session.check()
    assert waiting(window) == before - 2
    assert QApplication.focusWidget() is keys_in
    assert not button.hasFocus()


def press_at(button: QPushButton, moment: int) -> None:
    """Press and let go at a moment, in milliseconds."""
    middle = button.rect().center()
    for kind, held in ((QEvent.Type.MouseButtonPress, LEFT), (QEvent.Type.MouseButtonRelease, NO_BUTTON)):
        event = QMouseEvent(kind, middle, button.mapToGlobal(middle), LEFT, held, NONE)
        event.setTimestamp(moment)
        QApplication.sendEvent(button, event)


def test_presses_without_a_pause_are_one_answer_however_many(work, window, hands):
    # given: the third press of such a row is for Qt the first of another pair
    before, pause = waiting(window), QApplication.doubleClickInterval()
    button = hands.find("proseStillRight", QPushButton)

    # when
    for at in (0, pause // 2, pause, pause + pause // 2):
        press_at(button, 10_000_000 + at)

    # then
    assert waiting(window) == before - 1

    # when: a pause was made
    press_at(button, 10_000_000 + 3 * pause)

    # then
    assert waiting(window) == before - 2


def test_single_clicks_and_single_presses_of_a_key_answer_each(work, window, hands):
    # given
    before = waiting(window)
    button = hands.find("proseStillRight", QPushButton)

    # when
    for _ in range(2):
        QTest.mouseClick(window.windowHandle(), LEFT, NONE, middle_of(window, button))
    for _ in range(2):
        QTest.keyClick(window, ENTER, CONTROL)

    # then
    assert waiting(window) == before - 4


def test_a_key_that_is_held_down_in_the_list_answers_once(work, window, hands):
    # given
    tree = work.to_look_at.findChild(QTreeWidget, "toLookAtList")
    leaf = tree.topLevelItem(0).child(0)
    QTest.mouseClick(tree.viewport(), LEFT, NONE, tree.visualItemRect(leaf).center())
    before = waiting(window)

    # when
    for is_again in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, ENTER, CONTROL, "\r", is_again)
        QApplication.sendEvent(tree, press)

    # then
    assert waiting(window) == before - 1


def test_the_key_of_the_command_counts_once_however_long_it_is_held(window, hands):
    # then: others may be held, as that which undoes step after step
    assert not hands.action("confirm").autoRepeat()
    assert hands.action("undo").autoRepeat()
