"""Amounts of money: the unit of the cell, and figures written in another."""

from collections.abc import Iterator
from decimal import Decimal

from core import numbers
from core.checks.case import Case
from core.checks.entry import Entry, Find, kind
from core.checks.kinds.sums import fill_in
from core.checks.model import Finding
from core.template import Cell, Template

_YUAN_IN_TEN_THOUSAND = 10000


class AmountsEntry(Entry):
    """The most that is likely in the unit of the cell, but for offices of some names."""

    limit: Decimal = Decimal(1000)
    larger_office: str = "(?!)"


@kind("amounts", AmountsEntry, "place value unit", reads="cells")
def amounts(entry: AmountsEntry, template: Template) -> Find:
    """Require that amounts are written in the unit of their cell, without words, and are likely in it."""
    cells = [cell for cell in template.cells.values() if cell.kind == "amount" and cell.unit == "万元"]
    if not cells:
        raise ValueError("格式里没有以万元为单位的格")
    larger = entry.late(entry.larger_office)

    def find(case: Case) -> Iterator[Finding]:
        small_office = not larger.search(case.report.unit.name.strip())
        for cell in cells:
            written = numbers.money(case.report.text(cell.id))
            value = case.number(cell.id)
            if written:
                yield _with_unit(entry, case, cell, *written)
            elif value is not None and value > entry.limit and small_office:
                yield _too_large(entry, case, cell, value)

    return find


def _with_unit(entry: AmountsEntry, case: Case, cell: Cell, value: Decimal, in_unit: bool) -> Finding:
    right = value if in_unit else value / _YUAN_IN_TEN_THOUSAND
    text = case.report.text(cell.id).strip()
    message = f"{case.cell_name(cell)}填的是“{text}”，这里的单位是万元，只填数：{numbers.plain(right)}"
    where = (case.cell_place(cell.id),)
    expected = numbers.plain(right)
    fix = fill_in(cell.id, right)
    return entry.finding(message, where, expected=expected, found=text, fix=fix, severity="error")


def _too_large(entry: AmountsEntry, case: Case, cell: Cell, value: Decimal) -> Finding:
    plain, in_yuan = numbers.plain(value), numbers.plain(value / _YUAN_IN_TEN_THOUSAND)
    message = entry.words(
        f"{{place}}填的是 {{value}}，单位是{{unit}}，请核对是不是按元填的（{plain} 元应填 {in_yuan}）",
        place=case.cell_name(cell),
        value=plain,
        unit=cell.unit,
    )
    return entry.finding(message, (case.cell_place(cell.id),), found=plain)


@kind("unit_written", Entry, "place value", reads="cells")
def unit_written(entry: Entry, template: Template) -> Find:
    """Require that an amount says its unit where the form names none; 0 needs none."""
    cells = [cell for cell in template.cells.values() if cell.kind == "amount" and not cell.unit]
    if not cells:
        raise ValueError("格式里没有要自己写单位的格")

    def find(case: Case) -> Iterator[Finding]:
        for cell in cells:
            value = case.number(cell.id)
            if value:
                message = entry.words(
                    "{place}填的是 {value}，没有写单位，请写明是元还是万元",
                    place=case.cell_name(cell),
                    value=numbers.plain(value),
                )
                yield entry.finding(message, (case.cell_place(cell.id),), found=numbers.plain(value))

    return find
