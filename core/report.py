"""What the clerk filled in: sections of paragraphs, cells, and the state of the work on each.

Texts stand here as they were typed. A blank cell is not 0: it has no entry in `values`.
"""

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from core import divisions, numbers
from core.look import Look
from core.template import Table, Template
from core.template.model import LAST_YEAR

State = Literal["", "carried", "seen", "changed"]

PREFACE = "preface"
SIGNATURE = "signature"


class Part(BaseModel):
    """The ground of everything in a report: assignments are checked, fields of newer programs are kept."""

    model_config = ConfigDict(extra="allow", validate_assignment=True)


class Link(BaseModel):
    """Characters of a paragraph, `start` up to `end`, that show what stands in a cell and change with it."""

    model_config = ConfigDict(extra="allow", frozen=True)

    start: int
    end: int
    cell: str


class Unedited(BaseModel):
    """The words, the level and the state of a paragraph before it was edited."""

    model_config = ConfigDict(extra="allow", frozen=True)

    text: str
    level: Literal[0, 1, 2, 3, 4] = 0
    state: State = ""


class Paragraph(Part):
    """A paragraph: level 0 is body text, 2 "（一）", 3 "1.", 4 "（1）"; the text keeps its number.

    `state` is "carried" for last year's words nobody has looked at yet, "seen" once they were confirmed,
    "changed" once edited, "" for words of this year. `origin` is last year's text of a carried paragraph, "" where
    a draft on another form words it anew.
    `links` are kept right by `core.links`; a paragraph without any is stored as one that knows none.
    `unedited` is what a changed paragraph goes back to when its words are the same again.
    """

    text: str
    level: Literal[0, 1, 2, 3, 4] = 0
    state: State = ""
    origin: str = ""
    links: tuple[Link, ...] = Field(default=(), exclude_if=lambda links: not links)
    unedited: Unedited | None = Field(default=None, exclude_if=lambda before: before is None)


class Section(Part):
    """A section as filled in. `source_title` is its title where it is worded unlike the template's."""

    id: str
    number: str = ""
    source_title: str = ""
    paragraphs: list[Paragraph] = Field(default_factory=list)


class Head(Part):
    """The lines above an annex table: its title, its period and who filled it in."""

    title: str = ""
    period: str = ""
    filler: str = ""


class Note(Part):
    """What an import could not place or was unsure of, with the words of the source; `line` counts from 1.

    `kind` names what it is where a rule looks at it ("missing_row", "extra_row", "renamed", "renamed_head",
    "reordered", "foreign_head", "heading_filled", "no_table") or a list is made of it ("left_behind"); `about` are the tables or rows (`table.row`)
    it speaks of.
    """

    message: str
    source: str = ""
    line: int | None = None
    kind: str = ""
    about: list[str] = Field(default_factory=list)


class Decision(Part):
    """A finding that the clerk has verified and kept, with the reason; `key` names the finding."""

    key: str
    reason: str


class Picture(Part):
    """A picture of several years' figures in the first section: the ids of its series, and bars or lines."""

    series: list[str] = Field(default_factory=list)
    kind: str = "bars"


class TypedTotal(Part):
    """A total that was typed by hand: its text then, and the reason. It holds as long as that text stands there."""

    text: str
    reason: str


class Step(BaseModel):
    """A step that was taken with a report: its day (2025-01-12), and what it said then (`core.approval.fingerprint`)."""

    model_config = ConfigDict(extra="allow", frozen=True)

    day: str = ""
    fingerprint: str = ""


class Approval(BaseModel):
    """The steps that were taken on the way out of the house; None for those that were not (`core.approval`)."""

    model_config = ConfigDict(extra="allow", frozen=True)

    in_review: Step | None = Field(default=None, exclude_if=lambda step: step is None)
    signed: Step | None = Field(default=None, exclude_if=lambda step: step is None)
    handed_in: Step | None = Field(default=None, exclude_if=lambda step: step is None)


class Unit(Part):
    """The card of the office: full name, and the chain of places above it, outermost first.

    `own_places` are others that are its own as well, as the clerk noted them (`core.own_places`).
    """

    name: str = ""
    chain: list[str] = Field(default_factory=list)
    own_places: list[str] = Field(default_factory=list, exclude_if=lambda places: not places)

    @property
    def short_name(self) -> str:
        """The name of the place alone ("吉昌镇"), or the full name where it is no township's or is not sure."""
        parts = divisions.office(self.name)
        return parts.town if parts else self.name


