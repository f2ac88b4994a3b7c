"""The ways of a report out of the window: into its file, into another, into the files to hand in."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from core import export_folders, recent
from core.errors import GoneError, OutputError, OvertakenError
from core.export import file_stem
from core.recent import RecentReport
from core.report import Report
from core.settings import Settings
from core.store import SUFFIX, saving
from core.store.saving import Kept
from gui import keeping
from gui.dialogs.export import ExportDialog
from gui.dialogs.not_saved import ask_again, ask_elsewhere, ask_over
from gui.messages import Messages
from gui.places import documents, is_so, soon
from gui.recent_report import recent_of
from gui.remembered import keep_options
from gui.session import Session
from gui.tasks import Tasks
from gui.widgets.file_dialog import NamingDialog, make_room
from gui.writing import Piece, Refused, Then, Writing

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
        self.writing = Writing(window)

    def save(self, session: Session, then: Then | None = None, unasked: Then | None = None) -> None:
        """Write the report to its file, asking for one where it has none; `then` is called once it is safe.

        `unasked` is called where it was written at once, and nothing had to be asked.
        """
        if session.path is None and not self.writing.is_saving:
            self.save_as(session, then)
        elif not self.writing.join(then):
            self._write(session, None, then, unasked=unasked)

    def save_to_leave(self, session: Session, then: Then, refused: Refused) -> None:
        """Write the report to its own file because it is left; `then` or `refused` is called, and nothing is asked."""
        self._write(session, None, then, refused=refused)

    def save_as(self, session: Session, then: Then | None = None, *, anew: bool = False) -> None:
        """Ask for a file and write the report to it; `anew` proposes one that is not there yet, where one can be."""
        folder = self._folder_of(session)
        name = file_stem(session.report, session.template.report_name)
        folder = folder if is_so(partial(_takes_files, folder)) else documents()
        if anew or session.path is None:
            name = soon(partial(_free, folder, name), name)
        dialog = NamingDialog(self._window, "保存报告", str(folder), name + SUFFIX)
        dialog.setObjectName("saveFileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([f"年报通报告 (*{SUFFIX})"])
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(str(folder / (name + SUFFIX)))
        dialog.fileSelected.connect(lambda name: self._write(session, _led_to(Path(name)), then))
        session.destroyed.connect(dialog.reject)
        make_room(dialog)
        dialog.open()

    def _write(
        self,
        session: Session,
        path: Path | None,
        then: Then | None,
        *,
        covers: bool = False,
        unasked: Then | None = None,
        refused: Refused | None = None,
    ) -> None:
        """Write it there, to its own file where no path is given; where that cannot simply be done, ask where instead."""

        def done(piece: Piece) -> None:
            self._saved(session, piece)
            if unasked and session.is_clean:  # else the clerk has typed on
                unasked()

        is_left = refused is not None
        self.writing.start(
            Piece(
                session,
                partial(_saving_unasked, session)
                if is_left
                else partial(_saving, session, path, covers=covers),
                done,
                self._not_saved,
                late=self._note_card,
                path=path,
                is_save=True,
                then=then,
                refused=refused,
            )
        )

    def _not_saved(self, piece: Piece, error: BaseException) -> None:
        """Ask where it is to be saved instead, as long as the report is open; whatever else went wrong is told."""
        session, path, then = piece.session, piece.path, piece.then
        save_as = partial(self.save_as, session, then, anew=True)
        match error:
            case GoneError():
                again = partial(self._write, session, session.path, then)
                box = ask_again(self._window, error, save_as, again)
            case OvertakenError():
                over = partial(self._write, session, path, then, covers=True)
                box = ask_over(self._window, error, save_as, over)
            case OutputError():
                box = ask_elsewhere(self._window, error, self._safe(session), save_as)
            case _:
                self._messages.show(error)
                return
        session.destroyed.connect(box.reject)

    def _safe(self, session: Session) -> str:
        """Return the sentence that says where the changes are that could not be saved, "" where there are none."""
        kept = self._kept()
        return "" if session.is_clean else f"修改都还在窗口里{f'（{kept}）' if kept else ''}，没有丢。"

    def _note_card(self, piece: Piece) -> None:
        """Note what the home page is to be told of what is being written, before anything else is typed."""
        path = piece.path or piece.session.path
        if path:
            piece.card = self._card(piece.session, path)

    def _card(self, session: Session, path: Path) -> RecentReport:
        if not session.is_all_seen:
            session.check()
        return recent_of(session, path)

    def _saved(self, session: Session, piece: Piece) -> None:
        if session.path:
            if piece.path:  # chosen just now: the next file is looked for there
                self._settings.open_folder = str(session.path.parent)
                keep_options(self._settings)
            card = None if session.saved_point.is_at_hand else piece.card
            self._remember(card or self._card(session, session.path))
        if piece.then:
            piece.then()

    def remember(self, session: Session) -> None:
        """Put a report that has a file at the head of the list of the home page; where that fails, the work goes on."""
        if session.path is not None:
            self._remember(recent_of(session, session.path))

    def _remember(self, card: RecentReport) -> None:
        keeping.keep(partial(recent.remember, card), self.recent_changed.emit)

    def ask_export(self, session: Session, only: Sequence[str] = ()) -> None:
        """Ask for formats and folder, and export; formats wanted for this once are remembered only where changed."""
        dialog = ExportDialog(session, self._tasks, self._messages.show, self._window)
        folder = self._export_folder(session)
        proposed = only or self._settings.export_formats
        dialog.propose(proposed, folder, shows_checks=self._settings.workbook_checks)
        dialog.exported.connect(
            lambda _: self._remember_choice(session, dialog, folder, formats=set(dialog.choice) != set(only))
        )
        dialog.exported.connect(lambda _: self._keep_exported(session))
        dialog.told.connect(self.said)
        dialog.checks_wanted.connect(self.checks_wanted)
        dialog.open()

    def _folder_of(self, session: Session) -> Path:
        """Return the folder of the report, or of last year's where it has no file yet and that folder is there."""
        if session.path:
            return session.path.parent
        opened = self._settings.open_folder
        return Path(opened) if _is_folder(opened) else documents()

    def _export_folder(self, session: Session) -> Path:
        """Return the folder chosen for this report the last time, as long as there is a way to it, else its own."""
        chosen = export_folders.load(session.file.doc_id)
        return Path(chosen) if _is_folder(chosen) else self._folder_of(session)

    def _keep_exported(self, session: Session) -> None:
        """Keep the report as it was exported as a version."""

        def done(piece: Piece) -> None:
            if session.is_clean:
                self.remember(session)
            if piece.then:
                piece.then()

        exported = saving.taken(session.file).report
        keep = partial(_keeping_exported, session, exported)
        self.writing.start(Piece(session, keep, done, lambda _, error: self._messages.show(error)))

    def _remember_choice(
        self, session: Session, dialog: ExportDialog, proposed: Path, *, formats: bool
    ) -> None:
        if dialog.folder != proposed:  # chosen, for this report alone
            is_own = session.path is not None and dialog.folder == session.path.parent
            folder = "" if is_own else str(dialog.folder)  # its own goes with the file where that is moved
            keeping.keep(partial(export_folders.remember, session.file.doc_id, folder))
        if formats:
            self._settings.export_formats = dialog.choice
            self._settings.workbook_checks = dialog.shows_checks
            keep_options(self._settings)


