"""The cells of a table from its ruling lines: places between lines, put together where no line parts them."""

from collections.abc import Iterable, Sequence

from core.importers.pdf.rulings import Frame, covers, edges, near
from core.importers.pdf.sheet import Glyph
from core.importers.pdf.table import Cell, Table

MOST_ROWS = 2_000
MOST_COLUMNS = 200
BROKEN_FRAME = "这里的表格线不完整"
_DRAWN = 0.5

Place = tuple[int, int]


def table_of(frame: Frame, page: int) -> Table | None:
    """Return the table that the lines draw, without words; None where they part nothing."""
    left, top, right, bottom = frame.box
    xs = edges([*(rule.at for rule in frame.down), left, right])
    ys = edges([*(rule.at for rule in frame.across), top, bottom])
    if len(xs) < 2 or len(ys) < 2 or len(xs) > MOST_COLUMNS + 1 or len(ys) > MOST_ROWS + 1:
        return None
    regions = _regions(frame, xs, ys)
    cells = [cell for region in regions for cell in _cells(region, page)]
    cut = covers(near(frame.across, ys[-1]), left, right) < _DRAWN
    table = Table(frame.box, xs, len(ys) - 1, cells, cut, page, page)
    return _compact(table, ys)


def _regions(frame: Frame, xs: Sequence[float], ys: Sequence[float]) -> list[set[Place]]:
    """Return the places between lines, those together that no line parts."""
    owner = {(row, column): (row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}

    def root(place: Place) -> Place:
        while owner[place] != place:
            owner[place] = owner[owner[place]]
            place = owner[place]
        return place

    down = [near(frame.down, x) for x in xs]
    across = [near(frame.across, y) for y in ys]
    for row, column in owner:
        if column and covers(down[column], ys[row], ys[row + 1]) < _DRAWN:
            owner[root((row, column))] = root((row, column - 1))
        if row and covers(across[row], xs[column], xs[column + 1]) < _DRAWN:
            owner[root((row, column))] = root((row - 1, column))
    parts: dict[Place, set[Place]] = {}
    for place in owner:
        parts.setdefault(root(place), set()).add(place)
    return list(parts.values())


def _cells(region: set[Place], page: int) -> Iterable[Cell]:
    """Yield one cell where the region is a rectangle; else lines are missing, and each place is a cell of its own."""
    top, left = min(row for row, _ in region), min(column for _, column in region)
    bottom, right = max(row for row, _ in region), max(column for _, column in region)
    rows, columns = bottom - top + 1, right - left + 1
    if rows * columns == len(region):
        yield Cell(top, left, rows, columns, page=page)
        return
    for row, column in sorted(region):
        yield Cell(row, column, 1, 1, doubt=BROKEN_FRAME, page=page)


def _compact(table: Table, ys: Sequence[float]) -> Table:
    """Keep only the rows and columns in which a cell begins; others are marks that part nothing."""
    rows = sorted({cell.row for cell in table.cells})
    columns = sorted({cell.column for cell in table.cells})
    if len(rows) < table.height or len(columns) < table.width:
        for cell in table.cells:
            last_row, last_column = cell.row + cell.rows, cell.column + cell.columns
            cell.rows = sum(cell.row <= row < last_row for row in rows)
            cell.columns = sum(cell.column <= column < last_column for column in columns)
            cell.row, cell.column = rows.index(cell.row), columns.index(cell.column)
        table.edges = [*(table.edges[column] for column in columns), table.edges[-1]]
        table.height = len(rows)
    table.row_edges = [*(ys[row] for row in rows), ys[-1]]
    return table


def place_of(glyph: Glyph, table: Table) -> Place | None:
    """Return the row and column in which the middle of a character lies, None outside the table."""
    column = _between(glyph.middle, table.edges)
    row = _between(glyph.height, table.row_edges)
    return None if row is None or column is None else (row, column)


def _between(value: float, borders: Sequence[float]) -> int | None:
    if not borders[0] <= value < borders[-1]:
        return None
    return next(index for index, border in enumerate(borders[1:]) if value < border)
