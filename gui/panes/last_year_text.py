"""Last year's words beside this year's, as plain text; what is copied of them is known as last year's where it is pasted."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from core import pasting_own
from core.report import Paragraph
from gui.panes.prose.copying import words
from gui.session import Session

_Key = QKeySequence.StandardKey
_Marks = Sequence[QTextEdit.ExtraSelection]


class LastYearText(QPlainTextEdit):
    """Lines to read and to copy, some of which are last year's paragraphs and others speak of them.

    The paragraph of the place at hand is marked and not selected: what is copied is what the clerk chose herself.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._said: tuple[str, ...] = ()
        self._marks: _Marks = ()
        self._led: QTextEdit.ExtraSelection | None = None
        self._led_at = -1  # how far it is scrolled for it
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setObjectName("lastYearText")
        self.setAccessibleName("去年的内容")

    def take(self, said: Sequence[str]) -> None:
        """Know of each line the paragraph of last year that it is, "" for one that speaks of it."""
        self._said = tuple(said)

    @property
    def led(self) -> QTextCursor | None:
        """The words that are marked as those of the place at hand, None where there are none."""
        return self._led.cursor if self._led else None  # type: ignore[attr-defined]  # the stubs leave out the fields

    def show_marks(self, marks: _Marks) -> None:
        """Draw marks in the lines, over that of the place at hand."""
        self._marks = marks
        self._draw()

    def lead(self, mark: QTextEdit.ExtraSelection | None) -> None:
        """Mark the words of the place at hand and bring them into sight, the cursor where they begin; None for none."""
        self._led, self._led_at = mark, -1
        if self.led is not None:
            cursor = QTextCursor(self.led)
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self._bring()
        self._draw()

    def _bring(self) -> None:
        """Show the line of the cursor with the one above; of words that have no room the beginning."""
        words, bar = self.textCursor().block(), self.verticalScrollBar()
        self.centerCursor()
        end = self.blockBoundingGeometry(words).translated(self.contentOffset()).bottom()
        if end > self.viewport().height():
            bar.setValue(words.previous().firstLineNumber())
        self._led_at = bar.value()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the place at hand into sight anew, unless the clerk moved on: as the pane opens it has no room yet."""
        is_as_led = self.led is not None and self.verticalScrollBar().value() == self._led_at
        super().resizeEvent(event)
        if is_as_led and self.led and self.textCursor().position() == self.led.selectionStart():
            self._bring()

    def _draw(self) -> None:
        self.setExtraSelections([*([self._led] if self._led else []), *self._marks])

    def copy(self) -> None:
        """Copy what is selected, else the marked words where the cursor stands in them; the command calls it."""
        if not self.textCursor().hasSelection() and self.led is not None and self._is_in_led():
            self.setTextCursor(self.led)
        super().copy()

    def _is_in_led(self) -> bool:
        at, led = self.textCursor().position(), self.led
        return led is not None and led.selectionStart() <= at <= led.selectionEnd()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of what is selected under the mouse, else of the paragraph there, which is selected first."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        at = event.pos() if by_mouse else self.cursorRect().center()
        own = self._is_selected(at) if by_mouse else self.textCursor().hasSelection()
        copies = "复制" if own else self._choose(self.cursorForPosition(at).block())
        self._menu(copies).popup(self.viewport().mapToGlobal(at))

    def _is_selected(self, at: QPoint) -> bool:
        """Return whether a spot is among the words that the clerk selected."""
        cursor, there = self.textCursor(), self.cursorForPosition(at).position()
        return cursor.hasSelection() and cursor.selectionStart() <= there <= cursor.selectionEnd()

    def _choose(self, line: QTextBlock) -> str:
        """Select the paragraph that a line is, or that it speaks of, else the line; return what copies that."""
        below = line.blockNumber() + 1
        if not self._is_paragraph(line.blockNumber()) and self._is_paragraph(below):
            line = line.next()
        cursor = QTextCursor(line)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.setPosition(line.position(), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return "复制这一段" if self._is_paragraph(line.blockNumber()) else "复制这一行"

    def _is_paragraph(self, row: int) -> bool:
        return row < len(self._said) and bool(self._said[row])

    def _menu(self, copies: str) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("lastYearMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers: tuple[tuple[str, Callable[[], None], QKeySequence.StandardKey, bool], ...] = (
            (copies, self.copy, _Key.Copy, self.textCursor().hasSelection()),
            ("全选", self.selectAll, _Key.SelectAll, True),
        )
        for word, act, key, possible in offers:
            action = menu.addAction(word)
            action.setShortcut(key)
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetShortcut
            )  # told here, heard by the text itself
            action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(possible)
            action.triggered.connect(act)
        return menu

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the paragraphs of last year, for the sheet as what nobody has looked at, without the lines on them.

        Where no such paragraph is selected, what stands there.
        """
        data = QMimeData()  # what Qt makes of a selection names no formats but its own
        chosen = tuple(self._chosen())
        shown = (cursor.selection().toPlainText() for cursor in self._selected_paragraphs())
        data.setText("\n".join(shown) if chosen else super().createMimeDataFromSelection().text())
        if chosen:
            file = self._session.file
            whole = pasting_own.copied_parts(file.doc_id, file.report.year, chosen)
            data.setData(pasting_own.MIME, whole)
        return data

    def _chosen(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of last year in the selection, the first and the last as far as selected."""
        for cursor in self._selected_paragraphs():
            block = cursor.block()
            before = len(words(block, block.position(), cursor.selectionStart()))
            behind = before + len(cursor.selectedText())
            said = self._said[block.blockNumber()]
            yield pasting_own.of_last_year(said, before, behind, self._session.report)

    def _selected_paragraphs(self) -> Iterator[QTextCursor]:
        """Yield what is selected of each paragraph of last year."""
        start, end = self.textCursor().selectionStart(), self.textCursor().selectionEnd()
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            first, last = max(start, block.position()), min(end, block.position() + block.length() - 1)
            if self._is_paragraph(block.blockNumber()) and first < last:
                cursor = QTextCursor(block)
                cursor.setPosition(first)
                cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
                yield cursor
            block = block.next()
