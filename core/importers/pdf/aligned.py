"""Tables without lines: rows of words and figures that stand below one another. Never sure."""

from collections.abc import Sequence

from core import numbers
from core.importers.pdf.lines import Line
from core.importers.pdf.table import Cell, Table

NO_LINES = "这张表没有表格线，各列是按位置推断的"
_FEWEST_ROWS = 3
_FEWEST_FIGURES = 3

Column = tuple[float, float]


def split(lines: Sequence[Line], page: int) -> list[Line | Table]:
    """Return the lines with those that make a table put together."""
    result: list[Line | Table] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and len(lines[end].pieces()) > 1:
            end += 1
        table = _table(lines[start:end], page)
        if table is None:
            end = max(end, start + 1)
            result += lines[start:end]
        else:
            result.append(table)
        start = end
    return result


def _table(lines: Sequence[Line], page: int) -> Table | None:
    rows = [line.pieces() for line in lines]
    figures = sum(numbers.read(piece.text) is not None for row in rows for piece in row)
    if len(rows) < _FEWEST_ROWS or figures < _FEWEST_FIGURES:
        return None
    columns = _columns([(piece.left, piece.right) for row in rows for piece in row])
    if len(columns) < 2:
        return None
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        cells += _row(number, row, columns, page)
    top, bottom = lines[0].base - lines[0].size, lines[-1].base
    box = (columns[0][0], top, columns[-1][1], bottom)
    edges = [*(left for left, _ in columns), columns[-1][1]]
    return Table(box, edges, len(rows), cells, first=page, last=page)


def _columns(spans: Sequence[Column]) -> list[Column]:
    """Return the stripes of the page in which pieces stand below one another."""
    columns: list[Column] = []
    for left, right in sorted(spans):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _row(number: int, pieces: Sequence[Line], columns: Sequence[Column], page: int) -> list[Cell]:
    cells = [Cell(number, column, 1, 1, page=page) for column in range(len(columns))]
    for piece in pieces:
        column = next(index for index, (_, right) in enumerate(columns) if piece.left <= right)
        cell = cells[column]
        cell.text += f" {piece.text}" if cell.text else piece.text
        cell.add_doubt(NO_LINES)
    return cells
