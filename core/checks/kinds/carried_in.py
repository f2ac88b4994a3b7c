"""Cells that take over what last year's report hands on."""

from collections.abc import Iterator
from decimal import Decimal

from core import numbers
from core.checks.case import Case
from core.checks.entry import Entry, Find, cells_named, kind
from core.checks.kinds.cells import said
from core.checks.kinds.sums import fill_in
from core.checks.model import Finding
from core.template import Cell, Template


class CarriedEntry(Entry):
    """A table with rows that take over a row of last year's."""

    table: str


@kind("carried", CarriedEntry, "place value last_label last_value difference", reads="cells")
def carried(entry: CarriedEntry, template: Template) -> Find:
    """Require that what was carried out last year is carried in this year, column by column."""
    cells = [cell for cell in cells_named(template, (f"{entry.table}.*",)) if not cell.is_stock]
    cells = [cell for cell in cells if cell.carried_from]
    if not cells:
        raise ValueError(f"表 {entry.table} 没有从上年结转的行")

    def find(case: Case) -> Iterator[Finding]:
        for cell in cells:
            before, now = _carried_out(case, cell), case.number(cell.id)
            if before is None or case.is_unknown(cell.id) or before == (now or 0):
                continue
            message = entry.words(
                "{place}{value}，去年“{last_label}”是 {last_value}，差 {difference}",
                place=case.cell_name(cell),
                value=said(case, cell),
                last_label=_last_label(template, cell),
                last_value=numbers.plain(before),
                difference=numbers.plain(abs(before - (now or 0))),
            )
            found = "" if now is None else numbers.plain(now)
            where = (case.cell_place(cell.id),)
            fix = fill_in(cell.id, before)
            yield entry.finding(message, where, expected=numbers.plain(before), found=found, fix=fix)

    return find


def _carried_out(case: Case, cell: Cell) -> Decimal | None:
    """Return the figure that last year hands on to a cell, None where last year's report does not say it."""
    last = case.year_before
    if last is None:
        return None
    found = [numbers.read(last.text(source)) for source in cell.carried_from]
    known = [number for number in found if number is not None]
    return sum(known, Decimal(0)) if len(known) == len(found) else None


def _last_label(template: Template, cell: Cell) -> str:
    sources = [template.cells[source] for source in cell.carried_from]
    same_row = all(source.row_id == cell.row_id for source in sources)
    return "＋".join(source.column[-1] if same_row else source.row[-1] for source in sources)
