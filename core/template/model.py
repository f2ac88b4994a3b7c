"""What there is to fill in: the official form of a year, described once and drawn everywhere.

A table is a list of blocks; a block has a row tree and a column tree of official labels. Header spans,
depth, printing and cell addresses all follow from the trees (`core.template.grid`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from core import dates
from core.grid import Kind
from core.labels import REPORT_NAME
from core.template import naming
from core.template.parts import Entry, Identifier, Label, Marked, Measure, Span

FIRST_YEAR = 2008  # of reports: the regulation came into force
LAST_YEAR = dates.LAST_YEAR  # nobody reports on later ones yet, and dates have to be told of the year after
_PLANS = "problems"  # the section that tells them on every form that ships


class Column(Marked):
    """A column, or with `columns` a group of them; a `banner` heads its group without being part of a path.

    `short` are names for it where the window has no room for its label, the longest first.
    """

    id: Identifier
    label: Label
    short: tuple[Label, ...] = ()
    columns: tuple["Column", ...] = ()
    banner: bool = False
    width: Span = 1
    kind: Kind | None = None
    unit: str | None = None
    carry: str | None = None
    sum: tuple[str, ...] = ()
    guidance: str = ""


class Row(Marked):
    """A row with the rows under it; `group` rows of a list and headings of a form take no figures."""

    id: Identifier
    label: Label
    rows: tuple["Row", ...] = ()
    group: bool = False
    kind: Kind | None = None
    unit: str | None = None
    carry: str | None = None
    sum: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    guidance: str = ""


class Block(Entry):
    """A part of a table with its own header: a caption line, a corner, columns and rows.

    `figure_widths` are the widths of the figures in files where they do not stand under their heads, `corner_short`
    is what the corner says where the window has no room for more, the longest first.
    """

    id: Identifier
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    corner: str = ""
    corner_short: tuple[Label, ...] = ()
    unit_heading: str = ""
    label_columns: Annotated[int, Field(ge=0)] = 1
    figure_widths: tuple[Span, ...] = ()


class Table(Marked):
    """An official table. `layout` is "form" (labels span their rows) or "list" (indented rows with units)."""

    id: Identifier
    name: Label
    title: Label
    layout: Literal["form", "list"]
    blocks: tuple[Block, ...] = Field(alias="block")
    section: str = ""
    unit: str = ""
    widths: tuple[float, ...] = ()
    period: str = ""
    filler: str = ""
    mark: str = ""

    @property
    def is_annex(self) -> bool:
        """Whether the table stands behind the report and not inside a section."""
        return not self.section


class Section(Marked):
    """A section of the report: its official title, how other titles of it are known, what belongs in it.

    The role "plans": it tells what is wrong and what will be done, not what was done in the year. The section
    `problems` has it on every form, for forms older than roles name none.
    """

    id: Identifier
    title: Label
    number: str = ""
    pattern: str = ""
    tables: tuple[str, ...] = ()
    receives: tuple[str, ...] | None = None
    role: Literal["", "plans"] = ""
    optional: bool = False
    guidance: str = ""

    @property
    def meanings(self) -> tuple[str, ...]:
        """The ids of sections of other forms whose text belongs here; its own id unless the file says otherwise."""
        return (self.id,) if self.receives is None else self.receives


@dataclass(frozen=True, slots=True)
class Cell:
    """A place for a figure: its address `table.row.column`, official labels outermost first, and what counts.

    `carried_from` are the cells of last year's report whose figures, added up, are this one's to begin with: none
    where it is blank again, the cell itself for a stock that is kept as a base. `sums` lists every set of cells
    that must add up to this one. `source` and `confirmed` speak of its guidance.
    """

    id: str
    table: str
    row_id: str
    column_id: str
    row: tuple[str, ...]
    column: tuple[str, ...]
    kind: Kind
    unit: str
    carried_from: tuple[str, ...]
    group: bool
    sums: tuple[tuple[str, ...], ...]
    guidance: str
    source: str
    confirmed: bool | None

    @property
    def is_stock(self) -> bool:
        """Whether last year's figure of the same cell is kept as a base."""
        return self.carried_from == (self.id,)


def leaves(
    columns: tuple[Column, ...], path: tuple[str, ...] = ()
) -> Iterator[tuple[Column, tuple[str, ...]]]:
    """Yield each column that holds figures with its labels, outermost first, banners left out."""
    for column in columns:
        here = path if column.banner else (*path, column.label)
        if column.columns:
            yield from leaves(column.columns, here)
        else:
            yield column, here


