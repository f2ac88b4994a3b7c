"""Last year's words beside this year's, as plain text; what is copied of them is known as last year's where it is pasted."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit

from core import pasting_own
from core.report import Paragraph
from gui.panes.prose.copying import words
from gui.session import Session


class LastYearText(QPlainTextEdit):
    """Lines to read and to copy, some of which are last year's paragraphs and others speak of them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._said: tuple[str, ...] = ()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setObjectName("lastYearText")
        self.setAccessibleName("去年的内容")

    def take(self, said: Sequence[str]) -> None:
        """Know of each line the paragraph of last year that it is, "" for one that speaks of it."""
        self._said = tuple(said)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words, and for the sheet the paragraphs of last year among them, which nobody has looked at."""
        data = QMimeData()  # what Qt makes of a selection names no formats but its own
        data.setText(super().createMimeDataFromSelection().text())
        chosen = tuple(self._chosen())
        if chosen:
            file = self._session.file
            whole = pasting_own.copied_parts(file.doc_id, file.report.year, chosen)
            data.setData(pasting_own.MIME, whole)
        return data

    def _chosen(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of last year in the selection, the first and the last as far as selected."""
        report, cursor = self._session.report, self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            row, first = block.blockNumber(), max(start, block.position())
            last = min(end, block.position() + block.length() - 1)
            if row < len(self._said) and self._said[row] and first < last:
                before = len(words(block, block.position(), first))
                behind = before + len(words(block, first, last))
                yield pasting_own.of_last_year(self._said[row], before, behind, report)
            block = block.next()
