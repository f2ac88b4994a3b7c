"""Arithmetic of the tables: totals, balances, and what may not be larger than what."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from core import numbers
from core.checks.case import Case, clipped
from core.checks.entry import Entry, Find, cells_named, kind
from core.checks.model import Finding, Fix, Severity
from core.checks.suspects import Equation
from core.edits import SetCells
from core.labels import short_label
from core.template import Cell, Template
from core.totals import reason_of

_MANY = 8


def fill_in(cell: str, value: Decimal) -> Fix:
    """Return the fix that puts a number into a cell."""
    text = numbers.plain(value)
    return Fix(f"改为 {text}", SetCells({cell: text}, f"改为 {text}"))


def written_out(values: list[Decimal]) -> str:
    """Return the addition as a clerk would write it; of many terms only those that count."""
    if len(values) > _MANY:
        values = [value for value in values if value] or [Decimal(0)]
    return "+".join(numbers.plain(value) for value in values)


def _by_hand(case: Case, cell: str, label: str) -> str:
    """Return that a total was typed by hand, and why, as the end of a sentence; "" where it was not."""
    reason = reason_of(case.report, cell)
    return f"；{label}是手工填的，原因：{clipped(reason.removesuffix('。'))}" if reason else ""


def filled(case: Case, cells: tuple[str, ...]) -> list[Decimal]:
    """Return the numbers of some cells; a blank one has none."""
    return [value for cell in cells if (value := case.number(cell)) is not None]


class SumsEntry(Entry):
    """Totals of the form; `along` takes those that add up a row, a column, or both.

    Of a total whose terms are to be `complete`, what it has more than them may belong into those that are still blank:
    that is a warning, which names them, and no remedy.
    """

    totals: tuple[str, ...]
    along: Literal["row", "column", "any"] = "any"
    blank_total: bool = True
    complete: bool = False


def _identities(entry: SumsEntry, template: Template) -> list[tuple[Cell, tuple[str, ...]]]:
    return [
        (total, terms)
        for total in cells_named(template, entry.totals)
        for terms in total.sums
        if entry.along in ("any", _direction(total, terms))
    ]


def _sum_equations(entry: SumsEntry, template: Template) -> tuple[Equation, ...]:
    return tuple(
        Equation(((total.id, -1), *((term, 1) for term in terms)))
        for total, terms in _identities(entry, template)
    )


@kind(
    "sums", SumsEntry, "place arithmetic sum label found difference", equations=_sum_equations, reads="cells"
)
def sums(entry: SumsEntry, template: Template) -> Find:
    """Require that every total is the sum of its terms, as the template names them."""
    identities = _identities(entry, template)
    if not identities:
        raise ValueError("这些单元格都不是合计")

    def find(case: Case) -> Iterator[Finding]:
        for total, terms in identities:
            if case.knows((total.id, *terms)):
                yield from _sum_holds(entry, case, total, terms)

    return find


def _direction(total: Cell, terms: tuple[str, ...]) -> str:
    table, row, _ = terms[0].split(".")
    return "row" if (table, row) == (total.table, total.row_id) else "column"


def _sum_holds(entry: SumsEntry, case: Case, total: Cell, terms: tuple[str, ...]) -> Iterator[Finding]:
    values = [case.number(term) or Decimal(0) for term in terms]
    wanted, found = sum(values, Decimal(0)), case.number(total.id)
    is_filled = bool(filled(case, terms))
    if found == wanted or (found is None and (not wanted or not entry.blank_total)):
        return
    if not is_filled and (not found or case.template.blank_means_none):
        return
    if found is None and any(case.is_blank(term) for term in terms) and not case.template.blank_means_none:
        return  # still being filled in: the blanks are another rule's to say
    place, label = _names(case, total, terms)
    blank = _still_blank(case, terms) if entry.complete and found is not None and found > wanted else []
    fix = fill_in(total.id, wanted) if is_filled and wanted >= 0 and not blank else None
    written = f"{written_out(values)}={numbers.plain(wanted)}"
    if found is None:
        message = f"{place}：{written}，{label}还没有填"
    elif not is_filled:
        message = f"{place}：各项都没有填，{label}填的是 {numbers.plain(found)}"
    else:
        message = entry.words(
            "{place}：{arithmetic}，{label}填的是 {found}，差 {difference}",
            place=place,
            arithmetic=written,
            sum=numbers.plain(wanted),
            label=label,
            found=numbers.plain(found),
            difference=numbers.plain(abs(wanted - found)),
        )
        message += _naming(blank)
    message += _by_hand(case, total.id, label)
    said = "" if found is None else numbers.plain(found)
    where = case.cell_places((total.id, *terms))
    severity: Severity = "warning" if blank else entry.severity
    expected = "" if blank else numbers.plain(wanted)
    yield entry.finding(message, where, expected=expected, found=said, fix=fix, severity=severity)


def _still_blank(case: Case, cells: tuple[str, ...]) -> list[Cell]:
    """Return the cells that are still to be filled in: none on a form where a blank means none."""
    known = () if case.template.blank_means_none else cells
    return [case.template.cells[cell] for cell in known if case.is_blank(cell)]


def _naming(blank: list[Cell]) -> str:
    """Return which cells are not filled in yet, as the end of a sentence; "" where all are."""
    return f"；还没有填：{'、'.join(short_label(cell.row[-1]) for cell in blank)}" if blank else ""


def _names(case: Case, total: Cell, terms: tuple[str, ...]) -> tuple[str, str]:
    """Return how to call the line that is added up, and its total."""
    table = case.table_name(total)
    if case.template.tables_by_id[total.table].layout == "list":
        return f"{table} · {short_label(total.row[-1])}", "总数"
    if _direction(total, terms) == "column":
        return f"{table} · {' · '.join(total.column)}", total.row[-1]
    if len(case.template.tables_by_id[total.table].blocks[0].rows) == 1:
        return f"{table} · {' · '.join(total.column[:-1])}", total.column[-1]
    return f"{table} · {total.row[-1]}", total.column[-1]


class BalanceEntry(Entry):
    """Rows of a table: in every column those of `left` add up to those of `right`."""

    table: str
    left: tuple[str, ...]
    right: tuple[str, ...]


def _balance_equations(entry: BalanceEntry, template: Template) -> tuple[Equation, ...]:
    signs = [(row, 1) for row in entry.left] + [(row, -1) for row in entry.right]
    cells = cells_named(template, (f"{entry.table}.{signs[0][0]}.*",))
    return tuple(
        Equation(tuple((f"{entry.table}.{row}.{cell.column_id}", sign) for row, sign in signs))
        for cell in cells
    )


@kind("balance", BalanceEntry, "place left right difference", equations=_balance_equations, reads="cells")
def balance(entry: BalanceEntry, template: Template) -> Find:
    """Require that in every column both sides come to the same."""
    rows = cells_named(template, tuple(f"{entry.table}.{row}.*" for row in (*entry.left, *entry.right)))
    columns = list(dict.fromkeys((cell.column_id, cell.column) for cell in rows))

    def find(case: Case) -> Iterator[Finding]:
        for column_id, labels in columns:
            left = tuple(f"{entry.table}.{row}.{column_id}" for row in entry.left)
            right = tuple(f"{entry.table}.{row}.{column_id}" for row in entry.right)
            if not case.knows(left + right):
                continue
            if any(all(case.is_blank(cell) for cell in side) for side in (left, right)):
                continue  # not filled in yet: what is missing is another rule's to say
            sides = [[case.number(cell) or Decimal(0) for cell in side] for side in (left, right)]
            first, second = (sum(side, Decimal(0)) for side in sides)
            if first == second:
                continue
            blank = [case.template.cells[cell] for cell in left + right if case.is_blank(cell)]
            message = entry.words(
                "{place}：{left}，{right}，差 {difference}",
                place=f"{template.tables_by_id[entry.table].name} · {' · '.join(labels)}",
                left=f"{written_out(sides[0])}={numbers.plain(first)}",
                right=f"{written_out(sides[1])}={numbers.plain(second)}",
                difference=numbers.plain(abs(first - second)),
            )
            message += _naming(blank)
            both = (template.cells[cell] for cell in left + right)
            message += "".join(_by_hand(case, cell.id, short_label(cell.row[-1])) for cell in both)
            places = case.cell_places(left + right)
            yield entry.finding(message, places, expected=numbers.plain(first), found=numbers.plain(second))

    return find


class AtMostEntry(Entry):
    """Cells whose sum is at most that of others; with `each`, every one of them alone.

    A sentence with the words of `unless` explains why there may be more. What is to be `complete` is held against
    nothing as long as one of the others is blank: a figure that is not filled in yet is not 0, but where blank means it.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    each: bool = False
    unless: str = ""
    complete: bool = False


