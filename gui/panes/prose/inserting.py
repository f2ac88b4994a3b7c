"""Paragraphs, or the figure of a cell, put in at the cursor of a sheet, as one step."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from core import links, numbering, pasting, pasting_own, renumbering
from core.edits import Edit, Splice
from core.pasting import Gap
from core.report import SIGNATURE, Paragraph
from gui.carried import span_of
from gui.panes.prose.copying import words
from gui.panes.prose.sheet import Sheet
from gui.session import Session


def put(
    session: Session, sheet: Sheet, paragraphs: Sequence[Paragraph], label: str, *, fits: bool = True
) -> None:
    """Put paragraphs in place of what is selected, or at the cursor, which stands behind them afterwards.

    Without `fits` they count on already, as they were shown.
    """
    gap = gap_of(sheet)
    edit = pasting.insert(session.report, gap, paragraphs, label)
    goes_on = fits and numbering.is_alone(gap.head)  # Enter made the number: those that come count on from it
    _make(session, sheet, gap, edit, renumbering.follow(session.report, edit, fits=goes_on))


def put_apart(session: Session, sheet: Sheet, paragraphs: Sequence[Paragraph], label: str) -> None:
    """Put paragraphs behind the one at hand, or before it where the cursor stands before its words.

    What is selected, an empty paragraph and a bare number give way to them, as in `put`.
    """
    gap = gap_of(sheet)
    words = f"{gap.head}{gap.tail}"
    if sheet.textCursor().hasSelection() or not words.strip() or numbering.is_alone(words):
        put(session, sheet, paragraphs, label)
        return
    at = gap.last + bool(gap.head.strip())
    last = at + len(paragraphs) - 1
    session.end_stroke()
    session.edit(Splice(sheet.section_id, at, 0, tuple(paragraphs), label, knows_links=True))
    session.end_stroke()
    end = len(paragraphs[-1].text)
    sheet.set_place(last, end, end)
    sheet.setFocus()
    sheet.words_put.emit(at, last)


def put_copied(session: Session, sheet: Sheet, source: QMimeData) -> bool:
    """Put in what was copied on a sheet of ours, as unread and as linked as it was; return whether it was that."""
    found = None
    if source.hasFormat(pasting_own.MIME):
        found = pasting_own.read(bytes(source.data(pasting_own.MIME).data()))
    if found is None:
        return False
    new = pasting_own.for_report(found, session.file.doc_id, session.report, session.template)
    if sheet.section_id == SIGNATURE:  # name and date are lines without levels
        new = [one.model_copy(update={"level": 0}) for one in new]
    count = sum(bool(one.text.strip()) for one in new)
    gap = gap_of(sheet)
    label = f"粘贴 {count} 段" if count > 1 else "粘贴文字"
    edit = pasting_own.put(session.report, gap, new, label)
    _make(session, sheet, gap, edit, renumbering.follow(session.report, edit, fits=True))
    return True


def put_number(session: Session, sheet: Sheet, cell: str) -> None:
    """Put what stands in a cell in place of the selection, linked to it; several paragraphs are not replaced."""
    cursor = sheet.textCursor()
    first, last = sheet.selected_paragraphs()
    if first != last:
        cursor.setPosition(cursor.selectionEnd())
    session.end_stroke()
    session.edit(links.insert(session.report, sheet.section_id, last, *span_of(cursor), cell))
    session.end_stroke()


def _make(session: Session, sheet: Sheet, gap: Gap, edit: Splice, numbered: Edit) -> None:
    """Make an edit that puts something into a gap, `numbered` as it is; the cursor stands behind it then."""
    session.end_stroke()
    session.edit(numbered)
    session.end_stroke()
    last, end = pasting.end_of(session.report, gap, edit)
    sheet.set_place(last, end, end)
    sheet.setFocus()
    sheet.words_put.emit(edit.at, last)


def gap_of(sheet: Sheet) -> Gap:
    """Return what is selected on a sheet, or the cursor, as the place to put something in."""
    cursor, document = sheet.textCursor(), sheet.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    head = words(first, first.position(), cursor.selectionStart())
    tail = words(last, cursor.selectionEnd(), last.position() + last.length() - 1)
    return Gap(sheet.section_id, first.blockNumber(), last.blockNumber(), head, tail)
