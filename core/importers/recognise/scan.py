"""The cells of a source's tables cut into segments: a label of the form and the cells that follow it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from core import numbers
from core.importers.document import Grid, GridCell, Stream, rows_of
from core.importers.keys import keys
from core.importers.recognise import matrix
from core.importers.recognise.figures import is_figure
from core.importers.recognise.matrix import Slot, Slots
from core.importers.recognise.places import Place, Places

Kind = Literal["row", "head", "loose"]

TWINS = "表样里有几行都叫这个名称，原文里看不出属于哪一项，按次序放入"
CLOSE = "行名与表样不完全相同，和表样里另一行也相近"


@dataclass
class Segment:
    """A label with the cells behind it: of a row of the form, of a head, or of nothing that the form knows.

    `heads` are the keys of all heads seen so far, `stack` the head rows right above; `exact` says that every cell
    behind the label is a cell of the table and none the blank of a merged one; `headless` that the table has
    shown no head of its own so far; `repaired` why the label is not sure.
    """

    kind: Kind
    element: int
    label: GridCell | None = None
    place: Place | None = None
    slots: list[Slot] = field(default_factory=list)
    heads: frozenset[str] = frozenset()
    stack: tuple[Slots, ...] = ()
    exact: bool = False
    headless: bool = False
    left: int = 0
    row: int = 0
    repaired: str = ""

    @property
    def cells(self) -> list[GridCell]:
        """The cells behind the label."""
        return [slot.cell for slot in self.slots]

    @property
    def filled(self) -> list[GridCell]:
        """The cells in which something stands."""
        return [cell for cell in self.cells if not numbers.is_blank(cell.text)]

    @property
    def words(self) -> str:
        """The label and its cells in the words of the source."""
        shown = [self.label, *self.filled] if self.label else self.filled
        return " ".join(numbers.clean(cell.text) for cell in shown)

    @property
    def is_ambiguous(self) -> bool:
        """Whether another row of the form may be meant as well."""
        return self.repaired in (TWINS, CLOSE)

    @property
    def is_continued(self) -> bool:
        """Whether the heads above it stand in the part of the table before a page break."""
        return self.headless and bool(self.stack)

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the source that the segment takes."""
        shown = [self.label, *self.filled] if self.label else self.filled
        return tuple(sorted({cell.line for cell in shown if cell.line}))


