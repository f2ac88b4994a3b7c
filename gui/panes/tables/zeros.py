"""Which blank cells are filled with 0 in one step, and what is told of it."""

from collections.abc import Sequence

from core import blanks, numbers
from core.carry import with_source
from core.grid import Grid
from core.report import Report
from core.template import Cell, Template


def cell_beside(grid: Grid, row: int) -> str:
    """Return the first cell in a row of a form, or below it where its words stand alone; "" where none follows."""
    cells = ((one.row, one.column, one.cell) for one in grid.cells if one.cell and one.row >= row)
    return min(cells, default=(0, 0, ""))[-1]


def part_around(cells: Sequence[Cell], here: Cell) -> list[str]:
    """Return the ids of those cells of a form that stand in the part of it with a cell."""
    by_column = len({cell.row for cell in cells}) == 1
    return [cell.id for cell in cells if _part(cell, by_column) == _part(here, by_column)]


def to_fill(template: Template, report: Report, cells: Sequence[str]) -> list[str]:
    """Return the blank ones of the cells that take a figure; totals are not typed but follow."""
    known = template.cells
    return [
        cell
        for cell in cells
        if not known[cell].group
        and not known[cell].sums
        and known[cell].kind != "text"
        and numbers.is_blank(report.text(cell))
    ]


def told(report: Report, filled: Sequence[str]) -> str:
    """Return what is told of the cells that were filled, and how many of them had a figure last year."""
    last = blanks.before(report)
    count = sum(blanks.says_some(last(cell)) for cell in filled)
    remark = f"，{with_source(report, f'其中 {count} 格')}有数，请核对；" if count else "，"
    return f"已填 {len(filled)} 格{remark}按 Ctrl+Z 可以撤销。"


def _part(cell: Cell, by_column: bool) -> str:
    """Return the outermost label of a cell: of its row, or of its column where all are in one row."""
    return cell.column[0] if by_column else cell.row[0]
