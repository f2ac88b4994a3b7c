"""What is in no file of the clerk's, left by them or by a program that broke off: on the home page, opened when wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from core import paths
from core.errors import InputError
from gui.messages import CANCEL, Choice, Messages, ask
from gui.panes.home import HomePage
from gui.questions import Questions
from gui.reviews_left import ReviewsLeft
from gui.tasks import Tasks

if TYPE_CHECKING:  # loaded where something was left behind, which is rare
    from core.autosave import Left
    from core.kept_reviews import KeptReview
    from gui.desk import Desk
    from gui.panes.home_recovery import LeftBehind

_ELSEWHERE = "这份内容已经在另一个窗口里接着做，或者已经不要了。"
_CHANGED = "这份内容另一个窗口又改过，没有删。卡片上是现在的时间，请看过再定。"
_OVERTAKEN = "“{}”后来又改过，没有动它。上次没保存的内容已作为一份新的报告打开，请按 Ctrl+S 选一个地方保存。"
_ALSO = "这份报告上次有没存进文件的内容（停在 {}）。"
_SAVED_SHOWN = "现在打开的是存过的那份。"
_SAVED_SINCE = "那以后这份文件又改过，没存的会作为另一份打开。"
_GO_ON = "接着没存的做(&J)"
_LOOKING = "正在看“{}”……"
_FETCHING = "正在打开“{}”……"
_DROPPING = "正在删掉“{}”……"
_REVIEW_STAYS = "核对到一半的“{}”留在首页上，随时可以接着核对。"
_NO_FORM = "它用的格式 {} 不在本机。请把这种格式的文件夹放进用户文件夹里的 templates，再接着做。"

Answer = TypeVar("Answer")


class Recovering(QObject):
    """Looks once for what was left, hears of what the clerk leaves, and does with it what the clerk chooses."""

    def __init__(
        self,
        window: QWidget,
        messages: Messages,
        desk: Callable[[], Desk],
        say: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        # a worker of its own: it reads the clerk's files, and a share may hang
        self._tasks = Tasks(self, only_asked=True)
        self._questions = Questions(window)
        self._messages = messages
        self._desk = desk
        self._say = say
        self._left: list[Left] = []
        self.reviews = ReviewsLeft(window, messages, desk, lambda: self._show(self._left))
        self._lock = Lock()  # around what workers take
        self._taken: dict[str, Left] = {}
        self._fetching: object | None = None
        self._open: Path | None = None
        self._saved_wanted: Path | None = None
        self._home: HomePage | None = None
        self._cards: LeftBehind | None = None

    def look(self, home: HomePage) -> None:
        """Look, beside the window, and show on the home page what is found."""
        self._home = home
        if paths.recovery().is_dir():
            self._tasks.start(_found, self._show_found, self._messages.show)
            self._tasks.start(self.reviews.find, self.reviews.show_found, self._messages.show)

    def add(self, left: Left, home: HomePage) -> None:
        """Show on the home page what the clerk has left unsaved just now."""
        self._home = home
        self._show([left, *(one for one in self._left if one.id != left.id)])

    def add_review(self, kept: KeptReview, home: HomePage) -> None:
        """Show on the home page what the clerk has looked over by half."""
        self._home = home
        self.reviews.add(kept)
        # what takes its place is shown by then
        QTimer.singleShot(0, self, partial(self._tell_of_review, kept))

    def _tell_of_review(self, kept: KeptReview) -> None:
        """Say where it is, where its card is not in sight."""
        if self._home and not self._home.isVisible():
            self._say(_REVIEW_STAYS.format(kept.source.name))

    def show_on(self, home: HomePage) -> None:
        """Show what is left on another home page from now on."""
        self._home, self._cards = home, None
        if self._left or self.reviews.known:
            self._show(self._left)

    def tell_of(self, opened: Path | None) -> None:
        """Offer to go on with it where a report is opened of which something was left behind, unless it was asked before."""
        self._open = opened
        asked, self._saved_wanted = self._saved_wanted, None
        if opened != asked and (left := self._left_of(opened)):
            leave = partial(self._desk().leave_then, partial(self._recover, left))
            stay = Choice("就用存过的这份(&K)", "keepSaved", role="Reject")
            choices = (Choice(_GO_ON, "goOnUnsaved", leave, "Accept"), stay)

            def answered(overtaken: bool) -> None:
                session = self._desk().session
                if session and session.path == opened:  # else it was left meanwhile
                    self._ask_which(left, _ALSO + _SAVED_SHOWN, choices, overtaken=overtaken)

            self._ask_disk("", left, left.is_overtaken, answered)

    def go_on_with(self, left: Left) -> None:
        """Open what was left in place of the open report."""
        self._desk().leave_then(partial(self._recover, left))

    def ask_before(self, path: Path, open_saved: Callable[[Path], object]) -> None:
        """Open a report; where something of it was left behind, ask first which of both is wanted."""
        left = self._left_of(path)
        if left is None:
            open_saved(path)
            return

        def saved() -> None:
            self._saved_wanted = path
            open_saved(path)

        go_on = Choice(_GO_ON, "goOnUnsaved", partial(self._recover, left), "Accept")
        choices = (go_on, Choice("打开存过的那份(&O)", "openSaved", saved), CANCEL)

        def answered(overtaken: bool) -> None:
            self._ask_which(left, _ALSO, choices, overtaken=overtaken)

        self._ask_disk(_LOOKING, left, left.is_overtaken, answered)

    def _left_of(self, path: Path | None) -> Left | None:
        return next((one for one in self._left if path and one.path == path), None)

    def _ask_which(self, left: Left, words: str, choices: tuple[Choice, ...], *, overtaken: bool) -> None:
        """Ask whether to go on with what was left; Enter means so, unless the clerk's own file has gone on since."""
        from gui.panes.home_recovery import stopped_at

        text = words.format(stopped_at(left)) + (_SAVED_SINCE if overtaken else "")
        ask(self._window, text, "unsavedBox", *choices, default=int(overtaken))

    def _ask_disk(
        self, words: str, left: Left, asked: Callable[[], Answer], then: Callable[[Answer], object]
    ) -> None:
        """Ask beside the window: the clerk's file, and what was kept aside, may lie on a share that is off."""
        from gui.panes.home_recovery import name_of

        self._questions.ask(asked, then, failed=self._messages.show, words=words.format(name_of(left)))

    def _show_found(self, found: list[Left]) -> None:
        """Show what was found, and behind it what was left meanwhile."""
        known = {one.id for one in found}
        is_first = bool(found) and not self._left
        self._show(found + [one for one in self._left if one.id not in known])
        if is_first:
            self.tell_of(self._open)

    def _show(self, left: list[Left]) -> None:
        self._left = left
        if self._home is None or not (left or self.reviews.known or self._cards):
            return
        if self._cards is None:
            from gui.panes.home_recovery import LeftBehind

            self._cards = LeftBehind()
            self._cards.recover_wanted.connect(self._recover)
            self._cards.unwanted.connect(self._ask_to_drop)
            self._cards.review_wanted.connect(self.reviews.go_on)
            self._cards.review_unwanted.connect(self.reviews.ask_to_drop)
            self._home.put_on_top(self._cards, ())  # on its page: before, it would be a window by itself
            self._home.begun.connect(self._cards.begin_anew)
        self._cards.show_left(left, self.reviews.known)
        self._home.put_on_top(self._cards, self._cards.keys)

    def _without(self, left: Left) -> None:
        self._show([one for one in self._left if one.id != left.id])

    def _recover(self, left: Left) -> None:
        """Open the report as it is by now, its changes unsaved; as a new one where the clerk's file has gone on since."""
        self._fetching = this = object()
        forms = frozenset(self._desk().library.templates)

        def fetch() -> tuple[Left, bool] | None:
            now = _looked_at(self._known(left), forms)
            return (taken, now[1]) if now and (taken := self._take(left, now[0], this)) else None

        self._ask_disk(_FETCHING, left, fetch, partial(self._open_fetched, left))

    def _known(self, left: Left) -> Left:
        """Return what became of it where it was taken for one who did not want to wait; called on a worker."""
        with self._lock:
            return self._taken.get(left.id, left)

    def _take(self, left: Left, now: Left, wanted: object) -> Left | None:
        """Take it for this window; not for one who has pressed another button since. Called on a worker."""
        from core import autosave

        with self._lock:
            taken = autosave.take(now) if self._fetching is wanted else None
            if taken:
                self._taken[left.id] = taken
        return taken

    def _open_fetched(self, left: Left, found: tuple[Left, bool] | None) -> None:
        self._taken.pop(left.id, None)
        if found is None:
            self._gone(left)
            return
        taken, overtaken = found
        self._left = [taken if one.id == left.id else one for one in self._left]
        self._open_taken(taken, None if overtaken else taken.path)
        if overtaken and taken.path:
            self._messages.notice(_OVERTAKEN.format(taken.path.name))
        if taken.why is None:
            self._desk().telling.until_saved("这是上次没保存的内容，看过以后请保存。")
        else:
            self._say("已经回到上次停下的地方。")

    def _gone(self, left: Left) -> None:
        """Tell that it cannot be had any more."""
        self._without(left)
        self._messages.notice(_ELSEWHERE)

    def _open_taken(self, taken: Left, path: Path | None) -> None:
        """Open it; where that fails its card comes back, and what was kept stays for the next time it is pressed."""
        before = self._left
        self._without(taken)
        self._saved_wanted = path  # this one is what is wanted: of another that was left its card tells
        try:
            taken.file.seen = taken.sha256
            self._desk().open(taken.file, path, kept_as=taken.id, spot=taken.spot)
        except BaseException:
            self._desk().beside.hold()
            self._left, self._saved_wanted = before, None
            self._show(before)
            raise

    def _ask_to_drop(self, left: Left) -> None:
        """Ask once, then let it go."""
        from gui.panes.home_recovery import name_of

        words = f"“{name_of(left)}”上次没保存的内容会删掉，找不回来。"
        drop = Choice("删掉(&D)", "dropButton", partial(self._drop, left), "Destructive")
        keep = Choice("先留着(&K)", "keepButton", role="Reject")
        ask(self._window, words, "dropRecoveryBox", drop, keep, default=1)

    def _drop(self, left: Left) -> None:
        """Let it go, where it is still what the clerk saw."""
        self._fetching = None
        self._ask_disk(
            _DROPPING, left, lambda: _dropped(self._known(left)), partial(self._show_dropped, left)
        )

    def _show_dropped(self, left: Left, now: Left | None) -> None:
        if now is None:
            self._gone(left)
        elif now.is_as(left):
            self._without(left)
        else:
            self._show([now if one.id == left.id else one for one in self._left])
            self._messages.notice(_CHANGED)


def _found(_: object) -> list[Left]:
    from core import autosave

    return autosave.found()


def _looked_at(left: Left, forms: frozenset[str]) -> tuple[Left, bool] | None:
    """Return what was left as it is by now, and whether the clerk's own file is another one.

    None where it cannot be had any more; InputError where it cannot be had now, or its form is not there.
    """
    from core import autosave

    now = autosave.again(left)
    if now is None:
        return None
    if now.file.report.template not in forms:
        raise InputError(_NO_FORM.format(now.file.report.template))
    return now, now.is_overtaken()


def _dropped(left: Left) -> Left | None:
    """Let it go where it is still that; return it as it was found, None where it was not."""
    from core import autosave

    now = autosave.again(left)
    if now and now.is_as(left):
        autosave.forget(now.id)
    return now
