"""Words searched for in the whole report, and replaced: title, office, section titles, paragraphs, table heads.

The labels and the figures of tables are found too, and stay as they are: a figure is changed in its table.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby
from typing import Literal

from core.checks.model import TITLE, CellPlace, HeadPlace, Place, TextPlace
from core.edits import Edit, SetField, SetHead, SetSectionTitle, Splice, Together, rewrite
from core.report import PREFACE, SIGNATURE, Head, Report, Section, section_title
from core.template import Table, Template

Kind = Literal["title", "office", "heading", "paragraph", "head", "label", "figure"]

# Full-width letters, figures, signs and the blank as their half-width twins, capitals as small letters.
_TWINS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_CAPITALS = {code: code + 0x20 for code in range(ord("A"), ord("Z") + 1)}
_WIDTHS = {code: _CAPITALS.get(twin, twin) for code, twin in _TWINS.items()} | _CAPITALS
_FIELDS = ("title", "period", "filler")
_LABEL = "替换"


@dataclass(frozen=True, slots=True)
class Source:
    """A text of the report: `kind` and where it stands; what is `fixed`, as the words of the form, nobody replaces.

    `key` is the id of the section, of the table or of the cell (for a label the first cell that it names), `field` the
    line of a table's head, `index` the paragraph.
    """

    kind: Kind
    text: str
    key: str = ""
    field: str = ""
    index: int = 0
    fixed: bool = False

    @property
    def place(self) -> tuple[Kind, str, str, int]:
        """Where it stands, whatever it says."""
        return self.kind, self.key, self.field, self.index


@dataclass(frozen=True, slots=True)
class Match:
    """Words found: the text they stand in, and where in it."""

    source: Source
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words as they stand there."""
        return self.source.text[self.start : self.end]

    @property
    def place(self) -> Place:
        """The place to go to; the office and a section's title have none of their own, so it is their page."""
        source = self.source
        match source.kind:
            case "title":
                return TextPlace(TITLE, 0, self.start, self.end, self.words)
            case "head":
                return HeadPlace(source.key, source.field, self.words)
            case "label" | "figure":
                return CellPlace(source.key, source.text if source.kind == "figure" else "")
            case "paragraph":
                return TextPlace(source.key, source.index, self.start, self.end, self.words)
        return TextPlace(source.key, 0, 0, 0, "")


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for; `exact` tells full-width from half-width characters, and capitals from small letters."""

    words: str
    exact: bool = False

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the words stand in a text, none over another."""
        words, searched = self._folded(self.words), self._folded(text)
        at = searched.find(words) if words else -1
        while at >= 0:
            yield at, at + len(words)
            at = searched.find(words, at + len(words))

    def _folded(self, text: str) -> str:
        """Return the text as it is compared, as long as before."""
        return text if self.exact else text.translate(_WIDTHS)


def find(template: Template, report: Report, query: Query) -> list[Match]:
    """Return every place with the words, in reading order."""
    return [
        Match(source, start, end)
        for source in _sources(template, report)
        for start, end in query.found_in(source.text)
    ]


def at_or_behind(report: Report, matches: Sequence[Match], here: TextPlace) -> int:
    """Return the number of the first match at a place or behind it, that of the first of all behind the last."""
    sections = {section.id: number for number, section in enumerate(report.sections)}
    place = (sections.get(here.section, -1), here.paragraph, here.start)
    orders = (_order(match, sections) for match in matches)
    return next((number for number, order in enumerate(orders) if order >= place), 0)


def _order(match: Match, sections: dict[str, int]) -> tuple[int, int, int]:
    """Return where a match comes in reading order: the title before, tables behind all sections."""
    source = match.source
    match source.kind:
        case "title" | "office":
            return (-1, 0, match.start)
        case "head" | "label" | "figure":
            return (len(sections), 0, match.start)
    return (sections[source.key], source.index if source.kind == "paragraph" else -1, match.start)


def _sources(template: Template, report: Report) -> Iterator[Source]:
    yield Source("title", report.title)
    yield Source("office", report.unit.name, PREFACE)
    for section in report.sections:
        if section.id not in (PREFACE, SIGNATURE):
            yield _heading(template, section)
        for index, paragraph in enumerate(section.paragraphs):
            yield Source("paragraph", paragraph.text, section.id, index=index)
    for table in template.tables:
        if table.is_annex:
            head = report.head(table)
            yield from (Source("head", getattr(head, field), table.id, field) for field in _FIELDS)
        yield from _in_table(template, report, table)


