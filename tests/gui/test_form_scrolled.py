"""A form that is scrolled: what is painted is moved, and looks as if all of it were painted anew."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QScrollBar

from core.report import blank
from core.settings import Settings
from gui import theme as themes
from gui.panes.table_editor import TableEditor
from gui.theme import Theme
from tests.gui.conftest import OFFICE

FIRST = "applications.new.natural"


@pytest.fixture
def editor(report, make_session, qtbot):
    session = make_session(report)
    session.check()
    editor = TableEditor(session, Theme.load("light"), "applications")
    qtbot.addWidget(editor)
    editor.resize(780, 480)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.view.go_to(FIRST)
    qtbot.wait(20)
    return editor


class Painted(QObject):
    """Adds up what is painted of a widget."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def on_the_screen(editor):
    return editor.screen().grabWindow(editor.winId()).toImage()


def type_and_enter(editor) -> None:
    QTest.keyClick(editor.view, Qt.Key.Key_7)
    line = editor.view.indexWidget(editor.view.currentIndex())
    QTest.keyClick(line, Qt.Key.Key_Return)


def down(editor) -> None:
    QTest.keyClick(editor.view, Qt.Key.Key_Down)


def by_a_page(editor) -> None:
    editor.view.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderPageStepAdd)


def by_a_little(editor) -> None:
    bar = editor.view.verticalScrollBar()
    bar.setValue(bar.value() + 7)


def back(editor) -> None:
    bar = editor.view.verticalScrollBar()
    bar.setValue((bar.value() or bar.maximum()) - 31)


def with_an_open_line(editor) -> None:
    if editor.view.state() != QAbstractItemView.State.EditingState:
        QTest.keyClick(editor.view, Qt.Key.Key_F2)
    by_a_little(editor)


@pytest.mark.parametrize("act", [type_and_enter, down, by_a_page, by_a_little, back, with_an_open_line])
def test_a_form_that_is_scrolled_looks_as_if_it_were_painted_anew(editor, qtbot, act):
    seen = []
    for _ in range(24):
        # when
        before = editor.view.verticalScrollBar().value()
        act(editor)
        qtbot.wait(5)

        # then
        moved = on_the_screen(editor)
        editor.view.viewport().update()
        qtbot.wait(5)
        assert moved == on_the_screen(editor)
        seen.append(editor.view.verticalScrollBar().value() - before)
    assert any(seen)


def test_a_figure_typed_where_the_form_is_scrolled_for_the_next_paints_a_part_of_it(editor, qtbot):
    # given: the cell at hand is the last that is wholly in sight
    view = editor.view
    while not view.verticalScrollBar().value():
        type_and_enter(editor)
    qtbot.wait(20)
    painted, before = Painted(view.viewport()), view.verticalScrollBar().value()

    # when
    type_and_enter(editor)
    qtbot.wait(20)

    # then
    assert view.verticalScrollBar().value() > before
    assert view.state() == QAbstractItemView.State.NoState
    area = sum(rect.width() * rect.height() for rect in painted.region)
    whole = view.viewport().width() * view.viewport().height()
    assert 0 < area < whole / 2


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("form", ["national-2014", "national-2019", "national-2021"])
def test_in_a_wide_window_what_stands_beside_the_cells_has_the_ground_of_the_window(
    undressed, library, make_session, qtbot, name, form
):
    # given: each table in more room than it takes, where another stood before
    theme = themes.dress(Settings(theme=name))
    session = make_session(blank(library.get(form), 2018, OFFICE))
    tables = [one.id for one in session.template.tables]
    editor = TableEditor(session, theme, tables[0])
    qtbot.addWidget(editor)
    editor.resize(1700, 1100)
    with qtbot.waitExposed(editor):
        editor.show()
    beside = 0

    for table in tables:
        # when
        editor.show_table(table)
        editor.view.verticalScrollBar().setValue(editor.view.verticalScrollBar().maximum())
        qtbot.wait(20)

        # then
        view, port = editor.view, editor.view.viewport()
        cells = QRect(
            0,
            -view.verticalHeader().offset(),
            view.horizontalHeader().length(),
            view.verticalHeader().length(),
        )
        picture = on_the_screen(editor)
        for rect in QRegion(port.rect()) - QRegion(cells):
            at = port.mapTo(editor, rect.center())
            assert picture.pixelColor(at).name() == theme.colour("window").name()
            beside += 1
    assert beside
