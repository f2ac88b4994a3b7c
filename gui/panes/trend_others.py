"""The office's other reports, whose figures are drawn too: read beside the window, for they may lie on a share that is off."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core import recent, store
from core.errors import AppError
from core.report import Report
from gui.session import Session
from gui.tasks import Tasks, Told

_AT_ONCE = 4  # files: one place that does not answer must not keep the others waiting
LATE_MS = 3000
_READING = "正在读前几年的报告……"
_SILENT = "还有 {} 份报告没有读到，放它们的地方没有回音；读到了，它们的数字就画进来。"


class OtherReports(QObject):
    """The reports of the same office that the home page knows, and those of the years before that they know.

    Signals:
        changed(): `reports` or `words` are others.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = Tasks(self, workers=_AT_ONCE, only_asked=True)
        self._read: dict[int, Report] = {}
        self._wanted: set[int] | None = None
        self._is_late = False

    def begin(self) -> None:
        """Read them, the first time that this is wanted."""
        if self._wanted is not None:
            return
        paths = self._paths()
        self._wanted = set(range(len(paths)))
        for number, path in enumerate(paths):
            self._tasks.start(
                partial(_report_in, path), partial(self._take, number), partial(self._leave_out, number)
            )
        QTimer.singleShot(LATE_MS, self, self._tell_late)

    def _paths(self) -> list[Path]:
        office = self._session.report.unit.name
        same = [Path(one.path) for one in recent.load() if office and one.office == office]
        return [path for path in same if path != self._session.path]

    @property
    def is_reading(self) -> bool:
        """Whether some of them are not read yet."""
        return bool(self._wanted)

    @property
    def is_soon_read(self) -> bool:
        """Whether it is too early to say that there are no more figures."""
        return self.is_reading and not self._is_late

    @property
    def words(self) -> str:
        """What is to be said of those that are not read yet; "" where all are."""
        if not self._wanted:
            return ""
        return _SILENT.format(len(self._wanted)) if self._is_late else _READING

    @property
    def reports(self) -> list[Report]:
        """What was read by now, in the order of the home page; none of the year at hand."""
        here = self._session.report.year
        others = [self._read[number] for number in sorted(self._read)]
        return [one for other in others if other.year != here for one in (other, *other.earlier)]

    def _take(self, number: int, report: Report) -> None:
        self._read[number] = report
        self._done(number)

    def _leave_out(self, number: int, error: BaseException) -> None:
        """Do without one that cannot be read: the home page tells of it."""
        self._done(number)
        if not isinstance(error, AppError):
            raise error

    def _done(self, number: int) -> None:
        if self._wanted:
            self._wanted.discard(number)
        self.changed.emit()

    def _tell_late(self) -> None:
        self._is_late = True
        if self.is_reading:
            self.changed.emit()

    def end(self) -> None:
        """Read nothing more: nobody looks at it."""
        self._wanted = set()
        self._tasks.close()


def _report_in(path: Path, _tell: Told) -> Report:
    return store.read(path).report
