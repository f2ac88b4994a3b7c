"""The prose of a report laid into its sections, with introduction and signature; web page remains become notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.importers.document import Text
from core.importers.recognise import lines
from core.importers.recognise.outline import Heading
from core.labels import fold
from core.report import PREFACE, SIGNATURE, Note, Paragraph, Section, absent_section
from core.template import Template


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known before the prose is read: the title and where it stands, headings, and the last annex table."""

    template: Template
    title: str
    title_at: int
    headings: Mapping[int, Heading]
    annex_at: int | None


@dataclass
class Body:
    """The sections in the order of the source, and notes on lines that belong to none."""

    preface: Section = field(default_factory=lambda: Section(id=PREFACE))
    sections: list[Section] = field(default_factory=list)
    signature: Section = field(default_factory=lambda: Section(id=SIGNATURE))
    notes: list[Note] = field(default_factory=list)
    page_lines: list[str] = field(default_factory=list)

    @property
    def last(self) -> Section:
        """The section that is open: the last one, or the introduction while there is none."""
        return self.sections[-1] if self.sections else self.preface


def read(texts: Mapping[int, Text], ground: Ground) -> Body:
    """Return the lines that neither title nor annex heads took, each in its section or in a note."""
    body = Body()
    opened_at = -1
    for place, text in texts.items():
        heading = ground.headings.get(place)
        if place < ground.title_at:
            body.page_lines.append(text.text.strip())
            _note(body, "标题前面的文字，未放入报告。", text)
        elif heading:
            body.sections.append(_section(heading, ground.template, body))
            opened_at = place
        elif _is_page_remain(text.text.strip(), body, ground):
            _note(body, "网页上的文字，未放入报告。", text)
        elif ground.annex_at is not None and opened_at < ground.annex_at < place:
            _add_below_annex(body, text)
        else:
            body.last.paragraphs.append(_paragraph(text))
    _move_signature(body)
    return body


def arranged(body: Body, template: Template) -> tuple[list[Section], list[Note]]:
    """Return all sections in the order of the report, and notes on those that the form or the source lacks."""
    notes = [
        Note(message=f"“{section.source_title}”不是这种格式里的部分，已作为附加部分保留。")
        for section in body.sections
        if section.id not in template.sections_by_id
    ]
    if not template.fixed_sections:
        return [body.preface, *body.sections, body.signature], notes
    found = {section.id: section for section in body.sections}
    ordered: list[Section] = []
    for section in template.sections:
        if section.id not in found and not section.optional:
            notes.append(absent_section(section.title))
        empty = Section(id=section.id, number=section.number)
        ordered.append(found.pop(section.id, empty))
    return [body.preface, *ordered, *found.values(), body.signature], notes


def _section(heading: Heading, template: Template, body: Body) -> Section:
    """Return the new section of a heading; its title is kept where it is worded unlike the form's."""
    known = template.sections_by_id.get(heading.section)
    if known is None:
        extras = sum(section.id not in template.sections_by_id for section in body.sections)
        return Section(id=f"extra{extras + 1}", number=heading.number, source_title=heading.title)
    title = "" if fold(known.title) == fold(heading.title) else heading.title
    return Section(id=known.id, number=heading.number, source_title=title)


def _is_page_remain(text: str, body: Body, ground: Ground) -> bool:
    if lines.is_page_end(text):
        return True
    if body.sections:
        return False
    return lines.is_page_head(text) or (bool(ground.title) and fold(text) == fold(ground.title))


def _add_below_annex(body: Body, text: Text) -> None:
    if lines.is_signature(text.text):
        body.signature.paragraphs.append(_paragraph(text))
    else:
        _note(body, "统计表后面的文字，未放入报告。", text)


def _move_signature(body: Body) -> None:
    """Move the lines of office, date and annexes at the end of the last section into the signature."""
    paragraphs = body.last.paragraphs
    start = len(paragraphs)
    while start and lines.is_signature(paragraphs[start - 1].text):
        start -= 1
    body.signature.paragraphs = [*paragraphs[start:], *body.signature.paragraphs]
    body.last.paragraphs = paragraphs[:start]


def _paragraph(text: Text) -> Paragraph:
    plain = text.text.strip()
    return Paragraph(text=plain, level=lines.level(plain))


def _note(body: Body, message: str, text: Text) -> None:
    body.notes.append(Note(message=message, source=text.text.strip(), line=text.line or None))
