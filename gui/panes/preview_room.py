"""How the page and the preview share the middle: beside each other where both can be read, else one at a time."""

from gui.panes.preview import PreviewPane
from gui.panes.section_page import SectionPage
from gui.theme import scaled

_LEAST = 320  # the words of the sheet stand there in letters that can be read; in pixels no window is held wider by it
_PAGE_SHARE = 0.52  # beside the preview: in a large writing the page would leave it no room


class PreviewRoom:
    """Shows the preview beside the page, alone in its place, or not at all; it is made elsewhere, at its first use.

    `usual` is the width beyond which the page takes no more as long as the clerk shared nothing out by hand.
    """

    def __init__(self, page: SectionPage, usual: int) -> None:
        self._page, self._usual = page, usual
        self._chosen = 0.0
        self._is_wanted = self._is_looked_at = self._fits = False
        self.preview: PreviewPane | None = None

    def take(self, preview: PreviewPane) -> None:
        """Take the preview, hidden as yet."""
        preview.setMinimumWidth(_LEAST)
        preview.hide()
        self.preview = preview

    @property
    def previews(self) -> bool:
        """Whether the preview is on show."""
        return self.preview is not None and not self.preview.isHidden()

    @property
    def is_alone(self) -> bool:
        """Whether the preview stands in the place of the page."""
        return self._page.isHidden()

    def fit(self, room: int) -> bool:
        """Look whether both can be read in that width; return whether that is new."""
        before, self._fits = self._fits, room >= self._page.minimumWidth() + scaled(_LEAST)
        return self._fits != before

    def want(self, *, alone: bool) -> None:
        """Want the preview beside the page; where there is no room for both, `alone` or not for now."""
        self._is_wanted, self._is_looked_at = True, alone

    def leave(self) -> None:
        """Want it no more."""
        self._is_wanted = self._is_looked_at = False

    def fold(self) -> None:
        """Show what is wanted; a preview in place of the page has the keys, and the page has them again after that."""
        preview = self.preview
        if preview is None:
            return
        self._is_looked_at = self._is_looked_at and not self._fits
        preview.be_alone(alone=self._is_looked_at)
        had_keys = preview.isAncestorOf(preview.window().focusWidget() or self._page)
        preview.setVisible(self._is_wanted and (self._fits or self._is_looked_at))
        if self._is_looked_at:
            preview.sheets.setFocus()
            self._page.hide()
        elif self.is_alone:
            self._page.show()
            self._give_keys_back()
        elif had_keys and preview.isHidden():
            self._give_keys_back()

    def _give_keys_back(self) -> None:
        had = self._page.focusWidget()
        if had:
            had.setFocus()
        else:
            self._page.focus_editor()

    def choose(self, page: int, preview: int) -> None:
        """Keep how the clerk shared out."""
        if not self.is_alone:
            self._chosen = page / (page + preview)

    def shares(self, room: int) -> tuple[int, int]:
        """Return how wide the page and the preview stand in a room for both."""
        wanted = round(room * self._chosen) if self._chosen else min(round(room * _PAGE_SHARE), self._usual)
        page = max(self._page.minimumWidth(), min(wanted, room - scaled(_LEAST)))
        return page, max(room - page, scaled(_LEAST))
