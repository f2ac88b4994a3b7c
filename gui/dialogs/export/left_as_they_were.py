"""Files of this report from an export before that stand beside the new ones as they were, and the way to renew them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_SAID = "同一文件夹里还有以前导出的，这次没有更新，里面仍是那时的内容：\n"


class LeftAsTheyWere(QWidget):
    """Names the files; it is not there where there are none.

    Signals:
        wanted(): they are to be exported too, and replaced.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("exportLeft")
        self._words = QLabel()
        self._words.setObjectName("exportLeftWords")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._renew = QPushButton("一起更新(&U)")
        self._renew.setObjectName("exportLeftToo")
        self._renew.setToolTip("这些文件也重新导出，换成新的")
        self._renew.setAutoDefault(False)
        self._renew.clicked.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        below = QHBoxLayout()
        layout.addWidget(self._words)
        layout.addLayout(below)
        below.addWidget(self._renew)
        below.addStretch(1)

    def show_left(self, names: Mapping[str, Sequence[str]]) -> None:
        """Name the files that are there, by what is to be ticked for them."""
        self._words.setText(_SAID + "\n".join(name for some in names.values() for name in some))
        self.setVisible(bool(names))
