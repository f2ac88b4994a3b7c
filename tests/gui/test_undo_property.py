"""Two hundred edits through the open report, with all that merges: undone byte for byte, redone, and named in the menu."""

import random

import pytest
from PySide6.QtGui import QAction

from core.edits import SetCells, SetField
from core.report import Paragraph
from core.store.container import canonical, report_data
from gui.keys import bare
from tests.edits import Chance

CELL = "applications.new.natural"


def data(session) -> bytes:
    return canonical(report_data(session.report))


@pytest.mark.parametrize("seed", range(6))
def test_two_hundred_edits_undone_give_the_first_report_and_redone_the_last(report, make_session, seed):
    # given
    chance = random.Random(seed)
    now = [0.0]
    report.section("overview").paragraphs = [
        Paragraph(text="去年的话。", state="carried", origin="去年的话。")
    ]
    session = make_session(report, clock=lambda: now[0])
    first = data(session)

    # when
    for edit in Chance(session.template, seed).edits(session.report, 200):
        session.edit(edit)
        now[0] += chance.choice([0.1, 0.2, 5.0])
        if chance.random() < 0.1:
            session.end_stroke()
    last = data(session)
    steps = session.undo_stack.count()
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    undone = data(session)
    while session.undo_stack.canRedo():
        session.undo_stack.redo()

    # then
    assert 50 < steps < 200
    assert undone == first
    assert data(session) == last != first


def test_going_back_and_forth_at_random_ends_where_it_was(report, make_session):
    # given
    chance = random.Random(11)
    session = make_session(report, clock=lambda: 0.0)
    known = {0: data(session)}
    for edit in Chance(session.template, 11).edits(session.report, 60):
        session.edit(edit)
        session.end_stroke()
        known[session.undo_stack.index()] = data(session)

    # then
    for _ in range(200):
        if chance.random() < 0.5:
            session.undo_stack.undo()
        else:
            session.undo_stack.redo()
        assert data(session) == known[session.undo_stack.index()]


def open_report(hands, report) -> None:
    from core.store import ReportFile

    hands.window.desk.open(ReportFile(report), None)


def test_the_menu_says_what_would_be_taken_back_and_how_much(hands, report):
    # given
    open_report(hands, report)
    session = hands.window.desk.session
    undo, redo = hands.action("undo"), hands.action("redo")

    # when
    cells = [cell.id for cell in session.template.cells.values() if cell.table == "applications"][:12]
    session.edit(SetCells(dict.fromkeys(cells, "1"), "粘贴 12 个单元格"))
    pasted = bare(undo.text())
    session.edit(SetField("title", "标题 <b>&"))
    session.edit(SetCells({CELL: "3"}))
    one = bare(undo.text())
    hands.command("undo")

    # then
    assert pasted == "撤销：粘贴 12 个单元格"
    assert one == "撤销：填写单元格"
    assert bare(redo.text()) == "重做：填写单元格"
    assert undo.iconText() == "撤销"


def test_the_menu_names_no_step_on_the_home_page(hands, report):
    # given
    open_report(hands, report)
    session = hands.window.desk.session
    session.edit(SetCells({CELL: "3"}))

    # when
    hands.command("goHome")

    # then
    hands.qtbot.waitUntil(lambda: hands.sees("homePage"))
    undo: QAction = hands.action("undo")
    assert bare(undo.text()) == "撤销"