def walk(rows: tuple[Row, ...], path: tuple[str, ...] = ()) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Yield every row of the tree, in the order of the form, with its labels outermost first."""
    for row in rows:
        here = (*path, row.label)
        yield row, here
        yield from walk(row.rows, here)


def printed_rows(table: Table, block: Block) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Yield the rows that are a line of the printed form: all in a list, the innermost ones in a form."""
    for row, path in walk(block.rows):
        if table.layout == "list" or not row.rows:
            yield row, path


def _cells(table: Table) -> Iterator[Cell]:
    for block in table.blocks:
        for row, path in printed_rows(table, block):
            labels = (block.caption, *path) if block.caption else path
            for column, column_path in leaves(block.columns):
                yield _cell(table, row, labels, column, column_path)


def _cell(
    table: Table, row: Row, labels: tuple[str, ...], column: Column, column_path: tuple[str, ...]
) -> Cell:
    by_row = tuple(f"{table.id}.{term}.{column.id}" for term in row.sum)
    by_column = tuple(f"{table.id}.{row.id}.{term}" for term in column.sum)
    unit = row.unit if row.unit is not None else column.unit if column.unit is not None else table.unit
    marks = [one.confirmed for one in (row, column) if one.confirmed is not None]
    return Cell(
        id=f"{table.id}.{row.id}.{column.id}",
        table=table.id,
        row_id=row.id,
        column_id=column.id,
        row=labels,
        column=column_path,
        kind=row.kind or column.kind or "count",
        unit="" if row.group else unit,
        carried_from=_carried_from(table, row, column),
        group=row.group,
        sums=tuple(terms for terms in (by_row, by_column) if terms),
        guidance=row.guidance + column.guidance,
        source=row.source or column.source or table.source,
        confirmed=all(marks) if marks else table.confirmed,
    )


def _carried_from(table: Table, row: Row, column: Column) -> tuple[str, ...]:
    """Return the cells of last year: `carry` is "stock", or ids of rows (of columns) with "+" between them."""
    if (row.carry or column.carry) == "stock":
        return (f"{table.id}.{row.id}.{column.id}",)
    if row.carry:
        return tuple(f"{table.id}.{one}.{column.id}" for one in row.carry.split("+"))
    ids = column.carry.split("+") if column.carry else ()
    return tuple(f"{table.id}.{row.id}.{one}" for one in ids)


class Template(Entry):
    """The form of a span of report years: sections, tables, and the rule it rests on.

    `extends` names the form that it adds to; `local` forms are never chosen by the year alone. `report_name` is what
    the report is called in the names of its files.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    extends: str = ""
    version: int = 1
    name: Label
    first_year: int
    last_year: int | None = None
    basis: str
    law: str = ""
    source: str
    confirmed: bool
    fixed_sections: bool
    blank_means_none: bool = False
    local: bool = False
    title: Label
    report_name: Label = REPORT_NAME
    preface: str = ""
    measures: tuple[Measure, ...] = Field(default=(), alias="measure")
    sections: tuple[Section, ...] = Field(alias="section")
    tables: tuple[Table, ...] = Field(default=(), alias="table")

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """Every cell by its address, in the order of the form, group rows included."""
        return {cell.id: cell for table in self.tables for cell in _cells(table)}

    @cached_property
    def sections_by_id(self) -> dict[str, Section]:
        """The sections by their ids."""
        return {section.id: section for section in self.sections}

    @cached_property
    def plans(self) -> frozenset[str]:
        """The ids of the sections that tell what is wrong and what will be done."""
        return frozenset(one.id for one in self.sections if one.role == "plans" or one.id == _PLANS)

    @cached_property
    def tables_by_id(self) -> dict[str, Table]:
        """The tables by their ids."""
        return {table.id: table for table in self.tables}

    @cached_property
    def row_depths(self) -> dict[str, int]:
        """How many row labels, from the innermost outwards, tell each cell from other rows of its table."""
        return naming.row_depths(self.cells.values())

    @cached_property
    def column_depths(self) -> dict[str, int]:
        """How many column labels, from the innermost outwards, tell each cell from other columns of its table."""
        return naming.column_depths(self.cells.values())

    @cached_property
    def totals(self) -> tuple[Cell, ...]:
        """Every cell that counts others, each after the totals it counts."""
        cells = self.cells

        def depth(cell_id: str) -> int:
            return max((1 + depth(term) for terms in cells[cell_id].sums for term in terms), default=0)

        return tuple(sorted((cell for cell in cells.values() if cell.sums), key=lambda cell: depth(cell.id)))

    def serves(self, year: int) -> bool:
        """Return whether the form is the one for reports on that year."""
        return self.first_year <= year <= min(self.last_year or LAST_YEAR, LAST_YEAR)
