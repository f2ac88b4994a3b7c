"""Where the sentence of an answer goes: in place of last year's about the same thing, or a paragraph of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.phrases import Phrase
from core.report import PREFACE, SIGNATURE, Paragraph, Report, Section
from core.template import Template

_PIECE = re.compile(r"[^。！？；]*[。！？；]?")
_GOES_ON = re.compile(r"其中|均|都已?|全部|已(?:全部|按)|予以")
_COUNTED = re.compile(r"(?<![\d.〔])[1-9]\d{0,5}(?:\.\d{1,4})?\s?(?:[件条次起人个]|万?元)")
_NUMBERED = re.compile(r"\s*[（(]\s?[一二三四五六七八九十]{1,3}\s?[）)]")
_HEAD = re.compile(r"[^。：:]{0,30}")
_CLOSING = re.compile(r"^\s*无[。.]?\s*$|(?:没有|无)(?:其他|其它)[^。；]{0,8}事项")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a sentence: `old` is what it replaces in a paragraph; "" is a new paragraph before `paragraph`.

    `said` is whether what stands there says the same already and may stay.
    """

    section: str
    paragraph: int
    old: str = ""
    said: bool = False

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
        yield Spot(section.id, _place(phrase, section))


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


def _is_heading(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is or begins with a heading such as （一）; a file may bring it along as body."""
    return paragraph.level == 2 or (paragraph.level == 0 and bool(_NUMBERED.match(paragraph.text)))


def _place(phrase: Phrase, section: Section) -> int:
    """Return where a new paragraph goes: at the end of what stands under its heading, or of the section before its closing words."""
    paragraphs = section.paragraphs
    heads = {index: _HEAD.match(one.text) for index, one in enumerate(paragraphs) if _is_heading(one)}
    under = {
        index: len(set(re.findall(phrase.under, head.group()))) if phrase.under and head else 0
        for index, head in heads.items()
    }
    if any(under.values()):
        best = max(under, key=lambda index: (under[index], index))
        return next((index for index in heads if index > best), len(paragraphs))
    closes = bool(paragraphs) and bool(_CLOSING.search(paragraphs[-1].text))
    return len(paragraphs) - closes
