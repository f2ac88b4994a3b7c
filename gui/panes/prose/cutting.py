"""Numbered paragraphs that are cut whole: no empty line without a number is left where they stood."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from core import numbering
from core.report import Paragraph

_KEEP = QTextCursor.MoveMode.KeepAnchor


def is_whole(cursor: QTextCursor, paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether all the words of one or more paragraphs are selected, the first of them with its number."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first, last = cursor.document().findBlock(start), cursor.document().findBlock(end)
    is_all = start == first.position() and end == last.position() + last.length() - 1
    chosen = paragraphs[first.blockNumber()] if first.blockNumber() < len(paragraphs) else None
    number = numbering.read(chosen.text) if chosen else None
    return bool(is_all and chosen and number and number.level == chosen.level)


def with_line_break(cursor: QTextCursor) -> QTextCursor | None:
    """Return whole paragraphs selected with the line break behind them, or before them at the end; None where all are."""
    wider = QTextCursor(cursor.document())
    end = cursor.document().characterCount() - 1
    if cursor.selectionEnd() < end:
        wider.setPosition(cursor.selectionStart())
        wider.setPosition(cursor.selectionEnd() + 1, _KEEP)
        return wider
    if cursor.selectionStart() == 0:
        return None
    wider.setPosition(cursor.selectionStart() - 1)
    wider.setPosition(end, _KEEP)
    return wider
