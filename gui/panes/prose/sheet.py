"""The sheet of paper: a section's paragraphs, typed in place; every change goes through the session."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from core.checks.model import Finding
from core.edits import Edit, Splice
from core.report import Paragraph
from gui.carried import state_words
from gui.panes.prose import bars, copying, cutting, menu, moving, number_keys, paper, writing
from gui.panes.prose.keystrokes import confirmed, paragraphs_of, texts_of, typed
from gui.panes.prose.lettering import Lettering
from gui.panes.prose.linked import link_offers, link_words
from gui.panes.prose.marks import Marks
from gui.panes.prose.wordwise import WordwiseEdit
from gui.session import Session
from gui.theme import Theme
from gui.widgets import undo_keys
from gui.widgets.alt_keys import is_alt_letter
from gui.widgets.plain import plain

MARGIN = 40
LEAST_LINES = 3


class Sheet(WordwiseEdit):
    """Block n of the document is paragraph n of the section; the report is the truth, the document follows.

    Signals:
        place_changed(): the cursor stands elsewhere, or the paragraph under it is another.
        cell_wanted(CellPlace): the clerk wants to see the cell of a linked number.
        words_put(int, int): words were put in at one go, in the first up to the last of these paragraphs.
        said(str): why nothing was pasted, one sentence.
    """

    place_changed = Signal()
    cell_wanted = Signal(object)
    words_put = Signal(int, int)
    said = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proseEditor")
        self.setAccessibleName("正文")
        self._line = self.fontMetrics().lineSpacing()  # of the window, not of the page
        self._session = session
        self._theme = theme
        self._section = ""
        self._following = self._stays = False
        self._set_up()
        self.take_lines()
        self.taken_elsewhere: Callable[[QMimeData], bool] = lambda source: False
        self._marks = Marks(self, session, theme)
        self._lettering = Lettering(self.document(), self._paragraph)
        self.textChanged.connect(self._send)
        self.cursorPositionChanged.connect(self._moved)
        session.edited.connect(self._follow)
        session.findings_changed.connect(self._mark_findings)

    @property
    def section_id(self) -> str:
        """The id of the section shown, "" before the first."""
        return self._section

    def take_lines(self, least: float = LEAST_LINES, margin: int = MARGIN) -> None:
        """Take the room of that many lines at least, with a margin above the first and below the last."""
        self.setMinimumHeight(round(least * self._line))
        paper.set_margins(self.document(), margin)

    def show_section(self, section_id: str) -> None:
        """Show the paragraphs of a section, cursor at the beginning; KeyError where the report has no such section."""
        if self._session.report.section(section_id) is None:
            raise KeyError(section_id)
        texts = texts_of(self._session.report, section_id)
        self._section = section_id
        self._follow_texts(texts)
        self.set_place(0, 0, 0)
        self.verticalScrollBar().setValue(0)  # the margin above the first line is a part of the sheet
        self._mark()
        self.place_changed.emit()

    def selected_paragraphs(self) -> tuple[int, int]:
        """Return the first and the last paragraph of the selection, or the one of the cursor twice."""
        cursor = self.textCursor()
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        first, last = (self.document().findBlock(position).blockNumber() for position in ends)
        return first, last

    def set_place(self, paragraph: int, start: int, end: int) -> None:
        """Select characters of a paragraph and bring them into sight."""
        self.setTextCursor(paper.select(self.document(), paragraph, start, end))
        self.ensureCursorVisible()

    def point_out(self, paragraph: int, start: int, end: int) -> None:
        """Underline characters of a paragraph until the cursor moves or the words change."""
        self._marks.point_out(paragraph, start, end)

    def stop_pointing(self) -> None:
        """Underline no longer what was pointed out."""
        self._marks.stop_pointing()

    def shows_cursor(self) -> bool:
        """Return whether a line of the cursor's paragraph is in sight; a selection counts as seen when it was made."""
        seen = bars.box_of(self, self.textCursor().blockNumber()) & self.viewport().rect()
        return self.textCursor().hasSelection() or seen.height() >= self._line

    def confirm(self) -> None:
        """Mark the carried paragraphs of the selection as looked at, in one step."""
        edit = confirmed(self._session.report, self._section, *self.selected_paragraphs())
        if edit:
            self._session.edit(edit)

    def findings_at(self, place: QPoint) -> list[Finding]:
        """Return the findings whose words lie under a point of the viewport, that with the fewest words first."""
        return self._marks.findings_at(self.cursorForPosition(place).position())

    def words_at(self, place: QPoint) -> str:
        """Return what hovering over a point of the sheet says."""
        if place.x() < MARGIN:
            paragraph = self._paragraph(self.cursorForPosition(place).blockNumber())
            return state_words(self._session.report, paragraph) if paragraph else ""
        linked = self._marks.link_at(self.cursorForPosition(place).position())
        said = [finding.message for finding in self.findings_at(place)]
        said += [link_words(self._session, linked[1])] if linked else []
        return plain("\n".join(said))

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        return False if undo_keys.left_to_window(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo the report; a line break is always a new paragraph."""
        if undo_keys.taken(event, self._session.undo_stack) or moving.moved(self, event):
            return
        if is_alt_letter(event):
            event.ignore()
        elif number_keys.taken(self, self._session, self._section, event):
            return
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def cut(self) -> None:
        """Cut what is selected; numbered paragraphs that are cut whole leave no empty line."""
        cursor = self.textCursor()
        if cutting.is_whole(cursor, paragraphs_of(self._session.report, self._section)):
            wider = cutting.with_line_break(cursor)
            if wider is None:
                self._cut_all()
                return
            self.setTextCursor(wider)
        super().cut()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words, and for other places of ours the paragraphs that they are."""
        words = super().createMimeDataFromSelection()
        return copying.with_paragraphs(words, self._session, self._section, self.textCursor())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, no files and no pictures."""
        return (source.hasText() or source.hasHtml()) and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words, cleaned of what other programs put around them; say so where there are none."""
        if not source.hasUrls() and self.taken_elsewhere(source):
            return
        words = copying.words_of(source)
        if not words:
            self.said.emit(copying.why_nothing(source))
            return
        self._session.end_stroke()
        self.textCursor().insertText(words)
        self._session.end_stroke()
        self.ensureCursorVisible()
        self.words_put.emit(*[self.textCursor().blockNumber()] * 2)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the mouse; the cursor goes there first, but within what is selected."""
        menu.put_cursor(self, event)
        self.menu_at(event.pos()).popup(event.globalPos())

    def menu_at(self, place: QPoint) -> QMenu:
        """Return the menu for a point of the viewport: what can be done about the words there, then the usual."""
        offers = menu.remedies(self._session, self.findings_at(place))
        if confirmed(self._session.report, self._section, *self.selected_paragraphs()):
            offers.append(("仍然正确", self.confirm))
        linked = self._marks.link_at(self.cursorForPosition(place).position())
        if linked:
            offers += link_offers(self._session, self._section, *linked, self.cell_wanted.emit)
        return menu.build(self, offers)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say on hover what a finding or a bar means."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the paragraph at hand, the text, then the bars that tell each paragraph's state."""
        bars.draw_ground(self, self._theme)
        super().paintEvent(event)
        bars.draw_states(self, self._theme, self._paragraph)

    def _set_up(self) -> None:
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._em = writing.set_up(self, MARGIN)

    def _cut_all(self) -> None:
        """Cut all paragraphs: what is left is a line of this year."""
        self.copy()
        count = len(paragraphs_of(self._session.report, self._section))
        self._session.end_stroke()
        self.change(Splice(self._section, 0, count, (Paragraph(text=""),), "剪切全部段落"))
        self._session.end_stroke()

    def _paragraph(self, index: int) -> Paragraph | None:
        if not self._section:
            return None
        paragraphs = paragraphs_of(self._session.report, self._section)
        return paragraphs[index] if 0 <= index < len(paragraphs) else None

    def _send(self) -> None:
        """Send what the document says and the report does not; what the input method composes is in neither."""
        if self._following or not self._section:
            return
        edit = typed(self._session.report, self._section, paper.texts(self.document()))
        if edit is not None:
            self.change(edit)

    def change(self, edit: Edit) -> None:
        """Make an edit of what is shown; the cursor stays behind the same words."""
        self._stays = True
        try:
            self._session.edit(edit)
        finally:
            self._stays = False

    def _follow(self, edit: Edit) -> None:
        """Show an edit of this section, wherever it was made."""
        if self._section and self._section in edit.sections:
            stays = self._stays or bool(edit.cells)  # made in a table: the words only follow
            self._follow_texts(texts_of(self._session.report, self._section), stays=stays)
            self._mark()
            self.place_changed.emit()

    def _follow_texts(self, texts: list[str], *, stays: bool = False) -> None:
        """Change only what differs, then lay out each paragraph by its level; the cursor goes there or stays."""
        self._following = True
        try:
            changed = paper.follow(self.document(), texts)
            if changed and not stays:
                self.setTextCursor(changed)
                self.ensureCursorVisible()
            self._lay_out()
        finally:
            self._following = False
        self.viewport().update()

    def _lay_out(self) -> None:
        """Give each block the indent of its paragraph and the lettering of its level."""
        for number in range(self.document().blockCount()):
            block = self.document().findBlockByNumber(number)
            paragraph = self._paragraph(number)
            wanted = paper.block_format(self._section, paragraph, self._em)
            level = paragraph.level if paragraph else 0
            if block.blockFormat() != wanted:
                paper.select(self.document(), number, 0, 0).setBlockFormat(wanted)
            if block.userState() != level:  # or it was lettered before its paragraph was known
                self._lettering.rehighlightBlock(block)

    def _mark(self) -> None:
        """Mark linked numbers, and the words that findings speak of."""
        if self._section:
            self._marks.show(self._section)

    def _mark_findings(self) -> None:
        """Mark what findings speak of where that is new: most checks find what the ones before found."""
        if self._section:
            self._marks.show(self._section, text_changed=False)

    def _moved(self) -> None:
        self.viewport().update()  # another paragraph may be the one at hand
        if not self._following:
            self.place_changed.emit()
