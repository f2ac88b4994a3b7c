"""The window: the home page, or the open report with its panes; every connection stands in `_connect`."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolBar

from core import recent, settings
from core.errors import AppError
from core.paths import RESOURCES
from core.settings import Settings
from core.store import ReportFile
from core.template import Library
from gui import commands, history
from gui.dialogs.manual import ManualDialog
from gui.messages import Messages, log
from gui.opening import Opening
from gui.panes.home import HomePage
from gui.panes.section_page import ALL_LOOKED_AT
from gui.panes.status import StatusLine
from gui.panes.steps import Steps, progress_of
from gui.panes.workspace import Workspace
from gui.saving import Saving
from gui.session import Session
from gui.tasks import Tasks
from gui.theme import Theme

_NAME = "年报通"
_SIZE = (1366, 728)


class MainWindow(QMainWindow):
    """The one window of the program. At most one report is open in it."""

    def __init__(self, library: Library, options: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        self._library = library
        self._options = options
        self._theme = theme
        self._session: Session | None = None
        self._workspace: Workspace | None = None
        self._leaving = False
        self._samples = sorted((RESOURCES / "samples").glob("*年度报告.*"))
        self.messages = Messages(self, lambda: self._session.file if self._session else None)
        self._tasks = Tasks(self)
        self._opening = Opening(self, library, options, self._tasks, self.messages)
        self._saving = Saving(self, options, self._tasks, self.messages)
        self._home = HomePage(theme, has_sample=bool(self._samples))
        self._status = StatusLine()
        self._steps = Steps()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._home)
        self.setCentralWidget(self._pages)
        self.setStatusBar(self._status)
        self._actions = commands.build(self, self._handlers())
        self._make_tool_bar()
        self._connect()
        self._show_home()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each command does; those on a report are called only while one is open."""
        opening, saving = self._opening, self._saving
        return {
            "openLastYear": opening.ask_last_year,
            "newReport": opening.ask_new,
            "openReport": opening.ask_report,
            "importFile": opening.ask_other,
            "copyForward": self._with_session(lambda session: opening.carry_forward(session.report)),
            "save": self._with_session(saving.save),
            "saveAs": self._with_session(saving.save_as),
            "exportReport": self._with_session(saving.ask_export),
            "goHome": lambda: self._leave_then(self._show_home),
            "quit": self.close,
            "undo": self._with_session(partial(self._step, back=True)),
            "redo": self._with_session(partial(self._step, back=False)),
            "nextToLookAt": self._with_workspace(self._show_next_carried),
            "confirm": self._with_workspace(lambda work: work.page.confirm()),
            "nextBlank": self._with_workspace(self._show_next_blank),
            "checkAll": self._with_session(self._check_all),
            "nextFinding": self._with_workspace(Workspace.show_next_finding),
            "previousFinding": self._with_workspace(Workspace.show_previous_finding),
            "applyFix": self._with_workspace(lambda work: work.findings.apply_fix()),
            "toggleOutline": self._with_workspace(partial(self._fold, left=True)),
            "toggleSide": self._with_workspace(partial(self._fold, right=True)),
            "help": lambda: ManualDialog(self).show(),
        }

    def _fold(self, work: Workspace, *, left: bool = False, right: bool = False) -> None:
        """Show or hide the panes at the sides: turn those named over, and keep that for the next time.

        In a narrow window the right one is turned over for now only.
        """
        if right and work.is_narrow:
            work.turn_side()
            return
        options = self._options
        options.left_shown, options.right_shown = options.left_shown != left, options.right_shown != right
        work.show_panes(left=options.left_shown, right=options.right_shown)

    def _with_session(self, work: Callable[[Session], object]) -> Callable[[], object]:
        def run() -> object:
            self._finish_typing()
            return work(self._session) if self._session else None

        return run

    def _finish_typing(self) -> None:
        """Let a half-typed cell count before anything is done with the report."""
        if self._workspace:
            self._workspace.page.finish_typing()

    def _with_workspace(self, work: Callable[[Workspace], object]) -> Callable[[], object]:
        return lambda: work(self._workspace) if self._workspace else None

    def _make_tool_bar(self) -> None:
        bar = QToolBar("工具栏")
        bar.setObjectName("toolBar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name, words in _BUTTONS.items():
            self._actions[name].setIconText(words)
            bar.addAction(self._actions[name])
        bar.addSeparator()
        bar.addWidget(self._steps)
        self.addToolBar(bar)
        self._tool_bar = bar

    def _connect(self) -> None:
        self._home.last_year_wanted.connect(self._opening.ask_last_year)
        self._home.new_wanted.connect(self._opening.ask_new)
        self._home.report_chosen.connect(self._opening.open_path)
        self._home.sample_wanted.connect(lambda: self._opening.read(self._samples[0], forward_first=True))
        self._home.help_wanted.connect(self._actions["help"].trigger)
        self._steps.step_chosen.connect(lambda name: self._actions[name].trigger())
        self._opening.opened.connect(lambda file, path: self._leave_then(partial(self._open, file, path)))
        self._saving.recent_changed.connect(lambda: self._home.show_recent(recent.load()))

    def _connect_session(self, session: Session) -> None:
        stack, undo, redo = session.undo_stack, self._actions["undo"], self._actions["redo"]
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        session.findings_changed.connect(lambda: self._show_state(session))
        session.saved_changed.connect(lambda: self._status.show_saved(session))
        session.edited.connect(lambda _: self._show_title(session))

    def _say(self, words: str) -> None:
        self._status.showMessage(words, _MESSAGE_MS)

    def _step(self, session: Session, *, back: bool) -> None:
        """Undo or redo one step, say which, and show where."""
        done = history.step(session, back=back)
        if done and self._workspace:
            label, edit = done
            self._workspace.page.show_edit(edit)
            self._say(f"{'已撤销' if back else '已重做'}：{label}")

    def open_path(self, path: Path) -> None:
        """Open a report file, or read any other file and ask what becomes of it."""
        self._opening.open_path(path)

    def _open(self, file: ReportFile, path: Path | None) -> None:
        """Show a report in place of what was shown before."""
        self._close_session()
        session = Session(self._library, file, path, parent=self)
        self._session = session
        self._workspace = Workspace(session, self._theme)
        self._workspace.page.said.connect(self._say)
        self._fold(self._workspace)
        self._pages.addWidget(self._workspace)
        self._pages.setCurrentWidget(self._workspace)
        self._workspace.page.focus_editor()
        commands.enable(self._actions, report_open=True)
        self._actions["undo"].setEnabled(False)
        self._actions["redo"].setEnabled(False)
        self._connect_session(session)
        self._show_title(session)
        session.check()
        self._status.show_saved(session)
        self._options.office = session.report.unit.name
        self._remember(session)

    def _remember(self, session: Session) -> None:
        try:
            self._saving.remember(session)
        except AppError as error:
            self.messages.show(error)

    def _show_home(self) -> None:
        self._close_session()
        self._pages.setCurrentWidget(self._home)
        self._home.show_recent(recent.load())
        self._status.show_nothing()
        self.setWindowTitle(_NAME)
        commands.enable(self._actions, report_open=False)
        self._tool_bar.setVisible(False)

    def _close_session(self) -> None:
        self._tool_bar.setVisible(True)
        if self._workspace and self._session:
            self._pages.removeWidget(self._workspace)
            self._workspace.setParent(None)
            QTimer.singleShot(0, self._workspace.deleteLater)
            self._session.close()
        self._workspace = self._session = None

    def _show_title(self, session: Session) -> None:
        report = session.report
        self.setWindowTitle(f"{_NAME} ─ {report.unit.short_name or '未填单位'} · {report.year}年报告")

    def _show_state(self, session: Session) -> None:
        self._status.show_findings(session)
        self._steps.show_progress(progress_of(session))

    def _check_all(self, session: Session) -> None:
        session.check()
        if self._workspace:
            self._workspace.show_findings()

    def _show_next_carried(self, work: Workspace) -> None:
        if not work.show_next_carried():
            self._say(ALL_LOOKED_AT)

    def _show_next_blank(self, work: Workspace) -> None:
        if not work.page.go_to_first_blank():
            self._say("表格都填好了，没有空格。")

    def _leave_then(self, then: Callable[[], object]) -> None:
        """Go on at once where nothing would be lost; else ask once."""
        self._finish_typing()
        session = self._session
        if session is None or session.is_clean:
            then()
            return

        def answered(choice: str) -> None:
            if choice == "save":
                self._saving.save(session, then)
            else:
                then()

        name = f"{session.report.unit.short_name}{session.report.year}年报告"
        self.messages.ask_to_save(name, answered, changed=not session.undo_stack.isClean())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file dropped, as last year's report."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._opening.read(paths[0], forward_first=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once where all is saved; else ask, and close after the answer."""
        self._finish_typing()
        if not self._leaving and self._session and not self._session.is_clean:
            event.ignore()
            self._leave_then(self._close_for_good)
            return
        self._tasks.close()
        try:
            settings.save(self._options)
        except AppError as error:
            log(error)
        event.accept()

    def _close_for_good(self) -> None:
        self._leaving = True
        self.close()


_MESSAGE_MS = 5000
_BUTTONS = {"goHome": "首页", "save": "保存", "undo": "撤销", "redo": "重做"}
