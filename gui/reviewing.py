"""What was read from a file, looked over on a page of its own before anything is made of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.errors import AppError
from core.importers import sandbox
from core.importers.recognise import Reading, offices
from core.importers.reviewing import Review
from core.importers.sandbox import PagePicture
from core.kept_reviews import HalfTyped, KeptReview, Known
from core.opening import Opened, Pasted
from core.report import Report
from core.settings import Settings
from core.store import ReportFile
from core.template import Library
from gui import wanted as wanting
from gui.kept_words import NOTHING, Told, told_of, told_of_old
from gui.messages import Messages
from gui.panes.review import ReviewPage
from gui.questions import Questions
from gui.review_keeping import ReviewKeeping
from gui.reviews_seen import ReviewsSeen
from gui.tasks import Tasks, stopped
from gui.tasks import Told as Tell
from gui.theme import Theme
from gui.wanted import Wanted
from gui.widgets.file_drops import leave_files_to_window
from gui.widgets.unheard import Unheard, in_turns

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
        kept(KeptReview): a review was put away, and this stays of it.
        going_on(str): the review kept under that name is gone on with.
    """

    ready = Signal(object)
    cancelled = Signal()
    opened = Signal(object, object)
    forward_wanted = Signal(object, int)
    said = Signal(str)
    kept = Signal(object)
    going_on = Signal(str)

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
        self._keeping: ReviewKeeping | None = None
        self._seen = ReviewsSeen()
        self._is_taken = False  # over into a report that is about to be opened
        self._way_out = Questions(window)
        self._writing = Tasks(self)  # a worker of its own: a long import must not keep it waiting

    def dress(self, theme: Theme) -> None:
        """Show everything from now on in that theme; the review at hand is shown anew, as it was decided."""
        self._theme = theme
        if self.page and self._read:
            self.page.finish_typing()
            keeping, self._keeping = self._keeping, None
            before = self.page
            self._seen.remember(before)
            self._offer(*self._read, before.review, keeping, year=before.chosen_year, at_once=True)
            self.page.kept.say_as(before.kept)

    def leave_then(self, then: Callable[[], object]) -> None:
        """Go on at once where no review is at hand, else once what was decided in it is kept."""
        if self.page:
            self.page.leave_then(then)
        else:
            then()

    def _leave_then(self, then: Callable[[], object]) -> None:
        """Go on once what was decided on the review at hand is kept; asked is only where it cannot be."""
        self._is_taken = False
        if self._keeping:
            self._keeping.leave_then(then)
        else:
            then()

    def show(self, wanted: Wanted, opened: Opened, *, at_once: bool = False) -> None:
        """Show what was read, in a turn of its own or `at_once`, and what was decided on it before.

        A report file is shown as it is.
        """
        report, reading, known = opened.file.report, opened.reading, opened.known
        template = self._library.get(report.template)
        before = known.kept if known and reading else None
        if before and reading:
            review = before.review_of(reading, template)
        else:
            review = Review(reading or Reading.of(report), template, fixed=reading is None, left=opened.left)
        if reading and not before:
            self._propose_office(review, report.unit.name)
        year, here, half = (before.next_year, before.here, before.half) if before else (0, "", None)
        self._offer(
            wanted,
            opened,
            review,
            self._keeping_of(known),
            told_of(known, review),
            year=year,
            here=here,
            half=half,
            at_once=at_once,
        )

    def _propose_office(self, review: Review, name: str) -> None:
        """Put in the office told at the first start where the file names none, or but the place of this one."""
        office = self._settings.office
        if office and (not name or offices.is_short_for(name, office)):
            review.propose_field("unit", office)
            said = f"只写了“{name}”" if name else "没写是哪个单位"
            self.said.emit(f"文件里{said}，先填了“{office}”，不对请改。")

    def go_on(self, kept: KeptReview, *, has_changed: bool) -> None:
        """Show a review that was kept, as it was read then; its file may have changed since."""
        template = self._library.get(kept.reading.report.template)
        source = replace(kept.source, has_pages=kept.source.has_pages and not has_changed)
        opened = Opened(ReportFile(kept.reading.report), kept.reading, has_pages=source.has_pages)
        review = kept.review(template)
        keeping = self._keeping_of(Known(kept.source, kept))
        told = told_of_old(kept, review, has_changed=has_changed)
        year, here, half = kept.next_year, kept.here, kept.half
        self._offer(wanting.of(source), opened, review, keeping, told, year=year, here=here, half=half)

    def _keeping_of(self, known: Known | None) -> ReviewKeeping | None:
        """Return what keeps the review of a source; None of a report file."""
        if known is None:
            return None
        kept_as = known.kept.id if known.kept else ""
        return ReviewKeeping(
            self._window, self._way_out, self._writing, self._messages, known.source, kept_as
        )

    def _offer(
        self,
        wanted: Wanted,
        opened: Opened,
        review: Review,
        keeping: ReviewKeeping | None = None,
        told: Told = NOTHING,
        *,
        year: int = 0,
        here: str = "",
        half: HalfTyped | None = None,
        at_once: bool = False,
    ) -> None:
        """Show a review on a page of its own and keep what is decided on it; `year` is to be written, 0 the next.

        It begins at the entry with the target `here`, "" at the first place; `half` stands typed there.
        """
        page = ReviewPage(
            wanted.name,
            review,
            self._library,
            self._theme,
            forward_first=wanted.forward_first,
            has_pages=opened.has_pages,
            leave_then=self._leave_then,
        )
        self._connect(page, wanted, opened, is_own=review.fixed)
        page.choose_year(year)
        page.begin_at(here, self._seen.recall(review))
        if half:
            page.put_back(half)
        page.kept.show_words(told[0], can_drop=told[1])

        def ready() -> None:
            leave_files_to_window(page)
            self.ready.emit(page)
            self.page, self._read, self._keeping = page, (wanted, opened), keeping
            if keeping:
                keeping.begin(page)
                self.going_on.emit(keeping.kept_as)

        show: Callable[[], object] = ready if at_once else lambda: self._in_turns(page, ready)
        show()

    def _connect(self, page: ReviewPage, wanted: Wanted, opened: Opened, *, is_own: bool) -> None:
        """Let the page be answered; of our own file it is the file that is opened."""
        page.forward_wanted.connect(self._take_over)
        page.open_wanted.connect(self._take_over)
        page.forward_wanted.connect(self.forward_wanted)
        page.open_wanted.connect(
            lambda report: self.opened.emit(opened.file if is_own else ReportFile(report), opened.own)
        )
        page.reread_wanted.connect(lambda template, year: self._reread(page, wanted, template, year))
        page.page_wanted.connect(lambda number: self._draw(page, wanted, number))
        page.cancelled.connect(self.cancelled)

    def _in_turns(self, page: ReviewPage, ready: Callable[[], object]) -> None:
        """Lay a page out and show it in turns of their own; no click reaches the page that is in sight till then.

        To make a page, lay it out and show it stood still for 0.1 s; at 0 Qt puts what is next before all input.
        """

        def lay_out() -> None:
            page.lay_out(self._window.size())

        in_turns(Unheard(self._window, page), page, (lay_out, ready))

    def show_last(self, report: Report) -> None:
        """Show last year's report as it lies in this year's, on the page on which it was looked over."""
        last = report.carried_from()
        if last is None:
            self.said.emit("这份报告里没有去年的报告。用“打开去年的报告”读入一份，就能核对并生成今年的。")
            return
        title = f"{last.year} 年的报告"
        opened = Opened(ReportFile(last.model_copy(deep=True)))
        self.show(Wanted(Pasted("", ""), title=title), opened, at_once=True)

    def _take_over(self) -> None:
        """Note that what is opened next is made of the review, unless the clerk leaves it otherwise."""
        self._is_taken = True

    def end(self) -> None:
        """Be done with the review: its page is gone. What was decided stays until a report was made of it."""
        keeping, self._keeping = self._keeping, None
        if keeping and self.page and not self._is_taken:
            self._seen.remember(self.page)
        self.page = self._read = None
        if keeping and (kept := keeping.end(is_taken=self._is_taken)):
            self.kept.emit(kept)
        self._is_taken = False

    def _reread(self, page: ReviewPage, wanted: Wanted, template: str, year: int) -> None:
        """Read a file again with another form or year; what was decided stays where it still fits."""

        def done(opened: Opened) -> None:
            if opened.reading and self.page is page:
                form = self._library.get(opened.file.report.template)
                self._know_source(page, opened.known)
                page.show_review(page.review.renewed(opened.reading, form))

        self._load(replace(wanted, template_id=template, year=year), done, page.show_refused)

    def _know_source(self, page: ReviewPage, known: Known | None) -> None:
        """Keep what is decided with the file as it is by now; what was said of it as it was then holds no more."""
        now = known.source if known else None
        if self._keeping and now and now.sha256 not in ("", self._keeping.source.sha256):
            self._keeping.source = now
            page.kept.show_words("", can_drop=False)

    def _draw(self, page: ReviewPage, wanted: Wanted, number: int) -> None:
        """Draw a page of a PDF beside the window, in the process that reads strangers' files."""
        if not isinstance(wanted.what, Path):
            return
        path = wanted.what

        def work(tell: Tell) -> PagePicture | None:
            return sandbox.picture(path, number, _PICTURE_DPI, given_up=stopped(tell))

        def done(picture: PagePicture | None) -> None:
            if self.page is page:
                page.source.pictures.show_picture(number, picture)

        def failed(error: BaseException) -> None:
            if not isinstance(error, AppError):
                self._messages.show(error)
            elif self.page is page:
                page.source.pictures.show_failure(number, str(error))

        self._tasks.start(work, done, failed)
