"""Zeros for a part of the form where a label is at hand: the part is that of its row, and nothing stays unsaid."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.checks.model import CellPlace
from core.store import ReportFile
from gui import same_place
from gui.pages import pages_of

NOTHING_BLANK = "这一部分没有空着的格，合计会自己算。"


@pytest.fixture
def table(window, report, hands):
    """The editor of the table with a page of its own."""
    window.desk.open(ReportFile(report), None)
    return lambda cell: _shown(window, cell)


def _shown(window, cell: str):
    page = window.desk.workspace.page
    page.go_to(CellPlace(cell, ""))
    return page.table_in_sight


def click_label(table, words: str) -> None:
    """Click the label that has these words."""
    form, view = table.view.form, table.view
    place = next(one for one in form.grid.cells if words in one.text and one.row >= form.grid.head_rows)
    index = form.index(place.row, place.column)
    view.scrollTo(index)
    seen = view.visualRect(index) & view.viewport().rect()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=seen.center())
    assert view.currentIndex() == index


@pytest.mark.parametrize(
    ("cell", "label", "filled"),
    [
        ("disclosure.documents.made", "行政处罚", "disclosure.penalties"),
        ("disclosure.documents.made", "第二十条第（六）项", "disclosure.penalties"),
        ("applications.new.natural", "（四）无法提供", "applications.granted"),
        ("applications.new.natural", "1.本机关不掌握", "applications.granted"),
    ],
)
@pytest.mark.parametrize("way", ["blockZeros", "zerosBlock"], ids=["button", "menu"])
def test_the_part_is_that_of_the_row_of_the_label(table, window, hands, cell, label, filled, way):
    # given
    editor, report = table(cell), window.desk.session.report
    click_label(editor, label)

    # when
    if way == "blockZeros":
        QTest.mouseClick(editor.block_zeros, Qt.MouseButton.LeftButton)
    else:
        hands.command(way)

    # then: the same as with a figure of that part at hand
    assert {text for one, text in report.values.items() if one.startswith(filled)} == {"0"}
    assert report.text(cell) == ""
    assert window.desk.session.undo_stack.undoText() == "本部分空着的填 0"


@pytest.mark.parametrize("label", ["行政处罚", "第二十条第（六）项"])
def test_where_nothing_is_blank_in_that_part_it_says_so(table, window, hands, label):
    # given
    editor = table("disclosure.documents.made")
    click_label(editor, label)
    hands.command("zerosBlock")
    before = dict(window.desk.session.report.values)

    # when
    click_label(editor, label)
    QTest.mouseClick(editor.block_zeros, Qt.MouseButton.LeftButton)

    # then
    assert window.desk.session.report.values == before
    assert editor.notice.text() == NOTHING_BLANK


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("row_zeros", "这一行没有空着的格，合计会自己算。"),
        ("table_zeros", "这张表没有空着的格，合计会自己算。"),
    ],
)
def test_a_row_and_a_table_without_blanks_are_told_apart(table, hands, button, words):
    # given
    editor = table("disclosure.documents.made")
    hands.command("zerosTable")

    # when
    QTest.mouseClick(getattr(editor, button), Qt.MouseButton.LeftButton)

    # then
    assert editor.notice.text() == words


def test_at_a_label_one_is_at_the_figure_beside_it_and_stays_there_in_another_look(window, table):
    # given
    editor = table("disclosure.documents.made")
    click_label(editor, "行政处罚")
    page = window.desk.workspace.page

    # then
    assert editor.current_cell == ""
    assert page.here() == CellPlace("disclosure.penalties.decided", "")

    # when
    place = same_place.keep(window.desk.workspace)
    page.show_page(pages_of(window.desk.session.template, window.desk.session.report)[0])
    place.find_again(window.desk.workspace)

    # then
    assert page.here() == CellPlace("disclosure.penalties.decided", "")
