"""What the tests of numbers do with a sheet, and read of it."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from core.report import Paragraph
from gui.panes.prose import paper


def paragraph(text):
    levels = {"（一": 2, "（二": 2, "（三": 2, "（四": 2, "1.": 3, "2.": 3, "3.": 3}
    return Paragraph(text=text, level=levels.get(text[:2], 0))


def type_in(sheet, words):
    """Type words one by one, as an input method hands them over."""
    for char in words:
        event = QInputMethodEvent("", [])
        event.setCommitString(char)
        QApplication.sendEvent(sheet, event)


def said(editor):
    """Return level and words of each paragraph; the sheet shows the same."""
    paragraphs = editor._session.report.section("overview").paragraphs
    texts = [one.text for one in paragraphs]
    assert paper.texts(editor.sheet.document()) == (texts or [""])
    return [(one.level, one.text) for one in paragraphs]


def texts(editor):
    return [text for _, text in said(editor)]


def place(editor):
    cursor = editor.sheet.textCursor()
    return cursor.blockNumber(), cursor.positionInBlock()


def undo(editor):
    editor._session.undo_stack.undo()
