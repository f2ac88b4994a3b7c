"""One calm line above an export: what is left to do, so that what goes out is known to be a draft."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.checks.standing import standing
from gui.session import Session


class StandingLine(QWidget):
    """Says how the report stands; it is not there where all is right.

    `is_draft` tells whether it cannot be handed in yet, `summary` is what is said of the files once it is exported.

    Signals:
        checks_wanted(): the clerk wants to look at that first.
    """

    checks_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportStanding")
        session.check()
        findings = session.findings
        stands = standing(session.template, session.report, findings)
        to_look_at = sum(one.severity == "warning" for one in findings)
        ready = f"{stands.state}；还有 {to_look_at} 处请核对。" if to_look_at else ""
        self.is_draft = bool(stands.left)
        self.summary = "，是草稿。" if self.is_draft else "。"
        words = QLabel(f"{stands.left}，导出的是草稿。" if self.is_draft else ready)
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
        self.setVisible(bool(words.text()))
