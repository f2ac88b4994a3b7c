"""A report under check: its numbers and paragraphs as the rules look at them, each read once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from core import cell_names, numbers
from core.blanks import Blanks, blanks_of
from core.checks.landmarks import may_stand, pairs_of
from core.checks.late import Late
from core.checks.model import NOTES, TITLE, CellPlace, TextPlace
from core.checks.reading.facts import Fact, facts_of
from core.report import PREFACE, SIGNATURE, Report, Section, section_number, section_title
from core.template import Cell, Template

_PLANNED = Late(r"下一步|今后|明年|来年|力争|计划|目标|争取|确保|预计|将(?!近)|打算|拟")
_IN_FORCE = Late(r"现有|现行|目前有")
_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that says something, with its section and its place there."""

    section: str
    index: int
    text: str

    def place(self, start: int, end: int) -> TextPlace:
        """Return the place of some of its characters."""
        return TextPlace(self.section, self.index, start, end, self.text[start:end])

    @property
    def whole(self) -> TextPlace:
        """The place of all its words."""
        return self.place(0, len(self.text))


class Case:
    """A report, last year's beside it, and the form both are measured by."""

    def __init__(
        self,
        template: Template,
        report: Report,
        last: Report | None,
        only: tuple[Passage, ...] | None = None,
    ) -> None:
        self.template = template
        self.report = report
        self.last = last
        self._only = only
        self._texts = report.values  # asked for a thousand times after each figure
        self._numbers: dict[str, Decimal | None] = {}
        self._beside: dict[int, Case] = {}

    def text(self, cell: str) -> str:
        """Return what stands in a cell, "" where it is blank."""
        return self._texts.get(cell, "")

    def number(self, cell: str) -> Decimal | None:
        """Return the number in a cell, None where it is blank or no number."""
        if cell not in self._numbers:
            self._numbers[cell] = numbers.read(self._texts.get(cell, ""))
        return self._numbers[cell]

    def is_blank(self, cell: str) -> bool:
        """Return whether nothing stands in a cell."""
        return numbers.is_blank(self._texts.get(cell, ""))

    def blanks(self, table: str) -> Blanks:
        """Return the cells of a table, of all where it is "", that stand blank and should not.

        Where a blank cell may mean none, it is last year's report that tells.
        """
        return self._blanks.of(table)

    @cached_property
    def _blanks(self) -> Blanks:
        last = self.newest_before if self.template.blank_means_none else None
        return blanks_of(self.template, self.text, last=last.text if last else None)

    def is_odd(self, cell: str) -> bool:
        """Return whether something stands in a cell that is no number."""
        return self.number(cell) is None and not self.is_blank(cell)

    def is_unknown(self, cell: str) -> bool:
        """Return whether no figure can be known: other words stand in a cell, or it is a total left blank for them."""
        if self.number(cell) is not None or not self._has_odd_cells:
            return False
        sums = self.template.cells[cell].sums
        if not self.is_blank(cell):
            return True
        return bool(sums) and all(any(self.is_unknown(term) for term in terms) for terms in sums)

    def knows(self, cells: Iterable[str]) -> bool:
        """Return whether figures can be known of all these cells, which is so where no words stand in the form."""
        return not self._has_odd_cells or not any(self.is_unknown(cell) for cell in cells)

    @cached_property
    def _has_odd_cells(self) -> bool:
        texts = {text for cell, text in self.report.values.items() if cell in self.template.cells}
        return any(numbers.read(text) is None and not numbers.is_blank(text) for text in texts)

    def cell_place(self, cell: str) -> CellPlace:
        """Return the place of a cell with what stands in it."""
        return CellPlace(cell, self.text(cell))

    def cell_places(self, cells: Iterable[str]) -> tuple[CellPlace, ...]:
        """Return the places of some cells."""
        return tuple(self.cell_place(cell) for cell in cells)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs with words in them, in reading order; of a case made of some paragraphs `only` those."""
        if self._only is not None:
            return self._only
        return tuple(
            Passage(section.id, index, paragraph.text)
            for section, index, paragraph in self.report.paragraphs()
            if paragraph.text.strip()
        )

    @cached_property
    def stated(self) -> tuple[tuple[Passage, Fact], ...]:
        """What prose states of this year and this office; among the problems only what says so, and is no plan."""
        return tuple(
            (passage, fact)
            for passage in self.passages
            for fact in facts_of(passage.text, self.report.year)
            if not self.is_planning(passage) or _is_of_year(passage.text, fact)
        )

    def stated_of(self, topic: str) -> list[tuple[Passage, Fact]]:
        """Return what prose states of one topic alone."""
        return [said for said in self.stated if said[1].topics == (topic,)]

    def says(self, words: Late | None) -> bool:
        """Return whether some paragraph has these words; not where no words are asked for."""
        return words is not None and any(words.search(passage.text) for passage in self.passages)

    @property
    def year_before(self) -> Report | None:
        """Last year's report, None where the one beside this is of another year."""
        return self.last if self.last and self.last.year == self.report.year - 1 else None

    @property
    def others(self) -> tuple[Report, ...]:
        """The other reports that are known, the last one first, each year once."""
        return self._others

    @property
    def earlier(self) -> tuple[Report, ...]:
        """Those of the other reports that are of earlier years, in their order."""
        return tuple(one for one in self._others if one.year < self.report.year)

    @cached_property
    def _others(self) -> tuple[Report, ...]:
        return tuple(_by_year(one for one in (self.last, *self.report.earlier) if one).values())

    def of_year(self, year: int) -> Report | None:
        """Return the report of that earlier year, None where none is known."""
        return next((one for one in self._others if one.year == year), None)

    def own_of_year(self, year: int) -> Report | None:
        """Return the report of this office of that year, None where none is known."""
        return self._own.get(year)

    @property
    def own_earlier(self) -> tuple[Report, ...]:
        """Those of the earlier reports that are of this office, in their order."""
        return tuple(one for one in self._own.values() if one.year < self.report.year)

    @cached_property
    def _own(self) -> dict[int, Report]:
        """The other reports of this office by year; one of another office beside it hides none."""
        return _by_year(one for one in (self.last, *self.report.earlier) if one and self.is_of_office(one))

    def is_of_office(self, other: Report) -> bool:
        """Return whether another report is of this office, as far as their names tell."""
        own, its = self.report.unit.short_name, other.unit.short_name
        return not own or not its or own.endswith(its) or its.endswith(own)

    @property
    def newest_before(self) -> Report | None:
        """The newest of the earlier reports known, None where there is none."""
        return max(self.earlier, key=lambda one: one.year, default=None)

    def beside(self, earlier: Report) -> "Case":
        """Return an earlier report as a case of its own, each made once."""
        key = id(earlier)  # two offices may have a report of one year
        if key not in self._beside:
            self._beside[key] = Case(self.template, earlier, None)
        return self._beside[key]

    @property
    def title(self) -> Passage:
        """The title, as a passage."""
        return Passage(TITLE, 0, self.report.title)

    @cached_property
    def texts(self) -> tuple[Passage, ...]:
        """The title and all paragraphs, as far as they say something."""
        return ((self.title,) if self.report.title.strip() else ()) + self.passages

    @cached_property
    def whole(self) -> str:
        """The words of title and paragraphs, a line each: to know at once that something is nowhere."""
        return "\n".join(passage.text for passage in self.texts)

    @cached_property
    def with_left_out(self) -> str:
        """The words of title, paragraphs and the lines that the import left out."""
        return "\n".join([self.whole, *(one.text for one in self.left_out)])

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return pairs_of(self.with_left_out)

    def may_have(self, marks: Iterable[str]) -> bool:
        """Return whether one of some words stands anywhere."""
        return may_stand(marks, self.with_left_out, self._pairs)

    @cached_property
    def left_out(self) -> tuple[Passage, ...]:
        """The lines of the source that the import did not put into the report."""
        notes = enumerate(self.report.notes)
        return tuple(Passage(NOTES, index, note.source) for index, note in notes if note.source.strip())

    def in_sections(self, but: tuple[str, ...] = ()) -> Iterator[Passage]:
        """Yield the passages of all sections but some."""
        return (passage for passage in self.passages if passage.section not in but)

    def is_planning(self, passage: Passage) -> bool:
        """Return whether a passage stands among the problems and plans: it need not tell what was done in the year."""
        return passage.section in self.template.plans

    def reported(self, but: tuple[str, ...] = ()) -> Iterator[Passage]:
        """Yield the passages of sections that tell what was done, without some."""
        return (passage for passage in self.in_sections(but) if not self.is_planning(passage))

    @cached_property
    def _section_labels(self) -> dict[str, str]:
        return {section.id: self._label(section) for section in self.report.sections}

    def _label(self, section: Section) -> str:
        if section.id == PREFACE:
            return "前言"
        if section.id == SIGNATURE:
            return "落款"
        number = section_number(self.template, self.report, section)
        return f"{number}、{section_title(self.template, section)}".removeprefix("、")

    def spot(self, passage: Passage) -> str:
        """Return where a passage stands, in the clerk's words ("一、总体情况第 2 段")."""
        if passage.section == TITLE:
            return "标题"
        if passage.section == NOTES:
            return "原文里没有放进报告的文字"
        label = self._section_labels.get(passage.section, passage.section)
        return f"{label}第 {passage.index + 1} 段"

    def table_name(self, cell: Cell) -> str:
        """Return the short name of the table of a cell ("表四")."""
        return self.template.tables_by_id[cell.table].name

    def cell_name(self, cell: Cell) -> str:
        """Return table, row and column of a cell ("表三 · 自然人 · 本年新收…")."""
        return cell_names.in_table(self.template, cell)

    def name_in_table(self, cell: Cell) -> str:
        """Return row and column of a cell, where its table is named already."""
        return cell_names.short(self.template, cell)


def _is_of_year(text: str, fact: Fact) -> bool:
    """Return whether a fact told among the problems is one of the whole year, told before what is to be done."""
    begin = max(text.rfind(mark, 0, fact.figure.start) for mark in "。；;\n") + 1
    said = fact.whole or _IN_FORCE.search(text, begin, fact.figure.start)
    return bool(said) and not fact.denied and not _PLANNED.search(text, 0, fact.figure.start)


def clipped(quote: str) -> str:
    """Return a quotation short enough for a sentence."""
    return quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"


def _by_year(reports: Iterable[Report]) -> dict[int, Report]:
    """Return the first report of each year."""
    known: dict[int, Report] = {}
    for one in reports:
        known.setdefault(one.year, one)
    return known