class Scanner:
    """Goes through the tables in order and finds the row of the form for each label."""

    def __init__(self, places: Places) -> None:
        self.segments: list[Segment] = []
        self.heads_at: dict[int, list[str]] = {}
        self.found: set[int] = set()
        self.places = places
        self._cursor = 0
        self._row = 0
        self._heads: set[str] = set()
        self._stack: tuple[Slots, ...] = ()
        self._headless = True
        self._width = 0
        self._continues = False

    def scan(self, number: int, element: Grid | Stream) -> None:
        """Add the segments of a table; `number` is its place in the document."""
        true = isinstance(element, Grid) and not element.drawn
        rows = matrix.slots(rows_of(element)) if true else [matrix.flat(row) for row in rows_of(element)]
        self._open_table(matrix.width(rows) if true else 0)
        after_head = self._continues
        for row in rows:
            first = len(self.segments)
            self._row += 1
            self._scan_row(number, row, true, after_head)
            here = self.segments[first:]
            stacked = self._take_heads(row, here, after_head=after_head)
            after_head = {one.kind for one in here if one.label} == {"head"}
            self._headless = self._headless and not stacked and not any(one.kind == "loose" for one in here)
        self._continues = after_head

    def _open_table(self, width: int) -> None:
        """Keep the heads of the table above for one of the same width: a page break may stand between them."""
        if not width or width != self._width:
            self._stack = ()
            self._continues = False
        self._width = width
        self._headless = True

    def _take_heads(self, row: Slots, here: Sequence[Segment], *, after_head: bool) -> bool:
        """Put a row of heads on the stack; one that follows other rows begins a new stack."""
        heads = [one for one in here if one.kind == "head"]
        caption = any(one.label and self.places.is_caption(one.label.text) for one in heads)
        if any(one.kind == "row" and one.place and one.place.printed for one in here):
            return False
        filled = sum(len(one.filled) + (one.label is not None) for one in here)
        if not heads or any(is_figure(slot.cell.text) for slot in row[1:]) or not (filled > 1 or caption):
            return False
        self._stack = (*self._stack, row) if after_head else (row,)
        return filled > 1

    def _scan_row(self, number: int, row: Slots, exact: bool, after_head: bool) -> None:
        """Open a segment at each label; what stands before the first one is loose, or figures under a head."""
        kind: Kind = "head" if after_head else "loose"
        current = self._segment(kind, number, exact)
        opened = [current]
        labels_only = exact and _labels_lead(row)
        for slot in row:
            segment = self._open(number, slot, exact, labels_only)
            if segment is None:
                current.slots.append(slot)
                continue
            opened.append(segment)
            current = segment
        if len(opened) > 1 or not after_head:
            opened[0].kind = "loose"
        self.segments += [one for one in opened if one.label or one.filled]

    def _segment(
        self, kind: Kind, number: int, exact: bool, slot: Slot | None = None, place: Place | None = None
    ) -> Segment:
        return Segment(
            kind,
            number,
            slot.cell if slot else None,
            place,
            heads=frozenset(self._heads),
            stack=self._stack,
            exact=exact,
            headless=self._headless,
            left=slot.right if slot else 0,
            row=self._row,
        )

    def _open(self, number: int, slot: Slot, exact: bool, labels_only: bool) -> Segment | None:
        text = slot.cell.text
        if numbers.is_blank(text) or numbers.read(text) is not None:
            return None
        place, repaired = self._find(text, labels_only)
        if place is not None:
            segment = self._segment("row", number, exact, slot, place)
            segment.repaired = repaired
            return segment
        if self.places.is_head(text):
            self._heads |= {key for key in keys(text)[:2] if key}
            self.heads_at.setdefault(number, []).append(keys(text)[1])
            return self._segment("head", number, exact, slot)
        return None

    def _find(self, text: str, labels_only: bool) -> tuple[Place | None, str]:
        """Return the row of the label, and what makes that less than sure.

        It is the one that belongs to the rows right above, else the next one that bears the label, or an earlier
        one that alone bears it.
        """
        for candidates in self.places.candidates(text, labels_only=labels_only):
            again = [index for index in candidates if not self.places.all[index].printed]
            free = [index for index in candidates if index not in self.found]
            ahead = [index for index in free if index >= self._cursor]
            chosen = ahead[:1] or (free if len(candidates) == 1 else [])
            near = [index for index in free if self._is_near(index)] if len(candidates) > 1 else chosen
            if near or chosen:
                index = (near or chosen)[0]
                self.found.add(index)
                self._cursor = index + 1
                return self.places.all[index], "" if near else TWINS
            if again:
                return self.places.all[again[0]], ""
        return None, ""

    def _is_near(self, index: int) -> bool:
        """Return whether the row belongs to the one found last, or to a row that this one belongs to."""
        above = self.places.all[index].above
        if not above or not self._cursor:
            return index >= self._cursor
        last = self.places.all[self._cursor - 1]
        return above[-1] in (last.index, *last.above) and above[-1] in self.found


def _labels_lead(row: Slots) -> bool:
    """Return whether the row is words first and two or more figures behind them: none of its words is a head."""
    places = [number for number, slot in enumerate(row) if is_figure(slot.cell.text)]
    if len(places) < 2:
        return False
    return all(number < places[0] for number, slot in enumerate(row) if _is_words(slot))


def _is_words(slot: Slot) -> bool:
    text = slot.cell.text
    return not numbers.is_blank(text) and not is_figure(text) and any(char.isalpha() for char in text)
