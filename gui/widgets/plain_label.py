"""A label for words as they stand: never taken for marks, wrapped where the room is narrow, beginning at the top."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain_label(name: str) -> QLabel:
    """Return such a label, empty."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label
