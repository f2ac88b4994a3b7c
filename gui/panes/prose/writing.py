"""The writing of a sheet, and its width: as many characters a line as on the printed page."""

from PySide6.QtWidgets import QTextEdit

from gui.panes.prose.fonts import page_font

_CHARACTERS = 28


def set_up(edit: QTextEdit, margin: int) -> float:
    """Write a text as the page is written, a line no wider than on it; return the width of a character in pixels."""
    font = page_font("fangsong")
    edit.setFont(font)
    edit.document().setDefaultFont(font)
    edit.document().setDocumentMargin(margin)
    em = edit.fontMetrics().horizontalAdvance("国" * 100) / 100
    around = edit.verticalScrollBar().sizeHint().width() + 2 * edit.frameWidth() + 2 * margin
    edit.setMaximumWidth(round(em * (_CHARACTERS + 0.25)) + around)
    return em
