"""The ways to an open report: a blank one, a report file, another file's report, last year's carried forward."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core import carry, opening
from core.errors import AppError
from core.importers import SUFFIXES
from core.report import Report
from core.settings import Settings
from core.store import SUFFIX, ReportFile
from core.template import Library
from gui.dialogs.imported import ImportedDialog
from gui.dialogs.new_report import NewReportDialog
from gui.dialogs.waiting import Waiting
from gui.messages import Messages
from gui.places import documents
from gui.tasks import Tasks, Told

_REPORTS = f"年报通报告 (*{SUFFIX})"
_OTHERS = " ".join(f"*{suffix}" for suffix in SUFFIXES)
_ANY = "所有文件 (*)"


class Opening(QObject):
    """Asks what is needed, reads beside the window, and says what there is to work on.

    Signals:
        opened(ReportFile, Path | None): a report is there; the path is None where it has no file of its own yet.
    """

    opened = Signal(object, object)

    def __init__(
        self, window: QWidget, library: Library, settings: Settings, tasks: Tasks, messages: Messages
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._settings = settings
        self._tasks = tasks
        self._messages = messages

    def ask_new(self) -> None:
        """Ask for year, office and form of a blank report."""
        dialog = NewReportDialog(self._library, self._settings.office, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.report_made.connect(lambda report: self.opened.emit(ReportFile(report), None))
        dialog.open()

    def ask_report(self) -> None:
        """Ask for a report file and open it."""
        self._ask_file("打开报告", [_REPORTS, _ANY], self.open_path)

    def ask_last_year(self) -> None:
        """Ask for last year's report, whatever file it is, and offer this year's draft."""
        self._ask_file(
            "打开去年的报告",
            [f"各种报告文件 (*{SUFFIX} {_OTHERS})", _ANY],
            partial(self.read, forward_first=True),
        )

    def ask_other(self) -> None:
        """Ask for a file of another program and offer to open the report in it."""
        self._ask_file("读入其他文件里的报告", [f"其他程序的文件 ({_OTHERS})", _ANY], self.read)

    def _ask_file(self, title: str, kinds: list[str], then: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self._window, title, self._settings.open_folder or str(documents()))
        dialog.setObjectName("openFileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(kinds)
        dialog.fileSelected.connect(lambda name: self._chosen(Path(name), then))
        dialog.open()

    def _chosen(self, path: Path, then: Callable[[Path], object]) -> None:
        self._settings.open_folder = str(path.parent)
        then(path)

    def open_path(self, path: Path) -> None:
        """Open a report file; any other file is read, and what to do with it asked."""
        if opening.is_report_file(path):
            self._load(path, lambda file: self.opened.emit(file, path.resolve()))
        else:
            self.read(path)

    def read(self, path: Path, *, forward_first: bool = False) -> None:
        """Read the report in any file and show what was read, to choose what becomes of it."""
        self._load(path, lambda file: self._confirm(path, file, forward_first=forward_first))

    def _load(self, path: Path, then: Callable[[ReportFile], object]) -> None:
        waiting = Waiting(f"正在读“{path.name}”……", self._window)

        def work(tell: Told) -> ReportFile:
            def given_up() -> bool:
                tell("", 0, 0)  # raises where the clerk has given up, which ends the reading too
                return False

            return opening.load(path, self._library, given_up=given_up)

        def done(file: ReportFile) -> None:
            waiting.accept()
            then(file)

        def failed(error: BaseException) -> None:
            waiting.accept()
            self._messages.show(error)

        job = self._tasks.start(work, done, failed)
        waiting.given_up.connect(job.cancel)
        waiting.open()

    def _confirm(self, path: Path, file: ReportFile, *, forward_first: bool) -> None:
        report = file.report
        own = path.resolve() if opening.is_report_file(path) else None
        template = self._library.get(report.template)
        dialog = ImportedDialog(path.name, template, report, self._window, forward_first=forward_first)
        dialog.forward_wanted.connect(lambda: self.carry_forward(report))
        dialog.open_wanted.connect(lambda: self.opened.emit(file, own))
        dialog.open()

    def carry_forward(self, last: Report) -> None:
        """Make the next year's draft of a report."""
        try:
            draft = carry.forward(self._library, last)
        except AppError as error:
            self._messages.show(error)
            return
        self.opened.emit(ReportFile(draft), None)