def _in_table(template: Template, report: Report, table: Table) -> Iterator[Source]:
    """Yield the labels of a table, each once, and its figures, row by row."""
    known = set()
    for cell in (one for one in template.cells.values() if one.table == table.id):
        for axis, path in (("row", cell.row), ("column", cell.column)):
            for depth, label in enumerate(path, 1):
                if (axis, path[:depth]) not in known:
                    known.add((axis, path[:depth]))
                    yield Source("label", label, cell.id, fixed=True)
        if text := report.text(cell.id):
            yield Source("figure", text, cell.id, fixed=True)


def _heading(template: Template, section: Section) -> Source:
    known = template.sections_by_id.get(section.id)
    fixed = bool(known and (template.fixed_sections or not section.source_title))
    return Source("heading", section_title(template, section), section.id, fixed=fixed)


def replace_one(template: Template, report: Report, match: Match, by: str) -> Edit | None:
    """Return the edit that puts other words there, None where nothing may be replaced or would change."""
    return _Replacing(template, report, by).edit(match.source, [match])


def replace_all(template: Template, report: Report, matches: Iterable[Match], by: str) -> Together | None:
    """Return the one edit that puts other words at all of the places, None where none would change."""
    replacing = _Replacing(template, report, by, unseen=True)
    found = [match for match in matches if replacing.changes(match)]
    groups = [(source, list(group)) for source, group in groupby(found, key=lambda one: one.source)]
    edits = [edit for source, group in groups if (edit := replacing.edit(source, group))]
    return Together(tuple(edits), f"全部替换 {len(found)} 处") if edits else None


class _Replacing:
    """Makes the edits of one replacement; the lines of one table's head are changed one after another.

    `unseen` says that nobody looks at the places: what waits to be looked at goes on waiting.
    """

    def __init__(self, template: Template, report: Report, by: str, *, unseen: bool = False) -> None:
        self._template = template
        self._report = report
        self._by = by
        self._unseen = unseen
        self._heads: dict[str, Head] = {}

    def changes(self, match: Match) -> bool:
        """Return whether other words would stand there afterwards."""
        return not match.source.fixed and match.words != self._by

    def edit(self, source: Source, matches: Iterable[Match]) -> Edit | None:
        """Return the edit of one text, None where it stays."""
        wanted = sorted(filter(self.changes, matches), key=lambda one: one.start, reverse=True)
        if len(wanted) > 1 and self._is_linked(source):
            return self._one_by_one(source, wanted)
        text = reduce(self._put, wanted, source.text)
        return self._edit(source, text) if text != source.text else None

    def _put(self, text: str, match: Match) -> str:
        return text[: match.start] + self._by + text[match.end :]

    def _is_linked(self, source: Source) -> bool:
        section = self._report.section(source.key) if source.kind == "paragraph" else None
        return bool(section and section.paragraphs[source.index].links)

    def _one_by_one(self, source: Source, wanted: Iterable[Match]) -> Together:
        """Return the edit that makes replacements one after the other, so that links between them stay (`core.links`)."""
        edits = []
        text = source.text
        for match in wanted:
            text = self._put(text, match)
            step = self._rewrite(source, text)
            words = tuple(one.model_copy(update={"links": ()}) for one in step.inserted)  # they inherit them
            edits.append(replace(step, inserted=words, label=_LABEL))
        return Together(tuple(edits), _LABEL)

    def _edit(self, source: Source, text: str) -> Edit:
        match source.kind:
            case "title" | "office" as name:
                return SetField(name, text, _LABEL)
            case "heading":
                return SetSectionTitle(source.key, text, _LABEL)
            case "head":
                return SetHead(source.key, self._head(source, text), _LABEL)
        return replace(self._rewrite(source, text), label=_LABEL)

    def _rewrite(self, source: Source, text: str) -> Splice:
        return rewrite(self._report, source.key, source.index, text, unseen=self._unseen)

    def _head(self, source: Source, text: str) -> Head:
        before = self._heads.get(source.key) or self._report.head(self._template.tables_by_id[source.key])
        self._heads[source.key] = before.model_copy(update={source.field: text})
        return self._heads[source.key]
