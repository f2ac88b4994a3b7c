"""Room in Qt's own file dialog, as small and narrow in every size of the writing, and Chinese dates and sizes in it."""

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import (
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
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
