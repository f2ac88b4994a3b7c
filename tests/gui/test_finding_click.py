"""One click in the list of findings marks the finding under the mouse, however the lines move meanwhile."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

from core.checks.model import Finding, TextPlace
from core.edits import Decide
from core.report import Paragraph
from core.store import ReportFile
from gui.panes.finding_items import FINDING, FOLD
from gui.panes.findings import FindingsPanel
from gui.theme import Theme

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
LONG = "这一段说了很多事，" * 30


def finding(number: int, message: str) -> Finding:
    return Finding(f"P{number:02}", "warning", message, (TextPlace("overview", number, 0, 2, ""),))


@pytest.fixture
def panel(session, qtbot):
    """Findings of which the second is folded until it is chosen; the others have two lines."""
    session.findings = [
        finding(number, LONG if number == 1 else f"第{number}段要看一看。") for number in range(9)
    ]
    panel = FindingsPanel(session, Theme.load("light"))
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    session.findings_changed.connect(panel.show_findings)
    return panel


def listed(panel) -> QListWidget:
    return panel.findChild(QListWidget, "findingsList")


def line_of(panel, rule: str) -> QListWidgetItem:
    shown = listed(panel)
    every = (shown.item(row) for row in range(shown.count()))
    return next(one for one in every if one.data(FINDING) and one.data(FINDING).rule == rule)


def foot(panel, rule: str) -> QPoint:
    """Return the last pixels of a line, where the next one will be once the line above has folded."""
    return listed(panel).visualItemRect(line_of(panel, rule)).bottomLeft() + QPoint(60, -4)


def press(panel, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(listed(panel).viewport(), button, pos=at)
    QApplication.processEvents()


def release(panel, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mouseRelease(listed(panel).viewport(), button, pos=at)
    QApplication.processEvents()


def click(panel, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    press(panel, at, button)
    release(panel, at, button)


def unfold(panel) -> None:
    """Choose the long one; it stands unfolded."""
    folded = listed(panel).visualItemRect(line_of(panel, "P01")).height()
    click(panel, foot(panel, "P01"))
    assert listed(panel).visualItemRect(line_of(panel, "P01")).height() > folded + 40


def assert_marked(panel, rule: str) -> None:
    """That finding is current and selected, alone, with what can be done about it."""
    item = line_of(panel, rule)
    assert listed(panel).currentItem() is item
    assert listed(panel).selectedItems() == [item]
    assert panel.chosen() == item.data(FINDING)
    assert panel.findChild(QWidget, "keepButton").isVisible()


@pytest.mark.parametrize("button", [LEFT, RIGHT])
@pytest.mark.parametrize("rule", ["P02", "P03", "P04"])
def test_one_click_below_an_unfolded_finding_marks_what_was_clicked(panel, rule, button):
    # given
    heard = []
    unfold(panel)
    panel.place_chosen.connect(heard.append)
    at = foot(panel, rule)

    # when
    press(panel, at, button)

    # then: at the press already, and at the release too
    assert_marked(panel, rule)
    release(panel, at, button)
    assert_marked(panel, rule)
    assert heard == [line_of(panel, rule).data(FINDING).where[0]]


def test_the_second_click_of_a_double_click_stays_with_the_line_of_the_first(panel):
    # given
    unfold(panel)
    at = foot(panel, "P02")

    # when
    click(panel, at)
    QTest.mouseDClick(listed(panel).viewport(), LEFT, pos=at)
    release(panel, at)

    # then
    assert_marked(panel, "P02")


def test_a_double_click_elsewhere_than_the_last_click_is_a_click(panel):
    # given: its first click was taken by something else, as a menu that closed
    unfold(panel)

    # when
    QTest.mouseDClick(listed(panel).viewport(), LEFT, pos=foot(panel, "P03"))

    # then
    assert_marked(panel, "P03")


def test_what_was_kept_unfolds_once_by_a_double_click(panel, session):
    # given
    session.check()
    session.edit(Decide(session.findings[0].key, "已核对"))
    session.check()
    QApplication.processEvents()
    shown = listed(panel)
    fold = shown.item(shown.count() - 1)
    assert fold.data(FOLD)
    before = shown.count()

    # when
    at = shown.visualItemRect(fold).center()
    click(panel, at)
    QTest.mouseDClick(shown.viewport(), LEFT, pos=at)
    release(panel, at)

    # then
    assert shown.count() > before


def test_the_clicked_line_stays_under_the_mouse_where_there_is_room_to_scroll(panel):
    # given: a low list, scrolled to the end of the unfolded finding
    panel.resize(300, 420)
    unfold(panel)
    shown = listed(panel)
    bar = shown.verticalScrollBar()
    bar.setValue(bar.value() + shown.visualItemRect(line_of(panel, "P02")).top() - 60)
    QApplication.processEvents()
    top = shown.visualItemRect(line_of(panel, "P02")).top()
    assert bar.value() > 100

    # when
    click(panel, foot(panel, "P02"))

    # then
    assert_marked(panel, "P02")
    assert shown.visualItemRect(line_of(panel, "P02")).top() == top


def test_the_keys_mark_the_line_that_they_led_to(panel):
    # given
    unfold(panel)

    # when
    QTest.keyClick(listed(panel), Qt.Key.Key_Down)
    QApplication.processEvents()

    # then
    assert_marked(panel, "P02")


def test_moving_with_the_button_down_marks_nothing_else(panel):
    # given
    unfold(panel)
    view, at = listed(panel).viewport(), foot(panel, "P02")

    # when
    press(panel, at)
    for moved in (20, 60, 120):
        QTest.mouseMove(view, at + QPoint(0, moved))
        QApplication.processEvents()
    release(panel, at + QPoint(0, 120))

    # then
    assert_marked(panel, "P02")


def test_in_the_whole_window_each_click_marks_what_was_clicked(window, report):
    # given: what is chosen unfolds, and what can be done about it takes room from the list
    report.values.update({"reviews.cases.review_upheld": "1", "reviews.cases.review_total": "5"})
    line = "办理申请3件,答复及时"
    report.section("overview").paragraphs = [
        Paragraph(text=f"{number}月，本镇公开信息{number}条，{line}。") for number in range(2, 9)
    ]
    window.resize(1366, 720)
    window.desk.open(ReportFile(report), None)
    window.desk.session.check()
    QApplication.processEvents()
    panel = window.desk.workspace.findings
    shown = listed(panel)
    rules = [one.data(FINDING).rule for one in shown.finding_items()]
    once = [rule for rule in rules if rules.count(rule) == 1]
    assert len(once) > 5

    for rule in (*once[::2], *once[::-1]):
        # when
        shown.scrollToItem(line_of(panel, rule))
        QApplication.processEvents()
        at = foot(panel, rule)
        assert shown.viewport().rect().contains(at)
        click(panel, at)

        # then
        assert shown.currentItem() is line_of(panel, rule)
        assert panel.chosen() == line_of(panel, rule).data(FINDING)
