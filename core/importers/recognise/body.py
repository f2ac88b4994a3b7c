"""The prose of a report laid into its sections, with introduction and signature; web page remains become notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.importers.document import Text
from core.importers.recognise import lines
from core.importers.recognise.numbered import Heading
from core.labels import fold
from core.report import (
    PREFACE,
    SIGNATURE,
    Note,
    Paragraph,
    Section,
    absent_section,
    extra_section,
    meant_section,
)
from core.template import Template

_SEARCHED = 40  # lines below the title in which it may stand once more


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known before the prose is read: the title and where it stands, headings, and the last annex table.

    `contents` are the places of a table of contents.
    """

    template: Template
    title: str
    title_at: int
    headings: Mapping[int, Heading]
    annex_at: int | None
    contents: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source as a paragraph of the report, with its place and what makes it less than sure."""

    place: int
    text: Text
    reason: str = ""


@dataclass
class Part:
    """A section as the source has it: its id, its heading, and its lines."""

    id: str
    number: str = ""
    source_title: str = ""
    reason: str = ""
    lines: list[Line] = field(default_factory=list)

    def section(self) -> Section:
        """Return the section of the report."""
        paragraphs = [_paragraph(line.text) for line in self.lines]
        return Section(id=self.id, number=self.number, source_title=self.source_title, paragraphs=paragraphs)


@dataclass
class Body:
    """The sections in the order of the source, and notes on lines that belong to none."""

    preface: Part = field(default_factory=lambda: Part(PREFACE))
    sections: list[Part] = field(default_factory=list)
    signature: Part = field(default_factory=lambda: Part(SIGNATURE))
    notes: list[Note] = field(default_factory=list)
    left: list[Text] = field(default_factory=list)
    page_lines: list[str] = field(default_factory=list)
    below_annex: lines.Signed = field(default_factory=lines.Signed)

    @property
    def last(self) -> Part:
        """The section that is open: the last one, or the introduction while there is none."""
        return self.sections[-1] if self.sections else self.preface

    @property
    def parts(self) -> list[Part]:
        """All sections with introduction and signature."""
        return [self.preface, *self.sections, self.signature]


def read(texts: Mapping[int, Text], ground: Ground) -> Body:
    """Return the lines that neither title nor annex heads took, each in its section or in a note."""
    body = Body()
    opened_at = -1
    again = _title_again(texts, ground)
    for place, text in texts.items():
        heading = ground.headings.get(place)
        if place < ground.title_at:
            body.page_lines.append(text.text.strip())
            _note(body, "标题前面的文字，未放入报告。", text)
        elif place in ground.contents:
            _note(body, "目录，未放入报告。", text)
        elif heading:
            body.sections.append(_part(heading, place, text, ground.template, body))
            opened_at = place
        elif place in again or _is_page_remain(text.text.strip(), body, ground):
            _note(body, "网页上的文字，未放入报告。", text)
        elif ground.annex_at is not None and opened_at < ground.annex_at < place:
            _add_below_annex(body, Line(place, text))
        else:
            body.last.lines.append(Line(place, text, body.last.reason))
    _move_signature(body)
    return body


def arranged(body: Body, template: Template) -> tuple[list[Section], list[Note]]:
    """Return all sections in the order of the report, and notes on those that the form or the source lacks."""
    notes = [
        extra_section(part.source_title) for part in body.sections if part.id not in template.sections_by_id
    ]
    notes += [_meant(part, template) for part in body.sections if part.reason]
    preface, *sections, signature = [part.section() for part in body.parts]
    if not template.fixed_sections:
        return [preface, *sections, signature], notes
    found = {section.id: section for section in sections}
    ordered: list[Section] = []
    for known in template.sections:
        if known.id not in found and not known.optional:
            notes.append(absent_section(known.title))
        ordered.append(found.pop(known.id, Section(id=known.id, number=known.number)))
    return [preface, *ordered, *found.values(), signature], notes


def _meant(part: Part, template: Template) -> Note:
    return meant_section(part.source_title, template.sections_by_id[part.id].title)


def _part(heading: Heading, place: int, text: Text, template: Template, body: Body) -> Part:
    """Return the new section of a heading; its title is kept where it is worded unlike the form's."""
    known = template.sections_by_id.get(heading.section)
    extras = sum(part.id not in template.sections_by_id for part in body.sections)
    title = "" if known and fold(known.title) == fold(heading.title) else heading.title
    part = Part(known.id if known else f"extra{extras + 1}", heading.number, title, heading.reason)
    if heading.rest:
        reason = heading.reason or "标题和正文原在同一行，已分开"
        part.lines.append(Line(place, replace(text, text=heading.rest), reason))
    return part


def _is_page_remain(text: str, body: Body, ground: Ground) -> bool:
    if lines.is_page_end(text):
        return True
    if body.sections:
        return False
    return lines.is_page_head(text) or (bool(ground.title) and fold(text) == fold(ground.title))


def _title_again(texts: Mapping[int, Text], ground: Ground) -> set[int]:
    """Return the places above the first section where the title stands once more, broken over two or three lines."""
    first = min(ground.headings, default=max(texts, default=0))
    above = [place for place in texts if ground.title_at < place < first][:_SEARCHED]
    found: set[int] = set()
    for parts in (2, 3):
        for start in range(len(above) - parts + 1):
            run = above[start : start + parts]
            if ground.title and fold("".join(texts[place].text for place in run)) == fold(ground.title):
                found |= set(run)
    return found


def _add_below_annex(body: Body, line: Line) -> None:
    if body.below_annex.takes(line.text.text):
        body.signature.lines.append(line)
    else:
        _note(body, "统计表后面的文字，未放入报告。", line.text)


def _move_signature(body: Body) -> None:
    """Move the lines of office, date and annexes at the end of the last section into the signature."""
    paragraphs = body.last.lines
    start, signed = 0, lines.Signed()
    for end, line in enumerate(paragraphs, 1):
        if not signed.takes(line.text.text):
            start = end
    body.signature.lines = [*paragraphs[start:], *body.signature.lines]
    body.last.lines = paragraphs[:start]


def _paragraph(text: Text) -> Paragraph:
    plain = text.text.strip()
    return Paragraph(text=plain, level=lines.level(plain))


def _note(body: Body, message: str, text: Text) -> None:
    body.left.append(text)
    body.notes.append(Note(message=message, source=text.text.strip(), line=text.line or None))


def signed(parts: Sequence[Part]) -> list[str]:
    """Return the names of offices that stand below the report."""
    return [name for part in parts for line in part.lines if (name := lines.signer(line.text.text))]
