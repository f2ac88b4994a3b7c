"""Arrows in a form: out of a cell that is typed into, within the text of one opened to be changed, with Ctrl to an edge."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from core.edits import SetCells
from gui.panes.table_editor import TableEditor
from tests.gui.editors import table_editor

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KINDS = ("natural", "business", "research", "welfare", "legal", "others", "total")
HERE = "applications.granted.research"
ROW = [f"applications.granted.{kind}" for kind in KINDS]
OUT = {
    Key.Key_Left: "applications.granted.business",
    Key.Key_Right: "applications.granted.welfare",
    Key.Key_Up: "applications.carried_in.research",
    Key.Key_Down: "applications.partial.research",
}


@pytest.fixture
def editor(session, qtbot):
    """The editor of the table on applications, at a cell in the middle."""
    editor = table_editor(session, qtbot)
    editor.go_to(HERE)
    return editor


def line_of(editor: TableEditor) -> QLineEdit:
    """Return the open line."""
    line = editor.view.indexWidget(editor.view.currentIndex())
    assert isinstance(line, QLineEdit)
    return line


def by_keys(editor: TableEditor, qtbot) -> None:
    qtbot.keyClick(editor.view, "5")


def by_input_method(editor: TableEditor, _) -> None:
    event = QInputMethodEvent()
    event.setCommitString("5")
    QApplication.sendEvent(editor.view, event)


@pytest.mark.parametrize("begin", [by_keys, by_input_method])
@pytest.mark.parametrize("key", OUT)
def test_every_arrow_takes_over_what_was_typed_and_moves(editor, session, qtbot, begin, key):
    # given
    begin(editor, qtbot)

    # when
    qtbot.keyClick(line_of(editor), key)

    # then
    assert session.report.text(HERE) == "5"
    assert editor.current_cell == OUT[key]


def open_by_f2(editor: TableEditor, qtbot) -> None:
    qtbot.keyClick(editor.view, Key.Key_F2)


def open_by_mouse(editor: TableEditor, qtbot) -> None:
    place = editor.view.visualRect(editor.view.currentIndex()).center()
    for act in (qtbot.mouseClick, qtbot.mouseDClick):
        act(editor.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def change_to_text_by_f2(editor: TableEditor, qtbot) -> None:
    qtbot.keyClicks(editor.view, "1")
    qtbot.keyClicks(line_of(editor), "23")
    qtbot.keyClick(line_of(editor), Key.Key_F2)


def change_to_text_by_mouse(editor: TableEditor, qtbot) -> None:
    qtbot.keyClicks(editor.view, "1")
    line = line_of(editor)
    qtbot.keyClicks(line, "23")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(line.width() - 2, line.height() // 2))


@pytest.mark.parametrize("begin", [open_by_f2, open_by_mouse, change_to_text_by_f2, change_to_text_by_mouse])
def test_in_a_line_opened_to_be_changed_arrows_move_in_its_text(editor, session, qtbot, begin):
    # given
    session.edit(SetCells({HERE: "123"}))
    begin(editor, qtbot)
    line = line_of(editor)
    line.end(False)

    # when
    reached = []
    for key in (Key.Key_Left, Key.Key_Up, Key.Key_Right, Key.Key_Down):
        qtbot.keyClick(line, key)
        reached.append(line.cursorPosition())

    # then
    assert reached == [2, 0, 1, 3]
    assert editor.current_cell == HERE
    assert line_of(editor) is line


def test_the_command_to_change_a_cell_goes_into_the_text_that_is_typed(editor, session, qtbot):
    # given: in the window F2 is the key of that command and never reaches the line
    qtbot.keyClick(editor.view, "1")
    line = line_of(editor)
    qtbot.keyClicks(line, "23")

    # when
    editor.view.edit_cell()
    qtbot.keyClick(line, Key.Key_Left)

    # then
    assert (line.text(), line.cursorPosition()) == ("123", 2)
    assert session.report.text(HERE) == ""


def test_shift_and_an_arrow_choose_in_the_text_that_is_typed(editor, qtbot):
    # given
    qtbot.keyClick(editor.view, "1")
    line = line_of(editor)
    qtbot.keyClicks(line, "23")

    # when
    qtbot.keyClick(line, Key.Key_Left, SHIFT)

    # then
    assert line.selectedText() == "3"


@pytest.mark.parametrize(
    ("start", "key", "reached"),
    [
        (1, Key.Key_Right, 2),  # to the end of what is filled
        (2, Key.Key_Right, 4),  # over blank cells to the next filled
        (4, Key.Key_Right, 5),
        (5, Key.Key_Right, 6),  # to the last of the form
        (5, Key.Key_Left, 4),
        (4, Key.Key_Left, 2),
        (2, Key.Key_Left, 0),
    ],
)
def test_with_control_an_arrow_goes_to_the_edge_of_what_is_filled(
    editor, session, qtbot, start, key, reached
):
    # given: all but the fourth and the last are filled
    session.edit(SetCells({ROW[n]: "1" for n in (0, 1, 2, 4, 5)}))
    editor.go_to(ROW[start])

    # when
    qtbot.keyClick(editor.view, key, CTRL)

    # then
    assert editor.current_cell == ROW[reached]


def test_with_control_an_arrow_goes_up_and_down_to_the_ends_of_a_blank_form(editor, qtbot):
    # when
    reached = []
    for key in (Key.Key_Down, Key.Key_Up):
        qtbot.keyClick(editor.view, key, CTRL)
        reached.append(editor.current_cell)

    # then
    assert reached == ["applications.carried_out.research", "applications.new.research"]


def test_with_control_and_shift_an_arrow_chooses_up_to_the_edge(editor, session, qtbot):
    # given
    session.edit(SetCells(dict.fromkeys(ROW[2:5], "1")))

    # when
    qtbot.keyClick(editor.view, Key.Key_Right, CTRL | SHIFT)

    # then
    assert editor.view.cells.figures() == ROW[2:5]
