"""What was exported: how the report stands, and each file, which opens from here."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import OutputError
from core.export import PACKAGE_SUFFIX
from core.export.package import KEPT
from gui.outside import show_outside
from gui.places import says
from gui.questions import Questions
from gui.theme import scaled
from gui.widgets.plain import plain

_PATH = Qt.ItemDataRole.UserRole
_HEIGHT = 120
_OPENS = "双击或按回车打开文件"
_NO_FOLDER = "“{}”打不开，可能已经移走或改名。请在“放到文件夹”里看看文件夹的位置。"
_NO_WINDOW = "这台电脑上没有能显示文件夹的程序，文件已经导出好了，在这里：{}"
_NO_FILE = "“{}”不在原来的文件夹里了，可能已经移走或改名。需要的话再导出一次。"
_NO_PROGRAM = "这台电脑上没有能打开这种文件的程序，文件已经导出好了，请拷贝到{}电脑上打开：{}"
_SILENT = "“{}”现在打不开：放它的地方没有回音，可能网络断了，或 U 盘没插好。接好以后再试。"
PATIENT_FOR = 3.0  # seconds: a place that does not answer by then is told of
_ASIDE = f"报送包里“{KEPT}”放的是自查表，往外报时可以删掉这个文件夹。"
_OFFICE = (".docx", ".xlsx", ".pdf")


class ExportedFiles(QWidget):
    """A sentence and the list of the files; a double click or Enter opens one. `failed` hears why one does not open."""

    def __init__(self, failed: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._failed = failed
        self._questions = Questions(self)
        self._words = QLabel()
        self._words.setObjectName("exportResult")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._list = _Files()
        self._list.setObjectName("exportedFiles")
        self._list.setAccessibleName("导出的文件，按回车打开")
        self._list.itemActivated.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        layout.addWidget(self._list)

    def show_files(self, paths: tuple[Path, ...], state: str) -> None:
        """List the files below a sentence that ends with their state; nothing is shown where there are none."""
        aside = _ASIDE if any(path.suffix == PACKAGE_SUFFIX for path in paths) else ""
        self._words.setText(f"已导出 {len(paths)} 个文件{state}{aside}")
        self._list.clear()
        for path in paths:
            item = QListWidgetItem(path.name)
            item.setData(_PATH, str(path))
            item.setToolTip(f"{plain(path.name)}\n{_OPENS}")
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        lines = self._list.count() * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth()
        self._list.setMaximumHeight(max(1, min(lines, scaled(_HEIGHT))))
        self.setVisible(bool(paths))

    def _open(self, item: QListWidgetItem) -> None:
        path = Path(item.data(_PATH))
        self._ask(path, path.exists, _NO_FILE.format(path.name), _no_program(path))

    def open_folder(self, folder: Path) -> None:
        """Show the folder in the system's own window."""
        self._ask(folder, folder.is_dir, _NO_FOLDER.format(folder), _NO_WINDOW.format(folder))

    def _ask(self, path: Path, asked: Callable[[], bool], gone: str, unknown: str) -> None:
        """Open what is there; `gone` says that it is not, `unknown` that no program here opens it."""

        def answered(is_there: bool) -> None:
            if is_there:
                self._show_outside(path, unknown)
            else:
                self._failed(OutputError(gone))

        def late() -> None:
            self._failed(OutputError(_SILENT.format(path.name or path)))

        self._questions.ask(partial(says, asked), answered, late=late, within=PATIENT_FOR)

    def _show_outside(self, path: Path, words: str) -> None:
        """Open it in a program of the system, and say so in these words where there is none."""
        failed = self._failed
        show_outside(path, lambda: failed(OutputError(words)))


class _Files(QListWidget):
    """A list that keeps Enter for itself: the default button must not hear it too.

    Of a long name the middle is left out: its beginning says whose file it is, its end which kind.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setItemDelegate(_Narrow(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the file at hand on Enter; the rest is Qt's."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class _Narrow(QStyledItemDelegate):
    """Lets a line be as wide as the list, whatever it says."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for the height alone."""
        return QSize(1, super().sizeHint(option, index).height())


def _no_program(path: Path) -> str:
    """Return what to do with a file that nothing opens here."""
    return _NO_PROGRAM.format("有 WPS 或 Word 的" if path.suffix in _OFFICE else "别的", path)
