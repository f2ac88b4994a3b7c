"""After a figure only what it changed is painted and laid out anew."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from core.edits import SetCells
from gui.models.table import TableModel
from gui.panes.outline import Outline
from gui.panes.steps import Steps
from gui.panes.table_editor import TableEditor
from gui.progress import Progress
from gui.theme import Theme

MADE, NEW = "disclosure.documents.made", "applications.new.natural"


class Events(QObject):
    """Counts the events of one type that a widget gets."""

    def __init__(self, widget, kind) -> None:
        super().__init__(widget)
        self.kind, self.count = kind, 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:
        self.count += event.type() == self.kind
        return False


@pytest.fixture
def session(report, make_session):
    session = make_session(report)
    session.check()
    return session


@pytest.fixture
def editor(session, qtbot):
    editor = TableEditor(session, Theme.load("light"), "disclosure")
    qtbot.addWidget(editor)
    editor.resize(780, 600)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor


def painted(editor, qapp, monkeypatch, act) -> set[tuple[int, int]]:
    """Return the places of the cells that are painted after something was done."""
    qapp.processEvents()
    places: set[tuple[int, int]] = set()
    known = TableModel.shown

    def noted(form, row, column):
        places.add((row, column))
        return known(form, row, column)

    monkeypatch.setattr(TableModel, "shown", noted)
    act()
    qapp.processEvents()
    return places


def test_the_cell_at_hand_alone_is_painted_because_the_keys_go_elsewhere_and_come_back(
    editor, qapp, monkeypatch
):
    # given
    editor.view.setFocus()
    came = Events(editor.view, QEvent.Type.FocusIn)

    # when
    def leave_and_return() -> None:
        editor.row_zeros.setFocus()
        editor.view.setFocus()

    places = painted(editor, qapp, monkeypatch, leave_and_return)

    # then: its frame tells of it
    at_hand = editor.view.currentIndex()
    assert (came.count, places) == (1, {(at_hand.row(), at_hand.column())})


def test_a_figure_typed_paints_its_cell_and_those_of_the_cross_alone(editor, qapp, qtbot, monkeypatch):
    # given
    editor.view.go_to(MADE)
    qtbot.keyClick(editor.view, Qt.Key.Key_7)
    line = qapp.focusWidget()

    # when
    places = painted(editor, qapp, monkeypatch, lambda: qtbot.keyClick(line, Qt.Key.Key_Return))

    # then
    form = editor.view.form
    index = form.index_of(MADE)
    assert (index.row(), index.column()) in places
    assert len(places) < len(form.grid.cells) / 2


def test_a_figure_typed_is_painted_once_with_all_that_follows_from_it(editor, session, qapp, qtbot):
    # given
    editor.view.go_to(MADE)
    qtbot.keyClick(editor.view, Qt.Key.Key_7)
    line = qapp.focusWidget()
    painted_times = Events(editor.view.viewport(), QEvent.Type.Paint)

    # when
    with qtbot.waitSignal(session.findings_changed), qtbot.waitSignal(line.destroyed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.wait(50)

    # then: not again for what is chosen now, nor for the line that goes later
    assert painted_times.count == 1


class PaintedRegions(QObject):
    """Keeps what is painted of a widget."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.regions = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.regions.append(event.region())
        return False


def test_of_the_outline_the_rows_alone_are_painted_that_a_figure_changed(session, qapp, qtbot):
    # given: titles in two lines
    outline = Outline(session, Theme.load("light"))
    qtbot.addWidget(outline)
    outline.resize(200, 900)
    with qtbot.waitExposed(outline):
        outline.show()
    session.edit(SetCells({NEW: "1"}))
    session.check()
    outline.refresh()
    qtbot.wait(20)
    before = [outline.item(row).text() for row in range(outline.count())]
    seen = PaintedRegions(outline.viewport())

    # when
    session.edit(SetCells({NEW: "很多"}))
    session.check()
    outline.refresh()
    qtbot.wait(20)

    # then
    now = [outline.item(row).text() for row in range(outline.count())]
    changed = [row for row in range(len(now)) if now[row] != before[row]]
    rows = [outline.visualItemRect(outline.item(row)) for row in changed]
    assert [row.height() > 3 * outline.fontMetrics().lineSpacing() for row in rows] == [True]
    assert [region.boundingRect() for region in seen.regions] == [rows[0] & outline.viewport().rect()]


def test_an_input_method_serves_cells_to_fill_in_and_no_totals(editor, session):
    # given
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled

    # when
    editor.go_to(MADE)
    at_input = editor.view.testAttribute(enabled)
    total = next(
        one.id for one in session.template.cells.values() if one.table == "applications" and one.sums
    )
    editor.go_to(total)

    # then
    assert (at_input, editor.view.testAttribute(enabled)) == (True, False)


def test_the_form_keeps_its_size_when_a_problem_takes_the_place_of_the_words(editor, session, qapp):
    # given
    editor.go_to(NEW)
    qapp.processEvents()
    resized = Events(editor.view, QEvent.Type.Resize)

    # when
    session.edit(SetCells({NEW: "很多"}))
    qapp.processEvents()
    shows_problem = editor.problem.isVisible()
    session.edit(SetCells({NEW: "3"}))
    qapp.processEvents()

    # then
    assert (shows_problem, editor.problem.isVisible(), editor.description.isVisible()) == (True, False, True)
    assert resized.count == 0


def test_the_bar_of_steps_asks_for_more_room_in_a_larger_writing(qtbot):
    # given
    steps = Steps()
    qtbot.addWidget(steps)
    steps.show_progress(Progress(looked_at=3, carried=3, blank=0, to_mend=12))
    steps.show()
    before = steps.sizeHint().width()

    # when
    font = steps.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    steps.setFont(font)

    # then
    assert steps.sizeHint().width() > before


def test_a_figure_is_painted_once_together_with_what_the_checks_say_of_it(editor, session, qapp):
    # given
    qapp.processEvents()
    view = editor.view.viewport()
    paints = Events(view, QEvent.Type.Paint)
    before: list[int] = []
    session.findings_changed.connect(lambda: before.append(paints.count))

    # when
    session.edit(SetCells({MADE: "三"}))
    qapp.processEvents()

    # then
    assert before == [0]
    assert paints.count == 1


def test_several_figures_of_one_turn_are_checked_once(editor, session, qapp):
    # given
    told: list[int] = []
    session.findings_changed.connect(lambda: told.append(len(session.findings)))

    # when
    for figure in ("1", "2", "三"):
        session.edit(SetCells({MADE: figure}))
    qapp.processEvents()

    # then
    assert len(told) == 1
