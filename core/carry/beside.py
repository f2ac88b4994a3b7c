"""Paragraphs of a section beside last year's: taken over, changed, new, in another section now, or gone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from core.carry.moves import Spot
from core.carry.years import roll
from core.differing import marks
from core.likeness import runs
from core.numbering import bare
from core.report import Paragraph, Report

PairKind = Literal["same", "changed", "new", "moved", "gone"]
Span = tuple[int, int]

_ALIKE = 1 / 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of this year by its place, None where it is gone, and the words it stands for of last year.

    `elsewhere` is where a moved one stands now.
    """

    kind: PairKind
    now: int | None
    before: str = ""
    elsewhere: Spot | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two texts: the spans of the earlier one that are gone, and how many characters came.

    `is_punctuation` is whether nothing but signs between the words differs.
    """

    gone: tuple[Span, ...]
    added: int
    is_punctuation: bool = False

    @property
    def removed(self) -> int:
        """How many characters are gone."""
        return sum(end - start for start, end in self.gone)


def beside(
    report: Report,
    last: Report,
    section_id: str,
    before: Sequence[str],
    elsewhere: Sequence[Spot | None] = (),
) -> list[Pair]:
    """Return this year's paragraphs of a section, each with last year's; those gone stand where they stood.

    `before` are last year's paragraphs of the section, `elsewhere` where those are that went into another. A carried
    paragraph knows its own; any other is paired with the one that has most of its words.
    """
    section = report.section(section_id)
    now = section.paragraphs if section else []
    away = dict(zip(range(len(before)), elsewhere, strict=False))
    partners = _partners(now, before, [at for at in range(len(before)) if not away.get(at)])
    pairs: list[Pair] = []
    told = 0
    for index, paragraph in enumerate(now):
        partner = partners.get(index)
        if partner is not None and partner >= told:
            pairs += _gone(before, range(told, partner), partners, away)
            told = partner + 1
        words = before[partner] if partner is not None else paragraph.origin
        if words or paragraph.text.strip():
            pairs.append(Pair(_kind(report, last, paragraph.text, words), index, words))
    return pairs + list(_gone(before, range(told, len(before)), partners, away))


def _gone(
    before: Sequence[str], places: range, partners: dict[int, int], away: dict[int, Spot | None]
) -> Iterator[Pair]:
    taken = set(partners.values())
    for at in places:
        if at not in taken:
            yield Pair("moved" if away.get(at) else "gone", None, before[at], away.get(at))


def _partners(now: Sequence[Paragraph], before: Sequence[str], free: list[int]) -> dict[int, int]:
    """Return for each paragraph of this year the place of the one it stands for, of those that are free."""
    found: dict[int, int] = {}
    for index, paragraph in enumerate(now):
        partner = next((at for at in free if before[at] in (paragraph.origin, paragraph.text)), None)
        if partner is not None:
            found[index] = partner
            free.remove(partner)
    for index, paragraph in enumerate(now):
        if index in found or paragraph.origin:
            continue
        best = max(free, key=lambda at: _likeness(paragraph.text, before[at]), default=None)
        if best is not None and _likeness(paragraph.text, before[best]) >= _ALIKE:
            found[index] = best
            free.remove(best)
    return found


@lru_cache(maxsize=4096)
def _likeness(one: str, other: str) -> float:
    longer = max(len(runs(one)), len(runs(other)))
    return len(runs(one) & runs(other)) / longer if longer else 0.0


def _kind(report: Report, last: Report, text: str, before: str) -> PairKind:
    """Return how a text stands to last year's; only the report year and the number may differ in one taken over."""
    if not before:
        return "new"
    rolled = roll(before, last.year, report.year - last.year)
    return "same" if _words(text) in (_words(before), _words(rolled)) else "changed"


@lru_cache(maxsize=256)
def change(before: str, now: str) -> Change:
    """Return what differs between last year's text and this year's."""
    gone, come = marks(before, now)
    differing = [before[start:end] for start, end in gone] + [now[start:end] for start, end in come]
    is_punctuation = bool(differing) and not any(char.isalnum() for words in differing for char in words)
    return Change(tuple(gone), sum(end - start for start, end in come), is_punctuation)


def change_of_carried(report: Report, last: Report, pair: Pair, now: str) -> Change:
    """Return what was done to a paragraph since it was carried: its number and the year moved on by themselves."""
    rolled = roll(pair.before, last.year, report.year - last.year)
    return change(_words(rolled), _words(now))


def _words(text: str) -> str:
    """Return a text without its number and the blanks before its words."""
    return bare(text).lstrip()
