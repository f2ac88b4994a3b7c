"""What changed many places at once is told on the bottom line, and no word of it outlives what it speaks of."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from core.checks.model import CellPlace, Fix
from core.edits import SetCells
from core.report import Paragraph
from core.store import ReportFile

MADE = "disclosure.documents.made"


@pytest.fixture
def work(hands, report):
    """The panes of an open report with half-width marks in two paragraphs."""
    words = "本镇公开信息5条,更新及时;办理申请3件,答复及时."
    report.section("overview").paragraphs = [Paragraph(text=f"（{n}）{words}") for n in "一二"]
    hands.window.desk.open(ReportFile(report), None)
    hands.window.desk.session.check()
    return hands.window.desk.workspace


def told(hands) -> str:
    return hands.window.statusBar().currentMessage()


def test_a_fix_of_many_places_says_how_many_it_changed_and_how_to_go_back(work, hands):
    # given
    session = hands.window.desk.session
    fix = next(one for one in session.findings if one.fix and one.fix.places > 1)

    # when
    session.mend(fix)

    # then
    assert told(hands) == f"已改 {fix.fix.places} 处，按 Ctrl+Z 可以撤销。"

    # when
    hands.command("undo")

    # then
    assert told(hands).startswith("已撤销：")


def test_a_fix_counts_its_places_not_its_paragraphs(work, hands):
    # given: four half-width marks in each of two paragraphs, the full stop among them
    fix = next(one.fix for one in hands.window.desk.session.findings if one.fix and one.fix.places > 1)

    # then
    assert (fix.places, fix.label) == (8, "全部改为全角标点（8 处）")


def test_what_was_said_of_filled_zeros_goes_with_the_next_edit_and_with_undo(work, hands):
    # given
    work.page.go_to(CellPlace(MADE, ""))
    hands.command("zerosTable")
    assert told(hands).startswith("已填 ")
    assert told(hands).endswith(" 格，按 Ctrl+Z 可以撤销。")

    # when
    hands.command("undo")

    # then
    assert told(hands) == "已撤销：本表空着的填 0"

    # when
    hands.command("redo")
    hands.window.desk.session.edit(SetCells({MADE: "1"}))

    # then
    assert told(hands) == ""
    assert work.page.table.notice.text() == ""


def test_a_hint_beside_the_buttons_goes_with_the_next_edit(work, hands):
    # given
    work.page.go_to(CellPlace(MADE, ""))
    hands.command("zerosTable")
    hands.command("zerosTable")
    assert work.page.table.notice.text() == "这张表没有空着的格，合计会自己算。"

    # when
    hands.command("undo")

    # then
    assert work.page.table.notice.text() == ""


def test_a_paste_is_told_on_the_bottom_line(work, hands, qtbot):
    # given
    work.page.go_to(CellPlace(MADE, ""))
    QGuiApplication.clipboard().setText("3\t1\t12")

    # when
    hands.command("pasteCells")

    # then
    assert told(hands) == "已粘贴 3 个单元格，按 Ctrl+Z 可以撤销。"

    # when
    qtbot.keyClick(work.page.table.view, Qt.Key.Key_Delete)

    # then
    assert told(hands) == ""


def test_a_fix_of_one_place_says_what_it_reads_now(work, hands):
    # given
    session = hands.window.desk.session
    session.edit(SetCells({MADE: "3件"}))
    session.check()
    fix = next(
        one for one in session.findings if one.fix and CellPlace(MADE, "3件").cell == one.where[0].cell
    )

    # when
    session.mend(fix)

    # then
    assert told(hands) == "已改为 3，按 Ctrl+Z 可以撤销。"


def test_a_fix_whose_words_are_marks_quotes_them(work, hands):
    # given
    session = hands.window.desk.session

    # when
    session.mended.emit(Fix("改为 ：，", SetCells({MADE: "3"})))

    # then
    assert told(hands) == "已改为“：，”，按 Ctrl+Z 可以撤销。"


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("删去 、", "已删去“、”"),
        ("删去“1.”", "已删去“1.”"),
        ("删去这一段", "已删去这一段"),
        ("补上句号", "已改：补上句号"),
    ],
)
def test_a_fix_that_takes_words_out_quotes_them_too(work, hands, label, said):
    # when
    hands.window.desk.session.mended.emit(Fix(label, SetCells({MADE: "3"})))

    # then
    assert told(hands) == f"{said}，按 Ctrl+Z 可以撤销。"
