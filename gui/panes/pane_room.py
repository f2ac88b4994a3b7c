"""How outline, page, preview and right pane share the width of the window, and which of them fold where it is short."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSplitter, QWidget

from gui.panes.preview import PreviewPane
from gui.panes.preview_room import PreviewRoom
from gui.panes.section_page import SectionPage
from gui.theme import scaled
from gui.widgets.edge_button import EdgeButton

_LEFT, _MIDDLE, _RIGHT = 252, 794, 300
_LEFT_LEAST, _MIDDLE_LEAST = 160, 560
_MIDDLE_SCALED = 420  # narrower columns would make the head of a form so high that no figure has room
_NARROW = 1150
_ROOM_FOR_ALL = 1700
_NEARLY = 24  # a window comes back some pixels narrower than it was left


@dataclass(frozen=True)
class PanesStanding:
    """How the panes at the sides stand in `room`, the width that they share in the usual size of the interface.

    `opened_in` is how wide a narrow window was in which the right pane was opened, 0 where it is shut; `is_shut` is
    whether the clerk shut it in a narrow window; `shown` is whether outline and right pane are in sight, None beside a
    preview, which takes their place.
    """

    room: int
    opened_in: int
    is_shut: bool
    shown: tuple[bool, bool] | None


class PaneRoom(QObject):
    """The panes side by side in a row at the end of `layout`, as wide as `around`; the preview is made elsewhere.

    The preview stands beside the right pane where there is room for both, else in its place; where page and preview
    cannot both be read, it stands alone as long as the clerk looks at it. In a narrow window the right pane is folded
    until it is opened there: `side_opened_in` is how wide that window was, 0 once the pane is shut again; it stands in
    every narrow window that leaves it as much room.

    Signals:
        widths_chosen(int, int): the clerk made the left and the right pane that wide; 0 where one is not in sight.
        outline_wanted(), side_wanted(): the pane that is folded away at that edge is to come back.
    """

    widths_chosen = Signal(int, int)
    outline_wanted = Signal()
    side_wanted = Signal()

    def __init__(
        self, around: QWidget, layout: QBoxLayout, outline: QWidget, page: SectionPage, side: QWidget
    ) -> None:
        super().__init__(around)
        self._around, self._outline, self._page, self._side = around, outline, page, side
        self._left_wanted = self._side_wanted = True
        self.is_narrow = self._is_roomy = self.is_placed = False
        self.side_opened_in = 0
        self._is_shut = False  # by the clerk, in a narrow window
        self._was_tight = self._side_gave_way = self._preview_gave_way = False
        self._left, self._right = scaled(_LEFT), scaled(_RIGHT)
        # in the size of the interface that these panes are made for: another may hold when they are asked how they stand
        self._hundred = scaled(100)
        # whether outline and right pane stood where the preview stands
        self._gave_way: tuple[bool, bool] | None = None
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange(layout)
        self._middle = PreviewRoom(page, scaled(_MIDDLE_LEAST))

    def _arrange(self, layout: QBoxLayout) -> None:
        splitter = self._splitter
        self._outline.setMinimumWidth(_LEFT_LEAST)
        self._page.setMinimumWidth(max(_MIDDLE_LEAST, scaled(_MIDDLE_SCALED)))
        for widget in (self._outline, self._page, self._side):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setCollapsible(1, False)
        splitter.setSizes([self._left, _MIDDLE, self._right])
        splitter.splitterMoved.connect(self._tell_widths)
        left = EdgeButton(self._outline, "edge_toggleOutline", "› 目录", "显示目录（Ctrl+1）")
        right = EdgeButton(
            self._side, "edge_toggleSide", "‹ 右栏", "显示右栏：检查、去年、说明、走势、待核对（Ctrl+2）"
        )
        left.clicked.connect(self.outline_wanted)
        right.clicked.connect(self.side_wanted)
        self._edges = left, right
        row = QHBoxLayout()
        layout.addLayout(row, 1)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(splitter, 1)
        row.addWidget(right)

    def fit(self) -> None:
        """Fold panes where there is little width by now, and unfold them where there is room again."""
        before = self.is_narrow, self._is_roomy, self._was_tight
        self.is_narrow = self._around.width() < scaled(_NARROW)
        self._is_roomy = self._around.width() >= scaled(_ROOM_FOR_ALL)
        is_new = self._middle.fit(self._between(0, 0))
        self._was_tight = self._is_tight
        if is_new or (self.is_narrow, self._is_roomy, self._was_tight) != before:
            self._fold()
        self._share_with_preview()

    def place(self) -> None:
        """Count the panes that were just folded: Qt does so later."""
        self.is_placed = True
        self._splitter.refresh()

    def show_panes(self, *, left: bool, right: bool, opened_in: int = 0) -> None:
        """Show the panes at the sides that are wanted; the right one in a narrow window only where it was opened there."""
        self._left_wanted, self._side_wanted, self.side_opened_in = left, right, opened_in
        self._fold()

    @property
    def _room(self) -> int:
        """The width that all panes share, in the usual size of the interface."""
        return round(self._around.width() * 100 / self._hundred)

    def standing(self) -> PanesStanding:
        """Return how the panes stand, for others that come in their place."""
        shown = None if self.previews else (not self._outline.isHidden(), not self._side.isHidden())
        return PanesStanding(self._room, self.side_opened_in, self._is_shut, shown)

    def stand_as(self, before: PanesStanding) -> None:
        """Stand as the panes before; where these have another room, only what was opened in a narrow window stays so."""
        self.side_opened_in, self._is_shut = before.opened_in, before.is_shut
        is_same = before.shown is not None and abs(before.room - self._room) <= _NEARLY
        if is_same and self.previews:
            self.hide_preview()
        self._fold()
        if before.shown is not None and is_same:
            self._outline.setVisible(before.shown[0])
            self._side.setVisible(before.shown[1])

    def set_widths(self, left: int, right: int) -> None:
        """Make the panes at the sides that wide, as far as there is room; 0 is as wide as usual.

        Widths are those of the usual size of the interface, so that another size does not squeeze what was chosen.
        """
        self._left, self._right = scaled(left or _LEFT), scaled(right or _RIGHT)
        self._share_out()

    def _share_out(self) -> None:
        left, right = self._left, self._right
        self._splitter.setSizes([left, max(self._around.width() - left - right, _MIDDLE_LEAST), right])

    def _between(self, left: int, right: int) -> int:
        """Return the width for page and preview between panes that wide; one that is folded leaves its button."""
        edges = (one.sizeHint().width() for one in self._edges)
        taken = sum(wide or edge for wide, edge in zip((left, right), edges, strict=True))
        return self._around.width() - taken - self._splitter.handleWidth()

    def _share_with_preview(self) -> None:
        """Share the middle out between the page and the preview beside it."""
        if self.previews_beside:
            left = 0 if self._outline.isHidden() else self._left
            right = 0 if self._side.isHidden() else self._right
            page, preview = self._middle.shares(self._between(left, right))
            self._splitter.setSizes([self._left, page, self._right, preview])

    def _tell_widths(self) -> None:
        """Keep the widths of the panes in sight and tell of them."""
        left, page, right, *preview = self._splitter.sizes()
        if self.previews:
            self._middle.choose(page, *preview)
        self._left, self._right = left or self._left, right or self._right
        self.widths_chosen.emit(round(left * 100 / scaled(100)), round(right * 100 / scaled(100)))

    def _fold(self) -> None:
        """Show what is wanted as far as there is room for it."""
        self._gave_way = None
        self._middle.fold()
        preview = self.previews
        if self.is_narrow:
            side = 0 < self.side_opened_in <= self._room + _NEARLY and not preview
        else:
            side = self._side_wanted and (not preview or self._is_roomy)
        gives_way = (self.is_narrow and preview) or (side and self._is_tight)
        self._outline.setVisible(self._left_wanted and not gives_way)
        self._side.setVisible(side)

    @property
    def _is_tight(self) -> bool:
        """Whether not even the least of outline, page and right pane has room."""
        return self._around.width() < scaled(_LEFT_LEAST + _MIDDLE_LEAST + _RIGHT)

    @property
    def previews(self) -> bool:
        """Whether the preview is on show."""
        return self._middle.previews

    @property
    def previews_beside(self) -> bool:
        """Whether the preview is on show beside the page."""
        return self.previews and not self._middle.is_alone

    def take_preview(self, preview: PreviewPane) -> None:
        """Take the preview, hidden as yet."""
        self._middle.take(preview)
        self._splitter.addWidget(preview)

    def show_preview(self) -> None:
        """Show the preview; in panes that have no place yet only if there is room beside the page."""
        stood = None if self.previews else (not self._outline.isHidden(), not self._side.isHidden())
        self._preview_gave_way = False
        self._middle.want(alone=self.is_placed)
        self._fold()
        self._gave_way = stood if self.is_placed else None
        self._share_with_preview()

    def bring_page(self) -> None:
        """Let the preview give way to the page where it stands in its place."""
        if self._middle.is_alone:
            self.hide_preview()

    def hide_preview(self) -> None:
        """Put the preview away; what stood in its place comes back."""
        stood, self._preview_gave_way = self._gave_way, False
        self._middle.leave()
        self._fold()
        if stood and self.is_narrow:
            self._outline.setVisible(stood[0])
        if stood and not self._is_roomy:
            self._side.setVisible(stood[1])
        self._share_out()

    def turn_outline(self) -> bool:
        """Fold or unfold the outline; preview and right pane give way where there is little room. Return what is shown.

        The right pane that gave way counts as shut by the clerk, until the outline in its place is shut again.
        """
        unfolds = self._outline.isHidden()
        if unfolds and self.is_narrow and self.previews:
            self.hide_preview()
        comes_back = not unfolds and self._is_tight and self._side_gave_way
        self._side_gave_way = unfolds and self._is_tight and not self._side.isHidden()
        if self._side_gave_way:
            self._side.hide()
            self.side_opened_in, self._is_shut = 0, True
        self._outline.setVisible(unfolds)
        self._left_wanted = unfolds or comes_back
        if comes_back:
            self.bring_side()
        return self._left_wanted

    def turn_side(self) -> bool:
        """Fold or unfold the right pane; the preview gives way to it where there is little room. Return what is shown.

        In a narrow window that says nothing of a wide one. A preview that gave way unasked comes back in its place.
        """
        unfolds, returns = self._side.isHidden(), self._preview_gave_way
        self._side_gave_way = False
        if unfolds:
            self._make_room()
        self._show_side(unfolds)
        if self.is_narrow:
            self._is_shut = not unfolds
        else:
            self._side_wanted = unfolds
        if returns and not unfolds:
            self._bring_preview_back()
        return unfolds

    def _bring_preview_back(self) -> None:
        """Show the preview again beside the page, where both still have room."""
        self._preview_gave_way = False
        self._middle.want(alone=False)
        self._fold()
        self._share_with_preview()

    def bring_side(self) -> None:
        """Bring the right pane into sight; a preview in its place comes back once the clerk shuts it."""
        gives_way = self.previews_beside and not self._is_roomy
        self._make_room()
        self._preview_gave_way = gives_way or self._preview_gave_way
        self._show_side(True)
        self._is_shut = False

    def offer_side(self) -> None:
        """Bring the right pane into sight, unless the clerk shut it or looks at the preview where only one has room."""
        is_shut = self._is_shut if self.is_narrow else not self._side_wanted
        if not is_shut and (self._is_roomy or not self.previews):
            self.bring_side()

    def _show_side(self, shown: bool) -> None:
        """Show or hide the right pane; where not even the least of all has room the outline gives way for as long."""
        if self._is_tight and shown == self._side.isHidden():
            self._outline.setVisible(self._left_wanted and not shown)
        if self.is_narrow:
            self.side_opened_in = self._room if shown else 0
        self._side.setVisible(shown)

    def _make_room(self) -> None:
        """Let the preview give way to the right pane where there is no room for both."""
        if self.previews and not self._is_roomy:
            self.hide_preview()
