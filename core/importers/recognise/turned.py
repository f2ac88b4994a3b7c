"""Small tables whose heads stand below one another are turned, so that they stand side by side as in the form."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.importers.document import Element, Grid
from core.importers.keys import bare
from core.importers.recognise import matrix, tables
from core.importers.recognise.figures import is_figure
from core.importers.recognise.places import Places
from core.template import Template

_FEWEST_HEADS = 3
_TURNED = "原表的行和列与表样相反，已对调"


def turned(elements: Sequence[Element], templates: Iterable[Template]) -> list[Element]:
    """Return the elements, tables with rows for columns turned where only that gives their figures a place."""
    known = [(template, Places(template)) for template in templates]
    return [_right_way(one, known) if isinstance(one, Grid) and not one.drawn else one for one in elements]


def _right_way(grid: Grid, templates: Sequence[tuple[Template, Places]]) -> Grid:
    for template, places in templates:
        if not _looks_turned(grid, places):
            continue
        other = matrix.transposed(grid)
        if other is None or tables.match([grid], template).values:
            continue
        if tables.match([other], template).values:
            return _doubted(other)
    return grid


def _looks_turned(grid: Grid, places: Places) -> bool:
    """Return whether the heads of a table without row labels stand in the columns on the left."""
    heads = {
        key
        for place in places.all
        if not place.labelled
        for key in (bare(column.label) for column in place.columns)
    }
    if not heads or len(grid.rows) < _FEWEST_HEADS:
        return False
    return sum(any(bare(cell.text) in heads for cell in row) for row in grid.rows) >= _FEWEST_HEADS and all(
        sum(bare(cell.text) in heads for cell in row) < _FEWEST_HEADS for row in grid.rows
    )


def _doubted(grid: Grid) -> Grid:
    rows = (
        tuple(replace(cell, doubt=_TURNED) if is_figure(cell.text) else cell for cell in row)
        for row in grid.rows
    )
    return Grid(tuple(rows))