class Report(Part):
    """A yearly report: the form it follows, who and when, what is filled in, and what it came from.

    `values` holds the text of each cell by its address; `states` the state of carried cells. `earlier` are
    the reports of the years before, newest first; they are stored beside this one and hold no `earlier` of
    their own. `look` is what the unit has its own way on paper, `pictures` what is drawn at the end of the first section.
    `approval` are the steps taken on its way out of the house, None for a draft.
    """

    template: str
    template_version: int = 1
    year: int = Field(ge=1, le=LAST_YEAR)
    title: str = ""
    unit: Unit = Field(default_factory=Unit)
    sections: list[Section] = Field(default_factory=list)
    values: dict[str, str] = Field(default_factory=dict)
    states: dict[str, State] = Field(default_factory=dict)
    heads: dict[str, Head] = Field(default_factory=dict)
    notes: list[Note] = Field(default_factory=list)
    decisions: list[Decision] = Field(default_factory=list)
    earlier: list["Report"] = Field(default_factory=list)
    look: Look = Look()
    pictures: list[Picture] = Field(default_factory=list)
    typed_totals: dict[str, TypedTotal] = Field(default_factory=dict, exclude_if=lambda typed: not typed)
    approval: Approval | None = Field(default=None, exclude_if=lambda steps: steps is None)

    def text(self, cell: str) -> str:
        """Return what stands in a cell, "" where it is blank."""
        return self.values.get(cell, "")

    def section(self, section_id: str) -> Section | None:
        """Return the section of that id, or None where the report has none."""
        return next((section for section in self.sections if section.id == section_id), None)

    def last(self) -> "Report | None":
        """Return the report of the year before, or None where the file does not know it."""
        return next((report for report in self.earlier if report.year == self.year - 1), None)

    def carried_from(self) -> "Report | None":
        """Return the newest of the reports before, which need not be of the year before, or None."""
        older = [report for report in self.earlier if report.year < self.year]
        return max(older, key=lambda report: report.year, default=None)

    def waiting(self) -> int:
        """Return how many paragraphs and cells of last year nobody has looked at yet."""
        words = sum(paragraph.state == "carried" for _, _, paragraph in self.paragraphs())
        return words + sum(state == "carried" for state in self.states.values())

    def paragraphs(self) -> Iterator[tuple[Section, int, Paragraph]]:
        """Yield every paragraph with its section and its place in it, in reading order."""
        for section in self.sections:
            for index, paragraph in enumerate(section.paragraphs):
                yield section, index, paragraph

    def head(self, table: Table) -> Head:
        """Return the lines above an annex table, as the template words them where nothing else is known."""
        return self.heads.get(table.id) or self.own_head(table)

    def own_head(self, table: Table) -> Head:
        """Return the lines above an annex table as the template words them."""
        return Head(
            title=table.title.format(year=self.year),
            period=table.period.format(year=self.year),
            filler=self.unit.name,
        )


def section_number(template: Template, report: Report, section: Section) -> str:
    """Return the Chinese number of a section: the form's, the source's, or counted; "" outside the numbering."""
    if section.id in (PREFACE, SIGNATURE):
        return ""
    known = template.sections_by_id.get(section.id)
    if known and known.number:
        return known.number
    if section.number:
        return section.number
    counted = [one for one in report.sections if one.id not in (PREFACE, SIGNATURE)]
    return numbers.to_chinese(next(i for i, one in enumerate(counted, 1) if one is section))


def section_title(template: Template, section: Section) -> str:
    """Return the title to print: the form's where its sections are fixed, else the report's own wording."""
    known = template.sections_by_id.get(section.id)
    if known and (template.fixed_sections or not section.source_title):
        return known.title
    return section.source_title


def absent_section(title: str) -> Note:
    """Return the note on a section that the source of an import lacks; the checks know it again by its words."""
    return Note(message=f"原文里没有找到“{title}”这一部分，已留空。")


def extra_section(title: str) -> Note:
    """Return the note on a section of the source that the form does not have; the review knows it again by its words."""
    return Note(message=f"“{title}”不是这种格式里的部分，已作为附加部分保留。")


def meant_section(title: str, meant: str) -> Note:
    """Return the note on a section whose title of the source means one of the form; known again by its words too."""
    return Note(message=f"“{title}”按意思归入“{meant}”，请核对。")


def blank(template: Template, year: int, office: str) -> Report:
    """Return a new report of that form: its sections with an introduction, every cell blank."""
    unit = Unit(name=office)
    fields = {"office": office, "year": year}
    preface = [Paragraph(text=template.preface.format(**fields))] if template.preface else []
    sections = [Section(id=PREFACE, paragraphs=preface)]
    sections += [Section(id=section.id) for section in template.sections if not section.optional]
    sections.append(Section(id=SIGNATURE, paragraphs=[Paragraph(text=office)] if office else []))
    return Report(
        template=template.id,
        template_version=template.version,
        year=year,
        title=template.title.format(**fields),
        unit=unit,
        sections=sections,
    )
