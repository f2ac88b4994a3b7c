"""Where one left the words of each section: the cursor, and how far the sheet was scrolled."""

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from gui.panes.prose.sheet import Sheet


@dataclass(frozen=True)
class _Left:
    """The paragraph of the cursor, the characters of its words before it, the scrolling, whether it was in sight."""

    paragraph: int
    before: int
    scrolled: int
    seen: bool


class LeftAt:
    """Remembers, as long as the report is open, where one was in each section, and goes back there."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._places: dict[str, _Left] = {}

    def note(self) -> None:
        """Remember the place in the section shown."""
        sheet, cursor = self._sheet, self._sheet.textCursor()
        seen = sheet.viewport().rect().intersects(sheet.cursorRect(cursor))
        self._places[sheet.section_id] = _Left(
            cursor.blockNumber(), cursor.positionInBlock(), sheet.verticalScrollBar().value(), seen
        )

    def go_back(self) -> None:
        """Go to the place in the section shown where one left it; without one its beginning stays in sight."""
        left = self._places.get(self._sheet.section_id)
        if left is None:
            return
        document = self._sheet.document()
        block = document.findBlockByNumber(min(left.paragraph, document.blockCount() - 1))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(left.before, block.length() - 1))
        self._sheet.setTextCursor(cursor)
        document.documentLayout().documentSize()  # laid out to its end: the bar reaches no further than it is
        self._sheet.verticalScrollBar().setValue(left.scrolled)
        if left.seen:
            self._sheet.ensureCursorVisible()
