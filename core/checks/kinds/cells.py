"""Single cells: odd ones, those that must be zero or agree with another."""

from collections.abc import Iterator

from core import numbers, totals
from core.checks.case import Case, clipped
from core.checks.entry import Entry, Find, cells_named, kind
from core.checks.late import Late
from core.checks.model import Finding, Fix
from core.edits import SetCells
from core.labels import short_label
from core.template import Cell, Template

_LONGEST_CHINESE = 9  # characters of a number written in Chinese that is certain
_WITH_UNIT = Late(r"(\d{1,12}(?:\.\d{1,6})?)\s?(?:件|条|次|人次|人|名|个|期|份|篇)")


class CellsEntry(Entry):
    """Some cells."""

    cells: tuple[str, ...] = ("*",)


@kind("numeric", CellsEntry, "place value wanted", reads="cells")
def numeric(entry: CellsEntry, template: Template) -> Find:
    """Require that every filled cell holds a number of at least 0, a whole one where it counts.

    A total that is computed is not told for its terms.
    """
    cells = [cell for cell in cells_named(template, entry.cells) if cell.kind != "text"]

    def find(case: Case) -> Iterator[Finding]:
        for cell in cells:
            text = case.text(cell.id)
            if numbers.is_blank(text) or _fits(case, cell) or _follows_an_odd_term(case, cell):
                continue
            text = text.strip()
            if cell.kind == "amount" and cell.unit and numbers.money(text):
                continue
            message = entry.words(
                "{place}填的是“{value}”，这里要{wanted}",
                place=case.cell_name(cell),
                value=clipped(text),
                wanted=_wanted(cell),
            )
            where = (case.cell_place(cell.id),)
            yield entry.finding(message, where, found=text, fix=_certain_number(cell, text))

    return find


def _follows_an_odd_term(case: Case, cell: Cell) -> bool:
    """Return whether a total is computed of a term that does not fit either."""
    terms = (case.template.cells[term] for sums in cell.sums for term in sums)
    odd = any(not case.is_blank(term.id) and not _fits(case, term) for term in terms)
    return odd and totals.follows(case.report, cell)


def _wanted(cell: Cell) -> str:
    if cell.kind == "count":
        return "填 0 或正整数"
    if cell.kind == "change":
        return "填整数：增加的填正数，减少的填负数，没有增减填 0"
    return (
        f"填 0 或正数，单位是{cell.unit}，不带文字"
        if cell.unit
        else "填 0 或正数，并写上单位（如 25.1 万元）"
    )


def _fits(case: Case, cell: Cell) -> bool:
    text = case.text(cell.id)
    if cell.kind == "count":
        return numbers.is_count(text)
    value = case.number(cell.id)
    if cell.kind == "change":
        return value is not None and value == value.to_integral_value()
    return (value is not None and value >= 0) or (not cell.unit and numbers.money(text) is not None)


def _certain_number(cell: Cell, text: str) -> Fix | None:
    """Return the fix for a number written with its unit or in Chinese."""
    plain = numbers.clean(text)
    match = _WITH_UNIT.fullmatch(plain) if cell.kind != "amount" else None
    number = numbers.read(match[1]) if match else None
    value = numbers.plain(number) if number is not None else ""
    if not match and len(plain) <= _LONGEST_CHINESE and (counted := numbers.from_chinese(plain)) is not None:
        value = str(counted)
    if not value or (cell.kind != "amount" and not numbers.is_count(value)):
        return None
    return Fix(f"改为 {value}", SetCells({cell.id: value}, f"改为 {value}"))


class LongEntry(CellsEntry):
    """Cells that count, and how many digits a count may have."""

    digits: int


@kind("too_long", LongEntry, "place value digits", reads="cells")
def too_long(entry: LongEntry, template: Template) -> Find:
    """Require that no count has more digits than counts have; a total is not told for its terms."""
    cells = [cell for cell in cells_named(template, entry.cells) if cell.kind == "count"]

    def find(case: Case) -> Iterator[Finding]:
        for cell in cells:
            if not _is_long(entry, case, cell.id) or _has_long_term(entry, case, cell):
                continue
            written = numbers.plain(case.number(cell.id) or 0)
            message = entry.words(
                "{place}填的是 {value}，有 {digits} 位数，像是多打了数字，请核对",
                place=case.cell_name(cell),
                value=written,
                digits=len(written),
            )
            yield entry.finding(message, (case.cell_place(cell.id),), found=written)

    return find


def _is_long(entry: LongEntry, case: Case, cell: str) -> bool:
    text = case.text(cell)
    if len(text) <= entry.digits:
        return False
    value = case.number(cell)
    return value is not None and value >= 10**entry.digits and numbers.is_count(text)


def _has_long_term(entry: LongEntry, case: Case, cell: Cell) -> bool:
    return any(_is_long(entry, case, term) for terms in cell.sums for term in terms)


class BesideEntry(Entry):
    """A cell, and one beside it that needs it."""

    cell: str
    beside: str


@kind("needed", BesideEntry, "place beside value", reads="cells")
def needed(entry: BesideEntry, template: Template) -> Find:
    """Require that the cell is filled where the one beside it is larger than 0."""
    cell, beside = cells_named(template, (entry.cell, entry.beside))

    def find(case: Case) -> Iterator[Finding]:
        value = case.number(beside.id)
        if value and value > 0 and case.is_blank(cell.id):
            message = entry.words(
                "{place}没有填，而{beside}是 {value}",
                place=case.cell_name(cell),
                beside=short_label(beside.row[-1]),
                value=numbers.plain(value),
            )
            yield entry.finding(message, case.cell_places((cell.id, beside.id)))

    return find


@kind("same", BesideEntry, "table label value beside_label beside_value", reads="cells")
def same(entry: BesideEntry, template: Template) -> Find:
    """Require that two cells for the same thing say the same; blank and 0 do."""
    cell, beside = cells_named(template, (entry.cell, entry.beside))

    def find(case: Case) -> Iterator[Finding]:
        if case.is_unknown(cell.id) or case.is_unknown(beside.id):
            return
        if (case.number(cell.id) or 0) != (case.number(beside.id) or 0):
            message = entry.words(
                "{table}“{label}”{value}，“{beside_label}”{beside_value}，两处说的是同一件事",
                table=case.table_name(cell),
                label=cell.row[-1],
                value=said(case, cell),
                beside_label=beside.row[-1],
                beside_value=said(case, beside),
            )
            yield entry.finding(message, case.cell_places((cell.id, beside.id)))

    return find


def said(case: Case, cell: Cell) -> str:
    """Return in words what stands in a cell."""
    text = case.report.text(cell.id).strip()
    return f"填的是 {text}" if text else "是空的"


class ZeroEntry(CellsEntry):
    """Cells that must be 0 for offices of some names."""

    office: str


@kind("zero", ZeroEntry, "place value", reads="cells")
def zero(entry: ZeroEntry, template: Template) -> Find:
    """Require that the cells are 0 or blank where the office's name is of that kind."""
    cells = cells_named(template, entry.cells)
    office = entry.late(entry.office)

    def find(case: Case) -> Iterator[Finding]:
        if not office.search(case.report.unit.name.strip()):
            return
        for cell in cells:
            value = case.number(cell.id)
            if value:
                message = entry.words(
                    "{place}填的是 {value}，应当是 0",
                    place=case.cell_name(cell),
                    value=numbers.plain(value),
                )
                fix = Fix("改为 0", SetCells({cell.id: "0"}, "改为 0"))
                where = (case.cell_place(cell.id),)
                yield entry.finding(message, where, expected="0", found=numbers.plain(value), fix=fix)

    return find
