"""The lettering of the page: each level in its own font, drawn over the text without being part of it."""

from collections.abc import Callable

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from core.report import Paragraph
from core.run_in import heading_of
from gui.panes.prose.fonts import page_font
from gui.panes.prose.qt_text import units

_RUNS_IN = 2
_FONT_OF = {1: "hei", _RUNS_IN: "kai"}


class Lettering(QSyntaxHighlighter):
    """Gives headings within a section their fonts; `paragraph(n)` is the report's paragraph of a block.

    The state of a block is the level that it was lettered for: a block that moves up is lettered before the report
    knows of it, as the paragraph that stood there.
    """

    def __init__(self, document: QTextDocument, paragraph: Callable[[int], Paragraph | None]) -> None:
        super().__init__(document)
        self._paragraph = paragraph
        self._formats = {level: _format(name) for level, name in _FONT_OF.items()}

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - the name is Qt's
        """Letter a block: a run-in heading up to its full stop, a sentence not at all, any other heading whole."""
        paragraph = self._paragraph(self.currentBlock().blockNumber())
        self.setCurrentBlockState(paragraph.level if paragraph else 0)
        if paragraph and paragraph.level in self._formats:
            head = heading_of(text) if paragraph.level == _RUNS_IN else text
            self.setFormat(0, units(head), self._formats[paragraph.level])


def _format(name: str) -> QTextCharFormat:
    lettering = QTextCharFormat()
    lettering.setFontFamilies(page_font(name).families())
    return lettering
