"""The rows of a sheet in groups: rows that a merged area ties together belong to one, and so do their cells."""

from collections.abc import Iterable
from dataclasses import dataclass

from core import numbers
from core.importers.sheets.model import COLUMNS, ROWS, Area, Cell, Place, Sheet

_MOST_FRAMED_BLANKS = 3
_MOST_PLACES = 2 * ROWS * COLUMNS  # all merged areas of a sheet together, those that overlap as well


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell in which something stands, with the area that it covers."""

    area: Area
    cell: Cell


@dataclass(frozen=True, slots=True)
class Group:
    """Rows from top up to, not with, bottom, their filled cells in reading order, and the columns with a frame."""

    top: int
    bottom: int
    filled: tuple[Filled, ...]
    framed: frozenset[int] = frozenset()

    @property
    def columns(self) -> tuple[int, int]:
        """The first column with something in it, and the one behind the last."""
        lefts = [one.area.left for one in self.filled] + list(self.framed)
        rights = [one.area.right for one in self.filled] + [column + 1 for column in self.framed]
        return min(lefts), max(rights)


class Plan:
    """The merged areas of a sheet by their first place and by the places they cover."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.begun: dict[Place, Area] = {}
        self.covered: set[Place] = set()
        spent = 0
        for area in _cut(sheet):
            if not self._is_free(area):
                continue
            spent += (area.bottom - area.top) * (area.right - area.left)
            if spent > _MOST_PLACES:
                break
            places = set(area.places())
            if not places & self.covered and not places & self.begun.keys():
                self.begun[area.top, area.left] = area
                self.covered |= places - {(area.top, area.left)}

    def _is_free(self, area: Area) -> bool:
        """Return whether the corners of an area lie in no other: of areas that overlap, the first one counts."""
        corners = [
            (row, column) for row in (area.top, area.bottom - 1) for column in (area.left, area.right - 1)
        ]
        return not any(corner in self.covered or corner in self.begun for corner in corners)

    def area(self, place: Place) -> Area:
        """Return what the cell of a place covers."""
        row, column = place
        return self.begun.get(place) or Area(row, column, row + 1, column + 1)

    def hidden_below(self) -> list[Place]:
        """Return the places with words that a merged area covers, where nobody sees them."""
        cells = self.sheet.cells
        return sorted(
            place for place in self.covered & cells.keys() if not numbers.is_blank(cells[place].text)
        )


def _cut(sheet: Sheet) -> list[Area]:
    """Return the merged areas up to the last row and column in use: whole columns and rows may be merged."""
    used = [*sheet.cells, *sheet.framed]
    bottom = max((row for row, _ in used), default=-1) + 1
    right = max((column for _, column in used), default=-1) + 1
    bottom, right = _widened(sheet, bottom, right)
    cut = [Area(one.top, one.left, min(one.bottom, bottom), min(one.right, right)) for one in sheet.merged]
    return [
        one for one in cut if (one.bottom - one.top) * (one.right - one.left) > 1 and one.top < one.bottom
    ]


def _widened(sheet: Sheet, bottom: int, right: int) -> tuple[int, int]:
    """Return the size of the sheet with its merged cells of everyday size, which may be blank at their ends."""
    for one in sheet.merged:
        if (
            one.top < bottom
            and one.left < right
            and one.right - one.left <= 30
            and one.bottom - one.top <= 60
        ):
            bottom, right = max(bottom, one.bottom), max(right, one.right)
    return bottom, right


def groups(plan: Plan) -> list[list[Group]]:
    """Return the groups of each band: bands are parted by rows in which nothing stands."""
    by_row: dict[int, list[Filled]] = {}
    for place, cell in sorted(plan.sheet.cells.items()):
        if place not in plan.covered and (cell.doubt or not numbers.is_blank(cell.text)):
            by_row.setdefault(place[0], []).append(Filled(plan.area(place), cell))
    framed: dict[int, set[int]] = {}
    for row, column in plan.sheet.framed:
        framed.setdefault(row, set()).add(column)
    bands: list[list[Group]] = [[]]
    for group in _tied(by_row, framed, plan):
        if bands[-1] and group.top > bands[-1][-1].bottom:
            bands.append([])
        bands[-1].append(group)
    trimmed = [part for band in bands for part in _parted(band)]
    return [band for band in trimmed if band]


def _tied(by_row: dict[int, list[Filled]], framed: dict[int, set[int]], plan: Plan) -> Iterable[Group]:
    """Yield the groups from top to bottom."""
    tall = {area.top: 0 for area in plan.begun.values()}
    for area in plan.begun.values():
        tall[area.top] = max(tall[area.top], area.bottom)
    rows = sorted({*by_row, *framed})
    at = 0
    while at < len(rows):
        top = rows[at]
        bottom = top + 1
        while at < len(rows) and rows[at] < bottom:
            bottom = max(bottom, tall.get(rows[at], 0) if rows[at] in by_row else 0)
            at += 1
        inside = range(top, bottom)
        filled = tuple(one for row in inside for one in by_row.get(row, ()))
        yield Group(top, bottom, filled, frozenset(c for row in inside for c in framed.get(row, ())))


def _parted(band: list[Group]) -> list[list[Group]]:
    """Return a band without the drawn but blank rows at its ends, parted where many of them follow one another."""
    parts: list[list[Group]] = [[]]
    blanks: list[Group] = []
    for group in band:
        if not group.filled:
            blanks.append(group)
            continue
        if len(blanks) > _MOST_FRAMED_BLANKS:
            parts.append([])
        elif parts[-1]:
            parts[-1] += blanks
        blanks = []
        parts[-1].append(group)
    return parts
