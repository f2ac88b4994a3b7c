"""How to print: which printer, which pages, how many copies, on one side or both."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.named_button import named_button
from gui.widgets.no_printer import no_printer
from gui.widgets.still_boxes import ChoiceBox

_MOST_COPIES = 30
_DUPLEX = QPrinter.DuplexMode
_SIDES = {
    "both": "双面（打印机自己翻面，长边翻转，左侧装订）",
    "one": "单面",
    "odd": "手动双面 · 先印单数页",
    "even": "手动双面 · 再印双数页（把印好的纸翻过来放回）",
}
_SETTING = "正在排版……"
_WRONG_PAGES = "页码写成 1-3,5 这样，不超过 {} 页。"
_SIZE_WORDS = "A4 纸，实际大小（100%），不缩放。共 {} 页，这次印 {} 页。"


class PrintDialog(QDialog):
    """Asks how to print; `printer` is set as chosen when `wanted` tells of it.

    Signals:
        wanted(list of int): these pages, from 0, are to be printed.
        export_wanted(): there is no printer, and a file is wanted instead.
    """

    wanted = Signal(object)
    export_wanted = Signal()

    def __init__(self, printer: QPrinter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("printDialog")
        self.setWindowTitle("打印")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.printer = printer
        self._count = 0
        self._printers = _combo("printPrinter")
        self._pages = QLineEdit()
        self._pages.setObjectName("printPages")
        self._pages.setPlaceholderText("全部")
        self._copies = _combo("printCopies")
        self._sides = _combo("printSides")
        self._note = QLabel(_SETTING)
        self._note.setObjectName("printNote")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("progressBar")
        self._more = named_button("打印机设置(&M)…", "printSettings")
        self._export = named_button("导出 PDF(&E)…", "printExport")
        self._start = named_button("打印(&P)", "startPrint")
        self._start.setProperty("primary", True)
        self._start.setDefault(True)
        self._cancel = named_button("取消", "cancelPrint")
        self._fill()
        self._arrange()
        self._connect()

    def _fill(self) -> None:
        self._printers.addItems(QPrinterInfo.availablePrinterNames())
        self._printers.setCurrentText(self.printer.printerName())
        for side, words in _SIDES.items():
            self._sides.addItem(words, side)
        for copies in range(1, _MOST_COPIES + 1):
            self._copies.addItem(f"{copies} 份", copies)
        self._bar.hide()
        self._export.setVisible(not self._printers.count())

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        form, buttons = QFormLayout(), QHBoxLayout()
        layout.addLayout(form)
        layout.addWidget(self._note)
        layout.addWidget(self._bar)
        layout.addLayout(buttons)
        form.setVerticalSpacing(8)
        for words, widget in (
            ("打印机(&R)：", self._printers),
            ("页码(&G)：", self._pages),
            ("份数(&N)：", self._copies),
            ("单双面(&S)：", self._sides),
        ):
            form.addRow(words, widget)
        buttons.addWidget(self._more)
        buttons.addStretch(1)
        buttons.addWidget(self._export)
        buttons.addWidget(self._start)
        buttons.addWidget(self._cancel)

    def _connect(self) -> None:
        self._printers.currentTextChanged.connect(self._suit_printer)
        self._pages.textChanged.connect(self._look)
        self._sides.currentIndexChanged.connect(self._look)
        self._more.clicked.connect(self._ask_more)
        self._start.clicked.connect(self._begin)
        self._export.clicked.connect(self._export_instead)
        self._cancel.clicked.connect(self.reject)
        self._suit_printer()

    def _export_instead(self) -> None:
        self.reject()
        self.export_wanted.emit()

    def _suit_printer(self) -> None:
        """Propose both sides where the printer turns the paper itself."""
        modes = QPrinterInfo.printerInfo(self._printers.currentText()).supportedDuplexModes()
        self._sides.setCurrentIndex(
            self._sides.findData("both" if _DUPLEX.DuplexLongSide in modes else "one")
        )
        self._look()

    def offer(self, pages: int) -> None:
        """Take the number of pages: they are set, printing can begin."""
        self._count = pages
        self._look()

    @property
    def pages(self) -> list[int]:
        """The pages to print, from 0, in order; none where what is typed is no range."""
        chosen = pages_in(self._pages.text(), self._count)
        side = self._sides.currentData()
        if side in ("odd", "even"):
            return [page for page in chosen if page % 2 == (side == "even")]
        return chosen

    def _look(self) -> None:
        """Say what will be printed, or why nothing can be."""
        pages = self.pages
        if not self._printers.count():
            words = no_printer("导出 PDF")
        elif not self._count:
            words = _SETTING
        elif not pages_in(self._pages.text(), self._count):
            words = _WRONG_PAGES.format(self._count)
        else:
            words = _SIZE_WORDS.format(self._count, len(pages))
        self._note.setText(words)
        self._start.setEnabled(bool(pages and self._printers.count()))
        self._more.setEnabled(bool(self._printers.count()))

    def _set_printer(self) -> None:
        printer, both = self.printer, self._sides.currentData() == "both"
        printer.setPrinterName(self._printers.currentText())
        printer.setCopyCount(self._copies.currentData())
        printer.setCollateCopies(True)
        printer.setDuplex(_DUPLEX.DuplexLongSide if both else _DUPLEX.DuplexNone)

    def _ask_more(self) -> None:
        """Let the system's own dialog set what only this printer has: tray, quality, colour."""
        self._set_printer()
        dialog = QPrintDialog(self.printer, self)
        dialog.setObjectName("systemPrintDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._take_settings)
        QDialog.open(dialog)  # the class has another `open` of its own

    def _take_settings(self) -> None:
        printer = self.printer
        self._printers.setCurrentText(printer.printerName())
        self._copies.setCurrentIndex(min(printer.copyCount(), _MOST_COPIES) - 1)
        if self._sides.currentData() in ("both", "one"):
            one = printer.duplex() == _DUPLEX.DuplexNone
            self._sides.setCurrentIndex(self._sides.findData("one" if one else "both"))
        if printer.fromPage():
            self._pages.setText(f"{printer.fromPage()}-{printer.toPage()}")

    def _begin(self) -> None:
        self._set_printer()
        for widget in self._fields:
            widget.setEnabled(False)
        self._bar.setRange(0, len(self.pages))
        self._bar.setFormat("正在送第 %v 页，共 %m 页")
        self._bar.show()
        self.wanted.emit(self.pages)

    @property
    def _fields(self) -> Sequence[QWidget]:
        return self._printers, self._pages, self._copies, self._sides, self._more, self._start

    def show_progress(self, done: int, of: int) -> None:
        """Show how many pages are on paper."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def stay(self) -> None:
        """Let it be tried again."""
        self._bar.hide()
        for widget in self._fields:
            widget.setEnabled(True)
        self._look()


def pages_in(text: str, count: int) -> list[int]:
    """Return the pages, from 0, that a range like "1-3,5" names, all for ""; none where it is no such range."""
    parts = [part for part in re.split(r"[,，、\s]+", text.strip()) if part]
    pages: set[int] = set()
    for part in parts:
        match = re.fullmatch(r"(\d{1,4})(?:[-－—~～至](\d{1,4}))?", part)
        if match is None:
            return []
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= count:
            return []
        pages.update(range(first - 1, last))
    return sorted(pages) if parts else list(range(count))


def _combo(name: str) -> QComboBox:
    combo = ChoiceBox()
    combo.setObjectName(name)
    combo.setMinimumContentsLength(24)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo
