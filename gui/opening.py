"""The ways to an open report: a blank one, a report file, another file's report, last year's carried forward."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core import carry, first_look, opening, recent
from core.errors import AppError, YearWantedError
from core.importers import READERS, SUFFIXES, sandbox
from core.importers.recognise import Reading
from core.importers.reviewing import Review
from core.opening import Opened, Pasted
from core.report import Report
from core.settings import Settings
from core.store import SUFFIX, ReportFile
from core.template import Library
from gui import known_drafts
from gui.dialogs.new_report import NewReportDialog
from gui.dialogs.waiting import Waiting
from gui.dialogs.year import ask_year
from gui.messages import Messages
from gui.panes.review import ReviewPage
from gui.places import documents
from gui.remembered import keep_options
from gui.tasks import Tasks, Told
from gui.theme import Theme
from gui.wanted import Wanted
from gui.widgets.file_drops import leave_files_to_window

_REPORTS = f"年报通报告 (*{SUFFIX})"
_OTHERS = " ".join(f"*{suffix}" for suffix in SUFFIXES)
_EACH = [f"{reader.name} ({' '.join(f'*{suffix}' for suffix in reader.suffixes)})" for reader in READERS]
_ANY = "所有文件 (*)"
_PICTURE_DPI = 110
_NOTHING_PASTED = "剪贴板里没有文字。请先在别的程序里选中报告的内容或表格，按 Ctrl+C 复制，再回到这里。"


class Opening(QObject):
    """Asks what is needed, reads beside the window, and says what there is to work on.

    Signals:
        opened(ReportFile, Path | None): a report is there; the path is None where it has no file of its own yet.
        review_ready(ReviewPage): a file was read and is to be looked over.
        review_cancelled(): nothing is to be made of it.
        said(str): something to be told in passing.
    """

    opened = Signal(object, object)
    review_ready = Signal(object)
    review_cancelled = Signal()
    said = Signal(str)

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
        self._theme = theme
        self._review: ReviewPage | None = None
        self._reviewed: tuple[Wanted, Opened] | None = None

    def dress(self, theme: Theme) -> None:
        """Show everything from now on in that theme; the review at hand is shown anew, as it was decided."""
        self._theme = theme
        if self._review and self._reviewed:
            self._review.finish_typing()
            self._offer(*self._reviewed, self._review.review, at_once=True)

    def ask_new(self) -> None:
        """Ask for year, office and form of a blank report."""
        offices = dict.fromkeys(
            [*self._settings.offices, *(one.office for one in recent.load() if one.office)]
        )
        dialog = NewReportDialog(self._library, self._settings.office, list(offices), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.report_made.connect(lambda report: self.opened.emit(ReportFile(report), None))
        dialog.open()

    def ask_report(self) -> None:
        """Ask for a report file and open it."""
        self._ask_file("打开报告", [_REPORTS, _ANY], self.open_path)

    def ask_last_year(self) -> None:
        """Ask for last year's report, whatever file it is, and offer this year's draft."""
        self._ask_file(
            "打开去年的报告",
            [f"各种报告文件 (*{SUFFIX} {_OTHERS})", _REPORTS, *_EACH, _ANY],
            partial(self.read, forward_first=True),
        )

    def ask_other(self) -> None:
        """Ask for a file of another program and offer to open the report in it."""
        self._ask_file("读入其他文件里的报告", [f"其他程序的文件 ({_OTHERS})", *_EACH, _ANY], self.read)

    def _ask_file(self, title: str, kinds: list[str], then: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self._window, title, self._settings.open_folder or str(documents()))
        dialog.setObjectName("openFileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(kinds)
        dialog.fileSelected.connect(lambda name: self._chosen(Path(name), then))
        dialog.open()

    def _chosen(self, path: Path, then: Callable[[Path], object]) -> None:
        self._settings.open_folder = str(path.parent)
        keep_options(self._settings)
        then(path)

    def open_path(self, path: Path) -> None:
        """Open a report file; any other file is read, and what to do with it asked."""
        if opening.is_report_file(path):
            self._load(Wanted(path), lambda opened: self.opened.emit(opened.file, path.resolve()))
        else:
            self.read(path)

    def read(self, path: Path, *, forward_first: bool = False) -> None:
        """Read the report in any file and show what was read, to choose what becomes of it."""
        self._read(Wanted(path, forward_first))

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
        elif self._review and not self._review.review.fixed:
            self._paste_into(self._review, pasted)
        else:
            self._read(Wanted(pasted, forward_first=True))

    def _paste_into(self, page: ReviewPage, pasted: Pasted) -> None:
        """Take the figures of a pasted table into the review at hand; a whole text is a review of its own."""
        report = page.review.reading.report

        def done(opened: Opened) -> None:
            if opened.file.report.values and not any(opened.file.report.paragraphs()):
                page.take_cells(opened.file.report.values)
                self.said.emit(f"剪贴板里的表格读到 {len(opened.file.report.values)} 个数，已经填入。")
            else:
                self._read(Wanted(pasted, forward_first=True))

        self._load(Wanted(pasted, template_id=report.template, year=report.year), done)

    def _read(self, wanted: Wanted) -> None:
        self._load(wanted, partial(self._show_review, wanted))

    def _load(
        self, wanted: Wanted, then: Callable[[Opened], object], refused: Callable[[], object] | None = None
    ) -> None:
        """Read beside the window; `refused` is called where that fails."""
        waiting = Waiting(f"正在读“{wanted.name}”……", self._window)

        def work(tell: Told) -> Opened:
            opened = wanted.read(self._library, _stopped(tell))
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

        job = self._tasks.start(work, done, failed)
        waiting.given_up.connect(job.cancel)
        if refused:
            waiting.given_up.connect(refused)
        waiting.open()

    def _show_review(self, wanted: Wanted, opened: Opened, *, at_once: bool = False) -> None:
        """Show what was read, in a turn of its own or `at_once`; a report file is shown as it is."""
        report, reading = opened.file.report, opened.reading
        template = self._library.get(report.template)
        review = Review(reading or Reading.of(report), template, fixed=reading is None, left=opened.left)
        if reading and not report.unit.name and (office := self._settings.office):
            review.propose_field("unit", office)
            self.said.emit(f"文件里没写是哪个单位，先填了“{office}”，不对请改。")
        self._offer(wanted, opened, review, at_once=at_once)

    def _offer(self, wanted: Wanted, opened: Opened, review: Review, *, at_once: bool) -> None:
        """Show a review on a page of its own."""
        file, is_own = opened.file, review.fixed
        page = ReviewPage(
            wanted.name,
            review,
            self._library,
            self._theme,
            forward_first=wanted.forward_first,
            has_pages=opened.has_pages,
        )
        own = wanted.what.resolve() if is_own and isinstance(wanted.what, Path) else None
        page.forward_wanted.connect(self.carry_forward)
        page.open_wanted.connect(lambda report: self.opened.emit(file if is_own else ReportFile(report), own))
        page.reread_wanted.connect(lambda template, year: self._reread(page, wanted, template, year))
        page.page_wanted.connect(lambda number: self._draw(page, wanted, number))
        page.cancelled.connect(self.review_cancelled)

        def ready() -> None:
            leave_files_to_window(page)
            self.review_ready.emit(page)
            self._review, self._reviewed = page, (wanted, opened)

        def lay_out() -> None:
            page.lay_out(self._window.size())
            QTimer.singleShot(1, page, ready)

        if at_once:
            ready()
        else:  # to make the page, lay it out and show it stood still for 0.1 s; at 0 Qt puts it before all input
            QTimer.singleShot(1, page, lay_out)

    def review_last(self, report: Report) -> None:
        """Show last year's report as it lies in this year's, on the page on which it was looked over."""
        last = report.carried_from()
        if last is None:
            self.said.emit("这份报告里没有去年的报告。用“打开去年的报告”读入一份，就能核对并生成今年的。")
            return
        title = f"{last.year} 年的报告"
        opened = Opened(ReportFile(last.model_copy(deep=True)))
        self._show_review(Wanted(Pasted("", ""), title=title), opened, at_once=True)

    def end_review(self) -> None:
        """Forget the review: its page is gone."""
        self._review = self._reviewed = None

    def _reread(self, page: ReviewPage, wanted: Wanted, template: str, year: int) -> None:
        """Read a file again with another form or year; what was decided stays where it still fits."""

        def done(opened: Opened) -> None:
            if opened.reading and self._review is page:
                form = self._library.get(opened.file.report.template)
                page.show_review(page.review.renewed(opened.reading, form))

        self._load(replace(wanted, template_id=template, year=year), done, page.show_refused)

    def _draw(self, page: ReviewPage, wanted: Wanted, number: int) -> None:
        """Draw a page of a PDF beside the window, in the process that reads strangers' files."""
        if not isinstance(wanted.what, Path):
            return
        path = wanted.what

        def work(tell: Told) -> bytes | None:
            return sandbox.picture(path, number, _PICTURE_DPI, given_up=_stopped(tell))

        def done(picture: bytes | None) -> None:
            if self._review is page:
                page.source.pictures.show_picture(number, picture)

        def failed(error: BaseException) -> None:
            if not isinstance(error, AppError):
                self._messages.show(error)
            elif self._review is page:
                page.source.pictures.show_failure(number, str(error))

        self._tasks.start(work, done, failed)

    def carry_forward(self, last: Report, year: int | None = None) -> None:
        """Make a later year's draft of a report, by default the next year's; one that is there is offered instead."""
        try:
            draft = carry.forward(self._library, last, year)
        except AppError as error:
            self._messages.show(error)
            return
        make = partial(self.opened.emit, ReportFile(draft), None)
        there = known_drafts.known(draft, self._library, self._settings)
        known_drafts.ask(self._window, draft.year, there, self.open_path, make) if there else make()


def _stopped(tell: Told) -> Callable[[], bool]:
    """Return what long work asks whether it is given up."""

    def given_up() -> bool:
        tell("", 0, 0)  # raises where the clerk has given up, which ends the work too
        return False

    return given_up
