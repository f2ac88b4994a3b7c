"""A report on one year made into the draft of a later year, within one form or from form to form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core import dates, links, numbers, totals
from core.carry.behind import left_behind, source_name
from core.carry.prose import lowered, next_number
from core.carry.years import roll
from core.errors import UsageError
from core.report import (
    PREFACE,
    SIGNATURE,
    Note,
    Paragraph,
    Report,
    Section,
    State,
    blank,
    section_title,
)
from core.template import Cell, Library, Template

_PEOPLE = re.compile(
    r"[\s,，;；]*(?:(?:单位)?(?:负责人|责任人|审核人|填报人|统计人|填表人|联系人)|(?:联系)?电话)\s*[:：]"
)


def forward(library: Library, last: Report, year: int | None = None) -> Report:
    """Return the draft of the report on `year` (by default the year after) made from an earlier one.

    Prose comes along by the meaning of its section, with the report year moved on, every paragraph marked
    "carried". Figures that count a year's events are blank; 结转下年度 becomes 上年结转; stocks stay as a base.
    The earlier report itself goes with the draft. UsageError where the year is not a later one or has no form.
    """
    year = last.year + 1 if year is None else year
    if year <= last.year:
        raise UsageError(f"去年的报告是 {last.year} 年的，不能往前生成 {year} 年的报告。")
    old = library.get(last.template)
    new = old if old.serves(year) else library.for_year(year)
    return _Step(old, new, last, year).draft()


@dataclass
class _Step:
    """One way forward: from a report on the old form to a year on the new form."""

    old: Template
    new: Template
    last: Report
    year: int

    def draft(self) -> Report:
        report = blank(self.new, self.year, self.last.unit.name)
        report.earlier = [self.last.model_copy(update={"earlier": []}, deep=True), *self.last.earlier]
        report.unit = self.last.unit.model_copy(deep=True)
        report.look = self.last.look
        report.pictures = [one.model_copy(deep=True) for one in self.last.pictures]
        self._carry_cells(report)
        self._carry_filler(report)
        totals.settle(self.new, report)
        if self.old.id == self.new.id:
            report.sections = [self._same_section(section, report) for section in self.last.sections]
        else:
            self._carry_by_meaning(report)
        self._add_missing(report)
        links.refresh(report)
        return report

    def _carry_cells(self, report: Report) -> None:
        for cell in self.new.cells.values():
            value = self._base(cell)
            if value:
                report.values[cell.id] = value
                report.states[cell.id] = "carried"

    def _carry_filler(self, report: Report) -> None:
        """Keep the name behind "填报单位" where it is another than the one on the card: it may be longer.

        Of the people named in the same line nobody is carried: it is on no list of what is to be looked at.
        """
        fillers = (_office_of(head.filler) for head in self.last.heads.values() if head.filler.strip())
        filler = next(fillers, "")
        if not filler or filler.strip() == report.unit.name:
            return
        for table in self.new.tables:
            if table.is_annex and table.filler:
                report.heads[table.id] = report.head(table).model_copy(update={"filler": filler})

    def _base(self, cell: Cell) -> str:
        """Return the figure that a cell begins with, "" where last year's report does not say it."""
        texts = [self.last.text(source) for source in cell.carried_from]
        if len(texts) == 1:
            return texts[0]
        known = [number for text in texts if (number := numbers.read(text)) is not None]
        total = sum(known, Decimal())
        return numbers.plain(total) if texts and len(known) == len(texts) and total >= 0 else ""

    def _same_section(self, section: Section, report: Report) -> Section:
        kept = [one for one in section.paragraphs if not self._is_stale_date(section, one, report)]
        is_preface = section.id == PREFACE
        return Section(
            id=section.id,
            source_title=self._rolled(section.source_title),
            paragraphs=[self._carried(one, self._dated_on(one.text) if is_preface else "") for one in kept],
        )

    def _is_stale_date(self, section: Section, paragraph: Paragraph, report: Report) -> bool:
        """Return whether a line is nothing but last year's date; it is left out, and a note says so.

        A year alone ahead of the sections is that of the report, and a date there is that of a line of its own, which
        nothing asks for once it is gone: it stays, moved on, to be looked at.
        """
        text = paragraph.text.strip()
        date = dates.read(text) if section.id in (PREFACE, SIGNATURE) else None
        if date is None or (section.id == PREFACE and (date.month is None or self._dated_on(text))):
            return False
        message = f"{source_name(report)}的日期“{text}”没有带过来，签发后请在落款处写上今年的日期。"
        report.notes.append(Note(message=message, source=text))
        return True

    def _dated_on(self, text: str) -> str:
        """Return a line that is nothing but a date with the year moved on; "" where it is none, or no such day comes."""
        date, found = dates.read(text), next(dates.find(text), None)
        if date is None or date.month is None or found is None:
            return ""
        year = dates.in_writing(found.year + self.year - self.last.year, text[found.start : found.start + 4])
        moved = text[: found.start] + year + text[found.start + 4 :]
        on = dates.read(moved)
        return moved if on and (on.day is None or on.whole()) else ""

    def _carried(self, paragraph: Paragraph, text: str = "") -> Paragraph:
        """Return a paragraph of last year as it begins this year: with the year moved on, or in the words given."""
        state: State = "carried"
        text = text or self._rolled(paragraph.text)
        kept = links.carried(paragraph, text, self.new)
        return Paragraph(text=text, level=paragraph.level, state=state, origin=paragraph.text, links=kept)

    def _rolled(self, text: str) -> str:
        return roll(text, self.last.year, self.year - self.last.year)

    def _carry_by_meaning(self, report: Report) -> None:
        """Fill the sections of another form: what belongs to one section follows in order, under a heading.

        The form words the preface anew; it has to be looked at as what came from last year.
        """
        report.sections[0].paragraphs = [
            one.model_copy(update={"state": "carried"}) for one in report.sections[0].paragraphs
        ]
        for section in self.last.sections:
            if section.id == PREFACE:
                self._note_unused(report, section, "新格式的前言已按规定写好")
            elif section.id == SIGNATURE:
                self._carry_signature(report, section)
            elif section.paragraphs:
                self._move_in(self._target(report, section), section)

    def _note_unused(self, report: Report, section: Section, why: str) -> None:
        for paragraph in section.paragraphs:
            message = f"{why}，{source_name(report)}的这一段没有带过来，可在“去年”一栏里查看。"
            report.notes.append(left_behind(message, paragraph.text))

    def _carry_signature(self, report: Report, section: Section) -> None:
        names = [one for one in section.paragraphs if one.text.strip() == self.last.unit.name]
        rest = [one for one in section.paragraphs if one not in names]
        self._note_unused(report, Section(id=SIGNATURE, paragraphs=rest), "落款和附件说明因格式不同")

    def _target(self, report: Report, section: Section) -> Section:
        """Return the section of the draft that takes the words of an old one."""
        wanted = next(self._homes(section))
        return report.section(wanted) or _insert(report, self.new, wanted)

    def _homes(self, section: Section) -> Iterator[str]:
        """Yield the ids of the sections that the words of an old one fit in, best first.

        Words beside a table stay beside it where both forms have one there.
        """
        old, same = self.old.sections_by_id.get(section.id), self.new.sections_by_id.get(section.id)
        if old and old.tables and same and same.tables:
            yield same.id
        yield from (known.id for known in self.new.sections if section.id in known.meanings)
        yield self.new.sections[0 if self.new.fixed_sections else -1].id

    def _move_in(self, target: Section, section: Section) -> None:
        carried = [self._carried(paragraph) for paragraph in section.paragraphs]
        if target.id == section.id or not target.paragraphs:
            target.paragraphs.extend(carried)
            return
        title = self._rolled(section_title(self.old, section)).removesuffix("。")
        heading = next_number(target.paragraphs) + title
        target.paragraphs.append(Paragraph(text=heading, level=2, state="carried", origin=title))
        target.paragraphs.extend(lowered(carried))

    def _add_missing(self, report: Report) -> None:
        for known in self.new.sections:
            if not known.optional and report.section(known.id) is None:
                _insert(report, self.new, known.id)
        if report.section(PREFACE) is None:
            report.sections.insert(0, Section(id=PREFACE))
        if report.section(SIGNATURE) is None:
            report.sections.append(Section(id=SIGNATURE))


def _insert(report: Report, template: Template, section_id: str) -> Section:
    """Put an empty section at its place in the order of the form; return it."""
    order = [section.id for section in template.sections]
    before = set(order[: order.index(section_id)])
    at = max(
        (place for place, one in enumerate(report.sections, 1) if one.id in before or one.id == PREFACE),
        default=0,
    )
    section = Section(id=section_id)
    report.sections.insert(at, section)
    return section


def _office_of(filler: str) -> str:
    """Return the office that filled in a table without the people and the telephone named behind it."""
    return _PEOPLE.split(filler, maxsplit=1)[0].rstrip("　 ,，;；")