def _saving(session: Session, path: Path | None, *, covers: bool) -> Callable[[], Kept]:
    """Take the report as it is now; return the work that writes it."""
    return partial(saving.save, session.hand_out(), session.path, path, covers=covers)


def _saving_unasked(session: Session) -> Callable[[], Kept]:
    """Take the report as it is now; return the work that writes it to its own file because it is left."""
    if session.path is None:
        raise ValueError("a report that has no file yet is not saved when it is left")
    return partial(saving.save_unasked, session.hand_out(), session.path)


def _keeping_exported(session: Session, exported: Report) -> Callable[[], Kept]:
    """Take the report as it was exported; return the work that keeps it as a version."""
    is_as_it_was = session.report == exported
    file = replace(session.hand_out(), report=exported)
    return partial(saving.keep_exported, file, session.path, is_saved=is_as_it_was and session.is_clean)


def _is_folder(name: str) -> bool:
    """Return whether there is a folder of that name now; one to which there is no way is none."""
    return bool(name) and is_so(Path(name).is_dir)


def _takes_files(folder: Path) -> bool:
    """Return whether files may be written there, and there is room for a report."""
    try:
        return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free >= _LEAST_ROOM
    except OSError:
        return False


def _led_to(chosen: Path) -> Path:
    """Return the file that was chosen, without a link on the way to it as long as that can be told."""
    return soon(chosen.resolve, chosen.absolute())


def _free(folder: Path, name: str) -> str:
    """Return a name like that one that no report in the folder has; the same where nobody can tell."""
    names = (f"{name}（{number}）" if number > 1 else name for number in count(1))
    try:
        return next(one for one in names if not (folder / (one + SUFFIX)).exists())
    except OSError:  # no way to the folder, or no file may have so long a name
        return name
