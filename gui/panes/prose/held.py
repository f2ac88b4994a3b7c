"""What is selected on a sheet, selected again once the numbers before its words were changed."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit


@contextmanager
def held(edit: QTextEdit) -> Iterator[None]:
    """Select the same words again afterwards; a selection from the beginning of a paragraph takes its new number in."""
    cursor = edit.textCursor()
    document = edit.document()
    anchor, end = _place(document, cursor.anchor()), _place(document, cursor.position())
    had_selection = cursor.hasSelection()
    yield
    if had_selection:
        cursor.setPosition(_position(document, *anchor))
        cursor.setPosition(_position(document, *end), QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)


def _place(document: QTextDocument, position: int) -> tuple[int, int | None]:
    """Return the block of a place, and how far before the block's end it is; None is at its beginning."""
    block = document.findBlock(position)
    at_start = position == block.position()
    return block.blockNumber(), None if at_start else block.position() + block.length() - position


def _position(document: QTextDocument, number: int, before_end: int | None) -> int:
    block = document.findBlockByNumber(number)
    if before_end is None:
        return block.position()
    return max(block.position(), block.position() + block.length() - before_end)
