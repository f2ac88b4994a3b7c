"""The ways of a report out of the window: into its file, into another, into the files to hand in."""

import os
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core import recent
from core.errors import AppError, GoneError, OutputError, OvertakenError
from core.export import file_stem
from core.settings import Settings
from core.store import SUFFIX
from gui.dialogs.export import ExportDialog
from gui.dialogs.not_saved import ask_again, ask_elsewhere, ask_over
from gui.messages import Messages, log
from gui.places import documents, is_so
from gui.recent_report import recent_of
from gui.remembered import keep_options
from gui.session import Session
from gui.tasks import Tasks

_LEAST_ROOM = 2**20  # bytes


class Saving(QObject):
    """Saves and exports the open report. `kept` says how what is not saved is kept meanwhile, "" for nothing.

    Signals:
        recent_changed(): the list of reports worked on lately is new.
        checks_wanted(): before it is exported the clerk wants to see what is left to do.
        said(str): something to be told in passing.
    """

    recent_changed = Signal()
    checks_wanted = Signal()
    said = Signal(str)

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        tasks: Tasks,
        messages: Messages,
        kept: Callable[[], str] = str,
    ) -> None:
        super().__init__(window)
        self._kept = kept
        self._window = window
        self._settings = settings
        self._tasks = tasks
        self._messages = messages

    def save(self, session: Session, then: Callable[[], object] | None = None) -> None:
        """Write the report to its file, asking for one where it has none; `then` is called once it is safe."""
        if session.path is None:
            self.save_as(session, then)
        else:
            self._write(session, None, then)

    def save_as(
        self, session: Session, then: Callable[[], object] | None = None, *, anew: bool = False
    ) -> None:
        """Ask for a file and write the report to it; `anew` proposes one that is not there yet, where one can be."""
        folder = self._folder_of(session)
        name = file_stem(session.report, session.template.report_name)
        if anew or session.path is None:
            folder = folder if _takes_files(folder) else documents()
            name = _free(folder, name)
        dialog = QFileDialog(self._window, "保存报告", str(folder))
        dialog.setObjectName("saveFileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"年报通报告 (*{SUFFIX})"])
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(str(folder / (name + SUFFIX)))
        dialog.fileSelected.connect(lambda name: self._write(session, Path(name).resolve(), then))
        dialog.open()

    def _write(
        self, session: Session, path: Path | None, then: Callable[[], object] | None, *, covers: bool = False
    ) -> None:
        """Write it there, to its own file where no path is given; where that cannot simply be done, ask where instead."""
        save_as = partial(self.save_as, session, then, anew=True)
        try:
            session.save(path, covers=covers)
        except GoneError as error:
            ask_again(self._window, error, save_as, partial(self._write, session, session.path, then))
        except OvertakenError as error:
            ask_over(self._window, error, save_as, partial(self._write, session, path, then, covers=True))
        except OutputError as error:
            ask_elsewhere(self._window, error, self._safe(session), save_as)
        else:
            self._saved(session, then)

    def _safe(self, session: Session) -> str:
        """Return the sentence that says where the changes are that could not be saved, "" where there are none."""
        kept = self._kept()
        return "" if session.is_clean else f"修改都还在窗口里{f'（{kept}）' if kept else ''}，没有丢。"

    def _saved(self, session: Session, then: Callable[[], object] | None) -> None:
        if not session.is_all_seen:
            session.check()
        self.remember(session)
        if then:
            then()

    def remember(self, session: Session) -> None:
        """Put a report that has a file at the head of the list of the home page; where that fails, the work goes on."""
        if session.path is None:
            return
        try:
            recent.remember(recent_of(session, session.path))
        except AppError as error:  # a list that nobody asked for
            log(error)
        self.recent_changed.emit()

    def ask_export(self, session: Session, only: Sequence[str] = ()) -> None:
        """Ask for formats and folder, and export; formats wanted for this once are not remembered."""
        dialog = ExportDialog(session, self._tasks, self._messages.show, self._window)
        folder = self._export_folder(session)
        proposed = only or self._settings.export_formats
        dialog.propose(proposed, folder, shows_checks=self._settings.workbook_checks)
        dialog.exported.connect(lambda _: self._remember_choice(dialog, folder, formats=not only))
        dialog.exported.connect(lambda _: self._keep_exported(session))
        dialog.exported.connect(lambda paths: self._tell_when_closed(dialog, len(paths)))
        dialog.checks_wanted.connect(self.checks_wanted)
        dialog.open()

    def _folder_of(self, session: Session) -> Path:
        """Return the folder of the report, or of last year's where it has no file yet and that folder is there."""
        if session.path:
            return session.path.parent
        opened = self._settings.open_folder
        return Path(opened) if _is_folder(opened) else documents()

    def _export_folder(self, session: Session) -> Path:
        """Return the folder chosen the last time, as long as there is a way to it, else that of the report."""
        chosen = self._settings.export_folder
        return Path(chosen) if _is_folder(chosen) else self._folder_of(session)

    def _keep_exported(self, session: Session) -> None:
        try:
            session.keep_exported()
            if session.is_clean:
                self.remember(session)
        except AppError as error:
            self._messages.show(error)

    def _tell_when_closed(self, dialog: ExportDialog, count: int) -> None:
        """Say on the bottom line what was exported: the dialog says so itself while it is open."""
        words = f"已导出到 {dialog.folder}（{count} 个文件）。"
        dialog.finished.connect(lambda _: self.said.emit(words))

    def _remember_choice(self, dialog: ExportDialog, proposed: Path, *, formats: bool) -> None:
        if dialog.folder != proposed:  # chosen: else the next report goes beside its own file again
            self._settings.export_folder = str(dialog.folder)
        if formats:
            self._settings.export_formats = dialog.choice
            self._settings.workbook_checks = dialog.shows_checks
        keep_options(self._settings)


def _is_folder(name: str) -> bool:
    """Return whether there is a folder of that name now; one to which there is no way is none."""
    return bool(name) and is_so(Path(name).is_dir)


def _takes_files(folder: Path) -> bool:
    """Return whether files may be written there, and there is room for a report."""
    try:
        return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free >= _LEAST_ROOM
    except OSError:
        return False


def _free(folder: Path, name: str) -> str:
    """Return a name like that one that no report in the folder has; the same where nobody can tell."""
    names = (f"{name}（{number}）" if number > 1 else name for number in count(1))
    try:
        return next(one for one in names if not (folder / (one + SUFFIX)).exists())
    except OSError:  # no way to the folder, or no file may have so long a name
        return name
