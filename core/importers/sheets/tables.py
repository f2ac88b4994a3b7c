"""A part of a sheet as a table: its columns without those that are blank, and what only stands beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core import numbers
from core.importers.document import Grid, GridCell, Remark
from core.importers.keys import bare
from core.importers.sheets.groups import Filled, Group, Plan
from core.importers.sheets.model import Area, column_name

MOST_PLACES = 200_000
_FEW = 3
_SHORTEST_LABEL = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """The groups of a table within some columns; one of a few words beside a table is no table."""

    groups: tuple[Group, ...]
    left: int
    right: int
    is_table: bool = True


def pieces(plan: Plan, band: Sequence[Group], known: frozenset[str]) -> Iterator[Piece]:
    """Yield the tables that stand side by side, parted by blank columns, and notes beside a table."""
    parts = [_within(band, left, right) for left, right in _stretches(plan, band)]
    held = parts[0]
    for part in parts[1:]:
        if _is_apart(held, part, known):
            yield held
            held = part
        else:
            held = _within(band, held.left, part.right)
    yield held


def _stretches(plan: Plan, band: Sequence[Group]) -> list[tuple[int, int]]:
    """Return the columns in use, from and up to, where blank ones part them."""
    used = set().union(*(group.framed for group in band))
    for group in band:
        for one in group.filled:
            used |= set(range(one.area.left, one.area.right))
    top, bottom = band[0].top, band[-1].bottom
    for area in plan.begun.values():
        if area.top < bottom and top < area.bottom and min(used) <= area.left and area.right <= max(used) + 1:
            used |= set(range(area.left, area.right))
    found: list[tuple[int, int]] = []
    for column in sorted(used):
        if found and found[-1][1] == column:
            found[-1] = (found[-1][0], column + 1)
        else:
            found.append((column, column + 1))
    return found


def _within(band: Sequence[Group], left: int, right: int) -> Piece:
    """Return the groups with their cells between two columns; a few words in many rows are no table."""
    cut = []
    for group in band:
        filled = tuple(one for one in group.filled if left <= one.area.left < right)
        framed = frozenset(column for column in group.framed if left <= column < right)
        if filled or framed:
            cut.append(Group(group.top, group.bottom, filled, framed))
    is_table = any(len(group.filled) > 1 for group in cut) or any(group.framed for group in cut)
    return Piece(tuple(cut), left, right, is_table)


def _is_apart(held: Piece, part: Piece, known: frozenset[str]) -> bool:
    """Return whether a part behind a blank column is another table or a note, and not the rest of this table."""
    cells = [one for group in part.groups for one in group.filled]
    if any(group.framed for group in held.groups) and not any(group.framed for group in part.groups):
        return True
    if len(cells) <= _FEW < len(held.groups):
        return not any(bare(one.cell.text) in known for one in cells)
    first = [one for one in cells if one.area.left == part.left]
    labels = {one.cell.text for one in first if _is_label(one)}
    return len(labels) > 1 and 2 * sum(map(_is_label, first)) >= len(first)


def _is_label(one: Filled) -> bool:
    text = one.cell.text.strip()
    return len(text) >= _SHORTEST_LABEL and numbers.read(text) is None


def grid(plan: Plan, piece: Piece) -> Grid | None:
    """Return the table of a piece; None, with a remark, of one beyond all measure."""
    top, bottom = piece.groups[0].top, piece.groups[-1].bottom
    columns = _columns(plan, piece, top, bottom)
    if len(columns) * (bottom - top) > MOST_PLACES:
        at = f"{column_name(piece.left)}{top + 1}"
        plan.sheet.remarks.append(
            Remark(f"工作表“{plan.sheet.name}”从 {at} 起的表格过大，已跳过该表格，请手工填写。")
        )
        return None
    alive = {row for group in piece.groups for row in range(group.top, group.bottom)}
    rows = [_row(plan, row, columns, piece) for row in range(top, bottom) if row in alive]
    return Grid(tuple(rows))


def _columns(plan: Plan, piece: Piece, top: int, bottom: int) -> list[int]:
    """Return the columns in which a cell begins or a frame is drawn; others part nothing."""
    used = set().union(*(group.framed for group in piece.groups))
    used |= {one.area.left for group in piece.groups for one in group.filled}
    here = Area(top, piece.left, bottom, piece.right)
    used |= {
        area.left
        for area in plan.begun.values()
        if area.meets(here) and area.left in range(piece.left, piece.right)
    }
    return sorted(used)


def _row(plan: Plan, row: int, columns: Sequence[int], piece: Piece) -> tuple[GridCell, ...]:
    """Return the cells that begin in a row, blank ones as well."""
    cells = []
    for column in columns:
        place = (row, column)
        if place in plan.covered:
            continue
        area = plan.area(place)
        cell = plan.sheet.cells.get(place)
        span = sum(area.left <= one < area.right for one in columns)
        height = min(area.bottom, piece.groups[-1].bottom) - row
        cells.append(
            GridCell(
                cell.text.strip() if cell else "", row + 1, height, span, doubt=cell.doubt if cell else ""
            )
        )
    return tuple(cells)
