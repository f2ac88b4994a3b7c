"""What is marked in the words of the sheet: numbers linked to a cell, and what findings speak of."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from core.checks.model import Finding
from core.links import links_of
from core.report import Link
from gui.panes.prose import paper
from gui.panes.prose.keystrokes import paragraphs_of
from gui.panes.prose.spans import Span, spans
from gui.session import Session
from gui.theme import Theme

_UNDERLINE = QTextCharFormat.UnderlineStyle


class Marks:
    """The marks of the section on show, drawn over the text without being part of it."""

    def __init__(self, sheet: QTextEdit, session: Session, theme: Theme) -> None:
        self._sheet = sheet
        self._session = session
        self._theme = theme
        self._spans: list[Span] = []
        self._links: list[tuple[int, Link]] = []
        self._pointed_at: tuple[int, int, int] | None = None
        sheet.cursorPositionChanged.connect(self.stop_pointing)

    def point_out(self, paragraph: int, start: int, end: int) -> None:
        """Show characters of a paragraph until the cursor moves or the words change."""
        self._pointed_at = paragraph, start, end
        self._draw()

    def stop_pointing(self) -> None:
        """Show no longer what was pointed out."""
        if self._pointed_at:
            self._pointed_at = None
            self._draw()

    def show(self, section_id: str, *, text_changed: bool = True) -> None:
        """Mark the links and the findings of a section where they stand now.

        Where the text did not change, the same marks are left as they are, and a sheet out of sight waits: it is
        marked anew when it is shown.
        """
        if not text_changed and not self._sheet.isVisibleTo(self._sheet.window()):
            return
        report, document = self._session.report, self._sheet.document()
        paragraphs = enumerate(paragraphs_of(report, section_id))
        before = self._links, self._spans
        self._links = [(index, link) for index, one in paragraphs if one.links for link in links_of(one)]
        self._spans = spans(report, self._session.findings, section_id, paper.texts(document))
        if not text_changed and before == (self._links, self._spans):
            return
        if text_changed:
            self._pointed_at = None
        self._draw()

    def _draw(self) -> None:
        linked = [self._mark(index, link.start, link.end, self._pale()) for index, link in self._links]
        heavier_last = sorted(
            self._spans, key=lambda one: one.finding.severity == "error"
        )  # it is drawn on top
        waves = [self._mark(one.paragraph, *one.wave, self._wave(one)) for one in heavier_last]
        pointed_at = [self._mark(*self._pointed_at, self._ground())] if self._pointed_at else []
        self._sheet.setExtraSelections(linked + pointed_at + waves)

    def findings_at(self, position: int) -> list[Finding]:
        """Return the findings whose words stand at a place of the document, that with the fewest words first.

        What is underlined there goes before what is merely quoted: a finding may quote a whole sentence for one word.
        """
        places = [(span.wave, 0, span) for span in self._spans] + [
            ((span.start, span.end), 1, span) for span in self._spans
        ]
        here = [
            (quoted, end - start, span.finding)
            for (start, end), quoted, span in places
            if self._has(position, span.paragraph, start, end)
        ]
        found = sorted(here, key=lambda one: one[:2])
        return list({finding.key: finding for *_, finding in found}.values())

    def link_at(self, position: int) -> tuple[int, Link] | None:
        """Return the link whose number stands at a place of the document, with its paragraph."""
        for index, link in self._links:
            if self._has(position, index, link.start, link.end):
                return index, link
        return None

    def _has(self, position: int, paragraph: int, start: int, end: int) -> bool:
        words = paper.select(self._sheet.document(), paragraph, start, end)
        return words.selectionStart() <= position <= words.selectionEnd()

    def _mark(self, index: int, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.format = look  # type: ignore[attr-defined]  # the stubs leave out the fields
        selection.cursor = paper.select(self._sheet.document(), index, start, end)  # type: ignore[attr-defined]  # as above
        return selection

    def _pale(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("linked"))
        look.setUnderlineStyle(_UNDERLINE.DotLine)
        look.setUnderlineColor(self._theme.colour("accent"))
        return look

    def _ground(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("selection"))
        look.setUnderlineStyle(_UNDERLINE.SingleUnderline)
        look.setUnderlineColor(self._theme.colour("accent"))
        return look

    def _wave(self, span: Span) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setUnderlineStyle(_UNDERLINE.WaveUnderline)
        look.setUnderlineColor(self._theme.colour(span.finding.severity))
        return look
