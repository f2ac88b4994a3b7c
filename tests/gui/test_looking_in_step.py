"""The list of what is to be looked at and the page in the middle: both show the same place, however it is ticked off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeWidget

from core.carry import Item
from core.checks.model import CellPlace, Place, TextPlace
from core.edits import Splice
from core.report import Paragraph
from core.store import ReportFile
from gui.panes.in_sight import is_in_sight
from gui.panes.prose import bars
from gui.panes.prose.sheet import Sheet
from gui.panes.tables.view import FormView

LONG = "村务公开栏的说明按月更新，群众随时可以查阅。" * 12
FIRST, WORDS = "overview", ("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛")
CONTROL, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return


@pytest.fixture
def work(window, report, hands):
    """A draft with paragraphs and figures of last year, its list of what is to be looked at in sight."""
    report.section(FIRST).paragraphs = [
        Paragraph(text=f"{word}。{LONG}", state="carried", origin=f"{word}。{LONG}") for word in WORDS
    ]
    for cell in cells_of(window)[:3]:
        report.values[cell], report.states[cell] = "3", "carried"
    window.resize(1366, 768)
    window.desk.open(ReportFile(report), None)
    hands.find("proseEditor", Sheet)
    window.activateWindow()
    workspace = window.desk.workspace
    workspace.bring(workspace.to_look_at)
    window.desk.session.check()
    return workspace


def cells_of(window) -> list[str]:
    form = window.desk.library.get("national-2021")
    return [one.id for one in form.cells.values() if not one.group and not one.sums and one.kind != "text"]


def tree_of(work) -> QTreeWidget:
    return work.to_look_at.findChild(QTreeWidget, "toLookAtList")


def leaves(work) -> list:
    tree = tree_of(work)
    groups = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [group.child(row) for group in groups for row in range(group.childCount())]


def highlighted(work) -> list[tuple[str, int, str]]:
    items = [leaf.data(0, Qt.ItemDataRole.UserRole) for leaf in tree_of(work).selectedItems()]
    return [(one.section, one.paragraph, one.cell) for one in items if isinstance(one, Item)]


def shown(work) -> tuple[str, int, str]:
    place: Place = work.page.here()
    if isinstance(place, CellPlace):
        return "", 0, place.cell
    assert isinstance(place, TextPlace)
    assert work.page.findChild(Sheet).shows_cursor()
    return place.section, place.paragraph, ""


def in_step(work) -> bool:
    return highlighted(work) == [shown(work)]


def click(work, qtbot, at: int) -> None:
    tree, leaf = tree_of(work), leaves(work)[at]
    tree.scrollToItem(leaf)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(leaf).center())


def blue_button(work) -> QPushButton:
    return work.to_look_at.findChild(QPushButton, "toLookAtConfirm")


def checked(window) -> None:
    """Let the list follow the report, as it does a moment after each change."""
    window.desk.session.check()


def waiting(window) -> list[int]:
    paragraphs = window.desk.session.report.section(FIRST).paragraphs
    return [at for at, one in enumerate(paragraphs) if one.state == "carried"]


def test_the_button_at_the_right_leads_the_page_on_to_each_place_it_offers_next(work, window, qtbot):
    # given
    click(work, qtbot, 0)
    assert in_step(work)

    # when: paragraphs first, then figures, to the end
    seen = [shown(work)]
    for _ in range(len(WORDS) + 2):
        qtbot.mouseClick(blue_button(work), Qt.MouseButton.LeftButton)
        checked(window)
        assert in_step(work)
        seen.append(shown(work))

    # then: every place was shown before it was ticked off
    assert len(set(seen)) == len(WORDS) + 3
    assert not waiting(window)


def test_ctrl_enter_in_the_list_leads_the_page_on_and_leaves_the_keys_in_the_list(work, window, qtbot):
    # given
    click(work, qtbot, 1)
    tree_of(work).setFocus()
    qtbot.waitUntil(tree_of(work).hasFocus)

    # when
    for _ in range(3):
        qtbot.keyClick(tree_of(work), ENTER, CONTROL)
        checked(window)

        # then
        assert in_step(work)
        assert tree_of(work).hasFocus()
    assert waiting(window) == [0, 4, 5, 6, 7]
    assert shown(work)[1] == 4


@pytest.mark.parametrize("how", ["button", "command"])
def test_ticked_off_in_the_middle_the_list_stands_where_the_page_went(work, window, hands, qtbot, how):
    # given
    click(work, qtbot, 0)

    # when
    for _ in range(5):
        if how == "button":
            work.page.prose.still_right.click()
        else:
            hands.command("confirm")
        checked(window)

        # then
        assert in_step(work)
    assert shown(work)[1] == 5


def test_figures_ticked_off_in_the_middle_keep_the_list_in_step(work, window, qtbot):
    # given
    click(work, qtbot, len(WORDS))
    first = shown(work)

    # when
    work.page.table.still_right.click()
    checked(window)

    # then
    assert in_step(work)
    assert shown(work) != first


def test_a_paragraph_edited_is_off_the_list_and_no_other_is_highlighted_for_it(work, window, qtbot):
    # given
    click(work, qtbot, 2)

    # when
    qtbot.keyClicks(work.page.findChild(Sheet), "x")
    checked(window)

    # then: what the button would tick off is not another paragraph than the one in the middle
    assert 2 not in waiting(window)
    assert highlighted(work) == []
    assert not blue_button(work).isVisible()


def test_a_paragraph_taken_out_above_leaves_the_list_at_the_paragraph_in_the_middle(work, window, qtbot):
    # given
    click(work, qtbot, 4)
    sheet = work.page.findChild(Sheet)

    # when: the one before is joined to it and so edited
    qtbot.keyClick(sheet, Qt.Key.Key_Home)
    qtbot.keyClick(sheet, Qt.Key.Key_Backspace)
    checked(window)

    # then
    assert highlighted(work) in ([], [shown(work)])


def test_after_undo_the_list_is_at_the_place_that_the_undo_shows(work, window, hands, qtbot):
    # given
    click(work, qtbot, 0)
    for _ in range(3):
        hands.command("confirm")
        checked(window)

    # when
    hands.command("undo")
    checked(window)

    # then
    assert 2 in waiting(window)
    assert in_step(work)


def test_arrow_keys_in_the_list_lead_the_page_along(work, qtbot):
    # given
    click(work, qtbot, 0)
    tree_of(work).setFocus()
    qtbot.waitUntil(tree_of(work).hasFocus)

    # when
    for _ in range(3):
        qtbot.keyClick(tree_of(work), Qt.Key.Key_Down)

        # then
        assert in_step(work)
        assert tree_of(work).hasFocus()
    assert shown(work)[1] == 3


def test_a_place_scrolled_out_of_sight_is_shown_again_before_it_is_ticked_off(work, window, qtbot):
    # given
    click(work, qtbot, 0)
    bar = work.page.findChild(Sheet).verticalScrollBar()
    bar.setValue(bar.maximum())
    said = []
    work.page.refused.connect(said.append)

    # when
    qtbot.mouseClick(blue_button(work), Qt.MouseButton.LeftButton)

    # then
    assert 0 in waiting(window)
    assert in_step(work)
    assert len(said) == 1
    assert "刚才不在眼前" in said[0]

    # when
    qtbot.mouseClick(blue_button(work), Qt.MouseButton.LeftButton)

    # then
    assert 0 not in waiting(window)


def test_a_figure_scrolled_out_of_sight_is_shown_again_before_it_is_ticked_off(work, window, qtbot):
    # given
    window.resize(1000, 600)
    click(work, qtbot, len(WORDS))
    view = work.page.findChild(FormView)
    cell = shown(work)[2]
    bar = view.verticalScrollBar()
    bar.setRange(0, 10_000)
    bar.setValue(10_000)
    assert not is_in_sight(work.page, CellPlace(cell, ""))

    # when
    qtbot.mouseClick(blue_button(work), Qt.MouseButton.LeftButton)

    # then
    assert window.desk.session.report.states[cell] == "carried"
    assert shown(work)[2] == cell


def test_several_chosen_in_the_list_stay_chosen_while_the_page_follows_the_mouse(work, window, qtbot):
    # given
    click(work, qtbot, 1)
    tree = tree_of(work)

    # when
    spot = tree.visualItemRect(leaves(work)[3]).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, CONTROL, spot)

    # then
    assert len(highlighted(work)) == 2
    assert shown(work)[1] == 3

    # when
    qtbot.mouseClick(blue_button(work), Qt.MouseButton.LeftButton)
    checked(window)

    # then: on with the one behind the last
    assert {1, 3}.isdisjoint(waiting(window))
    assert in_step(work)
    assert shown(work)[1] == 4


def test_the_list_shown_again_stands_where_the_page_is_now(work, window, qtbot):
    # given
    click(work, qtbot, 1)
    work.bring(work.findings)

    # when
    work.page.go_to(TextPlace(FIRST, 6, 0, 0, ""))
    work.bring(work.to_look_at)

    # then
    assert in_step(work)
    assert shown(work)[1] == 6


def test_a_paragraph_longer_than_the_sheet_is_ticked_off_where_it_is_read_to_its_end(work, window, qtbot):
    # given
    words = "各村的公开栏都已更新。" * 200
    window.desk.session.edit(Splice(FIRST, 0, 1, (Paragraph(text=words, state="carried", origin=words),)))
    checked(window)
    click(work, qtbot, 0)
    sheet = work.page.findChild(Sheet)
    box = bars.box_of(sheet, 0)
    assert box.height() > sheet.viewport().height()

    # when
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().value() + box.bottom() - 200)
    qtbot.mouseClick(blue_button(work), Qt.MouseButton.LeftButton)

    # then
    assert 0 not in waiting(window)
