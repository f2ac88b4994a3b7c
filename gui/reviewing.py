"""What was read from a file, looked over on a page of its own before anything is made of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from core.errors import AppError
from core.importers import sandbox
from core.importers.recognise import Reading
from core.importers.reviewing import Review
from core.opening import Opened, Pasted
from core.report import Report
from core.settings import Settings
from core.store import ReportFile
from core.template import Library
from gui.messages import Messages
from gui.panes.review import ReviewPage
from gui.tasks import Tasks, Told, stopped
from gui.theme import Theme
from gui.wanted import Wanted
from gui.widgets.file_drops import leave_files_to_window

_PICTURE_DPI = 110


class Load(Protocol):
    """Reads beside the window and goes on with what was read; `refused` is called where that fails."""

    def __call__(  # noqa: D102 - said above
        self, wanted: Wanted, then: Callable[[Opened], object], refused: Callable[[], object] | None = None
    ) -> None: ...


class Reviewing(QObject):
    """Shows what was read, one review at a time: `page` is the one at hand.

    Signals:
        ready(ReviewPage): a file was read and is to be looked over.
        cancelled(): nothing is to be made of it.
        opened(ReportFile, Path | None): the report in it is wanted for itself.
        forward_wanted(Report, int): the draft of a later year is wanted of it.
        said(str): something to be told in passing.
    """

    ready = Signal(object)
    cancelled = Signal()
    opened = Signal(object, object)
    forward_wanted = Signal(object, int)
    said = Signal(str)

    def __init__(
        self,
        window: QWidget,
        library: Library,
        settings: Settings,
        tasks: Tasks,
        messages: Messages,
        theme: Theme,
        load: Load,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._settings = settings
        self._tasks = tasks
        self._messages = messages
        self._theme = theme
        self._load = load
        self.page: ReviewPage | None = None
        self._read: tuple[Wanted, Opened] | None = None

    def dress(self, theme: Theme) -> None:
        """Show everything from now on in that theme; the review at hand is shown anew, as it was decided."""
        self._theme = theme
        if self.page and self._read:
            self.page.finish_typing()
            self._offer(*self._read, self.page.review, at_once=True)

    def leave_then(self, then: Callable[[], object]) -> None:
        """Go on at once where no review is at hand, or none in which something was corrected; else ask once."""
        if self.page:
            self.page.leave_then(then)
        else:
            then()

    def show(self, wanted: Wanted, opened: Opened, *, at_once: bool = False) -> None:
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
        page.forward_wanted.connect(self.forward_wanted)
        page.open_wanted.connect(
            lambda report: self.opened.emit(file if is_own else ReportFile(report), opened.own)
        )
        page.reread_wanted.connect(lambda template, year: self._reread(page, wanted, template, year))
        page.page_wanted.connect(lambda number: self._draw(page, wanted, number))
        page.cancelled.connect(self.cancelled)

        def ready() -> None:
            leave_files_to_window(page)
            self.ready.emit(page)
            self.page, self._read = page, (wanted, opened)

        def lay_out() -> None:
            page.lay_out(self._window.size())
            QTimer.singleShot(1, page, ready)

        if at_once:
            ready()
        else:  # to make the page, lay it out and show it stood still for 0.1 s; at 0 Qt puts it before all input
            QTimer.singleShot(1, page, lay_out)

    def show_last(self, report: Report) -> None:
        """Show last year's report as it lies in this year's, on the page on which it was looked over."""
        last = report.carried_from()
        if last is None:
            self.said.emit("这份报告里没有去年的报告。用“打开去年的报告”读入一份，就能核对并生成今年的。")
            return
        title = f"{last.year} 年的报告"
        opened = Opened(ReportFile(last.model_copy(deep=True)))
        self.show(Wanted(Pasted("", ""), title=title), opened, at_once=True)

    def end(self) -> None:
        """Forget the review: its page is gone."""
        self.page = self._read = None

    def _reread(self, page: ReviewPage, wanted: Wanted, template: str, year: int) -> None:
        """Read a file again with another form or year; what was decided stays where it still fits."""

        def done(opened: Opened) -> None:
            if opened.reading and self.page is page:
                form = self._library.get(opened.file.report.template)
                page.show_review(page.review.renewed(opened.reading, form))

        self._load(replace(wanted, template_id=template, year=year), done, page.show_refused)

    def _draw(self, page: ReviewPage, wanted: Wanted, number: int) -> None:
        """Draw a page of a PDF beside the window, in the process that reads strangers' files."""
        if not isinstance(wanted.what, Path):
            return
        path = wanted.what

        def work(tell: Told) -> bytes | None:
            return sandbox.picture(path, number, _PICTURE_DPI, given_up=stopped(tell))

        def done(picture: bytes | None) -> None:
            if self.page is page:
                page.source.pictures.show_picture(number, picture)

        def failed(error: BaseException) -> None:
            if not isinstance(error, AppError):
                self._messages.show(error)
            elif self.page is page:
                page.source.pictures.show_failure(number, str(error))

        self._tasks.start(work, done, failed)
