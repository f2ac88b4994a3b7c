"""Which cells of a report still wait for a figure: what the rules say, the line of progress counts and F6 goes to."""

from collections.abc import Callable, Iterator

from core import numbers
from core.template import Cell, Template

Texts = Callable[[str], str]  # what stands in a cell, by its address


def waiting_cells(template: Template, text: Texts, table: str = "") -> Iterator[Cell]:
    """Yield the cells of the form, or of one table, that someone has to fill in, in the order of the form.

    These are the missing ones without the totals that follow once their terms are filled in with numbers.
    """
    return (cell for cell in missing_cells(template, text, table) if not waits_for_terms(text, cell))


def missing_cells(template: Template, text: Texts, table: str = "") -> Iterator[Cell]:
    """Yield the cells of the form, or of one table, where nothing but white space stands and a figure should.

    Where the form has a blank cell say "none", these are only the blank ones beside filled rows of their group.
    """
    cells = [cell for cell in template.cells.values() if not cell.group and table in ("", cell.table)]
    filled = {cell.id for cell in cells if not numbers.is_blank(text(cell.id))}
    begun = {_group(cell) for cell in cells if cell.id in filled and len(cell.row) > 1}
    for cell in cells:
        if cell.id not in filled and (_group(cell) in begun or not template.blank_means_none):
            yield cell


def waits_for_terms(text: Texts, cell: Cell) -> bool:
    """Return whether a cell is a total that follows of itself once its terms are filled in with numbers."""
    return any(numbers.read(text(term)) is None for terms in cell.sums for term in terms)


def _group(cell: Cell) -> tuple[str, tuple[str, ...], str]:
    """Return what the cells of the rows under the same row share."""
    return cell.table, cell.row[:-1], cell.column_id
