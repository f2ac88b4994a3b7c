"""Shown while something takes its time: what is done, how far it is, and a button to give it up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget


class Waiting(QDialog):
    """A bar without an end, for work whose length is not known.

    Signals:
        given_up(): the clerk does not want to wait.
    """

    given_up = Signal()

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("waitingDialog")
        self.setWindowTitle("年报通")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        bar = QProgressBar()
        bar.setObjectName("progressBar")
        bar.setRange(0, 0)
        bar.setMinimumWidth(360)
        cancel = QPushButton("取消(&C)")
        cancel.setObjectName("cancelWaiting")
        cancel.clicked.connect(self.reject)
        self.rejected.connect(self.given_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label)
        layout.addWidget(bar)
        layout.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)
