"""Exporting: which files, into which folder, how far it is, and where the files are then."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core import export
from gui.dialogs.export import outcome, replacing
from gui.dialogs.export.files import FileChoices
from gui.dialogs.export.folder import FolderLine
from gui.dialogs.export.fonts import FontLines
from gui.dialogs.export.left_as_they_were import LeftAsTheyWere
from gui.dialogs.export.look import LookChoices
from gui.dialogs.export.outcome import Gate
from gui.dialogs.export.result import ExportedFiles
from gui.dialogs.export.standing import StandingLine
from gui.dialogs.export.writing import vanished, writing_of
from gui.session import Session
from gui.tasks import Job, Tasks
from gui.widgets.fitting_area import FittingArea, fitting_height, hug
from gui.widgets.style_properties import set_style_properties

Failed = Callable[[BaseException], None]

_LOOKING = "正在看这个文件夹里有什么……不想等，可以换一个文件夹。"


class ExportDialog(QDialog):
    """Asks for files and folder, writes them beside the window, and lists them; `is_draft` where they cannot be handed in yet.

    Signals:
        exported(list of Path): the files were written.
        checks_wanted(): nothing is exported yet, the clerk wants to see first what is left to do.
        told(str): it is closed; what is to be told of what was exported, and of what was given up.
    """

    exported = Signal(object)
    checks_wanted = Signal()
    told = Signal(str)

    def __init__(self, session: Session, tasks: Tasks, failed: Failed, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle("导出")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        # of its own: files on their way to a share that is off keep nothing else waiting
        self._tasks = Tasks(self)
        self._failed = failed
        self._job: Job | None = None
        self._gate = Gate()
        self._words = ""  # what is to be told of what was exported
        self._checks_first = False
        self._standing = StandingLine(session, self)
        self.is_draft = self._standing.is_draft
        self._choices = FileChoices(self, is_draft=self.is_draft)
        self._look = LookChoices(session, self)
        self._fonts = FontLines(session, tasks, self)
        self._place = FolderLine(lambda: self._choices.all_names(self._stem), self)
        self._note = _plain("exportNote")
        self._bar = QProgressBar()
        self._start = QPushButton("导出草稿(&E)" if self.is_draft else "导出(&E)")
        self._cancel = QPushButton()
        self._result = ExportedFiles(failed)
        self._others = LeftAsTheyWere()
        self._open = QPushButton("打开文件夹(&O)")
        self._name_widgets()
        self._arrange()
        self._connect()
        self._show_result(())
        self._bar.hide()
        self._fonts.look()

    def _name_widgets(self) -> None:
        names: tuple[tuple[QWidget, str], ...] = (
            (self._bar, "progressBar"),
            (self._start, "startExport"),
            (self._cancel, "cancelExport"),
            (self._open, "openFolder"),
        )
        for widget, name in names:
            widget.setObjectName(name)

    def _arrange(self) -> None:
        self._fields = FittingArea(self._asked())
        buttons = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(8)
        layout.addWidget(self._standing)
        layout.addWidget(self._fields, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._result)
        layout.addWidget(self._others)
        layout.addLayout(buttons)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        buttons.addWidget(self._start)
        buttons.addWidget(self._cancel)

    def _asked(self) -> QWidget:
        """Return all that is asked, which scrolls where the screen is low."""
        asked = QWidget()
        layout = QVBoxLayout(asked)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(QLabel("导出成哪些文件："))
        layout.addWidget(self._choices)
        for part in (self._place, self._look, self._fonts, self._note):
            layout.addWidget(part)
        layout.addStretch(1)
        return asked

    def _connect(self) -> None:
        self._standing.checks_wanted.connect(self._check_first)
        self._choices.changed.connect(self._tell)
        self._choices.changed.connect(self._show_at_hand)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_at_hand)
        self._place.changed.connect(self._tell)
        self._look.changed.connect(self._fonts.look)
        self._fields.content_changed.connect(self._grow)
        self._start.clicked.connect(self._ask)
        self._cancel.clicked.connect(self.reject)
        self._others.wanted.connect(self._write_others)
        self._open.clicked.connect(lambda: self._result.open_folder(self.folder))

    def _show_at_hand(self) -> None:
        """Bring into sight what a letter with Alt went to; under the mouse nothing moves away."""
        now = self.focusWidget()
        if now and self._fields.isAncestorOf(now) and not QApplication.mouseButtons():
            self._fields.ensureWidgetVisible(now)

    def propose(self, choice: Iterable[str], folder: Path, *, shows_checks: bool = True) -> None:
        """Set out with these files and this folder; the workbook shows the checks or does not."""
        self._choices.tick(choice, shows_checks=shows_checks)
        self._place.propose(folder)

    @property
    def choice(self) -> list[str]:
        """The ids of what is chosen, check sheet and package among them."""
        return self._choices.ticked

    @property
    def shows_checks(self) -> bool:
        """Whether a workbook is to show the checks."""
        return self._choices.shows_checks

    @property
    def folder(self) -> Path:
        """The folder chosen."""
        return self._place.folder

    def _there(self) -> list[str]:
        """Return which of the files are there already, as far as that is known."""
        return [name for name in self._choices.names(self._stem) if name in self._place.held.names]

    @property
    def _stem(self) -> str:
        return export.file_stem(self._session.report, self._session.template.report_name)

    def _left(self) -> dict[str, list[str]]:
        """Return the files of this report in the folder that are not among those chosen, by what is to be ticked."""
        there = {
            one: [name for name in names if name in self._place.held.names]
            for one, names in self._choices.others(self._stem).items()
        }
        return {one: names for one, names in there.items() if names}

    def _tell(self) -> None:
        """Say which files are there already; allow exporting where something is chosen."""
        is_asked = self._place.is_asked
        words = _LOOKING if is_asked else replacing.told(self._there())
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._bar.setVisible(is_asked or self._job is not None)
        is_free = self._job is None and not is_asked
        self._start.setEnabled(bool(self.choice and self._place.is_named) and is_free)

    def _check_first(self) -> None:
        self._checks_first = True
        self.reject()
        self.checks_wanted.emit()

    def _ask(self) -> None:
        """Look what lies in the folder now, and go on; a share that is off does not hold up the window."""
        self._bar.setRange(0, 0)
        self._place.look(self._ask_or_begin)
        if self._place.is_asked:
            self._tell()

    def _ask_or_begin(self) -> None:
        """Ask before files are replaced, else begin; a folder that vanished is not made anew unless it is typed.

        While the folder was slow to answer the clerk may have unticked everything: then there is nothing to begin.
        """
        self._tell()
        there = self._there()
        if not self.choice:
            return
        if self._place.has_vanished:
            self._failed(vanished(self.folder))
        elif there:
            replacing.ask_to_replace(self, there, self._begin)
        else:
            self._begin()

    def _write_others(self) -> None:
        """Export once more, with what was left as it was; its button says that those files are replaced."""
        self._choices.tick_also(self._left())
        self._begin()

    def _begin(self) -> None:
        self._gate = Gate()
        work = writing_of(self._session, self._choices, self.folder, self._gate)
        self._show_result(())
        self._bar.setRange(0, 0)
        self._bar.setValue(0)
        self._job = self._tasks.start(work, self._finish, self._give_up, self._show_progress)
        self._tell()

    def _show_progress(self, name: str, number: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(number)
        self._bar.setFormat(f"正在写 {name} …" if name else "")

    def _finish(self, paths: list[Path]) -> None:
        self._end_job()
        self._words = outcome.written(self.folder, len(paths), is_draft=self.is_draft)
        self._show_result(tuple(paths))
        self.exported.emit(paths)

    def _give_up(self, error: BaseException) -> None:
        self._end_job()
        self._failed(error)

    def _end_job(self) -> None:
        self._job = None
        self._tell()

    def _show_result(self, paths: tuple[Path, ...]) -> None:
        """Show what was written, and what to do next: to leave once there is something, to export before."""
        self._result.show_files(paths, self._standing.summary)
        self._others.show_left({})
        self._open.setVisible(bool(paths))
        self._look.setVisible(not paths)
        self._fonts.setVisible(not paths)
        self._cancel.setText("完成" if paths else "取消")
        _make_default(*((self._cancel, self._start) if paths else (self._start, self._cancel)))
        if paths:
            self._cancel.setFocus()
            self._note.hide()
            self._place.look(self._show_left)
            hug(self)

    def _show_left(self) -> None:
        """Say which files in the folder are still those of an export before."""
        drafts = [name for name in self._choices.drafts(self._stem) if name in self._place.held.names]
        self._others.show_left(self._left(), drafts)
        hug(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin as high as is needed, as far as the screen goes."""
        hug(self)
        super().showEvent(event)

    def _grow(self) -> None:
        """Make room for what came in; nothing jumps where there is enough."""
        if self.isVisible() and fitting_height(self) > self.height():
            hug(self)

    def done(self, result: int) -> None:
        """Close; what is still under way is given up."""
        self._fonts.stop()
        self._place.drop()
        words = self._closing_words()
        if self._job:
            self._job.cancel()
            self._job = None
        self._tasks.close()
        super().done(result)
        if words:
            self.told.emit(words)

    def _closing_words(self) -> str:
        """Return what is to be told, "" where the checks are shown next; what is under way writes nothing from now on."""
        if self._job:
            return outcome.given_up(self._words, self.folder, in_time=self._gate.close())
        if self._words or self._checks_first:
            return self._words
        return outcome.given_up("", self.folder, in_time=True)


def _make_default(button: QPushButton, other: QPushButton) -> None:
    """Let Enter press a button, and let it look so, in place of another."""
    for one, first in ((other, False), (button, True)):
        one.setDefault(first)
        set_style_properties(one, primary=first)


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
