"""The window: the home page, or the desk with the open report; what stands on both is made here."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from core.paths import RESOURCES
from core.settings import Settings
from gui import commands, front, remembered
from gui import theme as themes
from gui.help_key import HelpKey, show_help
from gui.help_pages import page_around
from gui.home_shown import HomeShown
from gui.menu_key import add_menu_key
from gui.messages import Messages
from gui.panes.home import HomePage
from gui.review_over import STEPS, ReviewOver
from gui.step_words import enable_steps, follow_steps, forget_steps
from gui.tasks import Tasks
from gui.theme import Theme
from gui.widgets.file_window import FileWindow
from gui.widgets.page_stack import PageStack

if TYPE_CHECKING:  # the home page must not wait for what is needed later
    from PySide6.QtGui import QCloseEvent

    from core.store import ReportFile
    from core.template import Library
    from gui.bars import Bars
    from gui.desk import Desk
    from gui.panes.review import ReviewPage
    from gui.progress import Progress, Verdict
    from gui.recovering import Recovering

_NAME = "年报通"
_MESSAGE_MS = 5000
Handler = Callable[[], object]


class MainWindow(FileWindow):
    """The one window of the program. At most one report is open in it.

    `library` gives the forms; it is asked once the first report is wanted.
    """

    def __init__(self, library: Callable[[], Library], options: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.file_dropped.connect(self._read)
        # nothing in it moves, and each new word in the tool bar would begin an animation
        self.setAnimated(False)
        remembered.take_place(self, options.geometry)
        self._arrangement = remembered.Arrangement(self, options)
        self._library = library
        self._options = options
        self._theme = theme
        self._leaving = False
        self._samples = sorted((RESOURCES / "samples").glob("*年度报告.*"))
        self.messages = Messages(self, self._open_file)
        self.tasks = Tasks(self)
        HelpKey(self, options)
        add_menu_key(self)
        self._pages = PageStack()
        self.setCentralWidget(self._pages)
        self._over = ReviewOver(self._pages, self._end_review, self._show_beneath)
        self._actions = commands.build(self, self._handlers())
        self._paste_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        self._guide = front.Guide(self, self._pages, options, self._samples, self._read)
        self._at_home = HomeShown(self._pages, self._make_home)
        self._paste_key.activated.connect(self._actions["pasteReport"].trigger)
        self._come_home()

    @cached_property
    def desk(self) -> Desk:
        """The desk on which reports are opened, set up when it is first needed."""
        from gui.desk import Desk

        desk = Desk(self, self._library(), self._options, self._theme, self.tasks, self.messages)
        desk.opened.connect(self._show_report)
        desk.dressed.connect(self._show_dressed)
        desk.review_ready.connect(self._show_review)
        desk.review_cancelled.connect(self._over.leave)
        desk.closed.connect(self._show_home)
        desk.judged.connect(self._show_judged)
        desk.saved_changed.connect(self._show_saved)
        desk.recent_changed.connect(self._at_home.show_recent)
        desk.said.connect(self._say)
        desk.moved.connect(self._arrangement.touch)
        desk.opening.unread.connect(lambda: self._home.look_again())
        desk.opening.kept_wanted.connect(lambda left: self._recovering.go_on_with(left))
        desk.beside.left.connect(lambda left: self._recovering.add(left, self._home))
        reviewing = desk.opening.reviewing
        reviewing.kept.connect(lambda kept: self._recovering.add_review(kept, self._home))
        reviewing.going_on.connect(lambda name: self._recovering.reviews.without(name))
        return desk

    @cached_property
    def _recovering(self) -> Recovering:
        from gui.recovering import Recovering

        return Recovering(self, self.messages, lambda: self.desk, self._say)

    def look_for_unsaved(self) -> None:
        """Show on the home page what was not saved when the program ended without being closed."""
        self._recovering.look(self._home)

    def _made(self, part: str) -> bool:
        """Return whether a part that is made when it is first needed is there."""
        return part in self.__dict__

    def _open_file(self) -> ReportFile | None:
        return self.desk.session.file if self._made("desk") and self.desk.session else None

    def _handlers(self) -> dict[str, Handler]:
        """Return what each command does: most are the desk's."""
        own: dict[str, Handler] = {
            "quit": self.close,
            "help": lambda: show_help(self, self._asked_page()),
            "tour": lambda: self._guide.show(),
            "settings": self._ask_options,
            "goHome": lambda: self._over.leave_then(partial(self._on_desk, "goHome")),
            **{name: partial(self._over.step, name, partial(self._on_desk, name)) for name in STEPS},
        }
        return {one.name: own.get(one.name) or partial(self._on_desk, one.name) for one in commands.COMMANDS}

    def _asked_page(self) -> str:
        """Return the page of the manual for the pane that the clerk asked for last, "" where she went on since."""
        work = self.desk.workspace if self._made("desk") else None
        return page_around(work.asked.panel) if work else ""

    def _ask_options(self) -> None:
        """Let the clerk change the options, and show at once what they change."""
        remembered.ask(self._options, self, self._dress, self._count_anew, lambda: self._home.show_office())

    def _on_desk(self, name: str) -> None:
        self.desk.commands[name]()

    def _dress(self) -> None:
        """Show everything in the look that the options name, where it stands."""
        remembered.hold_size(self)
        self._theme = themes.dress(self._options)
        self._at_home.dress()
        if self._made("desk"):
            self.desk.dress(self._theme)

    def _count_anew(self) -> None:
        """Hold everything in sight against the limits and the date that the options say now."""
        self._at_home.show_recent()
        if self._made("desk") and self.desk.session and self._over.page is None:
            self.desk.session.check()

    @property
    def _home(self) -> HomePage:
        """The home page in the look of now."""
        return self._at_home.page

    def _make_home(self) -> HomePage:
        """Return a home page in the look of now."""
        home = HomePage(self._theme, self._options, has_sample=bool(self._samples))
        home.last_year_wanted.connect(self._actions["openLastYear"].trigger)
        home.new_wanted.connect(self._actions["newReport"].trigger)
        home.report_chosen.connect(lambda path: self._recovering.ask_before(path, self.open_path))
        home.next_wanted.connect(lambda path: self.desk.opening.read_listed(path))
        home.sample_wanted.connect(self._guide.try_sample)
        home.help_wanted.connect(self._actions["help"].trigger)
        front.connect(home, self._options, self.messages, self._say, lambda: self._at_home.show_recent())
        if self._made("_recovering"):
            self._recovering.show_on(home)
        return home

    def _say(self, words: str) -> None:
        self._bars.status.showMessage(words, _MESSAGE_MS)

    @cached_property
    def _bars(self) -> Bars:
        """What stands around a report: the home page is painted before, and has none."""
        from gui.bars import Bars

        bars = Bars(self, self._options, self._actions, self._take_step)
        bars.status.room_taken.connect(lambda taken: self._home.give_way(taken))
        bars.status.told.connect(self._over.tell)
        return bars

    def make_bars(self) -> Bars:
        """Return what stands around a report; it is out of sight until a page is shown to which it belongs."""
        return self._bars

    def _take_step(self, name: str) -> None:
        """Take a step of the open report; over a review the one step is the button that makes the draft."""
        if self._over.page:
            front.lead_to_draft(self._over.page, self._say)
        elif name == "nextFinding":  # done when nothing must be mended; the key goes through all
            self._on_desk("nextError")
        else:
            self._actions[name].trigger()

    def open_path(self, path: Path) -> None:
        """Open a report file, or read any other file and ask what becomes of it."""
        self.desk.opening.open_path(path)

    def _read(self, path: Path) -> None:
        """Read a file as last year's report."""
        self.desk.opening.read(path, forward_first=True)

    def _show_report(self) -> None:
        """Show the report that the desk has opened."""
        work, session = self.desk.workspace, self.desk.session
        if work is None or session is None:
            return
        self._over.drop()
        self._pages.addWidget(work)
        self._show_desk()
        follow_steps(self._actions, session.undo_stack)
        self._recovering.tell_of(session.path)

    def _show_dressed(self) -> None:
        """Show the open report in its other look; a review over it stays on top."""
        if work := self.desk.workspace:
            self._pages.addWidget(work)
            if self._over.page is None:
                self._pages.setCurrentWidget(work)

    def _show_desk(self) -> None:
        """Show the open report."""
        work, session = self.desk.workspace, self.desk.session
        if work is None or session is None:
            return
        self._pages.setCurrentWidget(work)
        commands.enable(self._actions, report_open=True)
        self._bars.show(with_report=True)
        self._paste_key.setEnabled(False)
        enable_steps(self._actions, session.undo_stack)

    def _show_review(self, page: ReviewPage) -> None:
        """Show what was read from a file, over the open report if there is one."""
        self._over.show(page)
        commands.enable(self._actions, report_open=False, review_open=True)
        self._bars.show_review(page)
        self._paste_key.setEnabled(True)
        self.setWindowTitle(f"{_NAME} ─ 核对读到的：{page.name}")

    def _end_review(self) -> None:
        self.desk.opening.reviewing.end()

    def _show_beneath(self) -> None:
        """Show what lay beneath a review."""
        if self.desk.session is None:
            self._show_home()
            return
        self._show_desk()
        self._show_saved()
        self.desk.session.check()

    def _show_home(self) -> None:
        """Show the home page, with what was worked on since it was shown last."""
        self._at_home.show_recent()
        forget_steps(self._actions)
        self._bars.go()
        self._come_home()

    def _come_home(self) -> None:
        """Stand on the home page, as at the start."""
        self._at_home.come()
        self._paste_key.setEnabled(True)
        self.setWindowTitle(_NAME)
        commands.enable(self._actions, report_open=False)

    def _show_judged(self, verdict: Verdict, progress: Progress) -> None:
        session = self.desk.session
        if session and self._over.page is None:  # over a review another report is in sight
            self._bars.show_judged(verdict, progress, session.report.year)

    def _show_saved(self) -> None:
        session = self.desk.session
        if session and self._over.page is None:  # over a review another report is in sight
            report = session.report
            self.setWindowTitle(f"{_NAME} ─ {report.unit.short_name or '未填单位'} · {report.year}年报告")
            writing = self.desk.saving.writing
            beside = self.desk.beside
            self._bars.status.show_saved(
                session,
                beside.words,
                is_typing=beside.is_typing,
                is_writing=writing.is_busy,
                is_long=writing.is_long,
            )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once where all is saved, else as soon as it is saved or kept aside, or let go where it was taken back."""
        if (
            not self._leaving
            and self._made("desk")
            and (self._over.page is not None or not self.desk.is_clean())
        ):
            event.ignore()
            self._over.leave_then(lambda: self.desk.leave_then(self._close_for_good))
            if not self._leaving:
                return
        self.tasks.close()
        if self._made("desk"):
            self.desk.end()
        remembered.keep(self, self._options)
        event.accept()

    def _close_for_good(self) -> None:
        self._leaving = True
        self.close()
