"""A table as it is printed: a grid of cells with spans, the same for the window, Word, PDF, XLSX and HTML.

`core.template.grid` makes it of an official form. Nothing is imported here: the process that sets pages knows no forms.
"""

from dataclasses import dataclass
from typing import Literal

# "change" is more or less than last year, a whole number with a sign; an "amount" whose unit the form does
# not print ("") is filled in with its unit.
Kind = Literal["count", "amount", "change", "text"]
Role = Literal["caption", "head", "label", "unit", "value"]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A printed cell: top-left place, spans, its words.

    A figure has the address of its cell, its kind, and every set of cells that must add up to it. `short` are other
    words of a head where the window has no room for its own, the longest first; on paper there is.
    """

    row: int
    column: int
    text: str
    role: Role
    row_span: int = 1
    column_span: int = 1
    cell: str = ""
    indent: int = 0
    kind: Kind = "count"
    sums: tuple[tuple[str, ...], ...] = ()
    short: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Tell cells of a form apart by their places: every paint of the window asks, and the words are long."""
        return hash((self.row, self.column))


@dataclass(frozen=True, slots=True)
class Grid:
    """A printed table: `rows` × `columns` places, widths in percent, and how many head rows to repeat.

    `label_columns` stand left of the figures: labels, and the units of a list.
    """

    rows: int
    columns: int
    widths: tuple[float, ...]
    head_rows: int
    cells: tuple[GridCell, ...]
    label_columns: int = 0
