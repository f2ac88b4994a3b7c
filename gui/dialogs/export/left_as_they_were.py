"""Files of this report from exports before that stand beside the new ones as they were, and the way to renew them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_SAID = "同一文件夹里还有以前导出的，这次没有更新，里面仍是那时的内容："
_DRAFTS = "同一文件夹里还有以前导出的草稿，不要当成可以报送的报出去："


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

    def show_left(self, names: Mapping[str, Sequence[str]], drafts: Sequence[str] = ()) -> None:
        """Name the files that are there, by what is to be ticked for them, and those of a draft, which stay as they are."""
        left = [name for some in names.values() for name in some]
        lines = [*([_SAID, *left] if left else ()), *([_DRAFTS, *drafts] if drafts else ())]
        self._words.setText("\n".join(lines))
        self._renew.setVisible(bool(left))
        self.setVisible(bool(lines))
