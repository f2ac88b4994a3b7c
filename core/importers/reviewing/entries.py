"""What was recognised, entry by entry as the review page lists it: facts, sections, paragraphs, tables, the rest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from core.importers.recognise import Reading
from core.importers.reviewing.arranging import Arrangement, Piece
from core.importers.reviewing.decisions import OUT
from core.importers.reviewing.names import FACTS, section_name
from core.labels import unspaced
from core.report import Report, Section, section_title
from core.template import Block, Table, Template
from core.template.model import leaves, printed_rows

Kind = Literal["fact", "section", "paragraph", "table", "head", "group", "row", "rest", "left"]
Sign = Literal["", "sure", "check", "absent", "seen", "changed", "blank"]
SignOf = Callable[[str], Sign]

_ONE_COLUMN = "统计数"


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of a row: its address, the label of its column, what stands in it, and how sure that is."""

    cell: str
    label: str
    value: str
    sign: Sign


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what it is, its words (of a row its label), its figures, its sign, its lines in the source.

    Of the heads over columns `columns` has the labels of each as the form prints them one over the other. Of a row
    and of a group of rows `path` has the labels above it and its own.
    """

    target: str
    kind: Kind
    text: str
    sign: Sign = ""
    lines: tuple[int, ...] = ()
    level: int = 0
    label: str = ""
    figures: tuple[Figure, ...] = ()
    columns: tuple[tuple[str, ...], ...] = ()
    path: tuple[str, ...] = ()


class Listing:
    """Lists a reading as it stands after the decisions; `sign_of` says how each target stands."""

    def __init__(
        self, reading: Reading, template: Template, report: Report, arrangement: Arrangement, sign_of: SignOf
    ) -> None:
        self._reading = reading
        self._template = template
        self._report = report
        self._arrangement = arrangement
        self._sign_of = sign_of
        self._lines = {trace.target: trace.lines for trace in reading.traces}
        self._heads = heading_lines(reading)

    def entries(self) -> tuple[Entry, ...]:
        """Return all entries in the order of the report, then what is left over."""
        return (*self._facts(), *self._sections(), *self._annexes(), *self._rest())

    def _facts(self) -> Iterator[Entry]:
        texts = {"title": self._report.title, "unit": self._report.unit.name}
        for target, text in texts.items():
            lines = self._lines.get(target, ())
            sign = self._sign_of(target)
            sign = "absent" if not text and sign == "sure" else sign
            yield Entry(target, "fact", text, sign, lines, label=FACTS[target])

    def _sections(self) -> Iterator[Entry]:
        for section in self._report.sections:
            pieces = self._arrangement[section.id]
            known = self._template.sections_by_id.get(section.id)
            tables = known.tables if known else ()
            title = section_name(self._template, self._report, section)
            if not (pieces or tables or known or section.source_title):
                continue
            target = f"section:{section.id}"
            sign = self._sign_of(target)
            lines = self._heads.get(unspaced(section_title_of(self._template, section)), ())
            yield Entry(target, "section", title, "" if sign == "sure" else sign, lines)
            for piece in pieces:
                yield self._piece(piece, "paragraph")
            for table in tables:
                yield from self._table(self._template.tables_by_id[table])

    def _annexes(self) -> Iterator[Entry]:
        for table in self._template.tables:
            if table.is_annex:
                yield from self._table(table)

    def _table(self, table: Table) -> Iterator[Entry]:
        sign = self._sign_of(f"table:{table.id}")
        yield Entry(f"table:{table.id}", "table", table.name, "" if sign == "sure" else sign)
        for block in table.blocks:
            yield from self._block(table, block)

    def _block(self, table: Table, block: Block) -> Iterator[Entry]:
        paths = tuple(path for _, path in leaves(block.columns))
        columns = [(column.id, " ".join(path)) for column, path in leaves(block.columns)]
        if len(columns) > 1 or columns[0][1] != _ONE_COLUMN:
            heads = tuple(Figure("", label, label, "") for _, label in columns)
            yield Entry("", "head", block.caption, figures=heads, columns=paths)
        above: tuple[str, ...] = ()
        for row, path in printed_rows(table, block):
            if table.layout == "form" and path[:-1] and path[:-1] != above:
                yield Entry("", "group", " · ".join(path[:-1]), path=path[:-1])
            above = path[:-1]
            if row.group:
                yield Entry("", "group", row.label, path=path)
                continue
            address = f"{table.id}.{row.id}"
            cells = [(f"{address}.{column}", label) for column, label in columns]
            yield self._row(address, row.label if block.label_columns else "", path, cells)

    def _row(self, address: str, label: str, path: tuple[str, ...], cells: list[tuple[str, str]]) -> Entry:
        figures = tuple(
            Figure(cell, name, self._report.text(cell), self._figure_sign(cell)) for cell, name in cells
        )
        lines = tuple(sorted({line for cell, _ in cells for line in self._lines.get(cell, ())}))
        filled = any(figure.value for figure in figures)
        sign = self._sign_of(address)
        sign = "blank" if sign == "sure" and not filled else sign
        return Entry(address, "row", label, sign, lines, figures=figures, path=path)

    def _figure_sign(self, cell: str) -> Sign:
        sign = self._sign_of(cell)
        return "blank" if sign == "sure" and not self._report.text(cell) else sign

    def _rest(self) -> Iterator[Entry]:
        pieces = self._arrangement[OUT]
        if pieces:
            yield Entry("", "rest", "没有放进报告的")
        yield from (self._piece(piece, "left") for piece in pieces)

    def _piece(self, piece: Piece, kind: Kind) -> Entry:
        """Return the entry of some words, with the lines of all that they were read as."""
        read = {line for target in piece.read_as for line in self._lines.get(target, ())}
        lines = tuple(sorted(read)) or ((piece.line,) if piece.line else ())
        level = piece.paragraph.level if kind == "paragraph" else 0
        return Entry(piece.target, kind, piece.paragraph.text, self._sign_of(piece.target), lines, level)


def section_title_of(template: Template, section: Section) -> str:
    """Return the title of a section as the source words it."""
    return section.source_title or section_title(template, section)


def heading_lines(reading: Reading) -> dict[str, tuple[int, ...]]:
    """Return the line on which each section's title stands, by the words of the title."""
    titles = {unspaced(section.source_title) for section in reading.report.sections} - {""}
    found: dict[str, tuple[int, ...]] = {}
    for line in reading.source:
        if line.table or len(line.text) > 60:
            continue
        plain = unspaced(line.text)
        found.setdefault(plain.split("、", 1)[-1], (line.line,))
        for title in titles:
            if title in plain:
                found.setdefault(title, (line.line,))
    return found
