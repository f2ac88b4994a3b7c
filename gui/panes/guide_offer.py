"""One quiet line above a fresh draft: the guide can fill in what did not happen this year."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from gui.widgets.lines_label import LinesLabel

_WORDS = "今年没有申请、复议、处罚这些事？零报告向导问几个问题，表格和有关的话一次填好。"


class GuideOffer(QFrame):
    """Offers the guide, and goes when it is not wanted.

    Signals:
        wanted(): the guide is to open.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guideOffer")
        words = LinesLabel("guideOfferWords", 1)
        words.setText(_WORDS)
        words.setProperty("quiet", True)
        start = QPushButton("零报告向导…")
        start.setObjectName("guideOfferStart")
        start.setToolTip("Ctrl+Shift+0")
        start.clicked.connect(self.wanted)
        away = QPushButton("不用")
        away.setObjectName("guideOfferAway")
        away.setAccessibleName("不用零报告向导")
        away.clicked.connect(self.hide)
        for button in (start, away):
            button.setProperty("slim", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 1, 8, 1)
        layout.addWidget(words, 1)
        layout.addWidget(start)
        layout.addWidget(away)
