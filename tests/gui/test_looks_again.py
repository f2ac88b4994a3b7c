"""What shares out its room looks again when the room or the writing has another size, and at nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QStatusBar, QTabWidget, QToolBar, QWidget

from gui.widgets.looks_again import LooksAgain

KINDS = (QLabel, QStatusBar, QTabWidget, QToolBar)


def made(kind: type[QWidget], qtbot) -> tuple[QWidget, list[tuple[int, int]]]:
    """Return a widget on show, and a list of which width and height of a line it has at each look from now on."""
    seen: list[tuple[int, int]] = []

    class Noting(LooksAgain, kind):
        def fit(self) -> None:
            seen.append((self.width(), self.fontMetrics().height()))

    widget = Noting()
    qtbot.addWidget(widget)
    widget.resize(300, 40)
    widget.show()
    qtbot.waitExposed(widget)
    assert seen
    seen.clear()
    return widget, seen


@pytest.mark.parametrize("kind", KINDS)
def test_another_width_is_looked_at_once_it_is_there(kind, undressed, qtbot):
    # given
    widget, seen = made(kind, qtbot)

    # when
    widget.resize(420, 40)

    # then
    assert {width for width, _ in seen} == {420}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("by_sheet", [False, True])
def test_another_size_of_the_writing_is_looked_at_once_it_is_measured(kind, by_sheet, undressed, qtbot):
    # given
    widget, seen = made(kind, qtbot)
    before = widget.fontMetrics().height()

    # when
    if by_sheet:
        widget.setStyleSheet("* { font-size: 40px; }")
    else:
        font = widget.font()
        font.setPixelSize(40)
        widget.setFont(font)

    # then
    assert seen[-1][1] > before


@pytest.mark.parametrize("kind", KINDS)
def test_other_colours_and_another_cursor_are_not_looked_at(kind, undressed, qtbot):
    # given
    widget, seen = made(kind, qtbot)

    # when
    widget.setPalette(QPalette(Qt.GlobalColor.red))
    widget.setCursor(Qt.CursorShape.WaitCursor)
    widget.setEnabled(False)

    # then
    assert not seen


def test_a_widget_that_has_to_wait_for_others_is_told_of_the_writing_apart(undressed, qtbot):
    # given
    told: list[str] = []

    class Waiting(LooksAgain, QLabel):
        def fit(self) -> None:
            told.append("room")

        def fit_writing(self) -> None:
            told.append("writing")

    widget = Waiting()
    qtbot.addWidget(widget)
    widget.show()
    told.clear()

    # when
    font = widget.font()
    font.setPixelSize(40)
    widget.setFont(font)

    # then
    assert told == ["writing"]
