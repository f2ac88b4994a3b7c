"""Which cells of a report still wait for a figure: what the rules say, the line of progress counts and F6 goes to."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from core import numbers
from core.report import Report
from core.template import Cell, Template

Texts = Callable[[str], str]  # what stands in a cell, by its address


@dataclass(frozen=True, slots=True)
class Blanks:
    """The cells of a form that stand blank and should not, in its order: found once, asked for table by table.

    `missing` are all of them, `waiting` those that someone has to fill in, `emptied` those with a figure last year.
    """

    missing: tuple[Cell, ...]
    waiting: tuple[Cell, ...]
    emptied: tuple[Cell, ...]

    def of(self, table: str) -> "Blanks":
        """Return those of one table; of all where it is ""."""
        return Blanks(*(_of(table, cells) for cells in (self.missing, self.waiting, self.emptied)))


def blanks_of(template: Template, text: Texts, *, last: Texts | None = None) -> Blanks:
    """Return the blank cells of a form; `last` is what stood in the cells of last year's report."""
    emptied = tuple(emptied_cells(template, text, last=last))
    known = frozenset(cell.id for cell in emptied)
    missing = {cell.id: cell for cell in _missing(template, text, known, last)}
    waiting = tuple(cell for cell in missing.values() if _waits(text, cell, missing, known))
    return Blanks(tuple(missing.values()), waiting, emptied)


def before(report: Report) -> Texts:
    """Return what stood in the cells of the report that this one was made from; nothing where none is known."""
    last = report.carried_from()
    return last.text if last else _nothing


def waiting_cells(
    template: Template, text: Texts, table: str = "", *, last: Texts | None = None
) -> Iterator[Cell]:
    """Yield the cells of the form, or of one table, that someone has to fill in, in the order of the form.

    These are the missing ones without the totals that follow once their terms are filled in with numbers; a total
    that stood alone last year waits itself. `last` is what stood in the cells of last year's report.
    """
    yield from blanks_of(template, text, last=last).of(table).waiting


def missing_cells(
    template: Template, text: Texts, table: str = "", *, last: Texts | None = None
) -> Iterator[Cell]:
    """Yield the cells of the form, or of one table, where nothing but white space stands and a figure should.

    Where the form has a blank cell say "none", these are the blank ones beside filled rows of their group and those
    with a figure last year; all of them where there is neither, for then nobody has begun.
    """
    yield from blanks_of(template, text, last=last).of(table).missing


def emptied_cells(
    template: Template, text: Texts, table: str = "", *, last: Texts | None = None
) -> Iterator[Cell]:
    """Yield the blank cells with a figure other than 0 last year, where the form has a blank cell say "none"."""
    if template.blank_means_none and last:
        for cell in cells_of(template, table):
            if numbers.is_blank(text(cell.id)) and says_some(last(cell.id)):
                yield cell


def says_some(text: str) -> bool:
    """Return whether something else than 0 stands there, be it no number."""
    return not numbers.is_blank(text) and numbers.read(text) != 0


def left_blank(template: Template, text: Texts) -> int:
    """Return how many cells of the form stand blank, be it rightly or not; totals are not counted."""
    return sum(not cell.sums and numbers.is_blank(text(cell.id)) for cell in cells_of(template))


def waits_for_terms(text: Texts, cell: Cell) -> bool:
    """Return whether a cell is a total that follows of itself once its terms are filled in with numbers."""
    return any(numbers.read(text(term)) is None for terms in cell.sums for term in terms)


def _missing(template: Template, text: Texts, emptied: Container[str], last: Texts | None) -> Iterator[Cell]:
    cells = cells_of(template)
    filled = {cell.id for cell in cells if not numbers.is_blank(text(cell.id))}
    if not template.blank_means_none:
        yield from (cell for cell in cells if cell.id not in filled)
        return
    begun = {_group(cell) for cell in cells if cell.id in filled and len(cell.row) > 1}
    untouched = not filled and _is_empty(template, text, last)
    for cell in cells:
        if cell.id not in filled and (untouched or cell.id in emptied or _group(cell) in begun):
            yield cell


def _waits(text: Texts, cell: Cell, missing: Container[str], emptied: Container[str]) -> bool:
    """Return whether someone has to fill in a missing cell: it is no total, or one that follows from nothing."""
    alone = cell.id in emptied and not _is_led_to(text, cell, missing)
    return alone or not waits_for_terms(text, cell)


def _of(table: str, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(cell for cell in cells if table in ("", cell.table))


def cells_of(template: Template, table: str = "") -> list[Cell]:
    """Return the cells of a form, or of one table, in which a figure may stand."""
    return [cell for cell in template.cells.values() if not cell.group and table in ("", cell.table)]


def _is_empty(template: Template, text: Texts, last: Texts | None) -> bool:
    """Return whether no figure stands in the whole form, and none stood there last year."""
    every = (one(cell.id) for cell in cells_of(template) for one in (text, last or _nothing))
    return all(map(numbers.is_blank, every))


def _is_led_to(text: Texts, total: Cell, missing: Container[str]) -> bool:
    """Return whether the terms of a total are asked for themselves: some of them are missing, or filled in."""
    terms = [term for of_one in total.sums for term in of_one]
    return any(term in missing or not numbers.is_blank(text(term)) for term in terms)


def _nothing(_: str) -> str:
    return ""


def _group(cell: Cell) -> tuple[str, tuple[str, ...], str]:
    """Return what the cells of the rows under the same row share."""
    return cell.table, cell.row[:-1], cell.column_id
