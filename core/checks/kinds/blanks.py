"""Cells that stand blank: where 0 is meant, where last year had a figure, and above rows that have one."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from core import numbers
from core.checks.case import Case
from core.checks.entry import Entry, Find, cells_named, kind
from core.checks.kinds.sums import fill_in, filled
from core.checks.model import Finding
from core.labels import short_label
from core.template import Cell, Template
from core.template.model import Row, walk

_NAMED = 3
_MOST_PLACES = 50


class BlanksEntry(Entry):
    """A table."""

    table: str


@kind("blanks", BlanksEntry, "table count names", reads="cells")
def blanks(entry: BlanksEntry, template: Template) -> Find:
    """Require that no cell is blank where 0 is meant: one finding for the table.

    Where blank means none, only groups that are partly filled count, and a form in which no figure stands at all:
    that is no answer yet, whatever the weight of the rule. What had a figure last year is left to "emptied".
    """
    cells = _cells_of(entry, template)

    def find(case: Case) -> Iterator[Finding]:
        blank, emptied = case.blanks(entry.table), _emptied(case, entry.table)
        missing = [cell for cell in blank.missing if cell.id not in emptied]
        to_fill = [cell for cell in blank.waiting if cell.id not in emptied]
        if to_fill:
            yield _blanks(entry, case, missing, to_fill, len(missing) == len(cells))

    return find


def _blanks(
    entry: BlanksEntry, case: Case, missing: list[Cell], to_fill: list[Cell], all_blank: bool
) -> Finding:
    name = case.table_name(missing[0])
    where = case.cell_places(cell.id for cell in missing[:_MOST_PLACES])
    if all_blank and case.template.blank_means_none:
        message = f"{name}还没有填，{len(to_fill)} 个单元格都是空的；有数的请填上"
        return entry.finding(message, where, severity="warning", unfinished=True)
    if all_blank:
        message = f"{name}还没有填，{len(to_fill)} 个单元格都是空的；没有的请填 0"
    else:
        message = entry.words(
            "{table}有 {count} 个单元格是空的：{names}；没有的请填 0",
            table=name,
            count=len(to_fill),
            names=_first([_within(case, cell) for cell in to_fill]),
        )
    return entry.finding(message, where)


@kind("emptied", BlanksEntry, "table count names year", reads="cells")
def emptied(entry: BlanksEntry, template: Template) -> Find:
    """Require that what had a figure last year has one this year, be it 0, where blank means none."""
    _cells_of(entry, template)

    def find(case: Case) -> Iterator[Finding]:
        known = _emptied(case, entry.table)
        to_fill = [cell for cell in case.blanks(entry.table).waiting if cell.id in known]
        if not to_fill:
            return
        year = _year_before(case)
        message = entry.words(
            "{table}有 {count} 个单元格{year}有数，今年空着：{names}；今年没有的请填 0",
            table=case.table_name(to_fill[0]),
            count=len(to_fill),
            year=year,
            names=_first([f"{_within(case, cell)}（{year.strip()} {known[cell.id]}）" for cell in to_fill]),
        )
        yield entry.finding(message, case.cell_places(cell.id for cell in to_fill[:_MOST_PLACES]))

    return find


def _cells_of(entry: BlanksEntry, template: Template) -> tuple[Cell, ...]:
    if entry.table not in template.tables_by_id:
        raise ValueError(f"表 {entry.table} 不存在")
    return cells_named(template, (f"{entry.table}.*",))


def _emptied(case: Case, table: str) -> dict[str, str]:
    """Return the blank cells with a figure last year, by their addresses, and that figure."""
    last = case.newest_before if case.template.blank_means_none else None
    if last is None:
        return {}
    return {cell.id: last.text(cell.id).strip() for cell in case.blanks(table).emptied}


def _year_before(case: Case) -> str:
    """Return what the report before is called: last year's, or by its year where it is older."""
    last = case.newest_before
    return "去年" if last is None or last.year == case.report.year - 1 else f" {last.year} 年"


def _within(case: Case, cell: Cell) -> str:
    """Return the name of a cell without its table, with the row above where the row alone says little."""
    is_list = case.template.tables_by_id[cell.table].layout == "list"
    return " · ".join(map(short_label, cell.row[-2:])) if is_list else case.name_in_table(cell)


def _first(names: Sequence[str]) -> str:
    return "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")


class BlankTotalsEntry(Entry):
    """A list whose rows have rows under them."""

    table: str


@kind("blank_totals", BlankTotalsEntry, "place arithmetic", reads="cells")
def blank_totals(entry: BlankTotalsEntry, template: Template) -> Find:
    """Require that no row is blank while a row under it has a number."""
    if entry.table not in template.tables_by_id:
        raise ValueError(f"表 {entry.table} 不存在")
    table = template.tables_by_id[entry.table]
    rows = [row for block in table.blocks for row, _ in walk(block.rows) if row.rows and not row.group]

    def find(case: Case) -> Iterator[Finding]:
        for row in rows:
            for cell in cells_named(template, (f"{table.id}.{row.id}.*",)):
                children = tuple(f"{table.id}.{child.id}.{cell.column_id}" for child in row.rows)
                waits = case.is_unknown(cell.id) or not case.is_blank(cell.id)
                if not waits and any(filled(case, children)):
                    yield _blank_total(entry, case, cell, row, children)

    return find


def _blank_total(
    entry: BlankTotalsEntry, case: Case, cell: Cell, row: Row, children: tuple[str, ...]
) -> Finding:
    counted = [child for child in children if case.number(child)]
    total = sum(filled(case, children), Decimal(0))
    certain = bool(row.sum) and not any(case.is_odd(child) for child in children)
    named = "，".join(
        f"{short_label(case.template.cells[child].row[-1])}填的是 {case.report.text(child).strip()}"
        for child in counted
    )
    message = entry.words("{place}：{arithmetic}，总数却是空的", place=case.cell_name(cell), arithmetic=named)
    return entry.finding(
        message,
        case.cell_places((cell.id, *counted)),
        expected=numbers.plain(total) if certain else "",
        fix=fill_in(cell.id, total) if certain else None,
    )
