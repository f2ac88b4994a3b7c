"""The ways to an open report: a blank one, a report file, another file's report, last year's carried forward."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core import carry, first_look, recent
from core.approval import stage_of
from core.autosave import Left
from core.checks.standing import standing
from core.errors import AppError, YearWantedError
from core.importers import READERS, SUFFIXES
from core.opening import Opened, Pasted
from core.report import Report
from core.settings import Settings
from core.stages import SIGNED, is_before
from core.store import SUFFIX, ReportFile
from core.template import Library
from gui.dialogs.new_report import NewReportDialog
from gui.dialogs.waiting import Waiting
from gui.dialogs.year import ask_year
from gui.known_drafts import KnownDrafts, ask_unfinished
from gui.messages import Messages
from gui.panes.review import ReviewPage
from gui.places import documents, says
from gui.questions import Questions
from gui.remembered import keep_options
from gui.reviewing import Reviewing
from gui.session import Session
from gui.tasks import Job, Tasks, Told, stopped
from gui.theme import Theme
from gui.wanted import Wanted
from gui.widgets.due_words import awaited
from gui.widgets.file_dialog import make_room

_REPORTS = f"年报通报告 (*{SUFFIX})"
_OTHERS = " ".join(f"*{suffix}" for suffix in SUFFIXES)
_EACH = [f"{reader.name} ({' '.join(f'*{suffix}' for suffix in reader.suffixes)})" for reader in READERS]
_ALL, _ANY = f"各种报告文件 (*{SUFFIX} {_OTHERS})", "所有文件 (*)"
PATIENT_FOR = 0.4  # seconds: a folder that does not answer by then is not begun in
_NO_TABLE = (
    "现在选的格式没有统计表，剪贴板里的表格没有填入；已经核对、修改的都还在。"
    "请先在上面的“格式”里选“{}”，点“按此重读”，再粘贴一次。"
)
_NOTHING_PASTED = "剪贴板里没有文字。请先在别的程序里选中报告的内容或表格，按 Ctrl+C 复制，再回到这里。"


class Opening(QObject):
    """Asks what is needed, reads beside the window, and says what there is to work on.

    Signals:
        opened(ReportFile, Path | None): a report is there; the path is None where it has no file of its own yet.
        kept_wanted(Left): the clerk goes on with a report that is in no file.
        said(str): something to be told in passing.
        unread(): a file could not be read; what is known of where reports lie may be no longer so.
    """

    opened = Signal(object, object)
    kept_wanted = Signal(object)
    said = Signal(str)
    unread = Signal()

    def __init__(
        self,
        window: QWidget,
        library: Library,
        settings: Settings,
        tasks: Tasks,
        messages: Messages,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._settings = settings
        self._tasks = tasks
        self._messages = messages
        self._folders = Questions(window)
        self._files = Questions(window)
        self._known_drafts = KnownDrafts(window, library, settings, self._go_on)
        self.reviewing = Reviewing(window, library, settings, tasks, messages, theme, self._load)
        self.reviewing.said.connect(self.said)
        self.reviewing.opened.connect(self.opened)
        self.reviewing.forward_wanted.connect(self.carry_forward)

    def ask_new(self) -> None:
        """Ask for year, office and form of a blank report."""
        offices = dict.fromkeys(
            [*self._settings.offices, *(one.office for one in recent.load() if one.office)]
        )
        dialog = NewReportDialog(self._library, self._settings.office, list(offices), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.report_made.connect(
            lambda report: self.reviewing.leave_then(partial(self.opened.emit, ReportFile(report), None))
        )
        dialog.open()

    def ask_report(self) -> None:
        """Ask for a report file and open it, or for any other file that has a report in it."""
        self._ask_file("打开报告", [_ALL, _REPORTS, *_EACH, _ANY], self.open_path)

    def ask_last_year(self) -> None:
        """Ask for last year's report, whatever file it is, and offer this year's draft."""
        self._ask_file(
            "打开去年的报告",
            [_ALL, _REPORTS, *_EACH, _ANY],
            partial(self.read, forward_first=True),
        )

    def ask_other(self) -> None:
        """Ask for a file of another program and offer to open the report in it."""
        self._ask_file("读入其他文件里的报告", [f"其他程序的文件 ({_OTHERS})", *_EACH, _ANY], self.read)

    def _ask_file(self, title: str, kinds: list[str], then: Callable[[Path], object]) -> None:
        """Ask for a file where one was opened last, as long as that folder answers, else in the clerk's own folder."""
        folder = self._settings.open_folder
        ask_in = partial(self._ask_file_in, title, kinds, then)

        def answered(is_there: bool) -> None:
            ask_in(folder if is_there else str(documents()))

        if folder:
            late = partial(answered, False)
            self._folders.ask(partial(says, Path(folder).is_dir), answered, late=late, within=PATIENT_FOR)
        else:
            answered(False)

    def _ask_file_in(self, title: str, kinds: list[str], then: Callable[[Path], object], folder: str) -> None:
        dialog = QFileDialog(self._window, title, folder)
        dialog.setObjectName("openFileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # their endings would be cut
        dialog.setNameFilters(kinds)
        dialog.fileSelected.connect(lambda name: self._chosen(Path(name), then))
        make_room(dialog)
        dialog.open()

    def _chosen(self, path: Path, then: Callable[[Path], object]) -> None:
        self._begin_beside(path)
        then(path)

    def _begin_beside(self, path: Path) -> None:
        """Look for the next file beside that one, and propose to put a new report there."""
        self._settings.open_folder = str(path.parent)
        keep_options(self._settings)

    def open_path(self, path: Path) -> None:
        """Open a report file; any other file is read, and what to do with it asked.

        Of the report of the year before the one that is due next a draft is offered first: that is what one opens it for.
        """
        wanted = Wanted(path)

        def show(opened: Opened) -> None:
            if opened.own:
                self.opened.emit(opened.file, opened.own)
            else:
                is_last_years = opened.file.report.year == awaited(self._settings) - 1
                self.reviewing.show(replace(wanted, forward_first=is_last_years), opened)

        self.reviewing.leave_then(partial(self._load, wanted, show))

    def read(self, path: Path, *, forward_first: bool = False) -> None:
        """Read the report in any file and show what was read, to choose what becomes of it."""
        self._read(Wanted(path, forward_first))

    def read_listed(self, path: Path) -> None:
        """Read a report of the list to make the year after of it; one that is there is offered first."""
        self._begin_beside(path)
        read = partial(self.read, path, forward_first=True)
        self._known_drafts.look_listed(path, self.open_path, read)

    def paste(self) -> None:
        """Read what is on the clipboard: a file copied there, a whole text, or for the review at hand a table."""
        data = QGuiApplication.clipboard().mimeData() or QMimeData()  # no owner, no data
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.read(files[0], forward_first=True)
            return
        pasted = Pasted(data.text(), data.html())
        if not (pasted.text.strip() or pasted.html.strip()):
            self._messages.notice(_NOTHING_PASTED)
        elif (page := self.reviewing.page) and not page.review.fixed:
            self._paste_into(page, pasted)
        else:
            self._read(Wanted(pasted, forward_first=True))

    def _paste_into(self, page: ReviewPage, pasted: Pasted) -> None:
        """Take the figures of a pasted table into the review at hand; a whole text is a review of its own."""
        report = page.review.reading.report
        can_take = bool(page.review.template.tables)

        def done(opened: Opened) -> None:
            is_a_table = bool(opened.file.report.values) and not any(opened.file.report.paragraphs())
            if is_a_table and not can_take:
                form = self._library.get(opened.file.report.template).name
                self._messages.notice(_NO_TABLE.format(form))
            elif is_a_table:
                page.take_cells(opened.file.report.values)
                self.said.emit(f"剪贴板里的表格读到 {len(opened.file.report.values)} 个数，已经填入。")
            else:
                self._read(Wanted(pasted, forward_first=True))

        # a form without tables would find none in a table: then the form that has it says its name
        form = report.template if can_take else None
        self._load(Wanted(pasted, template_id=form, year=report.year), done)

    def _read(self, wanted: Wanted) -> None:
        self._known_drafts.begin_anew()
        self.reviewing.leave_then(partial(self._load, wanted, partial(self.reviewing.show, wanted)))

    def _load(
        self, wanted: Wanted, then: Callable[[Opened], object], refused: Callable[[], object] | None = None
    ) -> None:
        """Read beside the window; `refused` is called where that fails."""
        waiting = Waiting(f"正在读“{wanted.name}”……", self._window)

        def work(tell: Told) -> Opened:
            opened = wanted.read(self._library, stopped(tell))
            return replace(opened, left=first_look.take(self._library, opened.file.report).left)

        def done(opened: Opened) -> None:
            waiting.accept()
            then(opened)

        def failed(error: BaseException) -> None:
            waiting.accept()
            if refused:
                refused()
            if isinstance(error, YearWantedError):
                ask_year(self._window, lambda year: self._load(replace(wanted, year=year), then))
            else:
                self._messages.show(error)
                self.unread.emit()

        self._once_it_answers(wanted, waiting, lambda: self._tasks.start(work, done, failed))
        if refused:
            waiting.given_up.connect(refused)
        waiting.open()

    def _once_it_answers(self, wanted: Wanted, waiting: Waiting, start: Callable[[], Job]) -> None:
        """Read what answers: a share that is off must not hold the one worker that reads."""

        def begin(_: bool = True) -> None:
            waiting.given_up.connect(start().cancel)

        if isinstance(wanted.what, Path):
            self._files.ask(partial(says, wanted.what.exists), begin)
            waiting.given_up.connect(self._files.drop)
        else:
            begin()

    def _go_on(self, left: Left) -> None:
        """Go on with a report that is in no file, once a review at hand may be left."""
        self.reviewing.leave_then(partial(self.kept_wanted.emit, left))

    def carry_on(self, session: Session) -> None:
        """Make the next year's draft of the open report; one that is neither signed nor finished is asked about."""
        if not session.is_all_seen:
            session.check()
        report = session.report
        if session.path:
            self._begin_beside(session.path)
        is_signed = not is_before(stage_of(report), SIGNED)
        left = "" if is_signed else standing(session.template, report, session.findings).left
        self.carry_forward(report, left=left)

    def carry_forward(self, last: Report, year: int | None = None, *, left: str = "") -> None:
        """Make a later year's draft of a report, by default the next year's; one that is there is offered instead.

        `left` says what the report lacks where it is not finished: then that is asked first.
        """
        try:
            draft = carry.forward(self._library, last, year)
        except AppError as error:
            self._messages.show(error)
            return
        make = partial(self.opened.emit, ReportFile(draft), None)
        ask = partial(ask_unfinished, self._window, last.year, left, draft.year, make)
        self._known_drafts.look(draft, self.open_path, make, ask if left else None)
