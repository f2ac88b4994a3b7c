"""The way out of the open report: it is saved or kept aside unasked; asked is only where neither can be done."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from core.autosave import Left
from core.errors import AppError
from core.report import blank
from gui.beside import Beside
from gui.dialogs.waiting import Waiting
from gui.messages import Messages, log
from gui.saving import Saving
from gui.session import Session
from gui.writing import Then

PATIENCE = 0.05  # seconds: so long the window may stand still without anybody noticing
_LONG_MS = 500
_FIRST_SENTENCE = re.compile(r"(?:“[^”]*”|[^“。])*。")
_KEEPING = "正在把“{}”暂存在本机……\n存好就离开。按“取消”留在这份报告里。"
_FAULT = "“{}”没有存进文件：程序遇到一个意外情况。"
_NO_FILE = "“{}”还没有存成文件。"
_DRAFT_STAYS = "“{}”的草稿留在首页上，随时可以接着做。"
_CHANGES_STAY = "{}修改没有丢，留在首页上，按“接着做”再存一次。"


class Leaving(QObject):
    """Lets the clerk leave the open report. `at_hand` gives it, once what is half-typed in it counts.

    What has a file is saved there. What has none, or cannot be saved, is kept aside and stands on the home page from
    then on; `say` tells so in passing where another report comes in its place.
    """

    def __init__(
        self,
        window: QWidget,
        at_hand: Callable[[], Session | None],
        saving: Saving,
        beside: Beside,
        messages: Messages,
        say: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._at_hand = at_hand
        self._saving = saving
        self._beside = beside
        self._messages = messages
        self._say = say
        self._kept_for: object | None = None
        self._waiting: Waiting | None = None

    @property
    def is_free(self) -> bool:
        """Whether nothing would be lost if the program ended now."""
        session = self._at_hand()
        return session is None or (_is_safe(session) and not self._saving.writing.is_busy)

    def then(self, go_on: Then) -> None:
        """Go on as soon as the report may be left, and the clerk still wants to."""
        session = self._at_hand()
        if session is None or self.is_free:
            go_on()
            return
        again, refused = partial(self.then, go_on), partial(self._refused, session, go_on)
        if self._saving.writing.is_busy:
            self._saving.writing.after(again, refused)
        elif session.path is None:
            self._keep(session, go_on, "")
        else:  # and look again: while a slow disk saves the clerk may type on
            self._saving.save_to_leave(session, again, refused)

    def _refused(self, session: Session, go_on: Then, error: BaseException) -> None:
        """Keep aside what could not be saved."""
        why = _why(session, error)
        if session.is_clean:  # all but the mark that it was exported is in its file
            go_on()
            if self._is_another_open(session):
                self._messages.notice(why)
        else:
            self._keep(session, go_on, why)

    def _keep(self, session: Session, go_on: Then, why: str) -> None:
        """Keep the report aside to stay, in sight where that takes its time."""
        self._kept_for = this = object()
        done = partial(self._kept, this, session, go_on, why)
        failed = partial(self._neither, this, session, go_on, why)
        if not self._beside.keep_to_stay(why, done, failed, PATIENCE):
            QTimer.singleShot(_LONG_MS, self, partial(self._show_progress, this, _name(session)))

    def _is_wanted(self, this: object, session: Session) -> bool:
        """Return whether the clerk still waits for this, which is over now."""
        is_wanted = self._kept_for is this and self._at_hand() is session
        if self._kept_for is this:
            self._kept_for = None
            if self._waiting:
                waiting, self._waiting = self._waiting, None
                waiting.accept()
        return is_wanted

    def _kept(self, this: object, session: Session, go_on: Then, why: str, left: Left) -> None:
        if not self._is_wanted(this, session):
            return
        if not self._beside.stays(left):  # something was typed since
            self.then(go_on)
            return
        name = _name(session)
        go_on()
        if not self._is_another_open(session):  # on the home page its card tells it
            return
        if not why:
            self._say(_DRAFT_STAYS.format(name))
        elif not self._is_open_anew(session):  # of which it is asked what was left of it
            self._messages.notice(_CHANGES_STAY.format(why))

    def _is_another_open(self, session: Session) -> bool:
        after = self._at_hand()
        return after is not None and after is not session

    def _is_open_anew(self, session: Session) -> bool:
        after = self._at_hand()
        return after is not None and after.path == session.path

    def _neither(self, this: object, session: Session, go_on: Then, why: str, error: BaseException) -> None:
        """Ask once: the report can be neither saved nor kept aside."""
        if self._is_wanted(this, session):
            if not isinstance(error, AppError):
                log(error)
            text = (why or _NO_FILE.format(_name(session))) + _first_sentence(error, "也暂存不了。")
            box = self._messages.ask_to_save(text, partial(self._answered, session, go_on))
            session.destroyed.connect(box.reject)

    def _answered(self, session: Session, go_on: Then, choice: str) -> None:
        if choice == "save":
            self._saving.save_as(session, partial(self.then, go_on), anew=True)
        else:
            self._beside.spare()
            go_on()

    def _show_progress(self, this: object, name: str) -> None:
        if self._kept_for is this:
            self._waiting = Waiting(_KEEPING.format(name), self._window)
            self._waiting.given_up.connect(self._stay)
            self._waiting.open()

    def _stay(self) -> None:
        self._kept_for = self._waiting = None
        self._beside.goes_on()


def _is_safe(session: Session) -> bool:
    """Return whether all of a report is in its file, or there is nothing in it: a blank one that nobody has touched."""
    report = session.report
    is_untouched = session.unsaved == "file"
    return session.is_clean or (
        is_untouched and report == blank(session.template, report.year, report.unit.name)
    )


def _why(session: Session, error: BaseException) -> str:
    """Return in one sentence why a report is not saved."""
    fault = _FAULT.format(_name(session))
    if isinstance(error, AppError):
        return _first_sentence(error, fault)
    log(error)
    return fault


def _first_sentence(error: BaseException, otherwise: str) -> str:
    """Return what happened, without what the clerk might do; a sentence may end within the name of a file."""
    found = _FIRST_SENTENCE.match(str(error)) if isinstance(error, AppError) else None
    return found[0] if found else otherwise


def _name(session: Session) -> str:
    """Return what tells the open report from another of the same office and year: its file, where it has one."""
    if session.path is not None:
        return session.path.name
    return f"{session.report.unit.short_name}{session.report.year}年报告"
