"""The open report and all that is done with it: loaded with the first one, for the home page must not wait for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from core.places import Spot
from core.settings import Settings
from core.store import ReportFile, meeting
from core.template import Library
from gui import arranged, features, history, resuming, same_place
from gui.beside import Beside
from gui.command_keys import CommandKeys
from gui.commands import ON_PAGE
from gui.leaving import Leaving
from gui.made_ahead import MadeAhead, Panes
from gui.messages import Messages
from gui.opening import Opening
from gui.panes.workspace import Workspace
from gui.printing import Printing
from gui.progress import judged
from gui.questions import Questions
from gui.remembered import keep_options
from gui.saving import Saving
from gui.session import Session
from gui.tasks import Tasks
from gui.telling import Telling
from gui.theme import Theme

_ONCE = Qt.ConnectionType.SingleShotConnection


class Desk(QObject):
    """Opens reports, one at a time, and does what the commands want of the open one.

    Signals:
        opened(): `session` and `workspace` are those of another report.
        dressed(): `workspace` shows the same report in another look.
        closed(): no report is open any more.
        judged(Verdict, Progress): what the checks say of the report and how far it is are new.
        saved_changed(): its title or whether it is saved may be new.
        recent_changed(): the list of reports worked on lately is new.
        said(str): something to be told in passing.
        moved(): a pane was moved or folded, or all of them have another size.
        review_ready(ReviewPage): a file was read and is to be looked over.
        review_cancelled(): nothing is to be made of it.
    """

    opened = Signal()
    dressed = Signal()
    closed = Signal()
    judged = Signal(object, object)
    saved_changed = Signal()
    recent_changed = Signal()
    said = Signal(str)
    moved = Signal()
    review_ready = Signal(object)
    review_cancelled = Signal()

    def __init__(
        self,
        window: QWidget,
        library: Library,
        options: Settings,
        theme: Theme,
        tasks: Tasks,
        messages: Messages,
    ) -> None:
        super().__init__(window)
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self._resuming = resuming.Resuming()
        self.beside = Beside(messages, self)
        self.beside.changed.connect(self.saved_changed)
        self.telling = Telling(self)
        self.telling.said.connect(self.said)
        self._questions = Questions(window)
        self.window, self.library = window, library
        self.options, self.theme = options, theme
        self.tasks = tasks
        self.messages = messages
        self.opening = Opening(window, library, options, tasks, messages, theme)
        self.opening.reviewing.ready.connect(self.review_ready)
        self.opening.reviewing.cancelled.connect(self.review_cancelled)
        self.opening.said.connect(self.telling.said)
        self._ahead = MadeAhead(window, self._make, self._drop_made)
        self.opening.opened.connect(self._open_in_turns)
        self.saving = Saving(window, options, tasks, messages, lambda: self.beside.words)
        self.saving.recent_changed.connect(self.recent_changed)
        self.saving.said.connect(self.telling.said)
        self.saving.writing.changed.connect(self.saved_changed)
        self._leaving = Leaving(window, self._at_hand, self.saving, self.beside, messages, self.say)
        self.printing = Printing(window, tasks, messages)
        self.printing.said.connect(self.telling.said)
        self.commands = self._commands()
        CommandKeys(window)
        self.saving.checks_wanted.connect(self.commands["checkAll"])
        self.printing.export_wanted.connect(self.with_session(partial(self.saving.ask_export, only=("pdf",))))

    def _commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does; those on a report do nothing while none is open."""
        return {name: partial(self._begin, name, work) for name, work in self._works().items()}

    def _begin(self, name: str, work: Callable[[], object]) -> object:
        self.telling.go_on()
        if self.workspace and name in ON_PAGE:
            self.workspace.bring_page()
        return work()

    def _works(self) -> dict[str, Callable[[], object]]:
        opening, saving = self.opening, self.saving
        return {
            "openLastYear": opening.ask_last_year,
            "newReport": opening.ask_new,
            "openReport": opening.ask_report,
            "importFile": opening.ask_other,
            "pasteReport": opening.paste,
            "reviewLast": self.with_session(lambda session: opening.reviewing.show_last(session.report)),
            "copyForward": self.with_session(opening.carry_on),
            "save": self.with_session(self._save),
            "saveAs": self.with_session(saving.save_as),
            "exportReport": self.with_session(saving.ask_export),
            "print": self.with_session(self.printing.ask),
            "goHome": lambda: self.leave_then(self.close),
            "undo": self.with_session(partial(self._step, back=True)),
            "redo": self.with_session(partial(self._step, back=False)),
            **features.commands(self),
        }

    def say(self, words: str) -> None:
        """Tell the clerk something in passing."""
        self.telling.said.emit(words)

    def say_for_now(self, words: str) -> None:
        """Tell the clerk what holds until the next step, as why nothing came of a command."""
        self.telling.until_next(words)

    def with_session(self, work: Callable[[Session], object]) -> Callable[[], object]:
        """Return the command that does the work on the open report, after what is half-typed counts."""

        def run() -> object:
            self._finish_typing()
            return work(self.session) if self.session else None

        return run

    def with_workspace(self, work: Callable[[Workspace], object]) -> Callable[[], object]:
        """Return the command that does the work in the panes of the open report."""
        return lambda: work(self.workspace) if self.workspace else None

    def _finish_typing(self) -> None:
        """Let a half-typed cell count before anything is done with the report."""
        if self.workspace:
            self.workspace.page.finish_typing()

    def _open_in_turns(self, file: ReportFile, path: Path | None) -> None:
        """Open what the clerk wants, and leave what is open then."""
        leave = partial(self.leave_then, partial(self._open_latest, file, path))
        self._ahead.then(file, path, leave)

    def _open_latest(self, file: ReportFile, path: Path | None) -> None:
        """Open what was read before the clerk was asked about the open report, which may be saved there since."""
        if path is None or self.session is None or path != self.session.path:
            self.open(file, path)
            return
        self._questions.ask(
            partial(meeting.latest, file, path),
            lambda latest: self.open(latest, path),
            failed=self.messages.show,
            words=f"正在读“{path.name}”……",
        )

    def open(
        self, file: ReportFile, path: Path | None, *, kept_as: str = "", spot: Spot | None = None
    ) -> None:
        """Show a report in place of the one that was open before; `kept_as` names one with changes that were kept aside.

        `spot` is where the clerk was in that one.
        """
        session, work = self._ahead.take(file, path)
        with self._put_away():
            if kept_as:
                session.saved_point.forget()
            self.session, self.workspace = session, work
            self.beside.begin(session, kept_as, self._spot)
            features.opened(self)
            self.opened.emit()
        if not self._resuming.come_back(session, work, spot):
            work.page.focus_editor()
        session.findings_changed.connect(lambda: self.judged.emit(*judged(session)))
        session.saved_changed.connect(self.saved_changed)
        session.edited.connect(self.saved_changed)
        self.telling.follow(session)
        session.findings_changed.connect(partial(self.saving.remember, session), _ONCE)
        session.check_soon()  # the pages are painted before
        self._keep_office(session.report.unit.name)
        self.saved_changed.emit()

    def _spot(self) -> Spot | None:
        """Return where the clerk is in the open report, and what is being typed into a cell there."""
        return resuming.spot_with_typed(self.workspace.page) if self.workspace else None

    def _keep_office(self, name: str) -> None:
        """Propose the unit of the report opened last for the next one; a report that names none changes nothing."""
        if name and name != self.options.office:
            self.options.office = name
            keep_options(self.options)

    def _make(self, file: ReportFile, path: Path | None) -> Panes:
        """Return a report ready for work, and its panes, which nobody sees yet."""
        session = Session(self.library, file, path, parent=self)
        return session, self._set_up(session)

    def _drop_made(self, made: Panes) -> None:
        """Be done with panes that were never shown."""
        session, work = made
        session.close()
        _drop(work)

    def _set_up(self, session: Session) -> Workspace:
        """Return the panes of a report, arranged as the clerk wants them."""
        work = arranged.workspace(session, self.theme, self.options, self.commands, self.moved.emit)
        work.page.said.connect(self.telling.said)
        work.page.refused.connect(self.telling.until_next)
        work.findings.said.connect(self.telling.until_next)
        work.page.place_changed.connect(self.telling.go_on)
        work.page.typed.connect(self.beside.hear_cell)
        work.page.typed.connect(self.saved_changed)
        return work

    def dress(self, theme: Theme) -> None:
        """Show what is open in another look, at the place where the clerk is."""
        self.theme = theme
        self._ahead.make_anew()
        if self.workspace and self.session:
            self._finish_typing()
            before, place = self.workspace, same_place.keep(self.workspace)
            self.workspace = self._set_up(self.session)
            features.dressed(self, before)
            self.dressed.emit()
            _drop(before)
            self.session.check()
            place.find_again(self.workspace)
        self.opening.reviewing.dress(theme)

    def close(self) -> None:
        """Put the report away; nothing is asked."""
        self._ahead.forget()
        with self._put_away():
            self.closed.emit()

    @contextmanager
    def _put_away(self) -> Iterator[None]:
        """Put the report away; its panes go when others are shown: the bars may leave the page beneath too little room."""
        work = self.workspace
        if work and self.session:
            self._note(work, self.session)
            work.end()
            work.hide()
            self.beside.let_go()
            self.saving.writing.let_go()
            self.session.close()
            self.say("")  # what was told last speaks of a report that is away
        self.workspace = self.session = None
        try:
            yield
        finally:
            if work:
                _drop(work)

    def _at_hand(self) -> Session | None:
        """Return the open report, after what is half-typed counts."""
        self._finish_typing()
        return self.session

    def is_clean(self) -> bool:
        """Whether nothing would be lost if the program ended now."""
        return self._leaving.is_free

    def leave_then(self, then: Callable[[], object]) -> None:
        """Go on once the report is saved or kept aside; nothing is asked where either can be done."""
        self._leaving.then(then)

    def end(self) -> None:
        """Give up what is under way beside the window: the program ends."""
        if self.workspace and self.session:
            self._note(self.workspace, self.session)
            self.workspace.end()
        if not self.saving.writing.end():
            self.beside.hold()  # until it is known to lie in the file
        self.beside.end()

    def _note(self, work: Workspace, session: Session) -> None:
        """Keep where the clerk was, and the report itself where it was closed before it was looked at."""
        self._resuming.leave(session, work)
        if not session.is_checked:
            session.check()  # which keeps it in the list of the home page

    def _step(self, session: Session, *, back: bool) -> None:
        """Undo or redo one step, say which, and show where."""
        if (done := history.step(session, back=back)) and self.workspace:
            label, edit = done
            self.workspace.page.show_edit(edit)
            self.telling.until_next(f"{'已撤销' if back else '已重做'}：{label}")

    def _save(self, session: Session) -> None:
        told = partial(self.say, "没有新的修改，报告已经保存好了。")
        self.saving.save(session, unasked=told if session.is_clean else None)


def _drop(work: Workspace) -> None:
    """Be done with the panes of a report."""
    work.end()
    work.setParent(None)
    QTimer.singleShot(0, work.deleteLater)
