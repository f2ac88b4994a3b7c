"""Two states of one report beside each other: what differs in each section, each table, and outside of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from core.report import Head, Link, Paragraph, Report, Section
from core.template import Template

# what a report is and how far it is on its way: no version before takes it back
IDENTITY = frozenset({"template", "template_version", "year", "earlier", "approval"})
_SHOWN = frozenset({"title", "unit", "sections", "values", "states", "heads"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs that stand beside each other; None where one side has none there."""

    then: Paragraph | None
    now: Paragraph | None

    @property
    def differs(self) -> bool:
        """Whether words or level are not the same."""
        return _words(self.then) != _words(self.now)


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section that differs: its own titles, "" for the form's, and all its paragraphs side by side."""

    section: str
    title_then: str
    title_now: str
    pairs: tuple[Pair, ...]

    @property
    def count(self) -> int:
        """How many places differ."""
        return sum(pair.differs for pair in self.pairs) + (self.title_then != self.title_now)


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text that differs; `name` is the address of a cell, the field of a table's head, or a field of the report."""

    name: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class TableChange:
    """A table that differs: its cells, in the order of the form, and the lines above it."""

    table: str
    cells: tuple[TextChange, ...]
    head: tuple[TextChange, ...] = ()

    @property
    def count(self) -> int:
        """How many places differ."""
        return len(self.cells) + len(self.head)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs. `fields` are title and office, `more` the names of what has no words to show."""

    sections: tuple[SectionChange, ...]
    tables: tuple[TableChange, ...]
    fields: tuple[TextChange, ...]
    more: tuple[str, ...]
    progress: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs, not even what was looked at."""
        return not (self.sections or self.tables or self.fields or self.more or self.progress)


def compare(template: Template, then: Report, now: Report) -> Difference:
    """Return what differs between two states of a report of that form."""
    sections = tuple(_sections(then, now))
    return Difference(
        sections,
        tuple(_tables(template, then, now)),
        tuple(_fields(then, now)),
        tuple(sorted(_more(then, now))),
        _progress(then) != _progress(now),
    )


def _words(paragraph: Paragraph | None) -> tuple[str, int] | None:
    return (paragraph.text, paragraph.level) if paragraph else None


def _sections(then: Report, now: Report) -> Iterator[SectionChange]:
    known = [section.id for section in now.sections]
    ids = known + [section.id for section in then.sections if section.id not in known]
    for section_id in ids:
        before = then.section(section_id) or Section(id=section_id)
        after = now.section(section_id) or Section(id=section_id)
        pairs = tuple(_pairs(before.paragraphs, after.paragraphs))
        change = SectionChange(section_id, before.source_title, after.source_title, pairs)
        if change.count:
            yield change


def _pairs(then: list[Paragraph], now: list[Paragraph]) -> Iterator[Pair]:
    before, after = [_words(one) for one in then], [_words(one) for one in now]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, start, end, now_start, now_end in matcher.get_opcodes():
        yield from (Pair(*two) for two in zip_longest(then[start:end], now[now_start:now_end]))


def _tables(template: Template, then: Report, now: Report) -> Iterator[TableChange]:
    by_table: dict[str, list[TextChange]] = {table.id: [] for table in template.tables}
    for cell in template.cells.values():
        if then.text(cell.id) != now.text(cell.id):
            by_table[cell.table].append(TextChange(cell.id, then.text(cell.id), now.text(cell.id)))
    for table in template.tables:
        head = tuple(_head(then.heads.get(table.id), now.heads.get(table.id)))
        if by_table[table.id] or head:
            yield TableChange(table.id, tuple(by_table[table.id]), head)


def _head(then: Head | None, now: Head | None) -> Iterator[TextChange]:
    for name in ("title", "period", "filler"):
        before, after = (str(getattr(head, name)) if head else "" for head in (then, now))
        if before != after:
            yield TextChange(name, before, after)


def _fields(then: Report, now: Report) -> Iterator[TextChange]:
    if then.title != now.title:
        yield TextChange("title", then.title, now.title)
    if then.unit.name != now.unit.name:
        yield TextChange("office", then.unit.name, now.unit.name)


def _more(then: Report, now: Report) -> Iterator[str]:
    """Yield the names of the other fields that differ, and "links" where numbers in equal words are linked otherwise."""
    for name in other_fields(then, now):
        if getattr(then, name, None) != getattr(now, name, None):
            yield name
    before, after = _links(then), _links(now)
    if any(before[words] != after[words] for words in before.keys() & after.keys()):
        yield "links"


def _links(report: Report) -> dict[tuple[str, str], tuple[Link, ...]]:
    return {(section.id, one.text): one.links for section, _, one in report.paragraphs()}


def other_fields(then: Report, now: Report) -> frozenset[str]:
    """Return the fields of either report that are neither its identity nor words, cells and what goes with them."""
    known = {*Report.model_fields, *(then.model_extra or {}), *(now.model_extra or {})}
    return frozenset(known - IDENTITY - _SHOWN)


def _progress(report: Report) -> tuple[object, ...]:
    """Return what was looked at of last year's words and figures."""
    words = [(section.id, one.text, one.state) for section, _, one in report.paragraphs() if one.state]
    return words, {cell: state for cell, state in report.states.items() if state}
