"""Keys at the number of a paragraph, as in WPS: Enter at its end gives the next number, Backspace takes one away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from core import numbering
from core.report import SIGNATURE, Paragraph
from gui.panes.prose.keystrokes import paragraphs_of
from gui.panes.prose.qt_text import units
from gui.session import Session

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def taken(edit: QTextEdit, session: Session, section_id: str, event: QKeyEvent) -> bool:
    """Write the next number, or take the one at the cursor away; return whether the key meant that.

    Enter behind a number with no words takes it away as well, and Shift with Enter is a line without a number.
    """
    cursor = edit.textCursor()
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held or cursor.hasSelection() or event.key() not in (*_ENTER, Qt.Key.Key_Backspace):
        return False
    above = paragraphs_of(session.report, section_id)[: cursor.blockNumber() + 1]
    texts = [one.text for one in above]
    number = numbering.read_at(texts, -1) if len(texts) == cursor.blockNumber() + 1 else None
    if number is None or number.level == 1 or section_id == SIGNATURE:  # name and date have no numbers
        return False
    session.end_stroke()
    done = _entered(cursor, above, number) if event.key() in _ENTER else _taken_away(cursor, number)
    session.end_stroke()
    edit.ensureCursorVisible()
    return done


def _entered(cursor: QTextCursor, above: list[Paragraph], number: numbering.Number) -> bool:
    """Begin the next paragraph with its number, or body text where there are no words behind this one."""
    if not cursor.atBlockEnd():
        return False
    if not above[-1].text[number.end :].strip():
        _remove(cursor, number)
        return True
    following = numbering.following(above, number.level)
    cursor.insertText(f"\n{following}")
    return True


def _taken_away(cursor: QTextCursor, number: numbering.Number) -> bool:
    """Take a number away where the cursor stands right before or behind it."""
    if cursor.positionInBlock() not in (0, units(number.writing)):
        return False
    _remove(cursor, number)
    return True


def _remove(cursor: QTextCursor, number: numbering.Number) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.setPosition(cursor.position() + units(number.writing), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
