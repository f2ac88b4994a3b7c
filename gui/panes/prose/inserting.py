"""Paragraphs put in at the cursor of a sheet, as one step."""

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor

from core.pasting import Gap, end_of, insert
from core.report import Paragraph
from gui.panes.prose.sheet import Sheet
from gui.session import Session

_KEEP = QTextCursor.MoveMode.KeepAnchor


def put(session: Session, sheet: Sheet, paragraphs: Sequence[Paragraph], label: str) -> None:
    """Put paragraphs in place of what is selected, or at the cursor, which stands behind them afterwards."""
    gap = gap_of(sheet)
    session.end_stroke()
    session.edit(insert(session.report, gap, paragraphs, label))
    session.end_stroke()
    last, end = end_of(gap, paragraphs)
    sheet.set_place(last, end, end)
    sheet.setFocus()


def gap_of(sheet: Sheet) -> Gap:
    """Return what is selected on a sheet, or the cursor, as the place to put something in."""
    cursor, document = sheet.textCursor(), sheet.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    head = _words(first, first.position(), cursor.selectionStart())
    tail = _words(last, cursor.selectionEnd(), last.position() + last.length() - 1)
    return Gap(sheet.section_id, first.blockNumber(), last.blockNumber(), head, tail)


def _words(block: QTextBlock, start: int, end: int) -> str:
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)
    return cursor.selectedText()
