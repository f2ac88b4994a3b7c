"""One calm line above an export: what is left to do, so that what goes out is known to be a draft."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.checks.standing import standing
from gui.session import Session


class StandingLine(QWidget):
    """Says how the report stands; it is not there where all is right.

    Signals:
        checks_wanted(): the clerk wants to look at that first.
    """

    checks_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportStanding")
        session.check()
        left = standing(session.template, session.report, session.findings).left
        words = QLabel(f"{left}，导出的是草稿。")
        words.setObjectName("exportStandingWords")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        check = QPushButton("先去检查(&J)")
        check.setObjectName("exportCheckFirst")
        check.setAutoDefault(False)
        check.clicked.connect(self.checks_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(words, 1)
        layout.addWidget(check)
        self.setVisible(bool(left))
