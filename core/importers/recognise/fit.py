"""The cells behind a label set against the columns of the form: filled in order, or refused, never guessed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core import numbers
from core.importers.document import GridCell
from core.labels import plain_words, unspaced

# The place of each column's figure among the cells behind a label.
Way = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """The cells that fill the columns, in their order, and those left over."""

    cells: tuple[GridCell, ...]
    left: tuple[GridCell, ...] = ()


@dataclass(frozen=True, slots=True)
class ListFit:
    """The unit and the figure of a row of a list, either of which may be missing, and what is left over."""

    unit: str = ""
    figure: GridCell | None = None
    left: tuple[GridCell, ...] = ()


def ways(rows: Iterable[tuple[Sequence[GridCell], Sequence[Way]]]) -> tuple[int, ...]:
    """Return which of the ways of laying out figures suit most rows of a table; several where no row tells."""
    misfits: Counter[int] = Counter()
    count = 0
    for cells, row_ways in rows:
        count = max(count, len(row_ways))
        for number, way in enumerate(row_ways):
            misfits[number] += way[-1] < len(cells) and bool(_filled(cells)) and _along(cells, way) is None
    fewest = min((misfits[number] for number in range(count)), default=0)
    return tuple(number for number in range(count) if misfits[number] == fewest)


def to_columns(cells: Sequence[GridCell], row_ways: Sequence[Way], *, exact: bool) -> Fit | None:
    """Return the cells of each column, or None where the ways do not agree on which belongs to which.

    `exact` says that no cell is the blank of a merged one; else a row too short for a way proves nothing.
    """
    columns = len(row_ways[0])
    filled = _filled(cells)
    if not filled:
        return Fit(())
    if len(filled) == columns:
        return Fit(tuple(filled))
    if exact and len(cells) == columns:
        return Fit(tuple(cells))
    if any(way[-1] >= len(cells) for way in row_ways):
        return None
    fits = {
        tuple(cell.text.strip() for cell in fitted.cells): fitted  # blanks are alike, whichever they are
        for way in row_ways
        if (fitted := _along(cells, way)) is not None
    }
    return next(iter(fits.values())) if len(fits) == 1 else None


def _along(cells: Sequence[GridCell], way: Way) -> Fit | None:
    """Return the cells at those places, if nothing stands between them and only words behind them."""
    if any(not _blank(cells[place]) for place in _gaps(way)):
        return None
    inside = tuple(cells[place] for place in way)
    left = tuple(_filled(cells[way[-1] + 1 :]))
    if left and (_figure(left[0]) or any(_words(cell) for cell in inside)):
        return None
    return Fit(inside, left)


def _gaps(way: Way) -> list[int]:
    return sorted(set(range(way[-1])) - set(way))


def _filled(cells: Sequence[GridCell]) -> list[GridCell]:
    return [cell for cell in cells if not _blank(cell)]


def to_list(cells: Sequence[GridCell], units: frozenset[str]) -> ListFit | None:
    """Return the unit and the figure behind the label of a list, or None where that is not certain."""
    own, left = cells, tuple[GridCell, ...]()
    if len(cells) > 2 and len([cell for cell in cells if not _blank(cell)]) > 2:
        if (len(cells) - 2) % 3:
            return None
        own, left = cells[:2], tuple(cell for cell in cells[2:] if not _blank(cell))
    filled = [cell for cell in own if not _blank(cell)]
    if len(filled) == 2:
        return _pair(filled[0], filled[1], left)
    if not filled:
        return ListFit(left=left)
    only = filled[0]
    if _figure(only) or unit_of(only) not in units:
        return ListFit(figure=only, left=left)
    return ListFit(unit=unit_of(only), left=left)


def _pair(first: GridCell, second: GridCell, left: tuple[GridCell, ...]) -> ListFit | None:
    """Return unit and figure in either order."""
    if _figure(first) and _figure(second):
        return None
    if _figure(first):
        first, second = second, first
    return ListFit(unit_of(first), second, left)


def unit_of(cell: GridCell) -> str:
    """Return the unit that stands in a cell, without the blanks that set its characters apart."""
    return unspaced(plain_words(cell.text))


def _blank(cell: GridCell) -> bool:
    return numbers.is_blank(cell.text)


def _figure(cell: GridCell) -> bool:
    return numbers.read(cell.text) is not None


def _words(cell: GridCell) -> bool:
    return not _blank(cell) and not _figure(cell)
