"""How everything of a review stands after some decisions: what was changed, what is still open, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.importers.reviewing.cutting import read_for
from core.importers.reviewing.decisions import Decisions, FieldName, is_changed, row_of
from core.importers.reviewing.entries import Sign
from core.importers.reviewing.facts import OF_TARGET, is_field_changed
from core.importers.reviewing.places import Place
from core.importers.reviewing.sums import HOLDS, OF_SUM, broken
from core.report import Report
from core.template import Template


@dataclass(frozen=True)
class Standing:
    """What follows from the decisions `made` on a report as it was `read`; `sure` are the cells read without a doubt."""

    read: Report
    template: Template
    made: Decisions
    proposed: Mapping[FieldName, str]
    places: Sequence[Place]
    sure: frozenset[str]

    def is_open(self, place: Place) -> bool:
        """Whether nothing was decided on the place yet; one of a total that still does not hold stays open."""
        if place.key in self.made.accepted:
            return False
        if place.key.startswith(OF_SUM):
            return place.key in self._still_broken
        return not self._is_any_changed(place)

    def reason_of(self, place: Place) -> str:
        """Return why a place wants a look: of a total by the figures as they stand now, whatever they were as read."""
        return self._still_broken.get(place.key, HOLDS) if place.key.startswith(OF_SUM) else place.reason

    def alike(self, place: Place) -> list[Place]:
        """Return the open places with the same reason, this one among them."""
        reason = self.reason_of(place)
        return [
            one
            for one in self.places
            if one is place or (self.is_open(one) and self.reason_of(one) == reason)
        ]

    def place_of(self, target: str) -> Place | None:
        """Return the place that concerns a target (of a cell: its row), None where there is none.

        Of words that were joined it is the first of all of them.
        """
        if target.count(".") == 2:
            return self._place_of.get(row_of(target))
        read = read_for(self.made, target)
        return next((self._place_of[one] for one in read if one in self._place_of), None)

    def sign_of(self, target: str) -> Sign:
        """Return how a target stands now."""
        if self._is_changed(target):
            return "changed"
        place = self.place_of(target)
        if place is None or (target in self.sure and place.sign == "check"):
            return "sure"
        return place.sign if self.is_open(place) else "seen"

    def is_settled(self, place: Place) -> bool:
        """Whether all that the place speaks of was changed or filled in, so that its notes hold no more."""
        if OF_TARGET.get(place.key) in self.made.fields:
            return True
        if place.key.startswith("note:"):
            return bool(place.targets) and all(self._is_changed(one) for one in place.targets)
        return self._is_any_changed(place)

    def _is_any_changed(self, place: Place) -> bool:
        return any(self._is_changed(target) for target in place.targets)

    def _is_changed(self, target: str) -> bool:
        return is_changed(self.made, target) or is_field_changed(self.made.fields, self.proposed, target)

    @cached_property
    def _place_of(self) -> dict[str, Place]:
        return {target: place for place in reversed(self.places) for target in place.targets}

    @cached_property
    def _still_broken(self) -> dict[str, str]:
        """The totals that do not hold as the figures stand now, by their keys, and why; nothing else of the report matters."""
        now = self.read.model_copy(update={"values": {**self.read.values, **self.made.cells}})
        return {one.key: one.words for one in broken(self.template, now)}
