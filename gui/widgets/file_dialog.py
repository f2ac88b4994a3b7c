"""Room in Qt's own file dialog, as small and narrow in every size of the writing, and Chinese dates and sizes in it."""

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import (
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

_LETTERS_WIDE, _LETTERS_HIGH, _PLACES_WIDE = 56, 30, 8
_FRAME = QSize(16, 48)
_SIZE, _KIND, _DATE = 1, 2, 3  # columns; the kind says of every file the same


class _InChinese(QStyledItemDelegate):
    """Writes day and size of a file in the language of the program: the model asks the system, which may have none."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the words in."""
        super().initStyleOption(option, index)
        files = index.model()
        if not isinstance(files, QFileSystemModel) or not isinstance(index, QModelIndex):
            return
        if index.column() == _DATE:
            words = QLocale().toString(files.lastModified(index), QLocale.FormatType.ShortFormat)
        elif index.column() == _SIZE and not files.isDir(index):
            form = QLocale.DataSizeFormat.DataSizeTraditionalFormat
            words = QLocale().formattedDataSize(files.size(index), 1, form).upper()  # Qt writes "kB"
        else:
            return
        option.text = words  # type: ignore[attr-defined] # missing in the stubs


class NamingDialog(QFileDialog):
    """Asks where a file is to be written; its proposed name stays, in whichever folder one goes into by typing that."""

    def __init__(self, parent: QWidget, title: str, folder: str, name: str) -> None:
        super().__init__(parent, title, folder)
        self._name = name
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    def accept(self) -> None:
        """Take what is typed; where that is a folder Qt goes into it and leaves its name in the place of the file's."""
        before = self.directory().absolutePath()
        super().accept()
        line = self.findChild(QLineEdit, "fileNameEdit")
        now = self.directory().absolutePath()
        if self.isVisible() and isinstance(line, QLineEdit) and (now != before or line.text() == now):
            line.setText(self._name)
            line.selectAll()


def make_room(dialog: QFileDialog) -> None:
    """Let a file dialog show names whole, as far as the screen reaches; the system's own sees to that itself."""
    files, parts = dialog.findChild(QTreeView, "treeView"), dialog.findChild(QSplitter, "splitter")
    if not isinstance(files, QTreeView) or not isinstance(parts, QSplitter):
        return
    files.setItemDelegate(_InChinese(files))
    letter = dialog.fontMetrics().horizontalAdvance("口")
    wanted = QSize(_LETTERS_WIDE * letter, _LETTERS_HIGH * letter)
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() - _FRAME))
    parts.setSizes([_PLACES_WIDE * letter, dialog.width() - _PLACES_WIDE * letter])
    files.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    files.header().setSectionHidden(_KIND, True)
