"""The cells of a row told apart by the heads above them, where a table has heads; else by their order, or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core import numbers
from core.importers.document import GridCell
from core.importers.keys import keys
from core.importers.recognise import columns, fit
from core.importers.recognise.columns import Columns, Head
from core.importers.recognise.fit import ListFit, Way
from core.importers.recognise.places import Place
from core.importers.recognise.scan import Segment

_MISFIT = "这一行的格数与表样的列数不符，无法确定各数属于哪一列，未放入表格，请手工填写。"
_TWO_COLUMNS = "原文的表有不止一列数字，无法确定哪一列是表样要的，未放入表格，请手工填写。"
_OTHER_HEAD = "这一列的表头写法与表样不同"
_NO_HEADS = "表格没有表头，数字按表样各列的次序放入"
_FAR_RIGHT = 10_000


@dataclass
class Filling:
    """Which cell belongs to which column, what is left over, and what makes that less than sure.

    `refusal` says why nothing could be placed; `ordered` that order alone told the columns.
    """

    cells: dict[str, GridCell] = field(default_factory=dict)
    left: tuple[GridCell, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)
    refusal: str = ""
    ordered: bool = False


def of_form(place: Place, segment: Segment, row_ways: Sequence[Way]) -> Filling:
    """Return the figures of a row of a form with columns."""
    found = _columns(place, segment)
    if found is not None and found.found:
        return _under_heads(place, segment, found)
    fitted = fit.to_columns(segment.cells, row_ways, exact=segment.exact)
    if fitted is None:
        return Filling(refusal=_MISFIT)
    return _in_order(place, fitted.cells, fitted.left)


def in_order(place: Place, segment: Segment) -> Filling | None:
    """Return the figures of a row in a table without any head, if they are as many as the form has columns."""
    if len(place.columns) not in (len(segment.cells) if segment.exact else 0, len(segment.filled)):
        return None
    cells = segment.cells if len(segment.cells) == len(place.columns) else segment.filled
    filling = _in_order(place, cells, ())
    filling.reasons = dict.fromkeys(filling.cells, _NO_HEADS)
    filling.ordered = True
    return filling


def heads_found(place: Place, segment: Segment) -> bool:
    """Return whether the heads right above the row are those of the form: half of the columns or more."""
    found = _columns(place, segment)
    return found is not None and len(found.found) * 2 >= len(place.columns)


def of_list(place: Place, segment: Segment, units: frozenset[str]) -> ListFit | str:
    """Return the unit and the figure of a row of a list, or why they cannot be told."""
    if _is_plain(segment):
        seen = columns.heads(segment.stack, segment.left, _right(segment))
        found = columns.find(place.block, seen).found.get(place.columns[0].id)
        unit_heads = [head for head in seen if head.key == keys(place.block.unit_heading)[1]]
        if found:
            return _listed(segment, found, unit_heads, units)
        if len([head for head in seen if head not in unit_heads]) > 1 and len(segment.filled) > 1:
            return _TWO_COLUMNS
    return fit.to_list(segment.cells, units) or _MISFIT


def _listed(
    segment: Segment, found: Head, unit_heads: Sequence[Head], known_units: frozenset[str]
) -> ListFit:
    """Return what stands under the heads of unit and figure; without a head, the word of a unit is the unit."""
    figures, units, left = [], [], []
    for slot in segment.slots:
        if numbers.is_blank(slot.cell.text):
            continue
        if slot.over(found.slot.left, found.slot.right):
            figures.append(slot.cell)
        elif any(slot.over(head.slot.left, head.slot.right) for head in unit_heads) or (
            not unit_heads and fit.unit_of(slot.cell) in known_units
        ):
            units.append(slot.cell)
        else:
            left.append(slot.cell)
    unit = fit.unit_of(units[0]) if units else ""
    return ListFit(unit, figures[0] if figures else None, (*left, *figures[1:], *units[1:]))


def _columns(place: Place, segment: Segment) -> Columns | None:
    """Return the columns of the form among the heads above the row, None where its places cannot be trusted."""
    if not _is_plain(segment):
        return None
    left = segment.left if place.labelled else 0
    return columns.find(place.block, columns.heads(segment.stack, left, _right(segment)))


def _is_plain(segment: Segment) -> bool:
    """Return whether the columns of heads and figures are known: merged cells of plain text are not."""
    if not segment.stack:
        return False
    if segment.exact:
        return _right(segment) == max(slot.right for row in segment.stack for slot in row)
    last = segment.stack[-1]
    whole = all(not numbers.is_blank(slot.cell.text) for slot in last[1:])
    above = sum(
        len([slot for slot in row if not numbers.is_blank(slot.cell.text)]) > 1 for row in segment.stack
    )
    return whole and above == 1 and bool(segment.slots) and segment.slots[-1].right == last[-1].right


def _right(segment: Segment) -> int:
    return max((slot.right for slot in segment.slots), default=_FAR_RIGHT)


def _under_heads(place: Place, segment: Segment, found: Columns) -> Filling:
    """Return each cell under its head; where one stands under two, as many cells as columns go in order."""
    whole = len(found.found) == len(place.columns) and found.in_order
    if whole and segment.exact and len(segment.slots) == len(place.columns):
        filling = _in_order(place, segment.cells, ())
        filling.reasons = _reasons(found, filling.cells)
        return filling
    filling = Filling()
    left: list[GridCell] = []
    for slot in segment.slots:
        if not numbers.is_blank(slot.cell.text):
            over = columns.under(found.found, slot)
            if len(over) > 1 or (over and over[0] in filling.cells):
                return Filling(refusal=_MISFIT)
            if over:
                filling.cells[over[0]] = slot.cell
            else:
                left.append(slot.cell)
    filling.left = tuple(left)
    filling.reasons = _reasons(found, filling.cells)
    return filling


def _reasons(found: Columns, cells: Mapping[str, GridCell]) -> dict[str, str]:
    """Return why the columns under heads worded otherwise are less sure."""
    strange = {column for column, head in found.found.items() if head in found.adopted}
    return {column: _OTHER_HEAD for column in cells if column in strange}


def _in_order(place: Place, cells: Sequence[GridCell], left: Sequence[GridCell]) -> Filling:
    named = zip(place.columns, cells, strict=False)
    return Filling({column.id: cell for column, cell in named}, tuple(left))
