"""The clipboard of a sheet: copied are the paragraphs beside their words, pasted is what is left of others' words."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor

from core import pasting_own
from core.pasting import Block, clean
from gui.panes.prose.keystrokes import paragraphs_of
from gui.session import Session

_ONLY_PICTURES = "剪贴板里只有图片，正文里只能放文字；报告没有改动。"
_ONLY_FILES = "剪贴板里是文件，不是文字；报告没有改动。请打开那个文件，复制里面的文字再粘贴。"
_NO_WORDS = "剪贴板里没有文字；报告没有改动。"


def words_of(source: QMimeData) -> str:
    """Return the words of the clipboard as they may be put in, a line each; "" where it holds files or none."""
    if source.hasUrls():
        return ""
    pieces = clean(source.text(), source.html())
    return "\n".join("\n".join(one.rows) if isinstance(one, Block) else one.text for one in pieces)


def why_nothing(source: QMimeData) -> str:
    """Return why nothing of the clipboard can be put in, one sentence."""
    if source.hasUrls():
        return _ONLY_FILES
    return _ONLY_PICTURES if source.hasImage() or "<img" in source.html().lower() else _NO_WORDS


def with_paragraphs(source: QMimeData, session: Session, section: str, cursor: QTextCursor) -> QMimeData:
    """Return the copied words with the selected paragraphs beside them, the first and the last as far as selected."""
    data = QMimeData()  # what Qt makes of a selection names no formats but its own
    data.setText(source.text())
    data.setHtml(source.html())
    first, start = _place(cursor, cursor.selectionStart())
    last, end = _place(cursor, cursor.selectionEnd())
    chosen = paragraphs_of(session.report, section)[first : last + 1]
    if chosen:
        file = session.file
        whole = pasting_own.copied(file.doc_id, file.report.year, chosen, start, end)
        data.setData(pasting_own.MIME, whole)
    return data


def _place(cursor: QTextCursor, position: int) -> tuple[int, int]:
    """Return the paragraph at a place of the document, and how many of its characters stand before it."""
    block = cursor.document().findBlock(position)
    return block.blockNumber(), len(words(block, block.position(), position))


def words(block: QTextBlock, start: int, end: int) -> str:
    """Return the words of a block between two places of its document."""
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
