"""The document on the sheet: block n is paragraph n; changed only where it differs from the report."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

from core.differing import difference
from core.numbering import bare
from core.report import SIGNATURE, Paragraph
from gui.panes.prose.qt_text import units

_KEEP = QTextCursor.MoveMode.KeepAnchor
_LINE_HEIGHT = 160.0
_LONGEST_SIGN_LINE = 30


def texts(document: QTextDocument) -> list[str]:
    """Return the words of each block, without what an input method is composing."""
    return [document.findBlockByNumber(number).text() for number in range(document.blockCount())]


def select(document: QTextDocument, paragraph: int, start: int, end: int) -> QTextCursor:
    """Return a cursor over some characters of a paragraph, the last one where there are not so many."""
    block = document.findBlockByNumber(min(paragraph, document.blockCount() - 1))
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + units(block.text()[:start]))
    cursor.setPosition(block.position() + units(block.text()[:end]), _KEEP)
    return cursor


def follow(document: QTextDocument, after: Sequence[str]) -> QTextCursor | None:
    """Make the document say what the report says; return the end of the first change, None where there is none.

    Where paragraphs came or went, that comes first; of others whose number alone is new no more than that is written.
    """
    before = texts(document)
    if before == list(after):
        return None
    changed = QTextCursor(document)
    changed.beginEditBlock()
    first = _put_in(document, before, after) if len(before) != len(after) else None
    for number, new in enumerate(after):
        old = document.findBlockByNumber(number).text()
        if old != new:
            cursor = _rewrite(document, number, old, new)
            first = first or cursor
    changed.endEditBlock()
    return first


def _put_in(document: QTextDocument, before: Sequence[str], after: Sequence[str]) -> QTextCursor:
    """Put in the paragraphs that came, and take out those that went; numbers need not be those of the report yet."""
    found = difference([bare(one) for one in before], [bare(one) for one in after])
    start, end, end_after = found or (0, 0, 0)
    new = after[start:end_after]
    if not new:
        return _remove(document, start, end)
    if start == end:
        return _insert(document, start, new)
    cursor = QTextCursor(document.findBlockByNumber(start))
    cursor.setPosition(_end(document.findBlockByNumber(end - 1)), _KEEP)
    cursor.insertText("\n".join(new))
    return cursor


def _rewrite(document: QTextDocument, number: int, old: str, new: str) -> QTextCursor:
    """Change only the characters that differ."""
    start, end, end_after = difference(old, new) or (0, 0, 0)
    cursor = select(document, number, start, end)
    cursor.insertText(new[start:end_after])
    return cursor


def _remove(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """Take blocks out with one line break, and return the end of the words before them.

    The line break is the one behind them, or before them at the end of the document.
    """
    if end < document.blockCount():
        cursor = QTextCursor(document.findBlockByNumber(start))
        cursor.setPosition(document.findBlockByNumber(end).position(), _KEEP)
    else:
        cursor = QTextCursor(document)
        cursor.setPosition(_end(document.findBlockByNumber(start - 1)))
        cursor.movePosition(QTextCursor.MoveOperation.End, _KEEP)
    cursor.removeSelectedText()
    if start:
        cursor.setPosition(_end(document.findBlockByNumber(start - 1)))
    return cursor


def _insert(document: QTextDocument, start: int, new: Sequence[str]) -> QTextCursor:
    """Put blocks in with one line break more: behind them, or before them at the end of the document."""
    words = "\n".join(new)
    cursor = QTextCursor(document)
    if start < document.blockCount():
        cursor.setPosition(document.findBlockByNumber(start).position())
        cursor.insertText(words + "\n")
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("\n" + words)
    return cursor


def _end(block: QTextBlock) -> int:
    return block.position() + block.length() - 1


def set_margins(document: QTextDocument, margin: int) -> None:
    """Leave that much room above the first line and below the last."""
    frame = document.rootFrame()
    look = frame.frameFormat()
    if look.topMargin() != margin:  # or all words would be laid out anew
        look.setTopMargin(margin)
        look.setBottomMargin(margin)
        frame.setFrameFormat(look)


def height_of(document: QTextDocument, margin: int) -> int:
    """Return how high all lines are with such margins."""
    look = document.rootFrame().frameFormat()
    return ceil(document.size().height() - look.topMargin() - look.bottomMargin()) + 2 * margin


def block_format(section_id: str, paragraph: Paragraph | None, em: float) -> QTextBlockFormat:
    """Return how the block of a paragraph stands: set in by two characters, a line of the sign-off at the right."""
    wanted = QTextBlockFormat()
    wanted.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if section_id == SIGNATURE and paragraph and len(paragraph.text) <= _LONGEST_SIGN_LINE:
        wanted.setAlignment(Qt.AlignmentFlag.AlignRight)
    else:
        wanted.setTextIndent(2 * em)
    return wanted