@kind("at_most", AtMostEntry, "left right left_value right_value difference")
def at_most(entry: AtMostEntry, template: Template) -> Find:
    """Require that the left side is no larger than the right one; a side that is all blank says nothing."""
    left = tuple(cell.id for cell in cells_named(template, entry.left))
    right = tuple(cell.id for cell in cells_named(template, entry.right))
    sides = [(cell,) for cell in left] if entry.each else [left]
    unless = entry.late(entry.unless) if entry.unless else None

    def find(case: Case) -> Iterator[Finding]:
        for side in sides:
            first, second = filled(case, side), filled(case, right)
            unknown = not case.knows(side + right)
            unknown |= entry.complete and bool(_still_blank(case, right))
            if unknown or not first or not second or sum(first) <= sum(second) or case.says(unless):
                continue
            part, whole = sum(first, Decimal(0)), sum(second, Decimal(0))
            message = entry.words(
                "{left}是 {left_value}，{right}是 {right_value}，多出 {difference}",
                left=case.cell_name(template.cells[side[0]]),
                right=short_label(template.cells[right[0]].row[-1]),
                left_value=numbers.plain(part),
                right_value=f"{written_out(second)}={whole:f}" if len(second) > 1 else f"{whole:f}",
                difference=numbers.plain(part - whole),
            )
            where = case.cell_places(side + right)
            yield entry.finding(message, where, expected=f"{whole:f}", found=numbers.plain(part))

    return find
