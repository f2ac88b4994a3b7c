"""Keys in a form: the ends of a row and of the table as in a spreadsheet, and Alt with a letter types nothing."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.panes.heading_form import HeadingForm
from gui.panes.prose.sheet import Sheet
from gui.panes.table_editor import TableEditor
from gui.theme import Theme
from gui.widgets.field_line import FieldLine
from tests.gui.editors import table_editor

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(session, qtbot):
    """The editor of the table on applications."""
    return table_editor(session, qtbot)


def press(widget: QWidget, letter: str, held: Qt.KeyboardModifier = ALT) -> bool:
    """Press a letter as the window system reports it, with what it types; return whether it was taken."""
    event = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), held, letter)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def figures(editor: TableEditor) -> list[str]:
    """Return the addresses of all figures in the order of reading."""
    form = editor.view.form
    places = sorted((one.row, one.column) for one in form.grid.cells)
    return [cell for row, column in places if (cell := form.figure_cell(row, column))]


@pytest.mark.parametrize("start", [0, 9, -1])
@pytest.mark.parametrize("table", ["applications", "disclosure", "reviews"])
def test_with_control_home_and_end_go_to_the_first_and_the_last_figure(editor, qtbot, table, start):
    # given
    editor.show_table(table)
    cells = figures(editor)

    # when
    reached = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        editor.go_to(cells[start])
        qtbot.keyClick(editor.view, key, CONTROL)
        reached.append(editor.current_cell)

    # then
    assert reached == [cells[0], cells[-1]]


@pytest.mark.parametrize("column", [0, 3, 6])
def test_home_and_end_stay_in_the_row_also_where_the_cursor_stands_at_its_end(editor, qtbot, column):
    # given
    row = figures(editor)[7:14]

    # when
    reached = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        editor.go_to(row[column])
        qtbot.keyClick(editor.view, key)
        reached.append(editor.current_cell)

    # then
    assert reached == [row[0], row[-1]]


def test_alt_with_a_letter_opens_no_cell(editor):
    # when
    taken = press(editor.view, "j")

    # then
    assert not taken
    assert editor.view.findChild(QLineEdit) is None


def test_alt_with_a_letter_says_nothing_at_a_total(editor, qtbot):
    # given
    editor.go_to(figures(editor)[6])

    # when
    with qtbot.assertNotEmitted(editor.view.said):
        taken = press(editor.view, "j")

    # then
    assert not taken


def test_alt_with_a_letter_types_nothing_into_an_open_cell(editor, qtbot, session):
    # given
    cell = editor.current_cell
    qtbot.keyClicks(editor.view, "1")
    line = editor.view.indexWidget(editor.view.currentIndex())

    # when
    press(line, "j")
    qtbot.keyClicks(line, "2")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    # then
    assert session.report.text(cell) == "12"


def test_alt_with_a_letter_types_nothing_on_the_sheet(session, qtbot):
    # given
    sheet = Sheet(session, Theme.load("light"))
    qtbot.addWidget(sheet)
    sheet.show_section("overview")

    # when
    taken = press(sheet, "j")
    typed = press(sheet, "k", Qt.KeyboardModifier.NoModifier)

    # then
    assert not taken
    assert typed
    assert sheet.toPlainText() == "k"


def test_what_alt_gr_types_is_typed(session, qtbot):
    # given
    sheet = Sheet(session, Theme.load("light"))
    qtbot.addWidget(sheet)
    sheet.show_section("overview")

    # when
    QApplication.sendEvent(sheet, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_At, CONTROL | ALT, "@"))

    # then
    assert sheet.toPlainText() == "@"


def test_alt_with_a_letter_types_nothing_into_the_title(session, qtbot):
    # given
    form = HeadingForm(session)
    qtbot.addWidget(form)
    line = form.findChild(FieldLine)
    before = line.text()

    # when
    taken = press(line, "j")

    # then
    assert not taken
    assert line.text() == before
