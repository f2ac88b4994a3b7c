"""A figure that is being typed, its cell not left yet, lies on the disk a moment later, and is there again in the open cell."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from core import paths
from core.checks.model import CellPlace
from core.store import read
from gui.panes.tables.view import FormView
from tests.gui.autosaving.conftest import CELL, found, kept, kept_cell, noted, words


def half_kept() -> str:
    """Return the figure that is kept as half-typed in the cell, "" where none is."""
    notes = [
        json.loads(path.read_text("utf-8")).get("spot") or {} for path in paths.recovery().glob("*.json")
    ]
    return next((one["typed"] for one in notes if one.get("is_typing") and one["cell"] == CELL), "")


@pytest.fixture
def cell(window, hands, qtbot, saved):
    """The form of a saved report, with the keyboard on an empty cell."""
    window.open_path(saved)
    hands.find("workspace")
    window.desk.workspace.page.go_to(CellPlace(CELL, ""))
    view = hands.find("tableView", FormView)
    window.activateWindow()
    qtbot.waitUntil(view.hasFocus)
    qtbot.waitUntil(lambda: words(hands, "statusSaved").startswith("已保存"))
    return view


def line(hands) -> QLineEdit:
    return hands.find("cellLine", QLineEdit)


def type_into(view: FormView, hands, figure: str) -> None:
    """Type a figure into the cell at hand: the first key opens it."""
    hands.qtbot.keyClicks(view, figure[0])
    hands.qtbot.keyClicks(line(hands), figure[1:])


def test_it_is_kept_and_the_foot_does_not_say_that_it_is_saved(window, cell, hands, qtbot, saved):
    # given
    steps = window.desk.session.undo_stack.count()

    # when
    type_into(cell, hands, "72")

    # then
    assert words(hands, "statusSaved").startswith("有修改还没保存")
    qtbot.waitUntil(lambda: half_kept() == "72", timeout=20_000)
    qtbot.waitUntil(lambda: "（已暂存 " in words(hands, "statusSaved"))

    # and nothing of it is in the report or its history, which was typed on meanwhile
    assert window.desk.session.undo_stack.count() == steps
    assert window.desk.session.report.text(CELL) == ""
    assert line(hands).text() == "72"


def come_back_after_power_cut(window, hands, qtbot) -> None:
    """Lose the window with an open cell as one that is killed, where what was kept stays, and go on from that."""
    [mine] = kept()
    window.desk.beside.hold()
    noted(mine.stem, born="another time")
    qtbot.keyClick(line(hands), Qt.Key.Key_Escape)
    window.desk.close()
    found(window, hands)
    hands.press("recoverButton")


def test_it_stands_in_the_open_cell_after_a_power_cut(window, cell, hands, qtbot, saved):
    # given
    type_into(cell, hands, "72")
    qtbot.waitUntil(lambda: half_kept() == "72", timeout=20_000)

    # when
    come_back_after_power_cut(window, hands, qtbot)

    # then: as it was left, and in no file
    hands.find("workspace")
    assert line(hands).text() == "72"
    assert window.desk.session.report.text(CELL) == ""
    assert words(hands, "statusSaved").startswith("有修改还没保存")

    # when
    qtbot.keyClick(line(hands), Qt.Key.Key_Return)

    # then: one step for one cell
    assert window.desk.session.report.text(CELL) == "72"
    assert window.desk.session.undo_stack.count() == 1
    hands.command("save")
    qtbot.waitUntil(lambda: read(saved).report.text(CELL) == "72", timeout=20_000)


def test_a_figure_rubbed_out_is_rubbed_out_after_a_power_cut(window, cell, hands, qtbot):
    # given
    qtbot.keyClicks(cell, "5")
    qtbot.keyClick(line(hands), Qt.Key.Key_Return)
    hands.command("save")
    qtbot.waitUntil(lambda: words(hands, "statusSaved").startswith("已保存"))
    window.desk.workspace.page.go_to(CellPlace(CELL, ""))
    qtbot.keyClick(cell, Qt.Key.Key_F2)
    qtbot.keyClick(line(hands), Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: len(kept()) == 1 and "（已暂存 " in words(hands, "statusSaved"), timeout=20_000)

    # when
    come_back_after_power_cut(window, hands, qtbot)

    # then
    hands.find("workspace")
    assert line(hands).text() == ""
    assert window.desk.session.report.text(CELL) == "5"


def test_what_is_given_up_is_kept_no_longer(cell, hands, qtbot):
    # given
    type_into(cell, hands, "72")
    qtbot.waitUntil(lambda: half_kept() == "72", timeout=20_000)

    # when
    qtbot.keyClick(line(hands), Qt.Key.Key_Escape)

    # then
    qtbot.waitUntil(lambda: kept() == [], timeout=20_000)
    qtbot.waitUntil(lambda: words(hands, "statusSaved").startswith("已保存"))


def test_what_is_given_up_beside_other_changes_is_kept_no_longer(window, cell, hands, qtbot):
    # given
    qtbot.keyClicks(cell, "5")
    qtbot.keyClick(line(hands), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept_cell() == "5", timeout=20_000)
    window.desk.workspace.page.go_to(CellPlace(CELL, ""))
    type_into(cell, hands, "72")
    qtbot.waitUntil(lambda: half_kept() == "72", timeout=20_000)

    # when
    qtbot.keyClick(line(hands), Qt.Key.Key_Escape)

    # then
    qtbot.waitUntil(lambda: half_kept() == "", timeout=20_000)
    assert kept_cell() == "5"


def test_once_the_cell_is_left_the_figure_is_part_of_what_is_kept(cell, hands, qtbot):
    # given
    type_into(cell, hands, "72")
    qtbot.waitUntil(lambda: half_kept() == "72", timeout=20_000)

    # when
    qtbot.keyClick(line(hands), Qt.Key.Key_Return)

    # then
    qtbot.waitUntil(lambda: kept_cell() == "72", timeout=20_000)
    assert half_kept() == ""


def test_what_an_input_method_still_holds_is_not_kept_and_not_disturbed(cell, hands, qtbot):
    # given
    qtbot.keyClicks(cell, "7")

    # when
    QApplication.sendEvent(line(hands), QInputMethodEvent("er", []))

    # then
    qtbot.waitUntil(lambda: half_kept() == "7", timeout=20_000)
    done = QInputMethodEvent("", [])
    done.setCommitString("2")
    QApplication.sendEvent(line(hands), done)
    qtbot.waitUntil(lambda: half_kept() == "72", timeout=20_000)


def test_a_cell_that_is_only_opened_leaves_nothing(cell, hands, qtbot):
    # when
    qtbot.keyClick(cell, Qt.Key.Key_F2)
    assert line(hands).isVisible()
    qtbot.wait(700)

    # then
    assert kept() == []
    assert words(hands, "statusSaved").startswith("已保存")


def test_where_the_clerk_comes_back_by_itself_nothing_half_typed_stands(window, cell, hands, qtbot, saved):
    # given
    type_into(cell, hands, "72")

    # when: to leave lets it count
    hands.command("goHome")
    hands.find("homePage")

    # then
    qtbot.waitUntil(lambda: read(saved).report.text(CELL) == "72", timeout=20_000)
    window.open_path(saved)
    hands.find("workspace")
    assert not hands.sees("cellLine")
