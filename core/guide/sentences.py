"""Where the sentence of an answer goes: in place of last year's about the same thing, or a paragraph of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.guide.placing import place_of
from core.phrases import Phrase
from core.report import PREFACE, SIGNATURE, Paragraph, Report
from core.template import Template

_PIECE = re.compile(r"[^。！？；]*[。！？；]?")
_GOES_ON = re.compile(r"其中|均|都已?|全部|已(?:全部|按)|予以")
_COUNTED = re.compile(r"(?<![\d.〔])[1-9]\d{0,5}(?:\.\d{1,4})?\s?(?:[件条次起人个]|万?元)")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a sentence: `old` is what it replaces in a paragraph; "" is a new paragraph before `paragraph`.

    `said` is whether what stands there says the same already and may stay; `heading` what a new paragraph stands
    under that is to have a heading of its own.
    """

    section: str
    paragraph: int
    old: str = ""
    said: bool = False
    heading: str = ""

    @property
    def words(self) -> tuple[str, int, str]:
        """The sentence that stands there, whatever is said of it."""
        return self.section, self.paragraph, self.old


def spots(
    template: Template, phrase: Phrase, report: Report, taken: set[tuple[str, int, str]]
) -> Iterator[Spot]:
    """Yield where a sentence goes: every stale one about the same thing, else the one that says so, else its section.

    Others have made use of the words in `taken`.
    """
    found = [spot for spot in _about(template, phrase, report) if spot.words not in taken]
    stale = [spot for spot in found if not spot.said]
    if found:
        yield from stale or found[:1]
        return
    section = report.section(phrase.section)
    if section is not None:
        index, heading = place_of(phrase, section)
        yield Spot(section.id, index, heading=heading)


def _about(template: Template, phrase: Phrase, report: Report) -> Iterator[Spot]:
    """Yield the sentences about the same thing, those of the phrase's own section first."""
    if not phrase.replaces:
        return
    subject, said = re.compile(phrase.replaces), re.compile(phrase.says) if phrase.says else None
    left_alone = {PREFACE, SIGNATURE, *template.plans}
    places = [place for place in report.paragraphs() if place[0].id not in left_alone]
    for section, index, paragraph in sorted(places, key=lambda place: place[0].id != phrase.section):
        for old in _sentences(paragraph, subject):
            says_so = bool(said and said.search(old)) and not _COUNTED.search(old)
            yield Spot(section.id, index, old, says_so)


def _sentences(paragraph: Paragraph, subject: re.Pattern[str]) -> Iterator[str]:
    """Yield the sentences of a paragraph that speak of a subject, each with those that go on about it."""
    pieces = [piece for piece in _PIECE.findall(paragraph.text) if piece]
    at = 0
    while at < len(pieces):
        end = at + 1
        if subject.search(pieces[at]):
            while end < len(pieces) and _GOES_ON.match(pieces[end].strip()):
                end += 1
            yield "".join(pieces[at:end])
        at = end
