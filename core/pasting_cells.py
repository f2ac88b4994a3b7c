"""What goes where when a block of cells is pasted into a form, told before anything is taken.

Where the block brings labels of the form along, they say where its figures belong; else it begins at the cell
at hand. Blank cells of the block leave what stands in the form.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from core import numbers, totals
from core.blocks_of_cells import Rows
from core.grid import GridCell
from core.labels import fold
from core.report import Report
from core.template import Cell, Table, Template, grid

Why = Literal["", "computed", "no_number"]
Place = tuple[int, int]

_NONE_WORDS = {"无", "没有", "/", "／", "-", "—", "——", "－", "零"}
_LABELS_TO_TRUST = 2


@dataclass(frozen=True, slots=True)
class Landing:
    """A text of the block and the cell that it would go into; `why` it does not, "" where it does.

    `differs` is what a total will be where the block says something else of it, else ""; `after` is what stands in
    the cell afterwards, totals computed.
    """

    cell: str
    old: str
    new: str
    why: Why = ""
    differs: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Pasting:
    """All of a block: what lands in a cell, which labels are passed over, which texts find no cell."""

    landings: tuple[Landing, ...]
    labels: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()

    @property
    def texts(self) -> dict[str, str]:
        """What is taken, by cell."""
        return {one.cell: one.new for one in self.landings if not one.why}

    @property
    def fits(self) -> bool:
        """Whether every cell of the block is a figure with a cell of its own, so that nothing needs to be told."""
        return not (self.labels or self.outside) and all(not one.why for one in self.landings)


def is_figure(cell: Cell, text: str) -> bool:
    """Return whether a text may stand in a cell: a number, words in a cell for words, an amount with its unit."""
    if cell.kind == "text" or numbers.read(text) is not None:
        return True
    return cell.kind == "amount" and not cell.unit and numbers.money(text) is not None


def into_all(template: Template, report: Report, cells: list[str], text: str) -> Pasting:
    """Return what becomes of one text pasted into several cells."""
    return Pasting(tuple(_landing(template.cells[cell], report, text) for cell in cells))


def plan(template: Template, table: Table, report: Report, rows: Rows, start: Place) -> Pasting:
    """Return what becomes of a block that is pasted with the cursor at a place of the printed form."""
    form = grid.of(table)
    places = _covered(form.cells)
    shift = _shift_of_labels(rows, form.cells)
    labels: list[str] = []
    if shift is None:
        top, left = _figures_begin(rows)
        labels = [item for row, column, item in _items(rows) if row < top or column < left]
        rows = [row[left:] for row in rows[top:]]
        shift = start
    landings: list[Landing] = []
    outside: list[str] = []
    for row, column, item in _items(rows):
        at = row + shift[0], column + shift[1]
        place = places.get(at)
        if place is None or (place.role == "value" and at != (place.row, place.column)):
            outside.append(item)
        elif place.cell and not template.cells[place.cell].group:
            landings.append(_landing(template.cells[place.cell], report, item))
        elif numbers.read(item) is None:
            labels.append(item)
        else:
            outside.append(item)
    compared = _with_totals(template, report, landings)
    return Pasting(compared, tuple(labels), tuple(outside))


def _with_totals(template: Template, report: Report, landings: list[Landing]) -> tuple[Landing, ...]:
    """Return what lands, each computed total told beside what it will be where the block says otherwise."""
    after = totals.with_totals(template, report, {one.cell: one.new for one in landings if not one.why})
    computed = {one.cell for one in landings if totals.follows(report, template.cells[one.cell])}
    figures = {cell: after.get(cell, report.text(cell)) for cell in computed}
    return tuple(
        replace(one, differs=_other(one, figures.get(one.cell, "")), after=figures.get(one.cell, one.after))
        for one in landings
    )


def _other(landing: Landing, figure: str) -> str:
    said = numbers.read(landing.new)
    return figure if landing.why == "computed" and said is not None and said != numbers.read(figure) else ""


def _items(rows: Rows) -> Iterator[tuple[int, int, str]]:
    """Yield what is not blank, with its place."""
    for row, items in enumerate(rows):
        for column, item in enumerate(items):
            if not numbers.is_blank(item):
                yield row, column, item.strip()


def _landing(cell: Cell, report: Report, text: str) -> Landing:
    new = text.strip() if cell.kind == "text" else numbers.canonical(text)
    why: Why = "computed" if cell.sums else "" if is_figure(cell, text) else "no_number"
    old = report.text(cell.id)
    return Landing(cell.id, old, new, why, after=old if why else new)


def _covered(cells: tuple[GridCell, ...]) -> dict[Place, GridCell]:
    return {
        (row, column): one
        for one in cells
        for row in range(one.row, one.row + one.row_span)
        for column in range(one.column, one.column + one.column_span)
    }


def _shift_of_labels(rows: Rows, cells: tuple[GridCell, ...]) -> Place | None:
    """Return how far the block is moved where labels in it are those of the form; None where too few are."""
    places: dict[str, list[Place]] = {}
    for one in cells:
        if one.text and one.role in ("caption", "head", "label"):
            places.setdefault(fold(one.text), []).append((one.row, one.column))
    votes = Counter(
        (known[0] - row, known[1] - column)
        for row, column, item in _items(rows)
        for known in places.get(fold(item), ())
    )
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _LABELS_TO_TRUST:
        return None
    is_sure = len(ranked) == 1 or ranked[0][1] > ranked[1][1]
    return ranked[0][0] if is_sure else None


def _figures_begin(rows: Rows) -> Place:
    """Return the first row and column of the block that are no labels of somebody's own."""
    top = 0
    while top < len(rows) - 1 and _is_label_line(rows[top]):
        top += 1
    body = rows[top:]
    left, width = 0, max((len(row) for row in body), default=0)
    while left < width - 1 and _is_label_line([row[left] for row in body if left < len(row)]):
        left += 1
    return top, left


def _is_label_line(items: list[str]) -> bool:
    """Return whether a row or column of the block holds words and no figure, and none that stands for "no figure"."""
    said = [numbers.clean(item) for item in items if not numbers.is_blank(item)]
    return bool(said) and all(_is_words(item) for item in said)


def _is_words(item: str) -> bool:
    letters, has_digit = sum(map(str.isalpha, item)), any(map(str.isdigit, item))
    return numbers.read(item) is None and item not in _NONE_WORDS and letters > has_digit
