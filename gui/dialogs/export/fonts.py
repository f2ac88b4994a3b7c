"""The lines that say which fonts the pages are set in; found out beside the window."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from core.layout import lay_out
from gui.dialogs.export.font_words import lines_on
from gui.session import Session
from gui.tasks import Job, Tasks, Told

if TYPE_CHECKING:
    from core.blocks import Document

_LOOKING = "正在看这台电脑有哪些字体……"
_UNKNOWN = "字体：暂时看不出来，不影响导出。"


class FontLines(QLabel):
    """One line for each font, and for each font that lacks characters."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportFonts")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("quiet", True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._session = session
        self._tasks = tasks
        self._job: Job | None = None

    def look(self) -> None:
        """Find out anew, since the report looks otherwise."""
        self.stop()
        if not self.text():
            self.setText(_LOOKING)
        document = lay_out(self._session.template, self._session.report)
        self._job = self._tasks.start(partial(_lines, document), self._show, lambda _error: self._show([]))

    def _show(self, lines: list[str]) -> None:
        self._job = None
        self.setText("\n".join(lines) or _UNKNOWN)

    def stop(self) -> None:
        """Give up what is under way."""
        if self._job:
            self._job.cancel()
            self._job = None


def _lines(document: "Document", _tell: Told) -> list[str]:
    from core.export.beside import rendered

    return lines_on(document.style, rendered(document))
