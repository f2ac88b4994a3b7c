"""The open report and the one door through which it changes: undo, checks and saving listen here."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core import checks, store
from core.checks.model import Finding
from core.edits import Edit, Splice
from core.report import Report
from core.store import ReportFile
from core.template import Library, Template

_CHECK_AFTER_MS = 120
_MERGE_ID = 1


class Session(QObject):
    """One open report: its file, its template, its history of edits, what the checks say of it.

    Signals:
        edited(Edit): the report changed by that edit (typed, undone or redone).
        findings_changed(): `findings` is new.
        saved_changed(): `path`, `is_clean` or `file` is new.
    """

    edited = Signal(object)
    findings_changed = Signal()
    saved_changed = Signal()

    def __init__(self, library: Library, file: ReportFile, path: Path | None = None) -> None:
        super().__init__()
        self.library = library
        self.file = file
        self.path = path
        self.template: Template = library.get(file.report.template)
        self.findings: list[Finding] = []
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self.saved_changed)
        self._checker = checks.for_template(library, self.template.id)
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.setInterval(_CHECK_AFTER_MS)
        self._check_timer.timeout.connect(self.check)

    @property
    def report(self) -> Report:
        """The open report; change it through `edit` alone."""
        return self.file.report

    @property
    def is_clean(self) -> bool:
        """Whether all edits are in the file at `path`."""
        return self.path is not None and self.undo_stack.isClean()

    def edit(self, edit: Edit) -> None:
        """The one way in: every change of the report passes here."""
        self.undo_stack.push(_Step(self, edit))

    def check(self) -> None:
        """Run all checks now and tell who listens."""
        self._check_timer.stop()
        self.findings = self._checker.run(self.report)
        self.findings_changed.emit()

    def save(self, path: Path | None = None) -> None:
        """Write the report to its file, or to another that becomes its file; OutputError says why not."""
        target = path or self.path
        if target is None:
            raise ValueError("a report that has no file yet needs a path")
        store.write(self.file, target)
        self.path = target
        self.undo_stack.setClean()
        self.saved_changed.emit()

    def changed(self, edit: Edit) -> None:
        """Pass on that an edit was applied, and check again shortly; for the steps of the history."""
        self.edited.emit(edit)
        self._check_timer.start()


class _Step(QUndoCommand):
    """An edit on the stack: redo applies it, undo its inverse; keystrokes in one place merge."""

    def __init__(self, session: Session, edit: Edit) -> None:
        super().__init__(edit.label)
        self._session = session
        self._edit: Edit = edit
        self._inverse: Edit | None = None

    def redo(self) -> None:
        """Make the change."""
        self._inverse = self._edit.apply(self._session.report)
        self._session.changed(self._edit)

    def undo(self) -> None:
        """Take it back."""
        if self._inverse is not None:
            self._inverse.apply(self._session.report)
            self._session.changed(self._inverse)

    def id(self) -> int:
        """Steps of one kind may merge."""
        return _MERGE_ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over a later keystroke in the same paragraph or cell."""
        if not isinstance(other, _Step) or not _one_stroke(self._edit, other._edit):
            return False
        self._edit = other._edit
        return True


def _one_stroke(first: Edit, second: Edit) -> bool:
    """Return whether two edits are the typing of one paragraph that neither splits nor joins."""
    if not isinstance(first, Splice) or not isinstance(second, Splice):
        return False
    places = (first.section, first.at, first.label) == (second.section, second.at, second.label)
    return places and first.removed == second.removed == len(first.inserted) == len(second.inserted) == 1
