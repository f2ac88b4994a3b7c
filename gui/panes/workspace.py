"""The open report: outline, the page at hand, checks, last year and guidance, and where wanted the preview."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.checks.model import Place
from core.settings import Settings
from gui.carried import first_waiting
from gui.pages import Page, page_of, pages_of
from gui.panes.asked_pane import AskedPane
from gui.panes.findings import FindingsPanel
from gui.panes.guidance import GuidancePanel
from gui.panes.in_sight import is_in_sight
from gui.panes.last_year import LastYearPanel
from gui.panes.outline import Outline
from gui.panes.pane_room import PaneRoom
from gui.panes.preview import PreviewPane
from gui.panes.section_page import SectionPage
from gui.panes.side_tabs import SideTabs
from gui.panes.to_look_at import ToLookAtPanel
from gui.panes.trend import TrendPanel
from gui.session import Session
from gui.theme import Theme
from gui.widgets.offer_line import OfferLine
from gui.widgets.offer_rows import OfferRows

_NAMES = ("检查", "去年", "说明", "走势", "待核对")


class Workspace(QWidget):
    """All panes of one open report, made anew for each; `room` folds and unfolds them.

    Signals:
        print_wanted(): the pages on show are to be printed.
        preview_closed(): the clerk does not want the preview any more.
        resized(): it has another size: the window may have one too.
    """

    print_wanted = Signal()
    preview_closed = Signal()
    resized = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("workspace")
        self._session = session
        self._theme = theme
        self.preview: PreviewPane | None = None  # before its first use
        self.outline = Outline(session, theme)
        self.page = SectionPage(session, theme)
        self.findings = FindingsPanel(session, theme)
        self.last_year = LastYearPanel(session, theme)
        self.guidance = GuidancePanel(session, theme)
        self.trend = TrendPanel(session, theme)
        self.to_look_at = ToLookAtPanel(session, theme, partial(is_in_sight, self.page))
        panels = (self.findings, self.last_year, self.guidance, self.trend, self.to_look_at)
        self.side = SideTabs(self, *zip(panels, _NAMES, strict=True))
        self.asked = AskedPane(self.page, self.page.here, session.undo_stack)
        self._above = OfferRows()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._above)
        self.room = PaneRoom(self, self._layout, self.outline, self.page, self.side)
        self._connect()
        self.page.show_page(_first_page(session))

    def _connect(self) -> None:
        session = self._session
        session.edited.connect(self.page.refresh)
        session.findings_changed.connect(self.outline.refresh)
        session.findings_changed.connect(self.findings.show_findings)
        session.findings_changed.connect(self.page.show_findings)
        self.outline.page_chosen.connect(self.page.show_page)
        self.outline.left.connect(self._go_back)
        self.outline.itemClicked.connect(lambda _: self.page.begin())
        self.findings.place_chosen.connect(partial(self.asked.lead, self.findings, self.page.point_at))
        self.page.page_shown.connect(self.outline.mark)
        self.page.page_shown.connect(self.last_year.show_page)
        self.page.page_shown.connect(self.guidance.show_page)
        self.guidance.sentence_chosen.connect(self.page.insert_sentence)
        self.guidance.paragraph_chosen.connect(partial(self.page.insert_sentence, apart=True))
        self.guidance.left.connect(self._go_back)
        self.page.place_changed.connect(self._show_beside)
        self.side.currentChanged.connect(self._show_beside)
        self.side.wanted.connect(self.bring)
        self.side.asked_for.connect(self._take_asked)
        self.side.left.connect(self._go_back)
        session.findings_changed.connect(self.last_year.refresh)
        session.findings_changed.connect(self.to_look_at.refresh)
        self.to_look_at.place_chosen.connect(partial(self.asked.lead, self.to_look_at, self.page.go_to))
        self.to_look_at.refused.connect(self.page.refused)
        for looked_at in (self.page.all_looked_at, self.to_look_at.all_looked_at):
            looked_at.connect(self.findings.begin_anew)

    def put_above(self, line: OfferLine) -> None:
        """Put a line above the panes."""
        self._above.put(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold panes when the window gets narrow, and unfold them when there is room again."""
        super().resizeEvent(event)
        self._above.fit(self.height())
        self.room.fit()
        if not self.room.is_placed:
            self.room.place()
            self._layout.activate()
        self.resized.emit()

    def minimumSizeHint(self) -> QSize:
        """Ask for no width before there is one, by which panes fold: the window would grow for all of them."""
        least = super().minimumSizeHint()
        return least if self.room.is_placed else QSize(0, least.height())

    @property
    def previews(self) -> bool:
        """Whether the preview is on show."""
        return self.room.previews

    def show_preview(self, options: Settings) -> None:
        """Show the preview, made at its first use; in panes that have no place yet only if there is room beside the page."""
        if self.preview is None:
            self.preview = self._make_preview(options)
        self.room.show_preview()
        self.show_in_preview()

    def _make_preview(self, options: Settings) -> PreviewPane:
        preview = PreviewPane(self._session, self._theme, options)
        preview.place_chosen.connect(self._go_from_preview)
        preview.print_wanted.connect(self.print_wanted)
        preview.closed.connect(self.preview_closed)
        self.page.place_changed.connect(self.show_in_preview)
        self.page.place_changed.connect(self.bring_page)
        self.room.take_preview(preview)
        return preview

    def _go_from_preview(self, place: Place) -> None:
        self.bring_page()
        self.page.go_to(place)

    def _go_back(self) -> None:
        """Put the keys back where they were on the page."""
        at = self.page.focusWidget()
        if at and at.isVisible():
            at.setFocus()
        else:
            self.page.focus_editor()

    def bring_page(self) -> None:
        """Let the preview give way to the page where it stands in its place."""
        self.room.bring_page()

    def _show_beside(self) -> None:
        """Show in the panes at the side where the clerk is."""
        here = self.page.here()
        self.last_year.show_place(here)
        self.guidance.show_place(here)
        self.to_look_at.show_place(here)

    def show_in_preview(self) -> None:
        """Show in the preview where the clerk is, where it is in sight."""
        if self.preview and self.previews:
            self.preview.show_place(self.page.here())

    def end(self) -> None:
        """Give up what is under way beside the window."""
        self.trend.others.end()
        if self.preview:
            self.preview.end()

    def bring(self, panel: QWidget) -> None:
        """Bring one of the panels at the side into sight."""
        self.side.setCurrentWidget(panel)
        self.room.bring_side()

    def show_findings(self) -> None:
        """Bring the list of findings into sight."""
        self.bring(self.findings)

    def show_phrases(self) -> None:
        """Bring the phrases for the page at hand into sight and put the keys there."""
        self.bring(self.guidance)
        self.guidance.show_phrases()

    def show_trend(self) -> None:
        """Bring the figures over the years into sight and put the keys there."""
        self.bring(self.trend)
        self.side.take_keys()
        self.asked.note(self.trend)

    def _take_asked(self, panel: QWidget, by_key: bool) -> None:
        """Take a panel as asked for; the keys go there where its key was pressed again."""
        if by_key and self.asked.panel is panel:
            self.side.take_keys()
        self.asked.note(panel)

    def show_finding(self, by: int) -> bool:
        """Go to the next finding, or with -1 to the one before, with the list in sight; False where there is none."""
        self.show_findings()
        return self.findings.step(by)

    def show_error(self) -> bool:
        """Go to what must be mended, else to the next finding, with the list in sight; False where there is none."""
        self.show_findings()
        return self.findings.step_to_error()

    def show_next_carried(self) -> bool:
        """Go to the next place of last year nobody has looked at, with last year or the list of all in front at the side.

        That side comes into sight where the clerk did not shut it and no preview is in its place. Where nothing waits,
        False: what comes next are the findings, from the first that must be mended.
        """
        found = self.page.go_to_next_carried()
        if not found:
            self.findings.begin_anew()
        if found:
            self.bring_page()
            if self.side.currentWidget() is not self.to_look_at:
                self.side.setCurrentWidget(self.last_year)
            self.room.offer_side()
            self._show_beside()
        return found


def _first_page(session: Session) -> Page:
    """Return the page to begin with: of a draft the first on which something waits, else the first section."""
    pages = pages_of(session.template, session.report)
    if (open_place := first_waiting(session)) is not None:
        return page_of(session.template, session.report, open_place)
    return pages[min(1, len(pages) - 1)]
