"""Room in Qt's own file dialog: it is as small, and its columns as narrow, whatever the size of the writing."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QHeaderView, QSplitter, QTreeView

_LETTERS_WIDE, _LETTERS_HIGH, _PLACES_WIDE = 56, 30, 8
_FRAME = QSize(16, 48)
_KIND = 2  # a column that says of every file the same


def make_room(dialog: QFileDialog) -> None:
    """Let a file dialog show names whole, as far as the screen reaches; the system's own sees to that itself."""
    files, parts = dialog.findChild(QTreeView, "treeView"), dialog.findChild(QSplitter, "splitter")
    if not isinstance(files, QTreeView) or not isinstance(parts, QSplitter):
        return
    letter = dialog.fontMetrics().horizontalAdvance("口")
    wanted = QSize(_LETTERS_WIDE * letter, _LETTERS_HIGH * letter)
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() - _FRAME))
    parts.setSizes([_PLACES_WIDE * letter, dialog.width() - _PLACES_WIDE * letter])
    files.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    files.header().setSectionHidden(_KIND, True)
