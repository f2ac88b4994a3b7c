"""A place that the checks take for another's is noted as the office's own, seen in the list, and taken back there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton

from core.checks.model import Finding
from core.own_places import SetOwnPlaces
from core.report import Paragraph
from core.store import ReportFile
from gui.panes.finding_items import FINDING, FOLD

LINE = "2024年，本镇公开信息9条。青山镇认真公开政府信息。"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(hands, report):
    """The open report, in which another place is named."""
    report.section("overview").paragraphs = [Paragraph(text=LINE)]
    hands.window.desk.open(ReportFile(report), None)
    hands.window.desk.session.check()
    QApplication.processEvents()
    return hands.window.desk.session


def choose(hands, qtbot, fits) -> Finding:
    """Click on the line of the finding that fits."""
    shown = hands.find("findingsList", QListWidget)
    lines = [shown.item(row) for row in range(shown.count())]
    item = next(one for one in lines if one.data(FINDING) and fits(one.data(FINDING)))
    click(shown, qtbot, item)
    return item.data(FINDING)


def click(shown: QListWidget, qtbot, item) -> None:
    shown.scrollToItem(item)
    QApplication.processEvents()
    qtbot.mouseClick(shown.viewport(), LEFT, pos=shown.visualItemRect(item).center())


def unfold(hands, qtbot) -> None:
    """Click on the heading of what was kept."""
    shown = hands.find("findingsList", QListWidget)
    click(shown, qtbot, next(shown.item(row) for row in range(shown.count()) if shown.item(row).data(FOLD)))


def of_rule(rule: str):
    return lambda finding: finding.rule == rule


def told(session) -> set[str]:
    return {one.rule for one in session.findings} & {"Y04", "Y12"}


def note(hands, qtbot) -> None:
    choose(hands, qtbot, of_rule("Y04"))
    qtbot.mouseClick(hands.find("ownPlaceButton", QPushButton), LEFT)


def test_the_button_notes_the_place_and_undo_brings_the_finding_back(session, hands, qtbot):
    # given
    assert told(session) == {"Y04", "Y12"}
    choose(hands, qtbot, of_rule("Y04"))
    button = hands.find("ownPlaceButton", QPushButton)
    assert button.text() == "这是本单位的地名(&O)"
    assert hands.sees("keepButton")  # or it is another's, and named rightly

    # when
    qtbot.mouseClick(button, LEFT)

    # then
    assert told(session) == set()
    assert session.report.unit.own_places == ["青山镇"]
    assert session.undo_stack.undoText() == "记下本单位的地名：青山镇"
    said = [one.text() for one in hands.window.findChildren(QLabel) if one.isVisible()]
    assert "已记下本单位的地名：青山镇，按 Ctrl+Z 可以撤销。" in said
    hands.command("undo")
    qtbot.waitUntil(lambda: told(session) == {"Y04", "Y12"})


def test_the_key_named_on_the_button_does_the_same(session, hands, qtbot):
    # given
    choose(hands, qtbot, of_rule("Y04"))
    hands.window.activateWindow()
    qtbot.waitUntil(hands.window.isActiveWindow)

    # when
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)

    # then
    qtbot.waitUntil(lambda: told(session) == set())


def test_what_was_noted_stands_with_what_was_kept_and_is_taken_back_there(session, hands, qtbot):
    # given
    note(hands, qtbot)
    unfold(hands, qtbot)
    line = choose(hands, qtbot, lambda finding: finding.other_place == "青山镇")
    assert line.message == "本单位的地名：青山镇"
    button = hands.find("ownPlaceButton", QPushButton)
    assert button.accessibleName() == "不再当作本单位的地名"
    assert not hands.sees("keepButton")

    # when
    qtbot.mouseClick(button, LEFT)

    # then
    assert session.report.unit.own_places == []
    assert told(session) == {"Y04", "Y12"}
    hands.command("undo")
    qtbot.waitUntil(lambda: told(session) == set())


def test_taking_one_noted_place_back_chooses_no_other(session, hands, qtbot):
    # given
    session.edit(SetOwnPlaces(("青山镇", "乙山镇"), "记下"))
    session.check()
    unfold(hands, qtbot)
    choose(hands, qtbot, lambda finding: finding.other_place == "青山镇")

    # when
    qtbot.mouseClick(hands.find("ownPlaceButton", QPushButton), LEFT)

    # then
    assert session.report.unit.own_places == ["乙山镇"]
    assert hands.window.desk.workspace.findings.chosen() is None


def test_f8_passes_over_what_was_noted(session, hands, qtbot):
    # given
    note(hands, qtbot)
    unfold(hands, qtbot)
    panel = hands.window.desk.workspace.findings

    # when
    passed = []
    for _ in range(len(session.findings) + 1):
        hands.command("nextFinding")
        passed.append(panel.chosen().rule)

    # then
    assert "" not in passed


def test_the_button_stands_only_where_a_finding_names_one_place(session, hands, qtbot):
    # given
    choose(hands, qtbot, of_rule("Y12"))
    assert hands.sees("ownPlaceButton")
    assert hands.sees("keepButton")

    # when
    choose(hands, qtbot, lambda finding: not finding.other_place)

    # then
    assert not hands.sees("ownPlaceButton")


@pytest.mark.parametrize("width", [40, 120, 160, 400])
def test_a_button_without_room_shows_no_half_of_its_key(session, hands, qtbot, width):
    # given
    choose(hands, qtbot, of_rule("Y04"))
    button = hands.find("ownPlaceButton", QPushButton)

    # when
    button.resize(width, button.height())

    # then
    assert button.text().endswith("(&O)") or "&" not in button.text()
    assert button.fontMetrics().horizontalAdvance(button.text().replace("&", "")) <= max(width - 32, 20)
