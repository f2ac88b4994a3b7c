"""What the first section has to speak of: its aspects, under headings of their own, and each in its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Data, Entry, Find, kind
from core.checks.kinds.headings import start_of
from core.checks.model import Finding, TextPlace
from core.template import Template

_NUMBER = re.compile(
    r"\s{0,8}(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第?[一二三四五六七八九十](?:是|、|，))\s{0,4}"
)
_LEAD = re.compile(r"[^。；;：:，,！\n]{1,60}")
_HEADING = re.compile(r"[^。；;：:！\n]{1,36}(?=[。；;：:！\n]|$)")
_POINT = re.compile(
    r"(?:(?<=^)|(?<=[。；;：:，,\s]))(?:[一二三四五六七八九]是|[（(][一二三四五六七八九\d][）)])"
)
_SENTENCE = re.compile(r"[^。；;！]{4,400}[。；;！]?")


class Aspect(Data):
    """A matter: its name, the words of its headings, and those of sentences on it."""

    name: str
    heading: str
    told: str


class AspectsEntry(Entry):
    """A section and the aspects that it must have."""

    section: str
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    name: str
    heading: re.Pattern[str]
    told: re.Pattern[str]


def _ready(aspects: tuple[Aspect, ...]) -> list[_Words]:
    return [_Words(one.name, re.compile(one.heading), re.compile(one.told)) for one in aspects]


def _leads(passage: Passage) -> Iterator[str]:
    """Yield the first words of a paragraph and of the points run into it."""
    number = _NUMBER.match(passage.text)
    start = number.end() if number else 0
    lead = (_HEADING.match(passage.text, start) if number else None) or _LEAD.match(passage.text, start)
    if lead:
        yield lead.group()
    for point in _POINT.finditer(passage.text):
        lead = _LEAD.match(passage.text, point.end())
        if lead:
            yield lead.group()


@kind("aspects", AspectsEntry, "section missing", reads="prose")
def aspects(entry: AspectsEntry, template: Template) -> Find:
    """Require every aspect: where the section has headings of aspects among these, else anywhere in its words."""
    if entry.section not in template.sections_by_id:
        raise ValueError(f"部分 {entry.section} 不存在")
    section = template.sections_by_id[entry.section]
    words = _ready(entry.aspects)

    def find(case: Case) -> Iterator[Finding]:
        passages = [one for one in case.passages if one.section == entry.section]
        if not passages:
            return
        leads = [lead for passage in passages for lead in _leads(passage)]
        missing = [one.name for one in words if not any(one.heading.search(lead) for lead in leads)]
        if len(words) - len(missing) < 2 and not _has_headings(passages):
            missing = [one.name for one in words if not any(one.told.search(said.text) for said in passages)]
        if missing:
            name = f"{section.number}、{section.title}".removeprefix("、")
            message = entry.words(
                "{section}里没有单独写{missing}",
                section=name,
                missing="、".join(f"“{one}”" for one in missing),
            )
            yield entry.finding(message, (start_of(case, entry.section),), expected="、".join(missing))

    return find


def _has_headings(passages: list[Passage]) -> bool:
    return sum(bool(_NUMBER.match(one.text)) for one in passages) >= 3


class ResultsEntry(Entry):
    """Sections in which some results must be told, and the offices that owe them."""

    sections: tuple[str, ...]
    office: str
    results: dict[str, str]


@kind("results", ResultsEntry, "missing", reads="prose")
def results(entry: ResultsEntry, template: Template) -> Find:
    """Require that a government tells these results; empty sections are another rule's."""
    unknown = [one for one in entry.sections if one not in template.sections_by_id]
    if unknown:
        raise ValueError(f"部分 {unknown[0]} 不存在")
    office = re.compile(entry.office)
    words = {name: re.compile(pattern) for name, pattern in entry.results.items()}

    def find(case: Case) -> Iterator[Finding]:
        passages = [one for one in case.passages if one.section in entry.sections]
        first = [one for one in passages if one.section == entry.sections[0]]
        if not first or not office.search(case.report.unit.name.strip()):
            return
        missing = [name for name, one in words.items() if not any(one.search(said.text) for said in passages)]
        if missing:
            message = entry.words("监督保障里没有写{missing}的情况", missing="、".join(missing))
            place = next((one for one in reversed(first) if re.search("监督|保障|考核", one.text)), first[-1])
            yield entry.finding(message, (place.whole,), expected="、".join(missing))

    return find


class Matter(Data):
    """A matter by the words of its headings, the words of sentences that are surely on it, and on what else as well."""

    name: str
    heading: str
    sentence: str


class PlacedEntry(Entry):
    """A section whose paragraphs stand under headings of these matters."""

    section: str
    matters: tuple[Matter, ...]


@kind("placed", PlacedEntry, "spot quote heading matter", reads="prose")
def placed(entry: PlacedEntry, template: Template) -> Find:
    """Require that sentences which are surely on one matter do not stand under the heading of another."""
    if entry.section not in template.sections_by_id:
        raise ValueError(f"部分 {entry.section} 不存在")
    matters = [_Words(one.name, re.compile(one.heading), re.compile(one.sentence)) for one in entry.matters]

    def find(case: Case) -> Iterator[Finding]:
        under: _Words | None = None
        for passage in case.passages:
            if passage.section != entry.section:
                continue
            number = _NUMBER.match(passage.text)
            start = 0
            if number and passage.text.lstrip()[0] in "（(":
                lead = _LEAD.match(passage.text, number.end())
                under, start = _heading(lead, matters), lead.end() if lead else 0
            if under:
                yield from _foreign(entry, case, passage, start, under, matters)

    return find


def _heading(lead: re.Match[str] | None, matters: list[_Words]) -> _Words | None:
    """Return the one matter that a heading is of, None where it is of none or of several."""
    named = [one for one in matters if lead and one.heading.search(lead.group())]
    return named[0] if len(named) == 1 else None


def _foreign(
    entry: PlacedEntry, case: Case, passage: Passage, start: int, under: _Words, matters: list[_Words]
) -> Iterator[Finding]:
    """Yield the first sentence of each other matter that does not speak of the heading's own as well."""
    seen: set[str] = set()
    for sentence in _SENTENCE.finditer(passage.text, start):
        words = sentence.group()
        if under.heading.search(words) or under.told.search(words):
            continue
        other = next((one for one in matters if one is not under and one.told.search(words)), None)
        if other is None or other.name in seen:
            continue
        seen.add(other.name)
        place: TextPlace = passage.place(*sentence.span())
        message = entry.words(
            "{spot}“{quote}”说的是{matter}，放在了“{heading}”下面",
            spot=case.spot(passage),
            quote=clipped(words),
            matter=other.name,
            heading=under.name,
        )
        yield entry.finding(message, (place,), expected=other.name, found=under.name)
