"""How far the rows of a form are scrolled: as the clerk did it last, whatever room the view had in between."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollBar, QTableView


class Left(NamedTuple):
    """Where a form was left: its cell at hand, how many pixels it was scrolled down, whether that cell was in sight."""

    cell: str = ""
    down: int = 0
    at_hand: bool = True


class Standing:
    """Keeps how far the clerk scrolled, for a view that is laid out in several steps, some of them far too low.

    What scrolls while it is held does not count, nor what brings a cell into sight before the view has its room.
    `at_hand` is whether the cell at hand is to be in sight.
    """

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self._is_held = False
        self._down, self.at_hand = 0, True
        self._arriving = QTimer(view)  # ends once all was laid out
        self._arriving.setSingleShot(True)
        self._arriving.setInterval(0)
        self._bar.valueChanged.connect(self._note)

    @property
    def _bar(self) -> QScrollBar:
        """The bar of the view; asked for each time: what Qt made is not held (see CONTRIBUTING)."""
        return self._view.verticalScrollBar()

    def arrive(self) -> None:
        """Wait for the room: the view has just been shown, or its form."""
        self._arriving.start()

    def begin(self, left: Left) -> None:
        """Stand as a form was left."""
        self._down, self.at_hand = left.down, left.at_hand
        self.arrive()

    def left(self, cell: str) -> Left:
        """Return where the form is left, with that cell at hand."""
        return Left(cell, self._down, self.at_hand)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let what scrolls meanwhile not count."""
        before, self._is_held = self._is_held, True
        try:
            yield
        finally:
            self._is_held = before

    @contextmanager
    def bringing(self) -> Iterator[None]:
        """Let what scrolls meanwhile not count before the view has its room: it would be more than is needed then."""
        before, self._is_held = self._is_held, self._is_held or self._arriving.isActive()
        try:
            yield
        finally:
            self._is_held = before

    def put_back(self) -> bool:
        """Scroll to where the clerk did; return whether the rows reach so far."""
        self._bar.setValue(self._down)
        return self._bar.value() == self._down

    def _note(self, down: int) -> None:
        if not self._is_held:
            self._down = down
            seen = self._view.visualRect(self._view.currentIndex())
            self.at_hand = seen.intersects(self._view.viewport().rect())
