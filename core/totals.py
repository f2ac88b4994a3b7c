"""Totals: they follow their terms, unless the clerk typed one with a reason; then it stays and is checked as typed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from core import numbers
from core.edits import Edit, SetCells, Together
from core.report import Report, TypedTotal
from core.template import Cell, Template

BY_HAND, AUTOMATIC = "手工填合计", "改回自动计算"


def with_totals(template: Template, report: Report, typed: Mapping[str, str]) -> dict[str, str]:
    """Return the new texts of some cells together with those of the totals that follow them.

    A total follows while it is blank or equal to a sum of its terms; one that was typed otherwise stays.
    """
    after = dict(typed)
    tables = {cell.split(".", 1)[0] for cell in typed}
    for total in inner_first(template, tables):
        if total.id in typed or not any(term in after for terms in total.sums for term in terms):
            continue
        text = _followed(total, report, after)
        if text != report.text(total.id):
            after[total.id] = text
    return after


def sums(total: Cell, text_of: Callable[[str], str]) -> set[Decimal]:
    """Return what the terms of a total add up to, for each set of terms that are all numbers."""
    found: set[Decimal] = set()
    for terms in total.sums:
        figures = [numbers.read(text_of(term)) for term in terms]
        known = [figure for figure in figures if figure is not None]
        if len(known) == len(terms):
            found.add(sum(known, Decimal(0)))
    return found


def reason_of(report: Report, cell: str) -> str:
    """Return why a total was typed by hand, "" where the figure in it is not the one typed so."""
    typed = report.typed_totals.get(cell)
    return typed.reason if typed and typed.text == report.text(cell) else ""


def follows(report: Report, total: Cell) -> bool:
    """Return whether a total is computed: it is blank, or equal to a sum of its terms and not typed by hand."""
    text = report.text(total.id)
    if reason_of(report, total.id):
        return False
    return numbers.is_blank(text) or numbers.read(text) in sums(total, report.text)


def settle(template: Template, report: Report) -> None:
    """Let no total that is computed wait to be looked at: its terms are looked at instead."""
    computed = (
        cell for cell in template.cells.values() if cell.sums and report.states.get(cell.id) == "carried"
    )
    for total in [cell for cell in computed if follows(report, cell)]:
        del report.states[total.id]


def settled(template: Template, report: Report, edit: Edit) -> Edit:
    """Return the edit with what follows from it: a total that is computed from then on waits no longer to be looked at."""
    waiting = [
        total
        for total in template.totals
        if report.states.get(total.id) == "carried" and any(edit.cells & {*terms} for terms in total.sums)
    ]
    if not waiting:
        return edit
    inverse = edit.apply(report)
    computed = [one.id for one in waiting if report.states.get(one.id) == "carried" and follows(report, one)]
    inverse.apply(report)
    if not computed:
        return edit
    return Together((edit, SetCells({}, edit.label, dict.fromkeys(computed, ""))), edit.label)


def struck_out(report: Report, cells: Iterable[str]) -> "list[TypeTotal]":
    """Return the edits that strike out what was noted of totals whose figure was replaced since, as they change."""
    stale = (cell for cell in cells if cell in report.typed_totals and not reason_of(report, cell))
    return [TypeTotal(cell, None) for cell in stale]


@dataclass(frozen=True)
class TypeTotal:
    """That a total was typed by hand, and why; None: that it was not. Its figure is set beside it."""

    cell: str
    typed: TypedTotal | None
    label: str = BY_HAND
    sections: frozenset[str] = frozenset()

    @property
    def cells(self) -> frozenset[str]:
        """The total."""
        return frozenset({self.cell})

    def apply(self, report: Report) -> "TypeTotal":
        """Note it or strike it out; return the edit with what was noted before."""
        before = report.typed_totals.pop(self.cell, None)
        if self.typed is not None:
            report.typed_totals[self.cell] = self.typed.model_copy()
        return TypeTotal(self.cell, before, self.label)


def by_hand(template: Template, report: Report, total: str, text: str, reason: str) -> Together:
    """Return the edit that types a total, with the reason; totals above it follow."""
    figure = numbers.canonical(text)
    note = TypeTotal(total, TypedTotal(text=figure, reason=reason.strip()))
    return Together((note, SetCells(with_totals(template, report, {total: figure}), BY_HAND)), BY_HAND)


def automatic(template: Template, report: Report, total: str) -> Together | None:
    """Return the edit that lets a total follow its terms again, None where its sums contradict one another.

    It is blank as long as a term is.
    """
    known = sums(template.cells[total], report.text)
    if len(known) > 1:
        return None
    text = numbers.plain(known.pop()) if known else ""
    values = SetCells(with_totals(template, report, {total: text}), AUTOMATIC)
    return Together((TypeTotal(total, None, AUTOMATIC), values), AUTOMATIC)


def _followed(total: Cell, report: Report, after: Mapping[str, str]) -> str:
    old = report.text(total.id)
    if not follows(report, total):
        return old
    now = sums(total, lambda cell: after.get(cell, report.text(cell)))
    if len(now) > 1:
        return old
    return numbers.plain(now.pop()) if now else ""


def inner_first(template: Template, tables: set[str]) -> list[Cell]:
    """Return the totals of some tables so that each comes after the totals it counts."""
    return [total for total in template.totals if total.table in tables]
