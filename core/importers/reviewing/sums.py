"""Totals of what was read that are not the sum of their parts: either was read wrongly, or the source is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core import numbers
from core.labels import short_label
from core.report import Report
from core.template import Cell, Template

OF_SUM = "sum:"  # how the keys of such places begin
HOLDS = "现在的数没有对不上的地方了。"


@dataclass(frozen=True, slots=True)
class BrokenSum:
    """A total that its parts do not add up to: its cell, all cells that may be wrong, where it is, and the words why."""

    total: str
    cells: tuple[str, ...]
    name: str
    words: str

    @property
    def key(self) -> str:
        """What tells it from every other one, whatever its figures."""
        return f"{OF_SUM}{self.total}:{self.name}"


def broken(template: Template, report: Report) -> Iterator[BrokenSum]:
    """Yield every total that does not hold; one whose parts are all blank, or are no numbers, says nothing."""
    for total in template.cells.values():
        found = numbers.read(report.text(total.id))
        for terms in total.sums if found is not None else ():
            texts = [text for term in terms if not numbers.is_blank(text := report.text(term))]
            values = [numbers.read(text) for text in texts]
            known = [value for value in values if value is not None]
            if known and len(known) == len(values) and sum(known, Decimal(0)) != found:
                yield _told(template, report, total, terms, known)


def _told(
    template: Template, report: Report, total: Cell, terms: tuple[str, ...], values: list[Decimal]
) -> BrokenSum:
    table = template.tables_by_id[total.table]
    in_row = all(template.cells[term].row_id == total.row_id for term in terms)
    place, label = _names(total, in_row=in_row, is_list=table.layout == "list")
    added = "+".join(numbers.plain(value) for value in values if value) or "0"
    summed = numbers.plain(sum(values, Decimal(0)))
    sum_of_parts = added if added == summed else f"{added}={summed}"
    words = f"{sum_of_parts}，{label}却是 {report.text(total.id).strip()}，加不起来"
    suspects = [term for term in terms if in_row or numbers.read(report.text(term))]
    reason = f"{words}。请对照原文，看是读错了，还是原文就这样。"
    return BrokenSum(total.id, (total.id, *(suspects or terms)), f"{table.name} · {place}", reason)


def _names(total: Cell, *, in_row: bool, is_list: bool) -> tuple[str, str]:
    """Return how to call the line that is added up, and its total."""
    row = short_label(total.row[-1])
    if is_list:
        return row, "总数"
    return (row, total.column[-1]) if in_row else (f"{' · '.join(total.column)}这一列", row)
