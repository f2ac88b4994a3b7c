"""What the program did not save when it ended without being closed: offered on the home page, opened only when wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core import paths
from core.errors import InputError
from gui.messages import CANCEL, Choice, Messages, ask
from gui.panes.home import HomePage
from gui.tasks import Tasks

if TYPE_CHECKING:  # loaded where something was left behind, which is rare
    from core.autosave import Left
    from gui.desk import Desk
    from gui.panes.home_recovery import LeftBehind

_ELSEWHERE = "这份内容已经在另一个窗口里接着做，或者已经不要了。"
_CHANGED = "这份内容另一个窗口又改过，没有删。卡片上是现在的时间，请看过再定。"
_OVERTAKEN = "“{}”后来又改过，没有动它。上次没保存的内容已作为一份新的报告打开，请按 Ctrl+S 选一个地方保存。"
_ALSO = "这份报告上次有没来得及保存的内容（停在 {}）。"
_SAVED_SHOWN = "现在打开的是存过的那份。"
_SAVED_SINCE = "那以后这份文件又改过，没存的会作为另一份打开。"
_GO_ON = "接着没存的做(&J)"


class Recovering(QObject):
    """Looks once for what was left behind, and does with it what the clerk chooses."""

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
        self._messages = messages
        self._desk = desk
        self._say = say
        self._left: list[Left] = []
        self._open: Path | None = None
        self._saved_wanted: Path | None = None
        self._home: HomePage | None = None
        self._cards: LeftBehind | None = None

    def look(self, home: HomePage) -> None:
        """Look, beside the window, and show on the home page what is found."""
        self._home = home
        if paths.recovery().is_dir():
            self._tasks.start(_found, self._show, self._messages.show)

    def show_on(self, home: HomePage) -> None:
        """Show what is left on another home page from now on."""
        self._home, self._cards = home, None
        if self._left:
            self._show(self._left)

    def tell_of(self, opened: Path | None) -> None:
        """Offer to go on with it where a report is opened of which something was left behind, unless it was asked before."""
        self._open = opened
        asked, self._saved_wanted = self._saved_wanted, None
        if opened != asked and (left := self._left_of(opened)):
            leave = partial(self._desk().leave_then, partial(self._recover, left))
            stay = Choice("就用存过的这份(&K)", "keepSaved", role="Reject")
            self._ask_which(left, _ALSO + _SAVED_SHOWN, leave, stay)

    def ask_before(self, path: Path, open_saved: Callable[[Path], object]) -> None:
        """Open a report; where something of it was left behind, ask first which of both is wanted."""
        left = self._left_of(path)
        if left is None:
            open_saved(path)
            return

        def saved() -> None:
            self._saved_wanted = path
            open_saved(path)

        choice = Choice("打开存过的那份(&O)", "openSaved", saved)
        self._ask_which(left, _ALSO, partial(self._recover, left), choice, CANCEL)

    def _left_of(self, path: Path | None) -> Left | None:
        return next((one for one in self._left if path and one.path == path), None)

    def _ask_which(self, left: Left, words: str, go_on: Callable[[], object], *others: Choice) -> None:
        """Ask whether to go on with what was left; Enter means so, unless the clerk's own file has gone on since."""
        from gui.panes.home_recovery import stopped_at

        overtaken = left.is_overtaken()
        text = words.format(stopped_at(left)) + (_SAVED_SINCE if overtaken else "")
        first = Choice(_GO_ON, "goOnUnsaved", go_on, "Accept")
        ask(self._window, text, "unsavedBox", first, *others, default=int(overtaken))

    def _show(self, left: list[Left]) -> None:
        found = bool(left) and not self._left
        self._left = left
        if self._home is None or not (left or self._cards):
            return
        if self._cards is None:
            from gui.panes.home_recovery import LeftBehind

            self._cards = LeftBehind()
            self._cards.recover_wanted.connect(self._recover)
            self._cards.unwanted.connect(self._ask_to_drop)
        self._cards.show_left(left)
        self._home.put_on_top(self._cards, self._cards.keys)
        if found:
            self.tell_of(self._open)

    def _without(self, left: Left) -> None:
        self._show([one for one in self._left if one.id != left.id])

    def _by_now(self, ask: Callable[[Left], Left | None], left: Left) -> Left | None:
        """Return what was left as it is by now; None where it cannot be had, which is told."""
        try:
            now = ask(left)
        except InputError as error:  # not at this moment: the card stays
            self._messages.show(error)
            return None
        if now is None:
            self._without(left)
            self._messages.notice(_ELSEWHERE)
        return now

    def _recover(self, left: Left) -> None:
        """Open the report as it is by now, its changes unsaved; as a new one where the clerk's file has gone on since."""
        from core import autosave

        now = self._by_now(autosave.again, left)
        if now is None or not self._has_form_of(now):
            return
        overtaken = now.is_overtaken()
        taken = self._by_now(autosave.take, now)
        if taken is None:
            return
        self._left = [taken if one.id == left.id else one for one in self._left]
        self._open_taken(taken, None if overtaken else taken.path)
        if overtaken and taken.path:
            self._messages.notice(_OVERTAKEN.format(taken.path.name))
        self._say("这是上次没保存的内容，看过以后请保存。")

    def _has_form_of(self, left: Left) -> bool:
        form = left.file.report.template
        has = form in self._desk().library.templates
        if not has:
            self._messages.show(InputError(f"它用的模板 {form} 不在本机。请把它放进模板文件夹，再接着做。"))
        return has

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
        from core import autosave

        now = self._by_now(autosave.again, left)
        if now is None:
            return
        if not now.is_as(left):
            self._show([now if one.id == now.id else one for one in self._left])
            self._messages.notice(_CHANGED)
            return
        autosave.forget(left.id)
        self._without(left)


def _found(_: object) -> list[Left]:
    from core import autosave

    return autosave.found()
