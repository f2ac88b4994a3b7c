"""What is at hand in the review: one thing, chosen in any column and shown in all of them."""

from collections.abc import Callable
from dataclasses import dataclass

from core.importers.reviewing import Entry, Review
from gui.panes.review_list import ReviewList
from gui.panes.review_place import PlacePanel
from gui.panes.review_places import ReviewPlaces
from gui.panes.review_source import SourcePane


@dataclass(frozen=True)
class Columns:
    """The source, what was recognised, the places that want a look, and the entry at hand."""

    source: SourcePane
    entries: ReviewList
    places: ReviewPlaces
    panel: PlacePanel


class AtHand:
    """Takes an entry or a place at hand; `before` the clerk goes to another, what stands half-typed is let count."""

    def __init__(self, columns: Columns, review: Callable[[], Review], before: Callable[[], object]) -> None:
        self._source, self._entries = columns.source, columns.entries
        self._places, self._panel = columns.places, columns.panel
        self._review = review
        self._before = before
        self._source.line_chosen.connect(self._line_chosen)
        self._entries.entry_chosen.connect(self._entry_chosen)
        self._places.currentItemChanged.connect(self.show_place)
        self._places.itemClicked.connect(self.show_place)

    def go_to(self, target: str) -> None:
        """Take an entry at hand."""
        self._entries.go_to(target)
        if entry := self._entries.entry():
            self._show_entry(entry)
            self._source.mark(entry.lines)

    def show_place(self) -> None:
        """Show the place at hand: its first entry, its lines in the source, why it wants a look."""
        place = self._places.place()
        if place is None:
            return
        self._before()
        # what concerns the whole report stands nowhere in the list: nothing in it is at hand then
        shown = (self._review().shown_as(target) for target in place.targets or ("",))
        found = any(self._entries.go_to(target) for target in shown)
        entry = self._entries.entry() if found else None
        self._panel.show_entry(self._review(), entry, place)
        self._source.mark(place.lines or (entry.lines if entry else ()))

    def _entry_chosen(self, entry: Entry) -> None:
        self._before()
        self._show_entry(entry)
        self._source.mark(entry.lines)

    def _show_entry(self, entry: Entry) -> None:
        """Show an entry in the panel, with the place that it belongs to."""
        review = self._review()
        place = review.place_of(entry.target) if entry.target else None
        self._places.point_at(place, self._entries.line)
        self._panel.show_entry(review, entry, place, review.reason_of(entry.target))

    def _line_chosen(self, line: int) -> None:
        target = self._entries.target_at(line)
        if not target:
            return
        self._before()
        self._entries.go_to(target)
        if entry := self._entries.entry():
            self._show_entry(entry)
            self._source.mark(entry.lines, leads=False)
