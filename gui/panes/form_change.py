"""One line above a draft on another form than last year's: what changed, and where the rest of last year is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from core.carry import has_new_preface, pieces
from core.edits import Edit
from core.report import PREFACE
from gui.session import Session
from gui.widgets.lines_label import LinesLabel


class FormChange(QFrame):
    """Tells of the new form until the preface that it words was looked at.

    Signals:
        wanted(): the clerk wants to see what was left behind.
    """

    wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("formChange")
        self._session = session
        words = LinesLabel("formChangeWords", 1)
        words.setText(_sentence(session))
        words.setProperty("quiet", True)
        show = QPushButton("去年留下的话…")
        show.setObjectName("formChangeShow")
        show.setVisible(bool(pieces(session.report)))
        show.clicked.connect(self.wanted)
        away = QPushButton("知道了")
        away.setObjectName("formChangeAway")
        away.setAccessibleName("不再提示格式变了")
        away.clicked.connect(self.hide)
        for button in (show, away):
            button.setProperty("slim", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 1, 8, 1)
        layout.addWidget(words, 1)
        layout.addWidget(show)
        layout.addWidget(away)
        session.edited.connect(self._follow)

    def _follow(self, edit: Edit) -> None:
        """Go once the preface was looked at."""
        if PREFACE in edit.sections and not has_new_preface(self._session.report):
            self.hide()


def _sentence(session: Session) -> str:
    """Return what changed with the form, and what of last year had no place in it."""
    left = pieces(session.report)
    told = list(dict.fromkeys(name for one in left for name in one.contacts))
    begin = f"今年用 {session.template.first_year} 年版格式，引言已按它写好"
    if told:
        return f"{begin}；去年的{'、'.join(told)}没有地方放，在“去年留下的话”里。"
    return f"{begin}；去年没带过来的，在“去年留下的话”里。" if left else f"{begin}，请看一遍。"
