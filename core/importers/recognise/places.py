"""Where the figures of a form belong: every row in order, found again by its label."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from core.importers.keys import column_labels, keys
from core.importers.recognise.fit import Way
from core.template import Block, Column, Row, Table, Template
from core.template.model import leaves, walk


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the form, in order: the table and block it is in, its columns; `printed` where it is a line.

    `above` are the rows it belongs to, outermost first.
    """

    index: int
    table: Table
    block: Block
    row: Row
    columns: tuple[Column, ...]
    depth: int
    printed: bool
    above: tuple[int, ...] = ()

    @property
    def labelled(self) -> bool:
        """Whether the row stands behind a label; the one row of some tables has none."""
        return self.block.label_columns > 0

    def ways(self, count: int) -> tuple[Way, Way, Way]:
        """Return where the figures stand among so many cells: one after another, or where the form prints them.

        Merged labels and heads leave blank cells, behind the figures or where they are printed. In some official
        files the figures stand beside their heads; the last way is theirs.
        """
        plain = tuple(range(len(self.columns)))
        first = self.block.label_columns - self.depth if self.labelled else max(0, count - len(plain))
        widths = [column.width for column in self.columns]
        beside = self.block.figure_widths or widths
        printed, official = (tuple(accumulate(ones[:-1], initial=first)) for ones in (widths, beside))
        return plain, printed, official

    @property
    def address(self) -> str:
        """The address of the row: `table.row`."""
        return f"{self.table.id}.{self.row.id}"

    def cell(self, column: Column) -> str:
        """Return the address of the figure in that column."""
        return f"{self.table.id}.{self.row.id}.{column.id}"


class Places:
    """The rows of a form by the keys of their labels, and the words of its table heads."""

    def __init__(self, template: Template) -> None:
        self.all = tuple(_places(template))
        self.heads: set[str] = set()
        self._captions: set[str] = set()
        self._by_key: tuple[dict[str, list[int]], ...] = ({}, {}, {}, {})
        for table in template.tables:
            for block in table.blocks:
                self.heads |= _head_keys(block)
                self._captions |= {keys(block.caption)[1]} - {""}
        for place in self.all:
            for label in (place.row.label, *place.row.aliases):
                for level, key in enumerate(keys(label)):
                    if key:
                        self._by_key[level].setdefault(key, []).append(place.index)

    def knows(self, text: str) -> bool:
        """Return whether the text is a label or a word of a head."""
        return self.is_head(text) or any(
            key in rows for key, rows in zip(keys(text), self._by_key, strict=True) if key
        )

    def is_head(self, text: str) -> bool:
        """Return whether the text is a word of a table head."""
        return any(key in self.heads for key in keys(text)[:2] if key)

    def is_caption(self, text: str) -> bool:
        """Return whether the text is the caption over a part of a table."""
        return bool(keys(text)[1]) and keys(text)[1] in self._captions

    def candidates(self, text: str, *, labels_only: bool = False) -> Iterator[list[int]]:
        """Yield the rows that the label may be, strictest reading first; a word of a head is no loose label.

        `labels_only` says that the text stands where no head can be.
        """
        for level, key in enumerate(keys(text)):
            if level == 2 and not labels_only and self.is_head(text):
                return
            if key and key in self._by_key[level]:
                yield self._by_key[level][key]


def leaf_columns(block: Block) -> tuple[Column, ...]:
    """Return the columns of a block that hold figures."""
    return tuple(column for column, _ in leaves(block.columns))


def _places(template: Template) -> Iterator[Place]:
    index = 0
    for table in template.tables:
        for block in table.blocks:
            columns = leaf_columns(block)
            above: list[int] = []
            for row, path in walk(block.rows):
                printed = table.layout == "list" or not row.rows
                del above[len(path) - 1 :]
                yield Place(index, table, block, row, columns, len(path), printed, tuple(above))
                above.append(index)
                index += 1


def _head_keys(block: Block) -> set[str]:
    words = [block.caption, block.corner, block.unit_heading, *column_labels(block.columns)]
    return {key for word in words for key in keys(word)[:2] if key}
