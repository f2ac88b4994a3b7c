"""An import being looked over: its places, what was decided on each, and the report that comes of it.

Nothing here changes the reading; every decision is kept beside it and can be taken back.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from core import numbers
from core.importers.recognise import Reading
from core.importers.reviewing.arranging import Arrangement, arranged, edits, neighbours
from core.importers.reviewing.counts import Counts, corrections_in, counts_after, counts_of
from core.importers.reviewing.cutting import with_joined, with_words
from core.importers.reviewing.decisions import (
    OUT,
    Decisions,
    FieldName,
    Words,
    carried,
    row_of,
    words_read,
)
from core.importers.reviewing.entries import Entry, Figure, Listing, Sign
from core.importers.reviewing.facts import OF_TARGET, with_field, with_proposed
from core.importers.reviewing.names import section_name
from core.importers.reviewing.places import Place, places_of
from core.importers.reviewing.standing import Standing
from core.importers.reviewing.steps import Steps
from core.importers.reviewing.sums import broken
from core.report import Report
from core.template import Template

# What they say of the source stays true whatever the clerk fills in; the checks look at them.
_LASTING = frozenset({"missing_row", "renamed", "renamed_head", "reordered"})


class Review:
    """The state of one review. `fixed` is one of a report file: nothing to decide; `left` is what is to be done there."""

    def __init__(
        self,
        reading: Reading,
        template: Template,
        *,
        fixed: bool = False,
        left: str = "",
        decisions: Decisions | None = None,
        proposed: Mapping[FieldName, str] | None = None,
    ) -> None:
        self.reading = reading
        self.template = template
        self.fixed = fixed
        self.left = left
        self._traces = {trace.target: trace for trace in reading.traces}
        self._sure = self._surely_read()
        self._proposed: dict[FieldName, str] = dict(proposed or {})
        self.places = () if fixed else with_proposed(places_of(reading, template), self._proposed, reading)
        self.steps = Steps(decisions or Decisions())

    def _surely_read(self) -> frozenset[str]:
        """Return the cells that were read without a doubt, and stand in no total that does not hold."""
        doubtful = {cell for one in broken(self.template, self.reading.report) for cell in one.cells}
        sure = {target for target, trace in self._traces.items() if trace.sure == "sure"}
        return frozenset(sure & self.template.cells.keys()) - doubtful

    @property
    def decisions(self) -> Decisions:
        """All that was decided so far, and what was proposed."""
        return self.steps.now

    @property
    def proposed(self) -> Mapping[FieldName, str]:
        """What the program put in where the source names nothing."""
        return self._proposed

    @property
    def is_touched(self) -> bool:
        """Whether anything was corrected or assigned."""
        return bool(self.corrections)

    @property
    def is_begun(self) -> bool:
        """Whether anything was decided, be it that a place is right as it was read."""
        return self.is_touched or bool(self.decisions.accepted or self.decisions.assigned)

    @property
    def corrections(self) -> int:
        """How much was corrected, as `corrections_in` counts."""
        return corrections_in(self.decisions, self._proposed)

    def accept(self, place: Place, *, alike: bool = False) -> None:
        """Take a place as it was read; with `alike` all places with the same reason."""
        same = self.alike(place) if alike else [place]
        accepted = self.decisions.accepted | {one.key for one in same}
        self._decide(replace(self.decisions, accepted=accepted))

    def alike(self, place: Place) -> list[Place]:
        """Return the open places with the same reason, this one among them."""
        return self._standing.alike(place)

    def reason_now(self, place: Place) -> str:
        """Return why a place wants a look, by the figures as they stand now."""
        return self._standing.reason_of(place)

    def set_field(self, target: str, text: str) -> None:
        """Correct the title or the name of the unit; a unit read out of the title follows it."""
        fields = with_field(self.reading, self.decisions.fields, target, text)
        self._decide(replace(self.decisions, fields=fields))

    def propose_field(self, target: str, text: str) -> None:
        """Put in a title or unit that the file does not name, or not in full; it wants a look, and is no step to take back."""
        self._proposed[OF_TARGET[target]] = text.strip()
        fields = with_field(self.reading, self.decisions.fields, target, text)
        self.steps.now = replace(self.decisions, fields=fields)
        self.places = with_proposed(self.places, self._proposed, self.reading)
        self._forget()

    def set_cells(self, texts: Mapping[str, str]) -> None:
        """Correct the figures of some cells; "" leaves one blank."""
        self._decide(replace(self.decisions, cells=self._with_cells(texts)))

    def _with_cells(self, texts: Mapping[str, str]) -> dict[str, str]:
        cells = dict(self.decisions.cells)
        for cell, text in texts.items():
            is_words = self.template.cells[cell].kind == "text"
            value = text.strip() if is_words else numbers.canonical(text)
            cells.pop(cell, None)
            if value != self.reading.report.text(cell):
                cells[cell] = value
        return cells

    def set_words(self, target: str, words: Words) -> None:
        """Correct, move or leave out a paragraph, or give a line left over its place.

        Of several lines each is a paragraph of its own.
        """
        self._decide(with_words(self.decisions, self.reading, target, words))

    def join(self, target: str, *, to_next: bool = False) -> tuple[str, int] | None:
        """Join a paragraph to the one before it in its section, or the next to it.

        Return the target of the whole and where in it the seam is, None where there is no such paragraph.
        """
        pair = neighbours(self._arrangement, target, to_next=to_next)
        if pair is None:
            return None
        made, seam = with_joined(self.decisions, self.reading, *pair)
        self._decide(made)
        return pair[0], seam

    def assign_row(self, target: str, texts: Mapping[str, str]) -> None:
        """Put a line left over into cells."""
        assigned = self.decisions.assigned | {target}
        self._decide(replace(self.decisions, cells=self._with_cells(texts), assigned=assigned))

    def words_of(self, target: str) -> Words:
        """Return a paragraph or a line left over as it stands now."""
        return self.decisions.words.get(target) or words_read(self.reading, target)

    def _decide(self, new: Decisions) -> None:
        self.steps.take(new)
        self._forget()

    def begin_anew(self) -> None:
        """Drop all that was decided, but what was proposed; that too can be taken back."""
        fields = dict(self._proposed)
        self._decide(Decisions(fields=fields))

    def take_back(self) -> bool:
        """Take the last decision back; return whether there was one."""
        done = self.steps.go_back()
        self._forget()
        return done

    def do_again(self) -> bool:
        """Do again what was taken back last; return whether there was such a decision."""
        done = self.steps.go_on()
        self._forget()
        return done

    def go_on_from(self, before: "Review") -> bool:
        """Take over the steps of the same review as it stood when it was left; return whether it is that."""
        mine = (self.reading, self.template, self.decisions, self._proposed)
        is_same = mine == (before.reading, before.template, before.decisions, before._proposed)
        if is_same:
            self.steps = before.steps
        return is_same

    def _forget(self) -> None:
        """Let go of what was worked out from the decisions before."""
        for name in ("_arrangement", "_standing"):
            self.__dict__.pop(name, None)

    @cached_property
    def _standing(self) -> Standing:
        read = self.reading.report
        return Standing(read, self.template, self.decisions, self._proposed, self.places, self._sure)

    def is_open(self, place: Place) -> bool:
        """Whether nothing was decided on the place yet; one of a total that still does not hold stays open."""
        return self._standing.is_open(place)

    def open_places(self) -> list[Place]:
        """Return the places still to be decided on."""
        return [place for place in self.places if self.is_open(place)]

    def place_of(self, target: str) -> Place | None:
        """Return the place that concerns a target (of a cell: its row), None where there is none."""
        return self._standing.place_of(target)

    def shown_as(self, target: str) -> str:
        """Return the target under which the words of one are listed: another where they were joined to it."""
        return self.decisions.joined.get(target, target)

    def sign_of(self, target: str) -> Sign:
        """Return how a target stands now."""
        return self._standing.sign_of(target)

    def reason_of(self, target: str) -> str:
        """Return what makes the reading of a target less than sure, "" where nothing does."""
        of_row = (one for one in self._traces.values() if target in (one.target, row_of(one.target)))
        return next((trace.reason for trace in of_row if trace.reason), "")

    @cached_property
    def _arrangement(self) -> Arrangement:
        return arranged(self.reading, self._traces, self.decisions)

    def report(self) -> Report:
        """Return the report as decided; the reading's own stays as it is."""
        report = self.reading.report.model_copy(deep=True)
        edits(report, self._arrangement, self.decisions).apply(report)
        done = {index for place in self.places if self._standing.is_settled(place) for index in place.notes}
        report.notes = [
            note for index, note in enumerate(report.notes) if index not in done or note.kind in _LASTING
        ]
        return report

    def entries(self) -> tuple[Entry, ...]:
        """Return everything recognised, as it stands now."""
        listing = Listing(self.reading, self.template, self.report(), self._arrangement, self.sign_of)
        return listing.entries()

    def sections(self) -> list[tuple[str, str]]:
        """Return id and name of every section that can take words."""
        report = self.reading.report
        return [(one.id, section_name(self.template, report, one)) for one in report.sections]

    def counts(self) -> Counts:
        """Return the counts as they stand after the decisions."""
        return counts_after(self.reading, self.decisions)

    def renewed(self, reading: Reading, template: Template) -> "Review":
        """Return the review of the same file read anew; decisions stay where the new reading says the same."""
        decisions = carried(self.decisions, self.reading, reading, template)
        return Review(reading, template, decisions=decisions, proposed=self._proposed)


__all__ = ["OUT", "Counts", "Entry", "Figure", "Place", "Review", "Sign", "Words", "counts_of"]
