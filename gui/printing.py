"""Printing the open report: the PDF's own pages, at their own size, as sharp as the printer is."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from core.checks.standing import standing
from core.errors import OutputError
from core.export import DRAFT, file_stem
from core.layout import lay_out
from gui.dialogs.printing import PrintDialog
from gui.messages import Messages
from gui.session import Session
from gui.tasks import Job, Tasks, Told
from gui.widgets.pictures import image_of

if TYPE_CHECKING:  # the libraries behind them are heavy and wait for their first use
    from core.blocks import Document
    from core.export.pictures import Picture, Pictures

_SHARPEST = 600  # dots an inch: finer than that no eye sees, and a page would take 140 MB
_POINTS_AN_INCH = 72
_REFUSED = "打印机没有接受这份报告。请看看打印机是否开着、连着，再试一次；也可以先导出 PDF。报告没有变化。"


class Printing(QObject):
    """Asks how to print and prints.

    Signals:
        said(str): what became of it, one sentence.
        export_wanted(): there is no printer, and the clerk wants a file instead.
    """

    said = Signal(str)
    export_wanted = Signal()

    def __init__(self, window: QWidget, tasks: Tasks, messages: Messages) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._messages = messages

    def ask(self, session: Session) -> None:
        """Set the report in pages beside the window, and ask meanwhile how it is to be printed."""
        document = lay_out(session.template, session.report)
        printer = new_printer(_job_name(session))
        dialog = PrintDialog(printer, self._window)
        work = self._tasks.start(
            partial(_pages, document), partial(self._offer, dialog), partial(self._refuse, dialog)
        )
        dialog.finished.connect(work.cancel)
        dialog.export_wanted.connect(self.export_wanted)
        dialog.open()

    def _refuse(self, dialog: PrintDialog, error: BaseException) -> None:
        dialog.reject()
        self._messages.show(error)

    def _offer(self, dialog: PrintDialog, pictures: "Pictures") -> None:
        dialog.offer(len(pictures.sizes))
        dialog.wanted.connect(partial(self._begin, dialog, pictures))
        dialog.finished.connect(pictures.close)

    def _begin(self, dialog: PrintDialog, pictures: "Pictures", pages: Sequence[int]) -> None:
        run = PrintRun(dialog.printer, pictures, pages, self._tasks, dialog)
        run.progressed.connect(dialog.show_progress)
        run.finished.connect(partial(self._end, dialog, len(pages)))
        run.failed.connect(partial(self._fail, dialog))
        dialog.rejected.connect(run.cancel)
        run.start()

    def _end(self, dialog: PrintDialog, pages: int) -> None:
        dialog.accept()
        self.said.emit(f"已送到打印机“{dialog.printer.printerName()}”：{pages} 页。")

    def _fail(self, dialog: PrintDialog, error: BaseException) -> None:
        dialog.stay()
        self._messages.show(error)


def _job_name(session: Session) -> str:
    """Return what the job is called: as the files are that are exported."""
    session.check()
    stands = standing(session.template, session.report, session.findings)
    return file_stem(session.report, session.template.report_name) + (DRAFT if stands.left else "")


def new_printer(name: str) -> QPrinter:
    """Return a printer for A4 paper, the whole sheet of it; `name` is that of the job."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    return printer


class PrintRun(QObject):
    """Prints pages one after the other: each is drawn by the worker and put on paper here.

    Signals:
        progressed(int, int): so many pages of so many are on paper.
        finished(): the printer has them all.
        failed(BaseException): it did not take them; nothing was printed.
    """

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(object)

    def __init__(
        self, printer: QPrinter, pictures: "Pictures", pages: Sequence[int], tasks: Tasks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pictures = pictures
        self._pages = tuple(pages)
        self._tasks = tasks
        self._painter = QPainter()
        self._job: Job | None = None

    def start(self) -> None:
        """Begin with the first page."""
        self._printer.setResolution(_SHARPEST)
        # the paper's corner is the page's, whatever the margins of the printer
        self._printer.setFullPage(True)
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        if not self._painter.begin(self._printer):
            self.failed.emit(OutputError(_REFUSED))
            return
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        self._next(0)

    def _next(self, done: int) -> None:
        self.progressed.emit(done, len(self._pages))
        if done == len(self._pages):
            self._end()
            return
        scale = min(self._printer.resolution(), _SHARPEST) / _POINTS_AN_INCH
        work = partial(_draw, self._pictures, self._pages[done], scale)
        self._job = self._tasks.start(work, partial(self._put, done, scale), self._fail)

    def _put(self, done: int, scale: float, picture: "Picture") -> None:
        if done and not self._printer.newPage():
            self._fail(OutputError(_REFUSED))
            return
        ratio = self._printer.resolution() / _POINTS_AN_INCH / scale
        paper = QRectF(0, 0, picture.width * ratio, picture.height * ratio)
        self._painter.drawImage(paper, image_of(picture))
        self._next(done + 1)

    def _end(self) -> None:
        self._job = None
        if self._painter.end() and self._printer.printerState() != QPrinter.PrinterState.Error:
            self.finished.emit()
        else:
            self.failed.emit(OutputError(_REFUSED))

    def _fail(self, error: BaseException) -> None:
        self.cancel()
        self.failed.emit(error)

    def cancel(self) -> None:
        """Stop; the printer gets nothing."""
        if self._job:
            self._job.cancel()
            self._job = None
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()


def _pages(document: "Document", _tell: Told) -> "Pictures":
    from core.export.beside import rendered
    from core.export.pictures import Pictures

    return Pictures(rendered(document).pdf)


def _draw(pictures: "Pictures", number: int, scale: float, _tell: Told) -> "Picture":
    return pictures.draw(number, scale)
