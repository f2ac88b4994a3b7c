"""A page of the report in the middle of the window: prose and the tables under it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.checks.model import TITLE, CellPlace, HeadPlace, Place, TextPlace
from core.edits import Edit, Splice
from core.report import PREFACE, Paragraph
from gui import history
from gui.carried import Order, after_last, left_to_mend, next_waiting, order_of, span_of
from gui.pages import Page, blanks_from, page_of, title_of
from gui.panes.heading_form import HeadingForm
from gui.panes.page_head import PageHead
from gui.panes.page_parts import PageParts
from gui.panes.page_tables import PageTables
from gui.panes.prose import inserting
from gui.panes.prose.spans import why_not_selected
from gui.panes.prose_editor import ProseEditor
from gui.panes.table_editor import TableEditor
from gui.session import Session
from gui.theme import Theme


class SectionPage(QWidget):
    """Shows one page at a time; the same two editors serve them all.

    Signals:
        page_shown(Page): another page is on show.
        said(str): what became of a command, one sentence.
        refused(str): why nothing came of it, or why it was done in another way.
        place_changed(): another paragraph or cell is at hand, or may be.
        typed(): what `half_typed` says may be another.
        all_looked_at(): the last that came from last year was confirmed.
    """

    page_shown = Signal(object)
    said = Signal(str)
    refused = Signal(str)
    place_changed = Signal()
    typed = Signal()
    all_looked_at = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sectionPage")
        self._session = session
        self._theme = theme
        self._page = Page("")
        self._begun_at: Order | None = None
        self._head = PageHead()
        self._heading = HeadingForm(session)
        self._prose = ProseEditor(session, theme)
        self._tables = PageTables(session, theme)
        self._arrange()
        self._connect()

    def _connect(self) -> None:
        self._head.begin.clicked.connect(self._begin_words)
        self._tables.table_shown.connect(self._parts.show_table)
        # who types figures may not see at once that the keys are in the words now, and would wipe what is selected
        self._tables.confirmed.connect(partial(self._go_on, select=False))
        self._tables.done.connect(self.said)
        self._tables.refused.connect(self.refused)
        self._tables.place_changed.connect(self.place_changed)
        self._tables.typed.connect(self.typed)
        self._prose.confirmed.connect(self._go_on)
        self._prose.said.connect(self.refused)
        self._prose.sheet.cell_wanted.connect(self.go_to)
        self._prose.sheet.place_changed.connect(self.place_changed)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        self._parts = PageParts(self._prose, self._tables, self._head)
        self._prose.put_below_tools(self._heading, self._heading.in_order)
        layout.addWidget(self._parts, 1)

    def show_page(self, page: Page) -> None:
        """Show a page where it was left, at first from its beginning."""
        if page == self._page:
            return
        self._session.go_elsewhere()
        self._page = page
        self._show_parts()
        if self._has_words:
            self._prose.show_section(page.section)
        self._tables.show_tables(page.tables)
        self._begun_at = order_of(self._session, self.here())
        if isinstance(self.here(), TextPlace) and self._prose.sheet.textCursor().position():
            self._begun_at = None  # back in words that were left: from there one goes on
        self.page_shown.emit(page)
        self.place_changed.emit()

    def begin(self) -> None:
        """Put the cursor where one begins on the page: into its table, whose cell at hand is framed, else into its words."""
        (table.view if (table := self.table_in_sight) else self._prose.sheet).setFocus()

    def focus_editor(self) -> None:
        """Put the cursor into the words of the page, or into its table where it has no words."""
        (self.table.view if self.table else self._prose.sheet).setFocus()

    @property
    def _at_table(self) -> bool:
        """Whether the clerk works in the table rather than in the words of the page."""
        in_table = self._tables.isAncestorOf(self.focusWidget())
        return bool(self._page.tables) and (in_table or not self._has_words)

    def here(self) -> Place:
        """Return the cell or the paragraph at hand."""
        if self.table and (cell := self.table.cell_at_hand):
            return CellPlace(cell, "")
        sheet = self._prose.sheet
        start, end = span_of(sheet.textCursor())
        return TextPlace(self._page.section, sheet.selected_paragraphs()[1], start, end, "")

    @property
    def table(self) -> TableEditor | None:
        """The editor of the table where the clerk works in it, else None."""
        return self._tables.editor if self._at_table else None

    @property
    def table_in_sight(self) -> TableEditor | None:
        """The editor of the table on this page, wherever the clerk works, None where the page has none."""
        return self._tables.editor if self._page.tables else None

    @property
    def prose(self) -> ProseEditor | None:
        """The editor of the words of the page, None where the clerk works in the table or there are no words."""
        return None if self._at_table or not self._has_words else self._prose

    @property
    def _has_words(self) -> bool:
        section = self._session.report.section(self._page.section)
        return section is not None and bool(section.paragraphs or not self._page.tables)

    def _show_parts(self) -> None:
        session, page = self._session, self._page
        self._head.title.show_words(title_of(session.template, session.report, page))
        self._heading.setVisible(page.has_title)
        self._parts.show_parts(words=self._has_words, tables=bool(page.tables))
        self._prose.give_way(to_heading=page.has_title)
        self._head.begin.setVisible(bool(page.section and page.tables) and not self._has_words)

    def _begin_words(self) -> None:
        self._session.edit(Splice(self._page.section, 0, 0, (Paragraph(text=""),), "添加文字"))
        self._prose.go_to(0, 0, 0)

    def insert_sentence(self, sentence: Paragraph, *, apart: bool = False) -> None:
        """Put a sentence in at the cursor, as one step, or `apart` from the paragraph there; into a page without words first."""
        if self._has_words:
            put = inserting.put_apart if apart else inserting.put
            put(self._session, self._prose.sheet, [sentence], "插入常用语")
        elif self._page.section:
            edit = Splice(self._page.section, 0, 0, (sentence,), "插入常用语", knows_links=True)
            self._session.edit(edit)
            self._prose.go_to(0, len(sentence.text), len(sentence.text))

    def selected_words(self) -> str:
        """Return what is selected on the sheet, "" where that is nothing or more than a part of one paragraph."""
        sheet = self._prose.sheet
        is_in_one = len(set(sheet.selected_paragraphs())) == 1
        return sheet.textCursor().selectedText() if self._has_words and is_in_one else ""

    def limit_by(self, limit: Callable[[], int]) -> None:
        """Hold the first section against a number of characters, 0 for none."""
        self._prose.limit_by(limit)

    def finish_typing(self) -> None:
        """Take over what stands half-typed in a cell, or is being composed by an input method."""
        QGuiApplication.inputMethod().commit()
        if self._tables.editor is not None:
            self._tables.editor.finish_typing()

    @property
    def half_typed(self) -> tuple[str, str] | None:
        """The address of the open cell and what stands in it, where that is no part of the report yet."""
        return table.view.half_typed if (table := self.table_in_sight) else None

    def type_again(self, text: str) -> None:
        """Open the cell at hand with what stood half-typed in it."""
        if self.table_in_sight:
            self.table_in_sight.view.type_again(text)

    def refresh(self, edit: Edit) -> None:
        """Follow an edit in what the editors do not show themselves; a page whose section went gives way to the first."""
        if self._page.section and self._session.report.section(self._page.section) is None:
            self.show_page(Page(PREFACE))
        if "" in edit.sections:
            self._heading.refresh()
        if self._page.section in edit.sections:
            hidden = self._prose.isHidden()
            self._show_parts()
            if hidden and self._has_words:
                self._prose.show_section(self._page.section)

    def show_findings(self) -> None:
        """Mark the heading lines where findings speak of them."""
        self._heading.show_findings()

    def point_at(self, place: Place) -> None:
        """Show what a finding speaks of; words so many that no key may wipe them are marked, not selected."""
        if isinstance(place, TextPlace) and place.selected:
            place = replace(place, start=place.selected[0], end=place.selected[1])
        if not isinstance(place, TextPlace) or not (why := why_not_selected(self._session.report, place)):
            self.go_to(place)
            return
        self._point_out(place)
        self.refused.emit(why)

    def _point_out(self, place: TextPlace) -> None:
        self.go_to(replace(place, end=place.start))
        if place.section != TITLE:
            self._prose.sheet.point_out(place.paragraph, place.start, place.end)

    def go_to(self, place: Place) -> None:
        """Show the page of a place and put the cursor there."""
        self.show_page(page_of(self._session.template, self._session.report, place))
        match place:
            case CellPlace(cell, _):
                self._tables.go_to(cell)
                self._begun_at = None
            case HeadPlace(_, field, _):
                self._tables.go_to_head(field)
            case TextPlace(section, _, start, end, _) if section == TITLE:
                self._heading.go_to_title(start, end)
            case TextPlace() if not self._has_words:  # they were taken out of what stands above a table
                self.begin()
            case TextPlace(_, paragraph, start, end, _):
                self._prose.go_to(paragraph, start, end)
                self._begun_at = None
        self.place_changed.emit()

    def go_to_next_blank(self) -> int:
        """Go to the next cell that waits for a figure, from words to the first one; return how many there are.

        After the last comes the first again. A cell that merely stands where the page opened was not gone to yet.
        """
        is_new = order_of(self._session, self.here()) == self._begun_at
        blank = blanks_from(self._session, self.here(), is_new=is_new)
        for cell in blank[:1]:
            self.go_to(CellPlace(cell, ""))
        return len(blank)

    def go_to_next_carried(self, *, select: bool = True) -> bool:
        """Go to the next words or figure of last year nobody has looked at; return whether there is one.

        Words are selected, to be typed over, or else underlined. What stands where a page opens has not been looked at
        by that.
        """
        here = order_of(self._session, self.here())
        place = next_waiting(self._session, (here[0], -1, 0, 0) if here == self._begun_at else here)
        if place is None:
            return False
        if isinstance(place, TextPlace) and not select:
            self._point_out(place)
        else:
            self.go_to(place)
        return True

    def confirm(self) -> None:
        """Mark the paragraph or the figure at hand as still right, and go on to the next that waits."""
        self.finish_typing()
        if self.table:
            self.table.confirm()
        else:
            self._prose.confirm()

    def _go_on(self, *, select: bool = True) -> None:
        """Go on from what was confirmed to the next that waits; what is still to be mended there is told."""
        if left := left_to_mend(self._session, self.here()):
            self.said.emit(left)
        if not self.go_to_next_carried(select=select):
            self.said.emit(after_last(self._session))
            self.all_looked_at.emit()

    def show_edit(self, edit: Edit) -> None:
        """Bring what an edit changed into sight, and leave the cursor where it stands there already."""
        place = history.place_of(self._session, edit)
        at_hand = self.table_in_sight.current_cell if self.table_in_sight else ""
        match place:
            case CellPlace() if at_hand in edit.cells:
                self.go_to(CellPlace(at_hand, ""))
            case TextPlace(section, paragraph, _, _, _) if self._stands_in(section, paragraph):
                self._prose.sheet.ensureCursorVisible()
                self._prose.sheet.setFocus()
            case None:
                return
            case _:
                self.go_to(place)

    def _stands_in(self, section: str, paragraph: int) -> bool:
        is_here = self._has_words and self._page.section == section
        return is_here and self._prose.sheet.selected_paragraphs() == (paragraph, paragraph)
