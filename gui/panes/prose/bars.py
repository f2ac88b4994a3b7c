"""What a sheet draws behind and beside its words: the ground of the paragraph at hand, a bar for each one's state."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from core.report import Paragraph
from gui.carried import STATES
from gui.theme import Theme

_LEFT, _WIDE = 12, 5
_GAP = 2  # between the bars of two paragraphs, at either end


def draw_ground(edit: QTextEdit, theme: Theme) -> None:
    """Draw the ground of the paragraph of the cursor, over the whole width."""
    painter = QPainter(edit.viewport())
    painter.fillRect(box_of(edit, edit.textCursor().blockNumber()), theme.colour("cross"))
    painter.end()


def draw_states(edit: QTextEdit, theme: Theme, paragraph_of: Callable[[int], Paragraph | None]) -> None:
    """Draw the bars of all paragraphs that have a state to tell; `paragraph_of(n)` is the one of a block."""
    painter = QPainter(edit.viewport())
    for number in range(edit.document().blockCount()):
        paragraph = paragraph_of(number)
        if paragraph and paragraph.state in STATES:
            box = box_of(edit, number)
            bar = QRect(_LEFT, box.y() + _GAP, _WIDE, box.height() - 2 * _GAP)
            painter.fillRect(bar, theme.colour(paragraph.state))
    painter.end()


def box_of(edit: QTextEdit, number: int) -> QRect:
    """Return where a paragraph stands in the viewport, over its whole width."""
    block = edit.document().findBlockByNumber(number)
    box = edit.document().documentLayout().blockBoundingRect(block)
    up = edit.verticalScrollBar().value()
    return QRect(0, round(box.y()) - up, edit.viewport().width(), round(box.height()))
