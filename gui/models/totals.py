"""Totals that follow: a blank total is filled once its terms are, one that was the sum stays the sum."""

from collections.abc import Callable
from decimal import Decimal

from core import numbers
from core.report import Report
from core.template import Cell, Template


def with_totals(template: Template, report: Report, typed: dict[str, str]) -> dict[str, str]:
    """Return the new texts of some cells together with those of the totals that follow them.

    A total follows while it is blank or equal to a sum of its terms; one that the clerk typed otherwise stays.
    """
    after = dict(typed)
    tables = {cell.split(".", 1)[0] for cell in typed}
    for total in _inner_first(template, tables):
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


def _followed(total: Cell, report: Report, after: dict[str, str]) -> str:
    old = report.text(total.id)
    if not numbers.is_blank(old) and numbers.read(old) not in sums(total, report.text):
        return old
    now = sums(total, lambda cell: after.get(cell, report.text(cell)))
    if len(now) > 1:
        return old
    return numbers.plain(now.pop()) if now else ""


def _inner_first(template: Template, tables: set[str]) -> list[Cell]:
    """Return the totals of some tables so that each comes after the totals it counts."""
    cells = template.cells

    def depth(cell_id: str) -> int:
        return max((1 + depth(term) for terms in cells[cell_id].sums for term in terms), default=0)

    totals = [cell for cell in cells.values() if cell.table in tables and cell.sums]
    return sorted(totals, key=lambda cell: depth(cell.id))
