"""Tables that go on over a page break, put together again: columns, repeated heads, merged cells and cut rows."""

import re

from core.importers.keys import bare
from core.importers.pdf.rulings import edges
from core.importers.pdf.table import Cell, Table
from core.importers.recognise.lines import level

CUT = "这一行被分页切成两段，已拼接在一起"
_SAME_SIDE = 4.0
_DIGITS = re.compile(r"[\d,.]{1,6}")
_SHORTEST_WRAPPED = 2
_BEGINS_ROW = re.compile(r"其中")


def goes_on(above: Table, below: Table) -> bool:
    """Return whether the table at the head of the next page may be the rest of the one above."""
    left, right = above.box[0] - below.box[0], above.box[2] - below.box[2]
    return below.first == above.last + 1 and abs(left) <= _SAME_SIDE and abs(right) <= _SAME_SIDE


def join(above: Table, below: Table, known: frozenset[str]) -> Table:
    """Return both as one table; `known` are the bare words of the forms' tables."""
    shift = below.edges[0] - above.edges[0]
    every = edges([*above.edges, *(edge - shift for edge in below.edges)])
    _spread(above, every, 0.0)
    _spread(below, every, shift)
    _drop_rows(below, _repeated(above, below))
    if _is_cut(above, below, known):
        _glue(above, below, known)
    else:
        _extend(above, below, known)
    for cell in below.cells:
        cell.row += above.height
    above.cells += below.cells
    above.height += below.height
    above.cut, above.last = below.cut, below.last
    return above


def _spread(table: Table, every: list[float], shift: float) -> None:
    """Tell the cells their columns among those of both tables."""
    at = [min(range(len(every)), key=lambda index: abs(every[index] - edge)) for edge in _moved(table, shift)]
    for cell in table.cells:
        first, after = at[cell.column], at[cell.column + cell.columns]
        cell.column, cell.columns = first, max(after - first, 1)
    table.edges = every


def _moved(table: Table, shift: float) -> list[float]:
    return [edge - shift for edge in table.edges]


def _repeated(above: Table, below: Table) -> int:
    """Return how many rows at the head of the rest repeat the head of the table."""
    same = 0
    while same < min(above.height, below.height) and _looks(above, same) == _looks(below, same):
        same += 1
    words = any(cell.text and not cell.is_figure for row in range(same) for cell in below.row(row))
    closed = all(cell.last_row < same for cell in below.cells if cell.row < same)
    return same if words and closed else 0


def _looks(table: Table, row: int) -> list[tuple[int, int, int, str]]:
    return [(cell.column, cell.columns, cell.rows, bare(cell.text)) for cell in table.row(row)]


def _drop_rows(table: Table, count: int) -> None:
    table.cells = [cell for cell in table.cells if cell.row >= count]
    for cell in table.cells:
        cell.row -= count
    table.height -= count


def _is_cut(above: Table, below: Table, known: frozenset[str]) -> bool:
    """Return whether the first row of the rest is the lower part of the last row above.

    It is where no line closes that row and no figure stands in both parts, where the words of both parts together
    are a label of a form, or where nothing but the last digits of wrapped figures stands in the lower part.
    """
    if not below.height:
        return False
    pairs = _pairs(above, below)
    if _figures_run_on(below, pairs):
        return True
    if any(upper.text and lower.text and (upper.is_figure or lower.is_figure) for upper, lower in pairs):
        return False
    both = [
        (upper.text, lower.text) for upper, lower in pairs if upper.text and lower.text and lower.rows == 1
    ]
    if any(bare(upper + lower) in known for upper, lower in both):
        return not any(_begins(lower) for _, lower in both)
    if not above.cut:
        return False
    first = [cell for cell in below.row(0) if cell.rows == 1]
    return not any(_begins(cell.text) or bare(cell.text) in known for cell in first)


def _figures_run_on(below: Table, pairs: list[tuple[Cell, Cell]]) -> bool:
    """Return whether the first row below holds digits alone, each below a figure long enough to have been wrapped."""
    filled = [cell for cell in below.row(0) if cell.text]
    digits = {
        id(lower)
        for upper, lower in pairs
        if upper.is_figure and len(upper.text) >= _SHORTEST_WRAPPED and _DIGITS.fullmatch(lower.text)
    }
    return bool(filled) and all(id(cell) in digits for cell in filled)


def _begins(text: str) -> bool:
    return level(text) > 0 or bool(_BEGINS_ROW.match(text))


def _pairs(above: Table, below: Table) -> list[tuple[Cell, Cell]]:
    """Return the cells of the first row below, each with the one above it that takes the same columns."""
    found = []
    for lower in below.row(0):
        upper = above.covering(above.height - 1, lower.column)
        if upper and upper.column == lower.column and upper.columns == lower.columns:
            found.append((upper, lower))
    return found


def _glue(above: Table, below: Table, known: frozenset[str]) -> None:
    """Put the first row below into the last row above."""
    gone = []
    for upper, lower in _pairs(above, below):
        _append(upper, lower, known)
        upper.rows += lower.rows - 1
        gone.append(lower)
    rest = [cell for cell in below.row(0) if cell not in gone]
    below.cells = [cell for cell in below.cells if cell not in gone and cell not in rest]
    for cell in below.cells:
        cell.row -= 1
    below.height -= 1
    for cell in rest:
        _keep(above, cell)


def _append(upper: Cell, lower: Cell, known: frozenset[str]) -> None:
    """Put the words of a cell's lower part behind those of the upper one; only a label of a form is sure."""
    if lower.text and lower.text != upper.text:
        if upper.text and bare(upper.text + lower.text) not in known:
            upper.add_doubt(CUT)
        upper.text += lower.text
    upper.add_doubt(lower.doubt)


def _keep(above: Table, cell: Cell) -> None:
    """Give a cell of a glued row that has no fellow above a place of its own, if anything stands in it."""
    if not cell.text:
        return
    cell.add_doubt(CUT)
    cell.row, cell.rows = above.height - 1, 1
    above.cells.append(cell)


def _extend(above: Table, below: Table, known: frozenset[str]) -> None:
    """Let merged cells of the last rows go on into the rest, where a blank or the same words stand below them."""
    for upper, lower in _pairs(above, below):
        own_label = any(
            cell.column > lower.column and cell.text and not cell.is_figure for cell in below.row(0)
        )
        merged = upper.rows > 1 or lower.rows > 1 or own_label
        whole = bare(upper.text + lower.text) in known
        if not upper.text or upper.is_figure or not merged or not own_label:
            continue
        if lower.text and lower.text != upper.text and not whole:
            continue
        _append(upper, lower, known)
        upper.rows += lower.rows
        below.cells = [cell for cell in below.cells if cell is not lower]
