"""What goes where when a block of cells is pasted into a form, told before anything is taken.

Where the block brings names of rows or heads of columns of the form along, they say where its figures belong; else
it begins at the cell at hand. Blank cells of the block leave what stands in the form.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from core import numbers, pasting_names, totals
from core.blocks_of_cells import Rows
from core.grid import GridCell
from core.pasting_names import Ways, is_nothing, is_words
from core.report import Report
from core.template import Cell, Table, Template, grid

Why = Literal["", "computed", "no_number"]
Odd = Literal["", "fraction", "negative"]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Landing:
    """A text of the block and the cell that it would go into; `why` it does not, "" where it does.

    `differs` is what a total will be where the block says something else of it, else ""; `after` is what stands in
    the cell afterwards, totals computed. `odd` is why the checks will ask for another figure though it is taken.
    """

    cell: str
    old: str
    new: str
    why: Why = ""
    differs: str = ""
    after: str = ""
    odd: Odd = ""


@dataclass(frozen=True, slots=True)
class Pasting:
    """All of a block: what lands in a cell, which labels are passed over, which texts find no cell.

    `strange` are names that the form does not have; `elsewhere` says that the names lead away from the cursor.
    """

    landings: tuple[Landing, ...]
    labels: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    elsewhere: bool = False

    @property
    def texts(self) -> dict[str, str]:
        """What is taken, by cell."""
        return {one.cell: one.new for one in self.landings if not one.why}

    @property
    def covered(self) -> int:
        """How many figures that stand in the form give way to others."""
        return sum(bool(one.old) and one.new != one.old for one in self.landings if not one.why)

    @property
    def fits(self) -> bool:
        """Whether nothing needs to be told: each figure has a cell of its own, none of a block is odd or covers another."""
        is_block = len(self.landings) > 1
        told = is_block and (self.covered or any(one.odd for one in self.landings))
        return not (self.labels or self.outside or told) and all(not one.why for one in self.landings)


def is_figure(cell: Cell, text: str) -> bool:
    """Return whether a text may stand in a cell: a number, words in a cell for words, an amount with its unit."""
    if cell.kind == "text" or numbers.read(text) is not None:
        return True
    return cell.kind == "amount" and not cell.unit and numbers.money(text) is not None


def _oddness(cell: Cell, text: str) -> Odd:
    """Return what is wrong with a figure in that cell: none counts by halves, and only a change may be below 0."""
    number = numbers.read(text)
    if number is None or cell.kind == "text":
        return ""
    if number < 0 and cell.kind != "change":
        return "negative"
    return "" if cell.kind == "amount" or number == number.to_integral_value() else "fraction"


def into_all(template: Template, report: Report, cells: list[str], text: str) -> Pasting:
    """Return what becomes of one text pasted into several cells."""
    return Pasting(tuple(_landing(template.cells[cell], report, text) for cell in cells))


def plan(template: Template, table: Table, report: Report, rows: Rows, start: Place) -> Pasting:
    """Return what becomes of a block that is pasted with the cursor at a place of the printed form."""
    form = grid.of(table)
    places = _covered(form.cells)
    ways = pasting_names.find(table, form, rows, start)
    if _stands_there(report, rows, places, start):
        across = range(max(map(len, rows)))
        ways = Ways({n: start[0] + n for n in range(len(rows))}, {n: start[1] + n for n in across})
    labels: list[str] = []
    landings: dict[str, Landing] = {}
    outside: list[str] = []
    for row, column, item in _items(rows):
        at = ways.rows.get(row, -1), ways.columns.get(column, -1)
        place = places.get(at)
        cell = _cell_at(template, place, at)
        if cell is None and is_nothing(item):
            continue
        if row in ways.heads or column < ways.left or (place and not place.cell and is_words(item)):
            labels.append(item)
        elif cell and cell.id not in landings:  # a name said twice lands once
            landings[cell.id] = _landing(cell, report, item)
        else:
            outside.append(item)
    pointed = places[start].cell if start in places else ""
    elsewhere = ways.named and pointed not in landings
    compared = _with_totals(template, report, list(landings.values()))
    return Pasting(compared, tuple(labels), tuple(outside), ways.strange, elsewhere)


def _cell_at(template: Template, place: GridCell | None, at: Place) -> Cell | None:
    """Return the cell for a figure that begins at a place, None where there is none."""
    if place is None or not place.cell or at != (place.row, place.column):
        return None
    cell = template.cells[place.cell]
    return None if cell.group else cell


def _stands_there(report: Report, rows: Rows, places: dict[Place, GridCell], start: Place) -> bool:
    """Return whether a block is what stands at the cursor, so that no words of it are names."""
    found = ((places.get((row + start[0], column + start[1])), item) for row, column, item in _items(rows))
    return all(place and place.cell and report.text(place.cell) == item for place, item in found)


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
    odd: Odd = "" if why or new == old else _oddness(cell, text)
    return Landing(cell.id, old, new, why, after=old if why else new, odd=odd)


def _covered(cells: tuple[GridCell, ...]) -> dict[Place, GridCell]:
    return {
        (row, column): one
        for one in cells
        for row in range(one.row, one.row + one.row_span)
        for column in range(one.column, one.column + one.column_span)
    }
