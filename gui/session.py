"""The open report and the one door through which it changes: undo, checks and saving listen here."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QUndoStack

from core import checks, links, settings, totals
from core.checks import Checker, Kept, Watch
from core.checks.model import Finding
from core.checks.sheet import Sheet, sheet
from core.edits import Edit, changes
from core.guide import Answers
from core.report import PREFACE, SIGNATURE, Report, Section
from core.store import ReportFile, saving
from core.store.saving import Kept as KeptFile
from core.template import Library, Template
from gui.history_step import Step, When
from gui.saved_point import SavedPoint

Unsaved = Literal["", "edits", "file", "version"]
_CHECK_AFTER_MS = 120
_NEXT_TURN_MS = 1  # at 0 Qt takes the next before all input


class Session(QObject):
    """One open report: its file, its template, its history of edits, what the checks say of it.

    `guide_answers` is what the clerk answered in the zero-report guide, for as long as the report is open.

    Signals:
        edited(Edit): the report changed by that edit (typed, undone or redone).
        findings_changed(): `findings` is new.
        mended(Fix): the change that a finding proposed was made.
        saved_changed(): `path`, `is_clean` or `file` is new.
    """

    edited = Signal(object)
    findings_changed = Signal()
    mended = Signal(object)
    saved_changed = Signal()
    _figures_came = Signal()

    def __init__(
        self,
        library: Library,
        file: ReportFile,
        path: Path | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.file = file
        self.path = path
        _complete(file.report)
        self.template: Template = library.get(file.report.template)
        totals.settle(self.template, file.report)
        self.findings: list[Finding] = []
        self.guide_answers: Answers = {}
        self.undo_stack = QUndoStack(self)
        self.undo_stack.indexChanged.connect(self._moved)
        self.saved_point = SavedPoint()
        self._version_waits = False
        self._clock = clock
        self._strokes = 0
        self._checker = checks.for_template(library, self.template.id, settings.load().switched_on_rules)
        self._watch: Watch | None = None
        self._first: Watch | None = None  # the first look, as long as nobody was told of it
        self._unseen: list[Edit] = []
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.timeout.connect(self._check_while_typing)
        self._is_elsewhere = False
        # in the turn after this one, as a timer would be, but before the window is painted: once, with the findings
        self._figures_came.connect(self._check_figures, Qt.ConnectionType.QueuedConnection)

    @property
    def report(self) -> Report:
        """The open report; change it through `edit` alone."""
        return self.file.report

    @property
    def unsaved(self) -> Unsaved:
        """What is in no file of ours yet: "edits", the whole report ("file"), a version exported of it, or nothing."""
        if not self.saved_point.is_at_hand:
            return "edits"
        if self.path is None:
            return "file"
        return "version" if self._version_waits else ""

    @property
    def is_clean(self) -> bool:
        """Whether nothing waits to be written to the file at `path`."""
        return not self.unsaved

    def edit(self, edit: Edit) -> None:
        """Make a change of the report, and of the sentences linked to its cells; every one passes here.

        One that changes nothing is no step of the history: undoing it would seem to do nothing.
        """
        edit = totals.settled(self.template, self.report, links.follow(self.report, edit))
        if not changes(self.report, edit):
            self.changed(edit)
            return
        self.saved_point.make_way()
        self.undo_stack.push(Step(self, edit, When(self._clock(), self._strokes)))

    @property
    def checker(self) -> Checker:
        """The rules of the form."""
        return self._checker

    def end_stroke(self) -> None:
        """Let what is typed from here on be a step of its own: the cursor moved, or another place has the focus."""
        self._strokes += 1

    def kept(self) -> list[Kept]:
        """Return the findings that still hold but were verified and kept, with the reasons."""
        return self._watch.kept if self._watch else []

    def check(self) -> None:
        """Look again at what changed since the last time, at everything where nothing did, and tell who listens."""
        self._is_elsewhere = False
        self._look_again()

    def go_elsewhere(self) -> None:
        """End the stroke: the clerk goes on at another place, and is soon told what waits because it was only begun."""
        self.end_stroke()
        if self._watch is not None and not self.is_all_seen:
            self._is_elsewhere = True
            self._check_timer.start(0)

    def _check_while_typing(self) -> None:
        """Do so while the clerk goes on: what has only been begun is not told yet, unless that is elsewhere.

        What the first look at a report says is told in the turn after: it takes the longest, and so does the first list.
        """
        if self._watch is None and self._first is None:
            self._first, self._unseen = Watch(self._checker, self.report), []
            self._check_timer.start(_NEXT_TURN_MS)
        else:
            self._look_again(typing=not self._is_elsewhere)

    def _look_again(self, *, typing: bool = False) -> None:
        self._check_timer.stop()
        before = self._watch or self._first
        is_new, self._first = self._watch is None, None
        self._watch = before or Watch(self._checker, self.report)
        if before and (self._unseen or self._is_elsewhere):
            self._watch.update(*self._unseen, typing=typing)
        elif not is_new:
            self._watch.look()
        self._unseen, self._is_elsewhere = [], False
        self.findings = self._watch.findings
        self.findings_changed.emit()

    def mend(self, finding: Finding) -> bool:
        """Make the change that a finding proposes, as it stands after what was typed last; return whether it was made."""
        if self._unseen:
            self.check()
        now = next((one for one in self.findings if one.key == finding.key), None)
        if now is None or now.fix is None:
            return False
        self.edit(now.fix.edit)
        self.check()
        self.mended.emit(now.fix)
        return True

    @property
    def is_checked(self) -> bool:
        """Whether the report was looked at since it was opened."""
        return self._watch is not None

    @property
    def is_all_seen(self) -> bool:
        """Whether the findings are those of the report as it stands, with what was typed last and what waits to be told."""
        return self._watch is not None and not self._unseen and not self._watch.holds_back

    def check_soon(self) -> None:
        """Look once what is under way is done."""
        self._check_timer.start(0)

    def check_sheet(self, report: Report) -> Sheet:
        """Return the sheet of all checks on a report of this form."""
        return sheet(self._checker, report)

    def hand_out(self) -> ReportFile:
        """Return the report file as it is now, to be written elsewhere; `take_in` or `take_back` are to follow.

        What is typed meanwhile is not in it, and stays unsaved.
        """
        self.saved_point.begin()
        return saving.taken(self.file)

    def take_in(self, kept: KeptFile) -> None:
        """Take what became of the file that was handed out."""
        kept.tell(self.file)
        if kept.path is not None:
            self.path, self._version_waits = kept.path, False
        elif not kept.is_in_file:
            self._version_waits = True
        self.saved_point.end(is_saved=kept.path is not None)
        self.saved_changed.emit()

    def take_back(self) -> None:
        """Go on as if no file had been handed out: it could not be written."""
        self.saved_point.end(is_saved=False)

    def close(self) -> None:
        """Be done with the report: no check runs any more, and the object goes when Qt comes to it."""
        self._check_timer.stop()
        self._unseen = []  # figures of this turn are to be checked in the next
        self.deleteLater()

    def changed(self, edit: Edit) -> None:
        """Pass on that an edit was applied, and check again shortly; for the steps of the history."""
        self._unseen.append(edit)
        self.edited.emit(edit)
        if edit.cells:
            self._figures_came.emit()  # a figure is done, a sentence goes on
        else:
            self._check_timer.start(_CHECK_AFTER_MS)

    def _moved(self, state: int) -> None:
        """Tell where the history came to the state that was saved, or left it."""
        if self.saved_point.move(state):
            self.saved_changed.emit()

    def _check_figures(self) -> None:
        """Look again after one or several edits of figures, unless somebody did since."""
        if self._unseen:
            self.check()


def _complete(report: Report) -> None:
    """Give a report a place for what stands before and after the sections, where it was read without one."""
    if report.section(PREFACE) is None:
        report.sections.insert(0, Section(id=PREFACE))
    if report.section(SIGNATURE) is None:
        report.sections.append(Section(id=SIGNATURE))
