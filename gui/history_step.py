"""A step of the history of an open report: an edit that can be undone, keystrokes in one place taken together."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QUndoCommand

from core import strokes
from core.edits import Edit
from core.report import Report
from core.strokes import Stroke
from gui.saved_point import SavedPoint

_MERGE_ID = 1
_PAUSE_SECONDS = 2.0


class Changeable(Protocol):
    """What a step is a change of: an open report, and who listens to it."""

    saved_point: SavedPoint

    @property
    def report(self) -> Report:
        """The report."""

    def changed(self, edit: Edit) -> None:
        """Pass on that an edit was applied."""


@dataclass(frozen=True)
class When:
    """When an edit was made: the time, and how many strokes had been ended before."""

    time: float
    strokes: int

    def goes_on(self, later: "When") -> bool:
        """Return whether a later edit may belong to the same stroke."""
        return self.strokes == later.strokes and later.time - self.time < _PAUSE_SECONDS


class Step(QUndoCommand):
    """An edit on the stack: redo applies it, undo its inverse; keystrokes in one place merge."""

    def __init__(self, session: Changeable, edit: Edit, when: When) -> None:
        super().__init__(edit.label)
        self._session = session
        self._edit: Edit = edit
        self._inverse: Edit | None = None
        self._when = when
        self._stroke: Stroke | None = None

    def redo(self) -> None:
        """Make the change."""
        self._inverse = self._edit.apply(self._session.report)
        self._stroke = strokes.of(self._inverse, self._edit)
        self._session.changed(self._edit)

    def undo(self) -> None:
        """Take it back."""
        if self._inverse is not None:
            self._inverse.apply(self._session.report)
            self._session.changed(self._inverse)

    def id(self) -> int:
        """Return the one kind, so that the stack asks whether steps merge."""
        return _MERGE_ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over a later keystroke that goes on, without a pause, where this one ended."""
        if (
            not isinstance(other, Step)
            or self._session.saved_point.is_held
            or not self._when.goes_on(other._when)
        ):
            return False
        if not (self._stroke and other._stroke and self._stroke.goes_on(other._stroke)):
            return False
        self._edit = strokes.joined(self._edit, other._edit)
        self._stroke, self._when = other._stroke, other._when
        vars(other).clear()  # Qt is done with it, but PySide keeps it for good, and the whole report with it
        return True
