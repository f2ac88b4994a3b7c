"""Labels that no form knows letter for letter, given to the one row of the form that can be meant, with a reason."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core import numbers
from core.importers.document import GridCell
from core.importers.keys import keys
from core.importers.recognise.figures import is_figure
from core.importers.recognise.likeness import is_slip
from core.importers.recognise.matrix import Slot
from core.importers.recognise.places import Place
from core.importers.recognise.scan import Scanner, Segment

_SLIP = "行名与表样有个别字不同，按字面相近和前后各行的次序认出"
_PARTED = "行名在原文里断成了两行，已接上"


def heal(scanner: Scanner) -> None:
    """Make rows of the segments whose label is one of the form with a slip, or broken over two rows."""
    healed: list[Segment] = []
    segments = list(scanner.segments)
    while segments:
        segment = segments.pop(0)
        slots = _behind_label(segment)
        if slots is None:
            healed.append(segment)
            continue
        free = _free_between(healed, segment, segments, scanner)
        row = _joined(segment, slots, segments, free) or _slipped(segment, slots, free)
        if row is None:
            healed.append(segment)
            continue
        if row.place:
            scanner.found.add(row.place.index)
        healed += [*_rest(segment, slots), row]
    scanner.segments = healed


def _behind_label(segment: Segment) -> list[Slot] | None:
    """Return the cells from the unknown label on, None where the segment has no such label."""
    if (segment.kind == "head" and segment.label) or (segment.place and segment.place.printed):
        return None
    for number, slot in enumerate(segment.slots):
        text = slot.cell.text
        if not numbers.is_blank(text):
            return None if is_figure(text) else segment.slots[number:]
    return None


def _free_between(
    before: Sequence[Segment], segment: Segment, after: Sequence[Segment], scanner: Scanner
) -> list[Place]:
    """Return the rows of the form that stand between the last one found above and the first one below."""
    start = segment.place.index if segment.place else next(_found(reversed(before)), -1)
    free = [
        one
        for one in scanner.places.all[start + 1 :]
        if one.printed and one.labelled and one.index not in scanner.found
    ]
    if not free:
        return []  # nothing to look for, in however long a source
    end = next((one for one in _found(after) if one > start), len(scanner.places.all))
    return [one for one in free if one.index < end]


def _found(segments: Iterator[Segment] | Sequence[Segment]) -> Iterator[int]:
    return (one.place.index for one in segments if one.place)


def _slipped(segment: Segment, slots: list[Slot], free: Sequence[Place]) -> Segment | None:
    """Return the row that is meant by a label with a slip, if there is one alone."""
    text = slots[0].cell.text
    meant = [one for one in free if any(is_slip(text, label) for label in _labels(one))]
    return _row(segment, slots, slots[0].cell, meant[0], _SLIP) if len(meant) == 1 else None


def _joined(
    segment: Segment, slots: list[Slot], after: list[Segment], free: Sequence[Place]
) -> Segment | None:
    """Return the row whose label goes on in the next line, which is taken away; only one of them holds figures."""
    rest = _behind_label(after[0]) if after and after[0].place is None else None
    if rest is None or after[0].row != segment.row + 1:
        return None
    bare = [one for one in (slots, rest) if all(numbers.is_blank(slot.cell.text) for slot in one[1:])]
    begin, end = slots[0].cell, rest[0].cell
    key = keys(begin.text.strip() + end.text.strip())[3]
    meant = [one for one in free if key and key in {keys(label)[3] for label in _labels(one)}]
    if not bare or len(meant) != 1:
        return None
    after.pop(0)
    label = GridCell(begin.text.strip() + end.text.strip(), begin.line, page=begin.page)
    return _row(segment, rest if bare[0] is slots else slots, label, meant[0], _PARTED)


def _labels(place: Place) -> tuple[str, ...]:
    return (place.row.label, *place.row.aliases)


def _row(segment: Segment, slots: Sequence[Slot], label: GridCell, place: Place, reason: str) -> Segment:
    return replace(
        segment,
        kind="row",
        label=label,
        place=place,
        left=slots[0].right,
        slots=list(slots[1:]),
        repaired=reason,
    )


def _rest(segment: Segment, slots: Sequence[Slot]) -> list[Segment]:
    """Return what stands before the healed label: the label of a group, or nothing."""
    before = segment.slots[: len(segment.slots) - len(slots)]
    return [replace(segment, slots=list(before))] if segment.label else []
