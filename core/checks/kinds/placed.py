"""Sentences under the heading, or in the section, of another matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Data, Entry, Find, kind
from core.checks.landmarks import Marks, landmarks
from core.checks.late import Late
from core.checks.model import Finding
from core.template import Template

_HEADING = Late(
    r"(?:(?<=^)|(?<=[。；;！\n]))\s{0,8}(?:(?P<bracket>[（(][一二三四五六七八九十\d]{1,3}[）)])|(?P<number>\d{1,2}[.．、](?!\d)|第?[一二三四五六七八九十]{1,2}(?:是|、|，)))?"
    r"\s{0,4}(?P<lead>[^。；;：:，,！\n]{2,36})(?P<mark>[。：:，,\s]|$)"
)
_LABEL = Late(r"(?:情况|方面|工作)$")
_LONGEST_LABEL, _LONGEST_LEAD = 16, 24
_SENTENCE = Late(r"[^。；;！\n]{4,400}[。；;！]?")


class Matter(Data):
    """A matter: the words of its headings, of sentences that are surely on it, and of what may stand under them.

    A sentence with `own` words fits under the heading whatever else it tells. Sentences on the matter fit under
    the headings that `fits` names, and those with the words of `but` are never told of. Of a matter `for_sections`
    only the places in `sections` are looked at.
    """

    name: str
    heading: str = "(?!)"
    own: str = "(?!)"
    sentence: str = "(?!)"
    but: str = "(?!)"
    fits: tuple[str, ...] = ()
    for_sections: bool = False


class Place(Data):
    """A section, the matters whose sentences are foreign there, and the words that make them fit."""

    section: str
    matters: tuple[str, ...]
    own: str = "(?!)"


class PlacedEntry(Entry):
    """The matters, the section whose paragraphs stand under headings of theirs, and the other sections."""

    section: str
    matters: tuple[Matter, ...]
    sections: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    name: str
    heading: Late
    own: Late
    sentence: Late
    but: Late
    fits: tuple[str, ...]
    for_sections: bool
    marks: Marks

    def tells(self, words: str) -> bool:
        """Return whether a sentence is surely on this matter."""
        if self.marks and not any(mark in words for mark in self.marks):
            return False
        return bool(self.sentence.search(words)) and not self.but.search(words)


def _ready(one: Matter) -> _Words:
    return _Words(
        one.name,
        Late(one.heading),
        Late(one.own),
        Late(one.sentence),
        Late(one.but),
        one.fits,
        one.for_sections,
        landmarks(one.sentence),
    )


@kind("placed", PlacedEntry, "spot quote heading matter", reads="prose")
def placed(entry: PlacedEntry, template: Template) -> Find:
    """Require that sentences which are surely on one matter do not stand under the heading of another."""
    unknown = {entry.section, *(one.section for one in entry.sections)} - set(template.sections_by_id)
    if unknown:
        raise ValueError(f"部分 {unknown.pop()} 不存在")
    matters = [_ready(one) for one in entry.matters]
    places = {one.section: (one, Late(one.own)) for one in entry.sections}

    def find(case: Case) -> Iterator[Finding]:
        under: _Words | None = None
        for passage in case.passages:
            if passage.section == entry.section:
                for start, end, heading in _parts(passage, matters, under):
                    under = heading
                    if under:
                        yield from _foreign(entry, case, passage, (start, end), under, matters)
            elif passage.section in places:
                yield from _elsewhere(entry, case, passage, *places[passage.section], matters)

    return find


def _parts(
    passage: Passage, matters: list[_Words], under: _Words | None
) -> Iterator[tuple[int, int, _Words | None]]:
    """Yield the spans of a paragraph between headings, with the matter that each is under."""
    start, current = 0, under
    for match in _HEADING.finditer(passage.text):
        named = _named(match, matters)
        if named is None and not (match["bracket"] and match.start() == 0):
            continue
        if match.start() > start:
            yield start, match.start(), current
        start, current = match.end("lead"), named
    yield start, len(passage.text), current


def _named(match: re.Match[str], matters: list[_Words]) -> _Words | None:
    """Return the one matter that a heading is of, None where it is none, or of none or of several."""
    lead = match["lead"].strip()
    numbered = match["bracket"] or match["number"]
    if not numbered and not (_LABEL.search(lead) and len(lead) <= _LONGEST_LABEL and match["mark"] != ""):
        return None
    if len(lead) > (_LONGEST_LEAD if match["bracket"] else _LONGEST_LABEL):
        return None
    named = [one for one in matters if one.heading.search(lead)]
    return named[0] if len(named) == 1 else None


def _foreign(
    entry: PlacedEntry,
    case: Case,
    passage: Passage,
    span: tuple[int, int],
    under: _Words,
    matters: list[_Words],
) -> Iterator[Finding]:
    """Yield the first sentence of each other matter that does not speak of the heading's own as well."""
    seen: set[str] = set()
    for sentence in _SENTENCE.finditer(passage.text, *span):
        words = sentence.group()
        if under.own.search(words) or under.tells(words):
            continue
        others = (
            one for one in matters if one is not under and under.name not in one.fits and not one.for_sections
        )
        other = next((one for one in others if one.tells(words)), None)
        if other and other.name not in seen:
            seen.add(other.name)
            yield _finding(entry, case, passage, sentence, other.name, f"“{under.name}”下面", under.name)


def _elsewhere(
    entry: PlacedEntry,
    case: Case,
    passage: Passage,
    place: Place,
    own: Late,
    matters: list[_Words],
) -> Iterator[Finding]:
    title = case.template.sections_by_id[place.section].title
    for sentence in _SENTENCE.finditer(passage.text):
        words = sentence.group()
        known = (one for one in matters if one.name in place.matters)
        other = None if own.search(words) else next((one for one in known if one.tells(words)), None)
        if other:
            yield _finding(entry, case, passage, sentence, other.name, f"“{title}”这一部分", title)
            return


def _finding(
    entry: PlacedEntry,
    case: Case,
    passage: Passage,
    sentence: re.Match[str],
    matter: str,
    where: str,
    under: str,
) -> Finding:
    message = entry.words(
        "{spot}“{quote}”说的是{matter}，放在了{heading}",
        spot=case.spot(passage),
        quote=clipped(sentence.group().strip()),
        matter=matter,
        heading=where,
    )
    start = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip("，,：: 　"))
    place = passage.place(start, sentence.end())
    return entry.finding(message, (place,), expected=matter, found=under)
