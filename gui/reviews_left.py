"""What was looked over by half and left: on the home page, gone on with when wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core import paths
from core.errors import InputError
from gui.messages import Choice, Messages, ask
from gui.questions import Questions

if TYPE_CHECKING:  # loaded where something was left, which is rare
    from core.kept_reviews import KeptReview
    from gui.desk import Desk

_GONE = "这份核对已经在另一个窗口里接着做，或者已经不要了。"
_CHANGED = "这份核对另一个窗口又改过，没有删。卡片上是现在的样子，请看过再定。"
_FETCHING = "正在打开“{}”……"
_NO_FORM = "它用的格式 {} 不在本机。请把这种格式的文件夹放进用户文件夹里的 templates，再接着核对。"
_DROP = "“{}”核对到一半的内容会删掉，找不回来；原来的文件不受影响。"

Answer = TypeVar("Answer")


class ReviewsLeft(QObject):
    """Knows them, newest first; `show` shows them on the home page."""

    def __init__(
        self, window: QWidget, messages: Messages, desk: Callable[[], Desk], show: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._desk = desk
        self._show = show
        self._questions = Questions(window)
        self.known: list[KeptReview] = []

    def find(self, _: object) -> list[KeptReview]:
        """Return what was left; called on a worker."""
        if not (paths.recovery() / "reviews").is_dir():
            return []
        from core import kept_reviews

        return kept_reviews.found()

    def show_found(self, found: list[KeptReview]) -> None:
        """Show what was found, behind what was left meanwhile."""
        known = {one.id for one in self.known}
        self._set([*self.known, *(one for one in found if one.id not in known)])

    def add(self, kept: KeptReview) -> None:
        """Show one that was left just now."""
        self._set([kept, *(one for one in self.known if one.id != kept.id)])

    def without(self, review_id: str) -> None:
        """Show one no more: it is gone on with, or gone."""
        self._set([one for one in self.known if one.id != review_id])

    def _set(self, known: list[KeptReview]) -> None:
        if known != self.known:
            self.known = known
            self._show()

    def go_on(self, kept: KeptReview) -> None:
        """Show the review as it lies there by now."""
        forms = frozenset(self._desk().library.templates)
        self._ask_disk(kept, partial(_taken, kept.id, forms), partial(self._shown, kept))

    def _shown(self, kept: KeptReview, taken: tuple[KeptReview, bool] | None) -> None:
        if taken is None:
            self._gone(kept)
        else:
            self.without(kept.id)  # it has another name now
            self._desk().opening.reviewing.go_on(taken[0], has_changed=taken[1])

    def _gone(self, kept: KeptReview) -> None:
        self.without(kept.id)
        self._messages.notice(_GONE)

    def ask_to_drop(self, kept: KeptReview) -> None:
        """Ask once, then let it go."""
        drop = Choice("删掉(&D)", "dropButton", partial(self._drop, kept), "Destructive")
        keep = Choice("先留着(&K)", "keepButton", role="Reject")
        ask(self._window, _DROP.format(kept.source.name), "dropRecoveryBox", drop, keep, default=1)

    def _drop(self, kept: KeptReview) -> None:
        """Let it go, where it is still what the clerk saw."""
        self._ask_disk(kept, partial(_dropped, kept), partial(self._show_dropped, kept))

    def _show_dropped(self, kept: KeptReview, now: KeptReview | None) -> None:
        if now is None:
            self._gone(kept)
        elif now.is_as(kept):
            self.without(kept.id)
        else:
            self._set([now if one.id == kept.id else one for one in self.known])
            self._messages.notice(_CHANGED)

    def _ask_disk(
        self, kept: KeptReview, asked: Callable[[], Answer], then: Callable[[Answer], object]
    ) -> None:
        words = _FETCHING.format(kept.source.name)
        self._questions.ask(asked, then, failed=self._messages.show, words=words)


def _taken(review_id: str, forms: frozenset[str]) -> tuple[KeptReview, bool] | None:
    """Return a review as it is by now and whether its file has changed since; None where it cannot be had any more.

    InputError where its form is not there, or it cannot be had now. A file that is away for the moment has not changed.
    """
    from core import kept_reviews

    now = kept_reviews.again(review_id)
    if now is None:
        return None
    if now.reading.report.template not in forms:
        raise InputError(_NO_FORM.format(now.reading.report.template))
    source = now.source
    current = kept_reviews.fingerprint(Path(source.path)) if source.path else ""
    taken = kept_reviews.take(review_id)  # asked last: to read the file may take its time
    return (taken, current not in ("", source.sha256)) if taken else None


def _dropped(kept: KeptReview) -> KeptReview | None:
    """Let it go where it is still that; return it as it was found, None where it was not."""
    from core import kept_reviews

    now = kept_reviews.again(kept.id)
    if now and now.is_as(kept):
        kept_reviews.forget(now.id)
    return now
