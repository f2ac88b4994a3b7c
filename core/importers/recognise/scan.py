"""The cells of a source's tables cut into segments: a label of the form and the cells that follow it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from core import numbers
from core.importers.document import Grid, GridCell, Stream, rows_of
from core.importers.keys import keys
from core.importers.recognise.places import Place, Places

Kind = Literal["row", "head", "loose"]


@dataclass
class Segment:
    """A label with the cells behind it: of a row of the form, of a head, or of nothing that the form knows.

    `heads` are the keys of all heads seen so far; `exact` says that every cell behind the label is a cell of the
    table and none the blank of a merged one.
    """

    kind: Kind
    element: int
    label: GridCell | None = None
    place: Place | None = None
    cells: list[GridCell] = field(default_factory=list)
    heads: frozenset[str] = frozenset()
    exact: bool = False

    @property
    def filled(self) -> list[GridCell]:
        """The cells in which something stands."""
        return [cell for cell in self.cells if not numbers.is_blank(cell.text)]

    @property
    def words(self) -> str:
        """The label and its cells in the words of the source."""
        shown = [self.label, *self.filled] if self.label else self.filled
        return " ".join(numbers.clean(cell.text) for cell in shown)


class Scanner:
    """Goes through the tables in order and finds the row of the form for each label.

    A label that several rows bear ("（三）其他情形数") is the first one after the row found last.
    """

    def __init__(self, places: Places) -> None:
        self.segments: list[Segment] = []
        self.heads_at: dict[int, list[str]] = {}
        self.found: set[int] = set()
        self._places = places
        self._cursor = 0
        self._heads: set[str] = set()

    def scan(self, number: int, element: Grid | Stream) -> None:
        """Add the segments of a table; `number` is its place in the document."""
        after_head = False
        for row in rows_of(element):
            first = len(self.segments)
            self._scan_row(number, row, isinstance(element, Grid) and not element.drawn, after_head)
            kinds = {segment.kind for segment in self.segments[first:] if segment.label}
            after_head = kinds == {"head"}

    def _scan_row(self, number: int, row: Sequence[GridCell], exact: bool, after_head: bool) -> None:
        """Open a segment at each label; what stands before the first one is loose, or figures under a head."""
        kind: Kind = "head" if after_head else "loose"
        current = Segment(kind, number, heads=frozenset(self._heads), exact=exact)
        opened = [current]
        for cell in row:
            segment = self._open(number, cell, exact)
            if segment is None:
                current.cells.append(cell)
                continue
            opened.append(segment)
            current = segment
        if len(opened) > 1 or not after_head:
            opened[0].kind = "loose"
        self.segments += [one for one in opened if one.label or one.filled]

    def _open(self, number: int, cell: GridCell, exact: bool) -> Segment | None:
        if numbers.is_blank(cell.text) or numbers.read(cell.text) is not None:
            return None
        place = self._find(cell.text)
        if place is not None:
            return Segment("row", number, cell, place, heads=frozenset(self._heads), exact=exact)
        if self._places.is_head(cell.text):
            self._heads |= {key for key in keys(cell.text)[:2] if key}
            self.heads_at.setdefault(number, []).append(keys(cell.text)[1])
            return Segment("head", number, cell, heads=frozenset(self._heads), exact=exact)
        return None

    def _find(self, text: str) -> Place | None:
        """Return the row of the label: the next one that bears it, or an earlier one that alone bears it."""
        for candidates in self._places.candidates(text):
            again = [index for index in candidates if not self._places.all[index].printed]
            free = [index for index in candidates if index not in self.found]
            ahead = [index for index in free if index >= self._cursor]
            chosen = ahead[:1] or (free if len(candidates) == 1 else [])
            if chosen:
                self.found.add(chosen[0])
                self._cursor = chosen[0] + 1
                return self._places.all[chosen[0]]
            if again:
                return self._places.all[again[0]]
        return None
