"""Words replaced in many places by one edit that can be taken back."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from core import links
from core.checks.case import Case, Passage
from core.checks.model import TITLE, Fix, TextPlace
from core.edits import Edit, SetField, Splice, Together, rewrite

MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class Slip:
    """Characters of a passage that are wrong, and the right ones where they are certain.

    `start` to `end` is replaced, `seen` is the span to quote, so that a comma is shown between its words.
    """

    passage: Passage
    start: int
    end: int
    right: str | None = None
    seen: tuple[int, int] | None = None

    @property
    def place(self) -> TextPlace:
        """The place to show; of the words quoted the wrong ones alone are marked, and replaced by a key."""
        if self.seen is None or self.start == self.end:
            return self.passage.place(*(self.seen or (self.start, self.end)))
        return replace(self.passage.place(*self.seen), selected=(self.start, self.end))


def places_of(slips: Iterable[Slip]) -> tuple[TextPlace, ...]:
    """Return the places of slips, each once and no more than can be shown; both brackets of a pair are one."""
    places: dict[TextPlace, TextPlace] = {}
    for slip in slips:
        place = slip.place
        known = places.get(place)
        if known and known.selected and place.selected:
            ends = (*known.selected, *place.selected)
            place = replace(place, selected=(min(ends), max(ends)))
        places[place] = place
    return tuple(places.values())[:MOST_PLACES]


def mend(case: Case, slips: Iterable[Slip], label: str, places: int = 0) -> Fix | None:
    """Return the fix that puts all right as one step; None where one of them has no certain remedy.

    Several paragraphs put right at once wait to be looked at as before, and so does one whose figures stay. `places` is
    how many it counts, by default every slip.
    """
    known = list(slips)
    if not known or any(slip.right is None for slip in known):
        return None
    by_passage: dict[Passage, list[Slip]] = {}
    for slip in known:
        by_passage.setdefault(slip.passage, []).append(slip)
    many = len(by_passage) > 1
    edits = tuple(_rewritten(case, passage, some, many=many) for passage, some in by_passage.items())
    edit = edits[0] if len(edits) == 1 else Together(edits, label)
    return Fix(label, edit, places or len(known))


def _rewritten(case: Case, passage: Passage, slips: list[Slip], *, many: bool) -> Edit:
    apart: list[Slip] = []
    for slip in sorted(slips, key=lambda one: (one.start, one.end)):
        if not apart or slip.start >= apart[-1].end:
            apart.append(slip)
    text = passage.text
    for slip in reversed(apart):
        text = _put(text, slip)
    if passage.section == TITLE:
        return SetField("title", text, "修改标题")
    unseen = many or keeps_figures(passage.text, text)
    edit = rewrite(case.report, passage.section, passage.index, text, unseen=unseen)
    return _with_links(edit, passage.text, apart)


def _put(text: str, slip: Slip) -> str:
    return text[: slip.start] + (slip.right or "") + text[slip.end :]


def _with_links(edit: Splice, text: str, slips: list[Slip]) -> Splice:
    """Return the edit of a paragraph with the links between the places that it mends, which would go as one change."""
    new = edit.inserted[0]
    if not new.links:
        return edit
    known = links.links_of(new.model_copy(update={"text": text}))
    for slip in reversed(slips):
        put = _put(text, slip)
        text, known = put, links.moved(known, text, put)
    return replace(edit, inserted=(new.model_copy(update={"links": known}),), knows_links=True)


def keeps_figures(before: str, after: str) -> bool:
    """Return whether words say the same figures in the same writing, whatever its width.

    Who mends such words by a remedy has looked at them alone: what last year said around them is not read yet.
    """
    return _figures(before) == _figures(after)


def _figures(text: str) -> list[str]:
    return [
        char for char in unicodedata.normalize("NFKC", text) if unicodedata.numeric(char, None) is not None
    ]


def around(text: str, start: int, end: int, more: int = 4) -> tuple[int, int]:
    """Return the span with a few characters on both sides, so that a mark is quoted between its words."""
    return max(0, start - more), min(len(text), end + more)


def spots_of(case: Case, slips: list[Slip]) -> str:
    """Return where slips stand, in the clerk's words: the first place, and how many there are."""
    first = case.spot(slips[0].passage)
    return first if len(slips) == 1 else f"{first}等 {len(slips)} 处"
