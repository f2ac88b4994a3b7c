"""Exporting: which formats, into which folder, how far it is, and where the files are then."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core import export
from core.blocks import Document
from core.export import FORMATS, SHEET, Format
from core.report import Report
from core.template import Template
from gui.tasks import Job, Tasks, Told

Failed = Callable[[BaseException], None]
CheckSheet = Callable[[Report], Document]


class ExportDialog(QDialog):
    """Asks for formats and folder, writes the files beside the window, and lists them.

    `check_sheet` makes the sheet of checks that can go with them.

    Signals:
        exported(list of Path): the files were written.
    """

    exported = Signal(object)

    def __init__(
        self,
        template: Template,
        report: Report,
        check_sheet: CheckSheet,
        tasks: Tasks,
        failed: Failed,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle("导出")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self._template = template
        self._report = report
        self._check_sheet = check_sheet
        self._tasks = tasks
        self._failed = failed
        self._job: Job | None = None
        self._boxes = {one.id: QCheckBox(f"{one.name}（{one.suffix}）") for one in FORMATS}
        self._boxes[SHEET] = QCheckBox("检查结果的自查表（.docx、.pdf）")
        self._folder = QLineEdit()
        self._choose = QPushButton("换一个(&F)…")
        self._note = _plain("exportNote")
        self._bar = QProgressBar()
        self._start = QPushButton("导出(&E)")
        self._cancel = QPushButton("取消")
        self._result = _plain("exportResult")
        self._files = QListWidget()
        self._open = QPushButton("打开文件夹(&O)")
        self._name_widgets()
        self._arrange()
        self._connect()
        self._show_result(())
        self._bar.hide()

    def _name_widgets(self) -> None:
        for format_id, box in self._boxes.items():
            box.setObjectName(f"format_{format_id}")
        names: tuple[tuple[QWidget, str], ...] = (
            (self._folder, "exportFolder"),
            (self._choose, "chooseFolder"),
            (self._bar, "progressBar"),
            (self._start, "startExport"),
            (self._cancel, "cancelExport"),
            (self._files, "exportedFiles"),
            (self._open, "openFolder"),
        )
        for widget, name in names:
            widget.setObjectName(name)
        self._start.setProperty("primary", True)
        self._start.setDefault(True)
        self._files.setMaximumHeight(120)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(QLabel("导出成哪些文件："))
        for box in self._boxes.values():
            layout.addWidget(box)
        label = QLabel("放到文件夹(&D)：")
        label.setBuddy(self._folder)
        place = QHBoxLayout()
        for widget in (label, self._folder, self._choose):
            place.addWidget(widget)
        layout.addLayout(place)
        below: tuple[QWidget, ...] = (self._note, self._bar, self._result, self._files)
        for part in below:
            layout.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        buttons.addWidget(self._start)
        buttons.addWidget(self._cancel)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        for box in self._boxes.values():
            box.toggled.connect(self._look)
        self._folder.textChanged.connect(self._look)
        self._choose.clicked.connect(self._choose_folder)
        self._start.clicked.connect(self._begin)
        self._cancel.clicked.connect(self.reject)
        self._open.clicked.connect(self._open_folder)

    def propose(self, formats: list[str], folder: Path) -> None:
        """Set out with these formats and this folder."""
        for format_id, box in self._boxes.items():
            box.setChecked(format_id in formats)
        self._folder.setText(str(folder))

    @property
    def formats(self) -> list[Format]:
        """The formats chosen."""
        return [one for one in FORMATS if self._boxes[one.id].isChecked()]

    @property
    def choice(self) -> list[str]:
        """The ids of what is chosen, the check sheet among them."""
        return [one for one, box in self._boxes.items() if box.isChecked()]

    @property
    def folder(self) -> Path:
        """The folder chosen."""
        return Path(self._folder.text().strip()).expanduser()

    def _look(self) -> None:
        """Say which files would be replaced; allow exporting where something is chosen."""
        stem = export.file_stem(self._report)
        there = [stem + one.suffix for one in self.formats if (self.folder / (stem + one.suffix)).exists()]
        self._note.setText("文件夹里已有同名文件，导出后换成新的：\n" + "\n".join(there) if there else "")
        self._note.setVisible(bool(there))
        self._start.setEnabled(bool(self.choice and self._folder.text().strip()) and self._job is None)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, "放到哪个文件夹", str(self.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def _begin(self) -> None:
        formats, folder, with_sheet = self.formats, self.folder, self._boxes[SHEET].isChecked()
        frozen = self._report.model_copy(deep=True)

        def work(tell: Told) -> list[Path]:
            beside = [self._check_sheet(frozen)] if with_sheet else []
            return export.export(self._template, frozen, formats, folder, tell, beside)

        self._show_result(())
        self._bar.setRange(0, 0)
        self._bar.setValue(0)
        self._bar.show()
        self._job = self._tasks.start(work, self._finish, self._give_up, self._show_progress)
        self._look()

    def _show_progress(self, name: str, number: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(number)
        self._bar.setFormat(f"正在写 {name} …" if name else "")

    def _finish(self, paths: list[Path]) -> None:
        self._end_job()
        self._show_result(tuple(paths))
        self._cancel.setText("完成")
        self.exported.emit(paths)

    def _give_up(self, error: BaseException) -> None:
        self._end_job()
        self._failed(error)

    def _end_job(self) -> None:
        self._job = None
        self._bar.hide()
        self._look()

    def _show_result(self, paths: tuple[Path, ...]) -> None:
        self._result.setText(f"已导出 {len(paths)} 个文件：" if paths else "")
        self._files.clear()
        self._files.addItems([path.name for path in paths])
        for widget in (self._result, self._files, self._open):
            widget.setVisible(bool(paths))
        if paths:
            self._note.hide()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def done(self, result: int) -> None:
        """Close; what is still under way is given up."""
        if self._job:
            self._job.cancel()
            self._job = None
        super().done(result)


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
