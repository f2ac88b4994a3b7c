"""Which column of a source is which column of the form, told by the heads above the figures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from core import numbers
from core.importers.keys import keys
from core.importers.recognise.likeness import is_slip
from core.importers.recognise.matrix import Slot, Slots
from core.template import Block, Column
from core.template.model import leaves

_MOST_COLUMNS = 60
# A single column of figures has many names.
_FIGURES = frozenset({"统计数", "统计数量", "统计数据", "填报数", "填报数据", "数量", "数值", "数据", "数"})


@dataclass(frozen=True, slots=True)
class Head:
    """A column of the source: its lowest head, and the words of all heads above it."""

    slot: Slot
    above: frozenset[str]

    @property
    def key(self) -> str:
        """The bare words of the lowest head."""
        return keys(self.slot.cell.text)[1]


@dataclass
class Columns:
    """The columns of a form found in a source; `adopted` are heads worded otherwise, taken by their place."""

    found: dict[str, Head] = field(default_factory=dict)
    adopted: list[Head] = field(default_factory=list)
    in_order: bool = True


def heads(stack: Sequence[Slots], left: int, right: int) -> list[Head]:
    """Return the columns between these two, each by its lowest head in which something stands.

    A table of more columns than any form has none that could be told.
    """
    lowest: dict[int, Slot] = {}
    for row in reversed(stack):
        for slot in row:
            if slot.left >= left and not numbers.is_blank(slot.cell.text):
                for column in range(slot.left, min(slot.right, right)):
                    lowest.setdefault(column, slot)
    found = _merged(list(dict.fromkeys(lowest[column] for column in sorted(lowest))))
    return [Head(slot, _above(stack, slot)) for slot in found] if len(found) <= _MOST_COLUMNS else []


def _merged(slots: Sequence[Slot]) -> list[Slot]:
    """Return the heads, those that stand twice side by side as one: unmerged cells repeat the words of a merged one."""
    found: list[Slot] = []
    for slot in slots:
        before = found[-1] if found else None
        if (
            before
            and before.right == slot.left
            and keys(before.cell.text)[1] == keys(slot.cell.text)[1] != ""
        ):
            found[-1] = replace(before, right=slot.right)
        else:
            found.append(slot)
    return found


def _above(stack: Sequence[Slots], head: Slot) -> frozenset[str]:
    over = (slot for row in stack for slot in row if slot.over(head.left, head.right))
    return frozenset(key for slot in over if (key := keys(slot.cell.text)[1]))


def find(block: Block, seen: Sequence[Head]) -> Columns:
    """Return which of the heads are columns of the block."""
    columns = Columns()
    wanted = list(leaves(block.columns))
    shared = Counter(column.label for column, _ in wanted)
    for label, count in shared.items():
        same = [(column, path) for column, path in wanted if column.label == label]
        alike = [head for head in seen if _is_head_of(head, same[0][0], single=len(wanted) == 1)]
        columns.found |= _unique(same, alike) if count == 1 else _grouped(same, alike)
    _adopt(columns, [column for column, _ in wanted], seen)
    lefts = [columns.found[column.id].slot.left for column, _ in wanted if column.id in columns.found]
    columns.in_order = lefts == sorted(lefts)
    return columns


def _is_head_of(head: Head, column: Column, *, single: bool) -> bool:
    wanted, found = keys(column.label), keys(head.slot.cell.text)
    if found[1] == wanted[1] or (found[2] and found[2] == wanted[2]):
        return True
    if single and found[2] in _FIGURES and wanted[2] in _FIGURES:
        return True
    return is_slip(head.slot.cell.text, column.label)


def _unique(same: Sequence[tuple[Column, tuple[str, ...]]], alike: Sequence[Head]) -> dict[str, Head]:
    """Return the head of a label that the block has once; of several alike, the one word for word."""
    column, _ = same[0]
    exact = [head for head in alike if head.key == keys(column.label)[1]]
    chosen = exact if len(exact) == 1 else alike
    return {column.id: chosen[0]} if len(chosen) == 1 else {}


def _grouped(same: Sequence[tuple[Column, tuple[str, ...]]], alike: Sequence[Head]) -> dict[str, Head]:
    """Return the heads of a label that stands under several groups: by the group above, else all in order."""
    found: dict[str, Head] = {}
    for column, path in same:
        groups = {keys(label)[1] for label in path[:-1]}
        under = [head for head in alike if groups <= head.above]
        if len(under) == 1:
            found[column.id] = under[0]
    if len(found) == len(same) and len(set(found.values())) == len(same):
        return found
    if len(alike) == len(same):
        return {column.id: head for (column, _), head in zip(same, alike, strict=True)}
    return {}


def _adopt(columns: Columns, wanted: Sequence[Column], seen: Sequence[Head]) -> None:
    """Take the one head worded otherwise for the one column that is missing, where it stands between its neighbours."""
    lost = [column for column in wanted if column.id not in columns.found]
    strange = [head for head in seen if head not in columns.found.values()]
    if len(lost) != 1 or len(strange) != 1 or len(wanted) < 4 or len(seen) != len(wanted):
        return
    if list(seen).index(strange[0]) == list(wanted).index(lost[0]):
        columns.found[lost[0].id] = strange[0]
        columns.adopted.append(strange[0])


def under(found: Mapping[str, Head], slot: Slot) -> list[str]:
    """Return the columns of the form that the cell stands under."""
    return [column for column, head in found.items() if head.slot.over(slot.left, slot.right)]
