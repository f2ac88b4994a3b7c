"""Sentences under the heading, or in the section, of another matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Data, Entry, Find, kind
from core.checks.kept import read_once
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


@dataclass(frozen=True, slots=True, eq=False)
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


_Matters = tuple[_Words, ...]
_Told = tuple[re.Match[str], str]  # a sentence, and the matter that it is on


class _Part(NamedTuple):
    """The words of a paragraph between two headings, and the matter that they are under."""

    start: int
    end: int
    under: _Words | None


def _ready(entry: PlacedEntry, one: Matter) -> _Words:
    return _Words(
        one.name,
        entry.late(one.heading),
        entry.late(one.own),
        entry.late(one.sentence),
        entry.late(one.but),
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
    matters = tuple(_ready(entry, one) for one in entry.matters)
    places = {
        one.section: (entry.late(one.own), tuple(each for each in matters if each.name in one.matters))
        for one in entry.sections
    }

    def find(case: Case) -> Iterator[Finding]:
        under: _Words | None = None
        for passage in case.passages:
            if passage.section == entry.section:
                parts = _parts(passage.text, matters, under)
                under = parts[-1].under
                for part in parts:
                    yield from _under_heading(entry, case, passage, part, matters)
            elif passage.section in places and (told := _elsewhere(passage.text, *places[passage.section])):
                title = template.sections_by_id[passage.section].title
                yield _finding(entry, case, passage, told, f"“{title}”这一部分", title)

    return find


@read_once
def _parts(text: str, matters: _Matters, under: _Words | None) -> tuple[_Part, ...]:
    """Return the spans of a paragraph between headings, with the matter that each is under."""
    found = []
    start, current = 0, under
    for match in _HEADING.finditer(text):
        named = _named(match, matters)
        if named is None and not (match["bracket"] and match.start() == 0):
            continue
        if match.start() > start:
            found.append(_Part(start, match.start(), current))
        start, current = match.end("lead"), named
    return (*found, _Part(start, len(text), current))


def _named(match: re.Match[str], matters: _Matters) -> _Words | None:
    """Return the one matter that a heading is of, None where it is none, or of none or of several."""
    lead = match["lead"].strip()
    numbered = match["bracket"] or match["number"]
    if not numbered and not (_LABEL.search(lead) and len(lead) <= _LONGEST_LABEL and match["mark"] != ""):
        return None
    if len(lead) > (_LONGEST_LEAD if match["bracket"] else _LONGEST_LABEL):
        return None
    named = [one for one in matters if one.heading.search(lead)]
    return named[0] if len(named) == 1 else None


def _under_heading(
    entry: PlacedEntry, case: Case, passage: Passage, part: _Part, matters: _Matters
) -> Iterator[Finding]:
    """Yield what the words under a heading say of other matters."""
    if part.under is None:
        return
    for told in _foreign(passage.text, part.start, part.end, part.under, matters):
        yield _finding(entry, case, passage, told, f"“{part.under.name}”下面", part.under.name)


@read_once
def _foreign(text: str, start: int, end: int, under: _Words, matters: _Matters) -> tuple[_Told, ...]:
    """Return the first sentence of each other matter that does not speak of the heading's own as well."""
    found: dict[str, re.Match[str]] = {}
    for sentence in _SENTENCE.finditer(text, start, end):
        words = sentence.group()
        if under.own.search(words) or under.tells(words):
            continue
        others = (
            one for one in matters if one is not under and under.name not in one.fits and not one.for_sections
        )
        other = next((one for one in others if one.tells(words)), None)
        if other:
            found.setdefault(other.name, sentence)
    return tuple((sentence, name) for name, sentence in found.items())


@read_once
def _elsewhere(text: str, own: Late, matters: _Matters) -> _Told | None:
    """Return the first sentence on one of the matters that has no words of the section's own."""
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group()
        other = None if own.search(words) else next((one for one in matters if one.tells(words)), None)
        if other:
            return sentence, other.name
    return None


def _finding(
    entry: PlacedEntry,
    case: Case,
    passage: Passage,
    told: _Told,
    where: str,
    under: str,
) -> Finding:
    sentence, matter = told
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
