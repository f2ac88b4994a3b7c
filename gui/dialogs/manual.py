"""The manual, a page that ships with the program."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QPushButton, QTextEdit, QVBoxLayout, QWidget

from core.paths import RESOURCES

_PAGE = RESOURCES / "help" / "index.md"
_SIZE = (760, 600)
_FRAME = (16, 48)


class ManualDialog(QDialog):
    """Shows the manual; it may stay open beside the work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("manualDialog")
        self.setWindowTitle("使用说明")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(*_SIZE).boundedTo(self.screen().availableSize() - QSize(*_FRAME)))
        text = QTextEdit()
        text.setObjectName("manualText")
        text.setReadOnly(True)
        text.document().setDocumentMargin(16)
        text.document().setMarkdown(
            _PAGE.read_text(encoding="utf-8"),
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            | QTextDocument.MarkdownFeature.MarkdownNoHTML,
        )
        text.moveCursor(QTextCursor.MoveOperation.Start)
        close = QPushButton("关闭(&C)")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
