"""The line at the bottom: the verdict always in sight, beside it what is told in passing, where all is saved, how long it is, when it is due."""

import datetime
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QStatusBar, QWidget

from core.settings import Settings
from gui.widgets.due_words import due_words
from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.looks_again import LooksAgain
from gui.widgets.style_properties import set_style_properties

if TYPE_CHECKING:
    from gui.progress import Progress, Verdict
    from gui.session import Session

_BETWEEN = 8
_BAR_WIDTH, _BAR_HEIGHT = 64, 16  # no taller than the words beside it
_SIGNS = {"error": "✖", "ok": "✓", "warning": "!"}


class StatusLine(LooksAgain, QStatusBar):
    """Verdict, keys, what is told in passing, saved state, length and days left of the open report; empty on the home page.

    Signals:
        findings_wanted(): the clerk pressed the verdict, and there are findings.
        room_taken(int): on the home page so many pixels go to what is told in passing; 0 once it is over.
        told(str): that is told in passing, "" once it is over.
    """

    findings_wanted = Signal()
    room_taken = Signal(int)
    told = Signal(str)

    def __init__(self, options: Settings) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._options = options
        self._verdict, self._hint = _label("verdict"), _label("verdictHint", quiet=True)
        self._saved, self._words = _label("statusSaved"), _label("statusWords", quiet=True)
        self._due = _label("statusDue", quiet=True)
        self._told = _label("statusMessage")
        self._has_findings = False
        self._message = ""
        self._is_quiet = self._is_silent = False
        self._message_over = QTimer(self)
        self._message_over.setSingleShot(True)
        self._message_over.timeout.connect(self.clearMessage)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        for widget in (self._verdict, self._hint, self._told, gap):
            self.addWidget(widget, 1 if widget is gap else 0)
        self._bar = _endless_bar()
        for widget in (self._bar, self._saved, self._words, self._due):
            self.addPermanentWidget(widget)
        self._bar.hide()  # the line shows what it is given

    def showMessage(self, text: str, timeout: int | None = 0) -> None:
        """Tell something in passing, for so many milliseconds or until something else is told; nothing else goes for it."""
        if not (text or self._message):
            return  # each keystroke takes away what was told before
        self._message_over.stop()
        self._message = text
        self._told.show_words("", text, by_clause=True)
        self._stay_or_go()
        if text and timeout:
            self._message_over.start(timeout)
        self.fit()
        self.told.emit(text)

    def currentMessage(self) -> str:
        """Return what is told at the moment, "" for nothing."""
        return self._message

    def clearMessage(self) -> None:
        """Take away what was told."""
        self.showMessage("")

    def show_nothing(self) -> None:
        """Show that no report is open."""
        for label in (self._verdict, self._hint, self._saved, self._words, self._due):
            label.show_words("")
        self._bar.hide()
        self._lead(False)

    def be_quiet(self, quiet: bool, *, silent: bool = False) -> None:
        """Leave the room of the line to the page above it, but for what is told in passing; or take it back.

        A line that is `silent` leaves that to the page too.
        """
        self._is_quiet, self._is_silent = quiet, silent
        self._stay_or_go()
        if silent:
            self.told.emit(self._message)

    def _stay_or_go(self) -> None:
        tells = bool(self._message) and not self._is_silent
        self.setVisible(tells or not self._is_quiet)
        self.room_taken.emit(self.sizeHint().height() if tells else 0)

    def show_verdict(self, verdict: "Verdict") -> None:
        """Show what the checks say in one sentence."""
        self._verdict.show_words(f"{_SIGNS[verdict.signal]} {verdict.words}")
        set_style_properties(self._verdict, signal=verdict.signal)
        self._hint.show_words("F8 下一处" if verdict.has_findings else "")
        self._lead(verdict.has_findings)
        self.fit()

    def _lead(self, leads: bool) -> None:
        """Let the verdict and its key lead to the findings or not."""
        if leads == self._has_findings:
            return
        self._has_findings = leads
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        for label in (self._verdict, self._hint):
            label.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead from the verdict to the findings."""
        super().mouseReleaseEvent(event)
        if self._has_findings and self.childAt(event.position().toPoint()) in (self._verdict, self._hint):
            self.findings_wanted.emit()

    def show_progress(self, progress: "Progress", report_year: int) -> None:
        """Show how long the report of a year is, how far on its way out, and how many days are left until it is handed in."""
        self._words.show_words(f"全文 {progress.characters:,} 字")
        due = "" if progress.is_out else due_words(report_year, self._options)
        self._due.show_words("　".join(filter(None, (progress.told_step, due))))
        self.fit()

    def show_saved(
        self,
        session: "Session",
        kept: str = "",
        *,
        is_typing: bool = False,
        is_writing: bool = False,
        is_long: bool = False,
    ) -> None:
        """Show whether all is in the file, since when, and which file that is; else what was kept of it meanwhile.

        `is_typing` says that a cell is open with something that is not in the report yet, `is_writing` says that it is on the way to its file, `is_long` that the disk takes its time over that.
        """
        if is_writing:
            self._saved.show_words("正在保存…", f"（{kept}）" if kept else "")
        elif session.is_clean and session.path is not None and not is_typing:
            name = f"{os.sep}{session.path.name}）"
            self._saved.show_words(f"已保存 {_when(session)}".rstrip(), f"（{session.path}）", keep=name)
        else:
            when = f"（{kept}）" if kept else ""
            self._saved.show_words(_waiting(session), when, keep=when)
        self._bar.setVisible(is_long)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Never widen the window."""
        return QSize(0, super().minimumSizeHint().height())

    def fit_writing(self) -> None:
        """Share out the room anew once each label has measured its words."""
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Leave out keys, length and days left, in this order, where verdict, message and saved state need the room.

        Before them the path of the file gives way: it has what all others leave; after them the saved state gives way to
        a message, which goes again.
        """
        dropped = (self._hint, self._words, self._due, self._saved)
        taken = {label: _taken(label) for label in dropped}
        room = self.width() - _taken(self._verdict)
        room -= self._told.sizeHint().width() + _BETWEEN if self._message else 0
        room -= _BAR_WIDTH + _BETWEEN if not self._bar.isHidden() else 0
        room -= sum(taken.values())
        for label in dropped:
            stays = label is self._saved and not self._message
            fits = stays or (room >= 0 and not (label is self._hint and self._message))
            label.setVisible(fits and taken[label] > 0)  # without words it would take its margins
            room += 0 if fits else taken[label]
        self._saved.setMaximumWidth(self._saved.least_width() + max(0, room))


def _taken(label: ElidingLabel) -> int:
    """Return the room that a label takes at least, with what stands between it and the next; 0 without words."""
    return label.least_width() + _BETWEEN if label.least_width() else 0


def _waiting(session: "Session") -> str:
    """Return what is not saved yet, in a few words."""
    if session.path is None:
        return "还没保存成文件"
    return "刚导出的这一版还没存进文件" if session.unsaved == "version" else "有修改还没保存"


def _when(session: "Session") -> str:
    """Return when the file was written, with the day where that is not today; "" where its disk did not say."""
    then = session.file.saved
    if then is None:
        return ""
    today = datetime.datetime.now().date()
    return f"{then:%H:%M}" if then.date() == today else f"{then.month}月{then.day}日 {then:%H:%M}"


def _endless_bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setObjectName("savingProgress")
    bar.setAccessibleName("正在保存")
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setFixedSize(_BAR_WIDTH, _BAR_HEIGHT)
    bar.hide()
    return bar


def _label(name: str, *, quiet: bool = False) -> ElidingLabel:
    label = ElidingLabel(name)
    label.setProperty("quiet", quiet)
    label.setContentsMargins(8, 4, 8, 4)
    return label
