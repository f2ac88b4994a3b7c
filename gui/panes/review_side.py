"""The right column of the review: the places that want a look, and below them the entry at hand; each as tall as it needs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from gui.panes.review_place import PlacePanel
from gui.panes.review_places import ReviewPlaces

_LIST_SHARE = 0.4


class ReviewSide(QSplitter):
    """Shares its height by what the two have to show, until the clerk moves the line between them.

    All that can be corrected comes first, then the whole note at hand, then the notes around it; where the rest is more
    than the panel can use the list has it.
    """

    def __init__(self, places: ReviewPlaces, panel: PlacePanel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._places, self._panel = places, panel
        self._is_moved = False
        self.addWidget(places)
        self.addWidget(panel)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep_as_moved)
        panel.content_changed.connect(self.share)
        places.currentRowChanged.connect(lambda _: self.share())

    def _keep_as_moved(self) -> None:
        self._is_moved = True
        self._panel.show_whole_words(in_room=self._panel.height())

    def share(self) -> None:
        """Give both their heights, as what they show is by now."""
        room = self.height() - self.handleWidth()
        if not self.isVisible() or room <= 0:
            return
        if self._places.isHidden() or self._is_moved:
            self._panel.show_whole_words(in_room=self._panel.height())
            return
        upper = self._upper(room)
        self._panel.show_whole_words(in_room=room - upper)
        if self.sizes() != [upper, room - upper]:
            self.setSizes([upper, room - upper])
            self._places.show_at_hand()

    def _upper(self, room: int) -> int:
        """Return the height of the list, of so much that there is for both."""
        least, whole = self._panel.heights()
        all_notes = self._places.whole_height()
        wanted = min(max(self._places.note_height(), round(_LIST_SHARE * room)), all_notes)
        most = max(wanted, min(all_notes, room - whole))
        return max(min(most, room - least), self._places.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height; in another width both need another."""
        super().resizeEvent(event)
        self.share()
