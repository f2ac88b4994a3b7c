"""What there is to fill in: the official form of a year, described once and drawn everywhere.

A table is a list of blocks; a block has a row tree and a column tree of official labels. Header spans,
depth, printing and cell addresses all follow from the trees (`core.template.grid`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Kind = Literal["count", "amount", "text"]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Entry(BaseModel):
    """The ground of every table of a template file: frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(Entry):
    """A column, or with `columns` a group of them; a `banner` heads its group without being part of a path."""

    id: Identifier
    label: str
    columns: tuple["Column", ...] = ()
    banner: bool = False
    width: int = 1
    kind: Kind | None = None
    unit: str | None = None
    carry: str | None = None
    sum: tuple[str, ...] = ()
    guidance: str = ""


class Row(Entry):
    """A row with the rows under it; `group` rows of a list and headings of a form take no figures."""

    id: Identifier
    label: str
    rows: tuple["Row", ...] = ()
    group: bool = False
    kind: Kind | None = None
    unit: str | None = None
    carry: str | None = None
    sum: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    guidance: str = ""


class Block(Entry):
    """A part of a table with its own header: a caption line, a corner, columns and rows."""

    id: Identifier
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    corner: str = ""
    unit_heading: str = ""
    label_columns: int = 1


class Table(Entry):
    """An official table. `layout` is "form" (labels span their rows) or "list" (indented rows with units)."""

    id: Identifier
    name: str
    title: str
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


class Section(Entry):
    """A section of the report: its official title, how other titles of it are known, what belongs in it."""

    id: Identifier
    title: str
    number: str = ""
    pattern: str = ""
    tables: tuple[str, ...] = ()
    receives: tuple[str, ...] | None = None
    optional: bool = False
    guidance: str = ""

    @property
    def meanings(self) -> tuple[str, ...]:
        """The ids of sections of other forms whose text belongs here; its own id unless the file says otherwise."""
        return (self.id,) if self.receives is None else self.receives


@dataclass(frozen=True, slots=True)
class Cell:
    """A place for a figure: its address `table.row.column`, official labels outermost first, and what counts.

    `carry` says what becomes of it next year: None (empty again), "stock" (kept as a base) or the id of the
    row whose figure of last year moves in here. `sums` lists every set of cells that must add up to this one.
    """

    id: str
    table: str
    row_id: str
    column_id: str
    row: tuple[str, ...]
    column: tuple[str, ...]
    kind: Kind
    unit: str
    carry: str | None
    group: bool
    sums: tuple[tuple[str, ...], ...]
    guidance: str


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
    return Cell(
        id=f"{table.id}.{row.id}.{column.id}",
        table=table.id,
        row_id=row.id,
        column_id=column.id,
        row=labels,
        column=column_path,
        kind=row.kind or column.kind or "count",
        unit="" if row.group else unit,
        carry=row.carry or column.carry,
        group=row.group,
        sums=tuple(terms for terms in (by_row, by_column) if terms),
        guidance=row.guidance or column.guidance,
    )


class Template(Entry):
    """The form of a span of report years: sections, tables, and the rule it rests on."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    version: int = 1
    name: str
    first_year: int
    last_year: int | None = None
    basis: str
    law: str = ""
    source: str
    confirmed: bool
    fixed_sections: bool
    blank_means_none: bool = False
    local: bool = False
    title: str
    preface: str = ""
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
    def tables_by_id(self) -> dict[str, Table]:
        """The tables by their ids."""
        return {table.id: table for table in self.tables}

    def serves(self, year: int) -> bool:
        """Return whether the form is the one for reports on that year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    @model_validator(mode="after")
    def _names_hold(self) -> "Template":
        """Refuse doubled ids, sums over cells that are not there, circular sums and unknown sections."""
        _unique("section", [section.id for section in self.sections])
        _unique("table", [table.id for table in self.tables])
        _unique("cell", [cell.id for table in self.tables for cell in _cells(table)])
        _sums_hold(self.cells)
        for table in self.tables:
            if table.section and table.section not in self.sections_by_id:
                raise ValueError(f"表 {table.id} 所在的部分 {table.section} 不存在")
        for section in self.sections:
            for table_id in section.tables:
                if table_id not in self.tables_by_id:
                    raise ValueError(f"部分 {section.id} 里的表 {table_id} 不存在")
        return self


def _sums_hold(cells: dict[str, Cell]) -> None:
    for cell in cells.values():
        for term in (term for terms in cell.sums for term in terms):
            if term not in cells:
                raise ValueError(f"合计 {cell.id} 里的 {term} 不存在")
    for cell_id in cells:
        _no_circle(cell_id, cells, ())


def _unique(what: str, ids: list[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise ValueError(f"{what} 的编号 {one} 重复")
        seen.add(one)


def _no_circle(cell_id: str, cells: dict[str, Cell], above: tuple[str, ...]) -> None:
    if cell_id in above:
        raise ValueError(f"合计 {cell_id} 绕成了圈")
    for terms in cells[cell_id].sums:
        for term in terms:
            _no_circle(term, cells, (*above, cell_id))
