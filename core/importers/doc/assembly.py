"""Paragraphs put together to tables, and tables within tables."""

from dataclasses import dataclass, field

from core.importers.doc.rows import Row, row, table
from core.importers.docx.tree import Item, Paragraph


@dataclass(slots=True)
class Line:
    """A paragraph with what its end says: how deep in tables it stands, and whether a cell or row ends with it."""

    paragraph: Paragraph
    depth: int
    cell_end: bool
    row_end: bool
    joins: bool
    properties: list[tuple[int, bytes]]
    deleted: bool


@dataclass(slots=True)
class _Level:
    """A table that is being read: its rows, the cells of the row, the contents of the cell."""

    rows: list[Row] = field(default_factory=list)
    cells: list[list[Item]] = field(default_factory=list)
    contents: list[Item] = field(default_factory=list)


class Assembly:
    """Puts paragraphs together to tables within tables."""

    def __init__(self) -> None:
        self._body: list[Item] = []
        self._levels: list[_Level] = []

    def add(self, line: Line) -> None:
        """Add a paragraph at its depth."""
        while len(self._levels) > line.depth:
            self._close()
        while len(self._levels) < line.depth:
            self._levels.append(_Level())
        if not self._levels:
            self._body.append(line.paragraph)
            return
        level = self._levels[-1]
        if line.row_end:
            self._end_row(level, line)
            return
        level.contents.append(line.paragraph)
        if line.cell_end:
            level.cells.append(level.contents)
            level.contents = []

    def finished(self) -> list[Item]:
        """Return everything, with what is still open closed."""
        while self._levels:
            self._close()
        return self._body

    def _end_row(self, level: _Level, line: Line) -> None:
        if level.contents:
            level.cells.append(level.contents)
        made = row(line.properties, level.cells)
        made.deleted = line.deleted
        level.rows.append(made)
        level.cells, level.contents = [], []

    def _close(self) -> None:
        """Put the innermost table into the one around it; cells without an end of their row are only paragraphs."""
        level = self._levels.pop()
        outer = self._levels[-1].contents if self._levels else self._body
        if level.rows:
            outer.append(table(level.rows))
        for cell in (*level.cells, level.contents):
            outer += cell
