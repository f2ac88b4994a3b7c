"""The list of what is to be looked at, in the hands of a clerk who works it off from top to bottom."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTreeWidget

from core.checks.model import TextPlace
from core.edits import Splice
from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile
from gui.carried import after_last
from gui.panes.to_look_at import ToLookAtPanel
from gui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
COUNT = 40


@pytest.fixture
def session(report, make_session):
    """A draft whose first section has many paragraphs of last year, nothing else."""
    words = [f"村务公开栏的第{number}条说明。" for number in range(COUNT)]
    report.section("overview").paragraphs = [
        Paragraph(text=one, state="carried", origin=one) for one in words
    ]
    session = make_session(report)
    session.check()
    return session


@pytest.fixture
def panel(session, qtbot):
    panel = ToLookAtPanel(session, Theme.load("light"))
    qtbot.addWidget(panel)
    session.findings_changed.connect(panel.refresh)
    panel.resize(300, 300)
    panel.show()
    return panel


def tree_of(panel) -> QTreeWidget:
    return panel.findChild(QTreeWidget, "toLookAtList")


def places(panel) -> list:
    group = tree_of(panel).topLevelItem(0)
    places = [group.child(row) for row in range(group.childCount())]
    return [one for one in places if "段　" in one.text(0)]


def waiting(session) -> list[int]:
    paragraphs = session.report.section("overview").paragraphs
    return [at for at, one in enumerate(paragraphs) if one.state == "carried"]


def choose(panel, qtbot, at: int) -> None:
    tree = tree_of(panel)
    leaf = places(panel)[at]
    tree.scrollToItem(leaf)
    spot = tree.visualItemRect(leaf).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_place_is_named_by_its_number_as_it_stands_on_the_page(panel):
    # then
    assert places(panel)[0].text(0).startswith("○ 第 1 段　")
    assert places(panel)[-1].text(0).startswith(f"○ 第 {COUNT} 段　")


def test_only_enter_with_control_ticks_off_and_enter_alone_goes_there(panel, session, qtbot):
    # given
    choose(panel, qtbot, 3)
    tree = tree_of(panel)

    # when
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(tree, key)
    choose(panel, qtbot, 3)
    qtbot.keyClick(tree, Qt.Key.Key_A, CONTROL)
    choose(panel, qtbot, 3)
    with qtbot.waitSignal(panel.place_chosen) as heard:
        qtbot.keyClick(tree, Qt.Key.Key_Return)

    # then
    assert (heard.args[0].section, heard.args[0].paragraph) == ("overview", 3)
    assert len(waiting(session)) == COUNT

    # when
    qtbot.keyClick(tree, Qt.Key.Key_Enter, CONTROL)

    # then
    assert 3 not in waiting(session)
    assert len(waiting(session)) == COUNT - 1


def test_the_list_stays_where_it_is_scrolled_while_it_is_worked_off(panel, session, qtbot):
    # given
    choose(panel, qtbot, 25)
    bar = tree_of(panel).verticalScrollBar()
    before = bar.value()
    assert before > 0

    # when
    qtbot.keyClick(tree_of(panel), Qt.Key.Key_Return, CONTROL)

    # then: the next one stands where that one stood
    assert bar.value() == before
    assert tree_of(panel).currentItem().text(0).startswith("○ 第 27 段")


def test_one_after_the_other_down_to_the_last_ends_in_what_comes_next(panel, session, qtbot):
    # given
    choose(panel, qtbot, COUNT - 2)

    # when: behind the last one comes the one before it
    for _ in range(COUNT):
        qtbot.keyClick(tree_of(panel), Qt.Key.Key_Return, CONTROL)

    # then
    assert waiting(session) == []
    assert tree_of(panel).isHidden()
    assert panel.findChild(QPushButton, "toLookAtConfirm").isHidden()
    assert panel.findChild(QLabel, "toLookAtHead").text() == after_last(session)


def test_where_the_clerk_works_at_something_else_nothing_is_offered_to_be_ticked_off(panel, session, qtbot):
    # given: a paragraph of this year's own at the end, and the clerk at the page
    session.edit(Splice("overview", COUNT, 0, (Paragraph(text="今年新写的一段。"),)))
    tree_of(panel).clearFocus()
    panel.show_place(TextPlace("overview", 5, 0, 0, ""))
    button = panel.findChild(QPushButton, "toLookAtConfirm")
    assert [one.text(0) for one in tree_of(panel).selectedItems()] == [places(panel)[5].text(0)]
    assert button.isVisible()

    # when
    panel.show_place(TextPlace("overview", COUNT, 0, 0, ""))

    # then
    assert tree_of(panel).selectedItems() == []
    assert not button.isVisible()


def test_who_works_in_the_list_keeps_what_is_chosen_there(panel, session, qtbot):
    # given
    choose(panel, qtbot, 7)
    panel.activateWindow()
    tree_of(panel).setFocus()
    qtbot.waitUntil(tree_of(panel).hasFocus)

    # when: the page follows a little later and says where it stands
    panel.show_place(TextPlace("overview", 2, 0, 0, ""))

    # then
    assert [one.text(0) for one in tree_of(panel).selectedItems()] == [places(panel)[7].text(0)]


def in_sight(panel) -> bool:
    """Return whether a line is chosen and the whole of it can be seen."""
    tree = tree_of(panel)
    chosen = tree.selectedItems()
    return bool(chosen) and tree.viewport().rect().contains(tree.visualItemRect(chosen[0]).center())


@pytest.mark.parametrize("paragraph", [20, COUNT - 1])
def test_the_list_opens_at_the_place_where_the_clerk_works(window_on, report, session, qtbot, paragraph):
    # given
    window = window_on(QSize(1366, 728), Settings(scale=150))
    window.desk.open(ReportFile(report), None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    work = window.desk.workspace
    work.page.go_to(TextPlace("overview", paragraph, 0, 0, ""))

    # when
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)

    # then
    qtbot.waitUntil(work.to_look_at.isVisible)
    QApplication.processEvents()
    assert work.to_look_at.findChild(QPushButton, "toLookAtConfirm").isVisible()
    assert in_sight(work.to_look_at)


def test_the_line_of_the_place_at_hand_comes_into_sight_again_as_the_clerk_goes_on(panel):
    # given
    tree_of(panel).clearFocus()
    panel.show_place(TextPlace("overview", 30, 0, 0, ""))
    tree_of(panel).verticalScrollBar().setValue(0)
    assert not in_sight(panel)

    # when: the same place again
    panel.show_place(TextPlace("overview", 30, 2, 2, ""))

    # then
    assert in_sight(panel)
