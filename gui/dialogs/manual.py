"""The manual: pages that ship with the program, with a search over all of them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPageLayout, QPalette, QPdfWriter, QTextCursor
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from core import atomic
from core.errors import AppError
from gui import questions
from gui.dialogs.manual_folder import folder_for, note_folder
from gui.dialogs.manual_pages import draw, fill
from gui.help_pages import HelpPage, pages, plain_text, weight
from gui.messages import CANCEL, Choice, ask, plain_box
from gui.tasks import Tasks, Told
from gui.widgets.file_dialog import NamingDialog, make_room
from gui.widgets.no_printer import no_printer

_LETTERS_WIDE, _LETTERS_HIGH = 66, 42
_FRAME = QSize(16, 48)
_PAGE = Qt.ItemDataRole.UserRole
_NOTHING = "没有找到“{}”。请换一个短一点的词，如“保存”“合计”；找命令请按 Ctrl+K。"
_LONGEST_QUOTE = 16
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_AS_PDF = "存成 PDF"


class ManualDialog(QDialog):
    """Shows the manual; it may stay open beside the work."""

    _unwritten = 0  # pages on their way to a disk

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("manualDialog")
        self.setWindowTitle("使用说明")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tasks = Tasks(self)
        self._search = QLineEdit()
        self._search.setObjectName("manualSearch")
        self._search.setAccessibleName("在说明里找")
        self._search.setPlaceholderText("在说明里找，如：结转")
        self._search.setClearButtonEnabled(True)
        self._nothing = _quiet_label("manualNothing")
        self._nothing.hide()
        self._list = QListWidget()
        self._list.setObjectName("manualPages")
        self._list.setAccessibleName("说明的各页")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = QTextEdit()
        self._text.setObjectName("manualText")
        self._text.setAccessibleName("说明")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._told = _quiet_label("manualTold")
        self._arrange()
        self._fill()
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(self._find_next)
        self._list.currentItemChanged.connect(self._show)
        self._list.setCurrentRow(0)

    def _fill(self) -> None:
        for page in pages():
            item = QListWidgetItem(page.title)
            item.setData(_PAGE, page)
            self._list.addItem(item)

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(self._text)
        both.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(both, 1)
        buttons = QHBoxLayout()
        layout.addLayout(buttons)
        for words, name, action in (
            ("打印这一页(&P)…", "printManual", self._ask_printer),
            ("存成文本(&T)…", "saveManual", self._ask_file),
            ("关闭(&C)", "closeManual", self.accept),
        ):
            button = QPushButton(words)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(action)
            buttons.addWidget(button)
        buttons.insertWidget(2, self._told, 1)
        letter = self.fontMetrics().horizontalAdvance("口")
        wanted = QSize(_LETTERS_WIDE * letter, _LETTERS_HIGH * letter)
        self.resize(wanted.boundedTo(self.screen().availableSize() - _FRAME))
        both.setSizes([self.width() * 3 // 10, self.width() * 7 // 10])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys go over the pages while the cursor stays in the search field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            return QApplication.sendEvent(self._list, event)
        return super().eventFilter(watched, event)

    @property
    def page(self) -> HelpPage:
        """The page on show."""
        page = self._list.currentItem().data(_PAGE)
        return page if isinstance(page, HelpPage) else pages()[0]

    def show_page(self, page_id: str) -> None:
        """Show the page of that id."""
        self._search.clear()
        for row in range(self._list.count()):
            if self._list.item(row).data(_PAGE).id == page_id:
                self._list.setCurrentRow(row)

    def _show(self) -> None:
        self._told.clear()
        document = self._text.document()
        fill(document, self.page.text)
        document.setDocumentMargin(16)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()

    def _filter(self, words: str) -> None:
        """Offer the pages that hold the words and show the one that speaks of them most; say where none does."""
        quote = words.strip()
        weights = [weight(page, quote) for page in pages()]
        holding = [row for row, found in enumerate(weights) if any(found)]
        for row in range(self._list.count()):
            self._list.item(row).setHidden(row not in holding)
        self._nothing.setText(
            _NOTHING.format(quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…")
        )
        self._nothing.setVisible(not holding)
        if holding and quote and weights[self._list.currentRow()] != max(weights):
            self._list.setCurrentRow(weights.index(max(weights)))
        self._mark()
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._find_next()

    def _mark(self) -> None:
        """Mark the words searched for wherever they stand on the page."""
        marked: list[QTextEdit.ExtraSelection] = []
        words = self._search.text().strip()
        cursor = QTextCursor(self._text.document())
        while words and not (cursor := self._text.document().find(words, cursor)).isNull():
            found = QTextEdit.ExtraSelection()
            setattr(found, "cursor", cursor)  # noqa: B010 - the typing of PySide6 knows no such field
            look = cursor.charFormat()
            look.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
            look.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
            look.setFontUnderline(True)
            setattr(found, "format", look)  # noqa: B010 - the typing of PySide6 knows no such field
            marked.append(found)
        self._text.setExtraSelections(marked)

    def _find_next(self) -> None:
        """Go to the next place of the words on the page, after the last to the first."""
        words = self._search.text().strip()
        if words and not self._text.find(words):
            self._text.moveCursor(QTextCursor.MoveOperation.Start)
            self._text.find(words)

    def _ask_printer(self) -> None:
        """Ask which printer; without one say so and offer a PDF file."""
        if not QPrinterInfo.availablePrinterNames():
            as_file = Choice(f"{_AS_PDF}(&E)…", "manualPdf", self._ask_for_pdf, "Accept")
            ask(self, no_printer(_AS_PDF), "noPrinterBox", as_file, CANCEL)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.page.title)
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("manualPrintDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(printer))
        QDialog.open(dialog)  # the class has another `open` of its own

    def print_to(self, printer: QPrinter) -> None:
        """Print the page on show; a PDF file is written beside the window, for its disk may take its time."""
        if printer.outputFileName() and printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
            self._write(printer.outputFileName(), self._as_pdf(printer.pageLayout()))
        else:
            draw(self.page.text, printer)

    def _as_pdf(self, layout: QPageLayout) -> bytes:
        """Return the page on show as a PDF file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self.page.title)
        writer.setPageLayout(layout)
        draw(self.page.text, writer)
        del writer  # which is what ends the file
        return bytes(buffer.data().data())

    def _write(self, name: str, data: bytes) -> None:
        """Write a page to a file, and say where it is; a quick disk has taken it when this returns."""
        path = Path(name)
        self._unwritten += 1
        job = self._tasks.start(partial(_written, path, data), self._tell_saved, self._tell_not_saved)
        if not self._tasks.wait(job, questions.PATIENCE):
            self._told.setText(f"正在存到 {path}……")

    def _tell_saved(self, path: Path) -> None:
        self._told.setText(f"已存到 {path}")
        self._end_writing()

    def _tell_not_saved(self, error: BaseException) -> None:
        """Say why it could not be written; over what is below where the manual was closed meanwhile."""
        self._told.clear()
        self._end_writing()
        if not isinstance(error, AppError):
            raise error
        plain_box(self if self.isVisible() else self.parentWidget(), str(error), "noticeBox").open()

    def _end_writing(self) -> None:
        self._unwritten -= 1
        if not (self._unwritten or self.isVisible()):
            self.deleteLater()

    def done(self, result: int) -> None:
        """Close; while a page is on its way to the disk only out of sight, so that the clerk hears where that fails."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not self._unwritten)
        super().done(result)

    def _ask_for_pdf(self) -> None:
        self._ask_for_file(_AS_PDF, "pdf", "PDF 文件", self._save_pdf)

    def _ask_file(self) -> None:
        self._ask_for_file("存成文本", "txt", "文本", self._save)

    def _ask_for_file(self, title: str, suffix: str, kind: str, write: Callable[[str], None]) -> None:
        """Ask where the page on show is to be written: where the last one went, else in the clerk's own folder."""
        name = str(folder_for(self) / f"{self.page.title}.{suffix}")
        dialog = NamingDialog(self, title, name, Path(name).name)
        dialog.setObjectName("manualFileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([f"{kind} (*.{suffix})"])
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        dialog.fileSelected.connect(partial(note_folder, self))
        dialog.fileSelected.connect(write)
        make_room(dialog)
        dialog.open()

    def _save(self, name: str) -> None:
        self._write(name, plain_text(self.page.text).encode("utf-8-sig"))

    def _save_pdf(self, name: str) -> None:
        self._write(name, self._as_pdf(QPdfWriter(QBuffer()).pageLayout()))


def _written(path: Path, data: bytes, _tell: Told) -> Path:
    """Write the file and return where it lies; OutputError says why it cannot be written."""
    atomic.save(path, data)
    return path.resolve()


def _quiet_label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("quiet", True)
    label.setWordWrap(True)
    return label
