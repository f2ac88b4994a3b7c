"""The open report: outline, the page at hand, checks, last year and guidance, and where wanted the preview."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

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
from gui.panes.preview import PreviewPane
from gui.panes.preview_room import PreviewRoom
from gui.panes.section_page import SectionPage
from gui.panes.side_tabs import SideTabs
from gui.panes.to_look_at import ToLookAtPanel
from gui.panes.trend import TrendPanel
from gui.session import Session
from gui.theme import Theme, scaled
from gui.widgets.edge_button import EdgeButton
from gui.widgets.offer_rows import OfferRows

_LEFT, _MIDDLE, _RIGHT = 252, 794, 300
_LEFT_LEAST, _MIDDLE_LEAST = 160, 560
_MIDDLE_SCALED = 420  # narrower columns would make the head of a form so high that no figure has room
_NARROW = 1150
_ROOM_FOR_ALL = 1700
_NAMES = ("检查", "去年", "说明", "走势", "待核对")


class Workspace(QWidget):
    """All panes of one open report, made anew for each.

    The preview stands beside the right pane where there is room for both, else in its place; where page and preview
    cannot both be read, it stands alone as long as the clerk looks at it.

    Signals:
        print_wanted(): the pages on show are to be printed.
        preview_closed(): the clerk does not want the preview any more.
        widths_chosen(int, int): the clerk made the left and the right pane that wide; 0 where one is not in sight.
        outline_wanted(), side_wanted(): the pane that is folded away at that edge is to come back.
    """

    print_wanted = Signal()
    preview_closed = Signal()
    widths_chosen = Signal(int, int)
    outline_wanted = Signal()
    side_wanted = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("workspace")
        self._session = session
        self._theme = theme
        self._left_wanted = self._side_wanted = True
        self.is_narrow = self._is_roomy = self._is_placed = False
        self._left, self._right = scaled(_LEFT), scaled(_RIGHT)
        self._gave_way: tuple[bool, bool] | None = (
            None  # whether outline and right pane stood where the preview stands
        )
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
        self._arrange()
        self._room = PreviewRoom(self.page, scaled(_MIDDLE_LEAST))
        self._connect()
        self.page.show_page(_first_page(session))

    def _arrange(self) -> None:
        splitter = self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self.outline.setMinimumWidth(_LEFT_LEAST)
        self.page.setMinimumWidth(max(_MIDDLE_LEAST, scaled(_MIDDLE_SCALED)))
        for widget in (self.outline, self.page, self.side):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setCollapsible(1, False)
        splitter.setSizes([self._left, _MIDDLE, self._right])
        splitter.splitterMoved.connect(self._tell_widths)
        left = EdgeButton(self.outline, "edge_toggleOutline", "› 目录", "显示目录（Ctrl+1）")
        right = EdgeButton(self.side, "edge_toggleSide", "‹ 右栏", "显示右栏：检查、去年、说明（Ctrl+2）")
        left.clicked.connect(self.outline_wanted)
        right.clicked.connect(self.side_wanted)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._above)
        panes = QHBoxLayout()
        self._layout.addLayout(panes, 1)
        panes.setSpacing(0)
        panes.addWidget(left)
        panes.addWidget(splitter, 1)
        panes.addWidget(right)
        self._edges = left, right

    def _connect(self) -> None:
        session = self._session
        session.edited.connect(self.page.refresh)
        session.findings_changed.connect(self.outline.refresh)
        session.findings_changed.connect(self.findings.show_findings)
        session.findings_changed.connect(self.page.show_findings)
        self.outline.page_chosen.connect(self.page.show_page)
        self.outline.itemClicked.connect(lambda _: self.page.begin())
        self.findings.place_chosen.connect(partial(self.asked.lead, self.findings, self.page.point_at))
        self.page.page_shown.connect(self.outline.mark)
        self.page.page_shown.connect(self.last_year.show_page)
        self.page.page_shown.connect(self.guidance.show_page)
        self.guidance.sentence_chosen.connect(self.page.insert_sentence)
        self.guidance.paragraph_chosen.connect(partial(self.page.insert_sentence, apart=True))
        self.page.place_changed.connect(self._show_beside)
        self.side.currentChanged.connect(self._show_beside)
        self.side.wanted.connect(self.bring)
        self.side.asked_for.connect(self.asked.note)
        session.findings_changed.connect(self.last_year.refresh)
        session.findings_changed.connect(self.to_look_at.refresh)
        self.to_look_at.place_chosen.connect(partial(self.asked.lead, self.to_look_at, self.page.go_to))
        self.to_look_at.refused.connect(self.page.refused)

    def put_above(self, line: QWidget) -> None:
        """Put a line above the panes."""
        self._above.put(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold panes when the window gets narrow, and unfold them when there is room again."""
        super().resizeEvent(event)
        before = self.is_narrow, self._is_roomy
        self.is_narrow = self.width() < scaled(_NARROW)
        self._is_roomy = self.width() >= scaled(_ROOM_FOR_ALL)
        self._above.fit(self.height())
        is_new = self._room.fit(self._between(0, 0))
        if is_new or (self.is_narrow, self._is_roomy) != before:
            self._fold()
        self._share_with_preview()
        if not self._is_placed:
            self._is_placed = True
            self._splitter.refresh()  # Qt counts the panes just folded until later
            self._layout.activate()

    def minimumSizeHint(self) -> QSize:
        """Ask for no width before there is one, by which panes fold: the window would grow for all of them."""
        least = super().minimumSizeHint()
        return least if self._is_placed else QSize(0, least.height())

    def show_panes(self, *, left: bool, right: bool) -> None:
        """Show the panes at the sides that are wanted; the right one in a narrow window only when unfolded there."""
        self._left_wanted, self._side_wanted = left, right
        self._fold()

    def set_widths(self, left: int, right: int) -> None:
        """Make the panes at the sides that wide, as far as there is room; 0 is as wide as usual.

        Widths are those of the usual size of the interface, so that another size does not squeeze what was chosen.
        """
        self._left, self._right = scaled(left or _LEFT), scaled(right or _RIGHT)
        self._share_out()

    def _share_out(self) -> None:
        left, right = self._left, self._right
        self._splitter.setSizes([left, max(self.width() - left - right, _MIDDLE_LEAST), right])

    def _between(self, left: int, right: int) -> int:
        """Return the width for page and preview between panes that wide; one that is folded leaves its button."""
        edges = (one.sizeHint().width() for one in self._edges)
        taken = sum(wide or edge for wide, edge in zip((left, right), edges, strict=True))
        return self.width() - taken - self._splitter.handleWidth()

    def _share_with_preview(self) -> None:
        """Share the middle out between the page and the preview beside it."""
        if self.previews and not self._room.is_alone:
            left = 0 if self.outline.isHidden() else self._left
            right = 0 if self.side.isHidden() else self._right
            page, preview = self._room.shares(self._between(left, right))
            self._splitter.setSizes([self._left, page, self._right, preview])

    def _tell_widths(self) -> None:
        """Keep the widths of the panes in sight and tell of them."""
        left, page, right, *preview = self._splitter.sizes()
        if self.previews:
            self._room.choose(page, *preview)
        self._left, self._right = left or self._left, right or self._right
        self.widths_chosen.emit(round(left * 100 / scaled(100)), round(right * 100 / scaled(100)))

    def _fold(self) -> None:
        """Show what is wanted as far as there is room for it."""
        self._gave_way = None
        self._room.fold()
        preview = self.previews
        self.outline.setVisible(self._left_wanted and not (preview and self.is_narrow))
        self.side.setVisible(self._side_wanted and not self.is_narrow and (not preview or self._is_roomy))

    @property
    def preview(self) -> PreviewPane | None:
        """The preview, None before its first use."""
        return self._room.preview

    @property
    def previews(self) -> bool:
        """Whether the preview is on show."""
        return self._room.previews

    def show_preview(self, options: Settings) -> None:
        """Show the preview, made at its first use; in panes that have no place yet only if there is room beside the page."""
        if self.preview is None:
            self._make_preview(options)
        stood = None if self.previews else (not self.outline.isHidden(), not self.side.isHidden())
        self._room.want(alone=self._is_placed)
        self._fold()
        self._gave_way = stood if self._is_placed else None
        self._share_with_preview()
        self._show_place()

    def _make_preview(self, options: Settings) -> None:
        preview = PreviewPane(self._session, self._theme, options)
        preview.place_chosen.connect(self._go_from_preview)
        preview.print_wanted.connect(self.print_wanted)
        preview.closed.connect(self.preview_closed)
        self.page.place_changed.connect(self._show_place)
        self.page.place_changed.connect(self.bring_page)
        self._room.take(preview)
        self._splitter.addWidget(preview)

    def _go_from_preview(self, place: Place) -> None:
        self.bring_page()
        self.page.go_to(place)

    def bring_page(self) -> None:
        """Let the preview give way to the page where it stands in its place."""
        if self._room.is_alone:
            self.hide_preview()

    def hide_preview(self) -> None:
        """Put the preview away; what stood in its place comes back."""
        stood = self._gave_way
        self._room.leave()
        self._fold()
        if stood and self.is_narrow:
            self.outline.setVisible(stood[0])
        if stood and not self._is_roomy:
            self.side.setVisible(stood[1])
        self._share_out()

    def _show_beside(self) -> None:
        """Show in the panes at the side where the clerk is."""
        here = self.page.here()
        self.last_year.show_place(here)
        self.guidance.show_place(here)
        self.to_look_at.show_place(here)

    def _show_place(self) -> None:
        if self.preview and self.previews:
            self.preview.show_place(self.page.here())

    def end(self) -> None:
        """Give up what is under way beside the window."""
        self.trend.others.end()
        if self.preview:
            self.preview.end()

    def turn_outline(self) -> bool:
        """Fold or unfold the outline; preview and right pane give way where there is little room. Return what is shown."""
        unfolds = self.outline.isHidden()
        if unfolds and self.is_narrow and self.previews:
            self.hide_preview()
        least = scaled(_LEFT_LEAST) + self.page.minimumWidth() + self.side.minimumSizeHint().width()
        if unfolds and self.width() < least:
            self.side.hide()
        self.outline.setVisible(unfolds)
        self._left_wanted = unfolds
        return unfolds

    def turn_side(self) -> bool:
        """Fold or unfold the right pane; the preview gives way to it where there is little room. Return what is shown.

        In a narrow window that is so for now only.
        """
        unfolds = self.side.isHidden()
        if unfolds:
            self._make_room()
        self._show_side(unfolds)
        self._side_wanted = self._side_wanted if self.is_narrow else unfolds
        return unfolds

    def _show_side(self, shown: bool) -> None:
        """Show or hide the right pane; where not even the least of all has room the outline gives way for as long."""
        is_tight = self.width() < scaled(_LEFT_LEAST + _MIDDLE_LEAST + _RIGHT)
        if is_tight and shown == self.side.isHidden():
            self.outline.setVisible(self._left_wanted and not shown)
        self.side.setVisible(shown)

    def _make_room(self) -> None:
        """Let the preview give way to the right pane where there is no room for both."""
        if self.previews and not self._is_roomy:
            self.hide_preview()

    def bring(self, panel: QWidget) -> None:
        """Bring one of the panels at the side into sight."""
        self._make_room()
        self.side.setCurrentWidget(panel)
        self._show_side(True)

    def show_findings(self) -> None:
        """Bring the list of findings into sight."""
        self.bring(self.findings)

    def show_phrases(self) -> None:
        """Bring the phrases for the page at hand into sight and put the keys there."""
        self.bring(self.guidance)
        self.guidance.show_phrases()

    def show_trend(self) -> None:
        """Bring the figures over the years into sight."""
        self.bring(self.trend)
        self.asked.note(self.trend)

    def show_finding(self, by: int) -> bool:
        """Go to the next finding, or with -1 to the one before, with the list in sight; False where there is none."""
        self.show_findings()
        return self.findings.step(by)

    def show_error(self) -> bool:
        """Go to what must be mended, else to the next finding, with the list in sight; False where there is none."""
        self.show_findings()
        return self.findings.step_to_error()

    def show_next_carried(self) -> bool:
        """Go to the next place of last year nobody has looked at, with last year or the list of all in sight."""
        found = self.page.go_to_next_carried()
        if found and self.side.currentWidget() is not self.to_look_at:
            self.side.setCurrentWidget(self.last_year)
            self._show_beside()
        return found


def _first_page(session: Session) -> Page:
    """Return the page to begin with: of a draft the first on which something waits, else the first section."""
    pages = pages_of(session.template, session.report)
    if (open_place := first_waiting(session)) is not None:
        return page_of(session.template, session.report, open_place)
    return pages[min(1, len(pages) - 1)]
