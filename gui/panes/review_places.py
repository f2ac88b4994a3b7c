"""The places of a review that want a look, one under the other, with what was decided on each."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from core.importers.reviewing import Place, Review, Sign
from core.labels import as_printed
from gui.panes.review_delegate import SIGNS
from gui.theme import Theme

_LEAST_LINES = 2


class ReviewPlaces(QListWidget):
    """The places in the order of the source; one may be at hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("importNotes")
        self.setAccessibleName("请核对的地方")
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)  # its rows are as tall as their words
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        # its scroll bar alone would ask for more than a low window with large writing has
        self.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing())
        self._theme = theme
        self._review: Review | None = None

    def show_review(self, review: Review) -> None:
        """List the places of a review; none is at hand."""
        with QSignalBlocker(self):
            self.clear()
            self._review = review
            for _ in review.places:
                self.addItem(QListWidgetItem())
            self.refresh()
        self.setVisible(bool(review.places))

    def refresh(self) -> None:
        """Show how each place stands now."""
        if review := self._review:
            for row, place in enumerate(review.places):
                self._dress(self.item(row), place, review.reason_now(place))

    def _dress(self, item: QListWidgetItem, place: Place, reason: str) -> None:
        sign = self._sign(place)
        is_open = sign == place.sign
        words, role = SIGNS[sign]
        line = f"（第 {place.lines[0]} 行）" if place.lines and place.targets else ""
        text = f"{words}　{reason}\n{as_printed(place.title)}{line}"  # why comes first: two lines may be all there is
        if item.text() != text:  # setting it makes Qt measure all items anew
            item.setText(text)
            item.setForeground(self._theme.colour(role if is_open else "quiet_text"))

    def _sign(self, place: Place) -> Sign:
        review = self._review
        if review is None or review.is_open(place):
            return place.sign
        changed = any(review.sign_of(target) == "changed" for target in place.targets)
        return "changed" if changed else "seen"

    def place(self) -> Place | None:
        """Return the place at hand."""
        places = self._review.places if self._review else ()
        row = self.currentRow()
        return places[row] if 0 <= row < len(places) else None

    def point_at(self, place: Place | None) -> None:
        """Take a place at hand without telling; None takes none."""
        places = self._review.places if self._review else ()
        with QSignalBlocker(self):
            self.setCurrentRow(places.index(place) if place else -1)
        if place:
            self.scrollToItem(self.currentItem())

    def point_at_next(self, *, back: bool) -> bool:
        """Take the next open place at hand, or the one before; return whether there is one."""
        review, here = self._review, self.currentRow()
        rows = [row for row, one in enumerate(review.places) if review.is_open(one)] if review else []
        if not rows or review is None:
            return False
        if back:
            row = next((one for one in reversed(rows) if one < here), rows[-1])
        else:
            row = next((one for one in rows if one > here), rows[0])
        self.point_at(review.places[row])
        return True
