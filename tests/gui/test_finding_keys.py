"""What can be done about a finding is done by keys, wherever the cursor stands: its next place, keeping it with a reason."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import delete

from core.report import PREFACE, SIGNATURE
from core.settings import Settings
from core.store import ReportFile
from gui.pages import Page
from tests.gui.conftest import Hands

CONTROL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
TOTAL, PART = "reviews.cases.review_total", "reviews.cases.review_upheld"


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


@pytest.fixture(params=[100, 200])
def hands(request, window_on, report, qtbot):
    """The hands at a report whose total does not come out, the keys in a cell; at 200 % the right pane is folded."""
    report.values |= {TOTAL: "5", PART: "1"}
    window = window_on(QSize(1366, 728), Settings(scale=request.param))
    window.desk.open(ReportFile(report), None)
    window.desk.session.check()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Hands(window, qtbot)


def cell_at_hand(hands) -> str:
    return hands.window.desk.workspace.page.table_in_sight.current_cell


def told(hands) -> str:
    return hands.window.statusBar().currentMessage()


@pytest.fixture
def chosen(hands, qtbot):
    """The error in the table, come to by F8."""
    press(Qt.Key.Key_F8)
    found = hands.window.desk.workspace.findings.chosen()
    assert found.severity == "error"
    assert len(found.where) > 1
    qtbot.waitUntil(lambda: hands.sees("tableView"))
    return found


def test_a_key_goes_over_all_places_of_a_finding_and_begins_anew(hands, chosen, qtbot):
    # when
    been = []
    for _ in chosen.where:
        been.append(cell_at_hand(hands))
        press(Qt.Key.Key_F8, CONTROL)

    # then
    assert been == [place.cell for place in chosen.where]
    assert cell_at_hand(hands) == been[0]


def test_a_key_asks_why_a_finding_is_kept_and_the_reason_is_typed_at_once(hands, chosen, qtbot):
    # when
    press(Qt.Key.Key_F8, CONTROL | SHIFT)
    reason = hands.find("keepReason", QLineEdit)
    qtbot.waitUntil(reason.hasFocus)
    reason.insert("已与司法所核对")
    press(Qt.Key.Key_Return)

    # then
    session = hands.window.desk.session
    assert [one.reason for one in session.kept()] == ["已与司法所核对"]
    assert chosen.key not in [one.key for one in session.findings]


def test_who_gives_it_up_is_where_one_was(hands, chosen, qtbot):
    # given
    before, cell = QApplication.focusWidget(), cell_at_hand(hands)
    press(Qt.Key.Key_F8, CONTROL | SHIFT)
    qtbot.waitUntil(hands.find("keepReason", QLineEdit).hasFocus)

    # when
    press(Qt.Key.Key_Escape)

    # then
    qtbot.waitUntil(before.hasFocus)
    assert not hands.sees("keepReason")
    assert cell_at_hand(hands) == cell
    assert hands.window.desk.session.kept() == []


def test_where_that_is_gone_meanwhile_the_keys_go_to_the_button(hands, chosen, qtbot):
    # given
    line = QLineEdit(hands.window)
    line.show()
    line.setFocus()
    press(Qt.Key.Key_F8, CONTROL | SHIFT)
    qtbot.waitUntil(hands.find("keepReason", QLineEdit).hasFocus)

    # when
    delete(line)
    press(Qt.Key.Key_Escape)

    # then
    qtbot.waitUntil(hands.find("keepButton").hasFocus)
    assert not hands.sees("keepReason")


def test_what_was_kept_is_taken_back_by_the_same_key(hands, chosen, qtbot):
    # given
    press(Qt.Key.Key_F8, CONTROL | SHIFT)
    hands.find("keepReason", QLineEdit).insert("已核对")
    press(Qt.Key.Key_Return)
    listed = hands.find("findingsList")
    for row in range(listed.count()):  # the line at the end that unfolds what was kept
        listed.setCurrentRow(row)
    press(Qt.Key.Key_Return)
    listed.setCurrentRow(listed.count() - 1)
    listed.setFocus()

    # when
    press(Qt.Key.Key_F8, CONTROL | SHIFT)

    # then
    assert hands.window.desk.session.kept() == []


def test_without_a_finding_the_keys_say_what_to_do_first(hands):
    # when
    said = []
    for modifiers in (CONTROL, CONTROL | SHIFT):
        press(Qt.Key.Key_F8, modifiers)
        said.append(told(hands))

    # then
    assert said == ["还没有选中问题，请先按 F8 选一处。"] * 2


def test_a_finding_of_one_place_says_that_there_is_no_other(hands):
    # given
    panel = hands.window.desk.workspace.findings
    for _ in hands.window.desk.session.findings:
        press(Qt.Key.Key_F8)
        if len(panel.chosen().where) == 1:
            break
    page = hands.window.desk.workspace.page
    shown: list[Page] = []
    page.page_shown.connect(lambda one: shown.append(one))
    page.show_page(Page(PREFACE))
    page.show_page(Page(SIGNATURE))

    # when
    press(Qt.Key.Key_F8, CONTROL)

    # then: the clerk is led there, wherever one was
    assert len(panel.chosen().where) == 1
    assert shown[-1] != Page(SIGNATURE)
    assert told(hands) == "这个问题只有这一处；按 F8 到下一处问题。"
