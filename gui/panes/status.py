"""The line at the bottom: the verdict always in sight, whether it is saved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QWidget

if TYPE_CHECKING:
    from gui.progress import Verdict
    from gui.session import Session

_PATH_WIDTH = 260
_SIGNS = {"error": "✖", "ok": "✓", "warning": "!"}


class StatusLine(QStatusBar):
    """Verdict, keys and saved state of the open report; empty on the home page."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._verdict = _label("verdict")
        self._hint = _label("verdictHint")
        self._hint.setProperty("quiet", True)
        self._saved = _label("statusSaved")
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        for widget in (self._verdict, self._hint, gap):
            self.addWidget(widget, 1 if widget is gap else 0)
        self.addPermanentWidget(self._saved)

    def show_nothing(self) -> None:
        """Show that no report is open."""
        for label in (self._verdict, self._hint, self._saved):
            label.clear()

    def show_verdict(self, verdict: "Verdict") -> None:
        """Show what the checks say in one sentence."""
        self._verdict.setText(f"{_SIGNS[verdict.signal]} {verdict.words}")
        self._verdict.setProperty("signal", verdict.signal)
        self._verdict.style().unpolish(self._verdict)
        self._verdict.style().polish(self._verdict)
        self._hint.setText("F8 下一处" if verdict.has_findings else "")

    def show_saved(self, session: "Session") -> None:
        """Show whether all is in the file, and which file that is."""
        if session.is_clean and session.path is not None:
            path = str(session.path)
            place = self._saved.fontMetrics().elidedText(path, Qt.TextElideMode.ElideMiddle, _PATH_WIDTH)
            self._saved.setText(f"已保存 {QTime.currentTime().toString('HH:mm')}（{place}）")
            self._saved.setToolTip(path)
        else:
            self._saved.setText("有修改还没保存" if session.path else "还没保存成文件")
            self._saved.setToolTip("")


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setContentsMargins(8, 4, 8, 4)
    return label
