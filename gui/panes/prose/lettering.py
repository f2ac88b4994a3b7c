"""The lettering of the page: each level in its own font, drawn over the text without being part of it."""

import re
from collections.abc import Callable

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from core.report import Paragraph
from gui.panes.prose.fonts import page_font
from gui.panes.prose.qt_text import units

_RUN_IN = re.compile(r"[（(][一二三四五六七八九十]+[）)][^。]*。")
_FONT_OF = {1: "hei", 2: "kai"}


class Lettering(QSyntaxHighlighter):
    """Gives headings within a section their fonts; `paragraph(n)` is the report's paragraph of a block."""

    def __init__(self, document: QTextDocument, paragraph: Callable[[int], Paragraph | None]) -> None:
        super().__init__(document)
        self._paragraph = paragraph
        self._formats = {level: _format(name) for level, name in _FONT_OF.items()}

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - the name is Qt's
        """Letter a block: a run-in heading up to its full stop, any other heading whole."""
        paragraph = self._paragraph(self.currentBlock().blockNumber())
        if paragraph and paragraph.level in self._formats:
            run_in = _RUN_IN.match(text)
            self.setFormat(0, units(run_in.group() if run_in else text), self._formats[paragraph.level])


def _format(name: str) -> QTextCharFormat:
    lettering = QTextCharFormat()
    lettering.setFontFamilies(page_font(name).families())
    return lettering
