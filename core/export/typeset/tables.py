"""Official tables laid out: widths, wrapped texts, heights of rows, and their parts on successive pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from core.blocks import Anchor, Run, TableBlock
from core.export import columns
from core.export.fitting import around
from core.export.rows import held as held_rows
from core.export.typeset.marks import Frame, Mark
from core.export.typeset.setting import SetLine, Setter
from core.grid import GridCell
from core.style import Role

_SMALLEST = 0.5  # how far a figure that is wider than its column may shrink before it is wrapped

Rows = tuple[int, int]


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A cell with its text in lines, each as high as `pitch`, set in `role`."""

    cell: GridCell
    x: float
    width: float
    lines: tuple[SetLine, ...]
    pitch: float
    left: float
    role: Role

    @property
    def rows(self) -> range:
        """The rows it covers."""
        return range(self.cell.row, self.cell.row + self.cell.row_span)


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table ready to be divided among pages; `held` rows stay on one page with the row below them."""

    anchor: Anchor
    heights: tuple[float, ...]
    head_rows: int
    held: frozenset[int]
    cells: tuple[LaidCell, ...]
    setter: Setter

    def height(self, first: int, last: int) -> float:
        """Return the height of some rows."""
        return sum(self.heights[first:last])

    def least(self) -> float:
        """Return the height of what must stand together at its beginning."""
        end = self.head_rows
        while end in self.held:
            end += 1
        return self.height(0, end + 1)

    def divide(self, room: float, page: float) -> list[Rows]:
        """Return the rows of each part: the first fits into `room`, the others into a page under their head."""
        parts: list[Rows] = []
        first = 0
        while first < len(self.heights):
            free = room if not parts else page - self.height(0, self.head_rows)
            last = first
            while last < len(self.heights) and self.height(first, last + 1) <= free + 0.01:
                last += 1
            if last < len(self.heights):
                last = self._without_held(first, last)
            parts.append((first, max(last, first + 1)))
            first = parts[-1][1]
        return parts

    def _without_held(self, first: int, last: int) -> int:
        end = last
        while end > first and end - 1 in self.held:
            end -= 1
        return end if end > first else last

    def draw(self, parts: Sequence[Rows]) -> Iterator[tuple[float, tuple[Mark, ...]]]:
        """Yield the height and the marks of each part, the head repeated on all but the first."""
        for number, (first, last) in enumerate(parts):
            rows = [*range(self.head_rows), *range(first, last)] if number else list(range(first, last))
            tops = dict(zip(rows, accumulate((self.heights[row] for row in rows), initial=0.0), strict=False))
            marks: list[Mark] = []
            for cell in self.cells:
                here = [row for row in cell.rows if row in tops]
                if here:
                    top, height = tops[here[0]], sum(self.heights[row] for row in here)
                    rule = self.setter.style.table.border
                    marks.append(Frame(cell.x, top, cell.width, height, rule, cell.cell.cell))
                    if self._shows_text(cell, number, parts):
                        marks += self._text(cell, top, height)
            yield sum(self.heights[row] for row in rows), tuple(marks)

    def _shows_text(self, cell: LaidCell, number: int, parts: Sequence[Rows]) -> bool:
        """Return whether a part carries the label: where it fits, else only the highest part."""
        if cell.cell.row < self.head_rows or cell.cell.row_span == 1:
            return True
        rooms = [self.height(max(a, cell.rows.start), min(b, cell.rows.stop)) for a, b in parts]
        if any(room + 0.01 >= _text_height(cell) for room in rooms):
            return rooms[number] + 0.01 >= _text_height(cell)
        return number == rooms.index(max(rooms))

    def _text(self, cell: LaidCell, top: float, height: float) -> Iterator[Mark]:
        used = _text_height(cell)
        scale = min(1.0, height / used) if used else 1.0
        y = top + (height - used * scale) / 2
        room = cell.width - 2 * cell.left
        for line in (_scaled(line, scale) for line in cell.lines):
            x = cell.x + cell.left + ((room - line.width) / 2 if cell.role.align == "center" else 0)
            yield from line.at(x, y + self.setter.base_line(cell.role, cell.pitch) * scale)
            y += cell.pitch * scale


def _text_height(cell: LaidCell) -> float:
    """Return the height of a cell's lines; a blank cell is as high as one, so that there is room to write."""
    return cell.pitch * max(1, len(cell.lines))


def lay_table(setter: Setter, block: TableBlock) -> LaidTable:
    """Return a table laid out over the full measure."""
    look = setter.style.table
    edges = [0.0, *accumulate(columns.of(block.grid, setter.measure, setter.style))]
    cells = tuple(_lay_cell(setter, block, cell, edges) for cell in sorted(block.grid.cells, key=_place))
    heights = [0.0] * block.grid.rows
    around_words = 2 * look.above + look.border
    for cell in sorted(cells, key=lambda one: one.cell.row_span):
        rows = slice(cell.cell.row, cell.cell.row + cell.cell.row_span)
        lacking = _text_height(cell) + around_words - sum(heights[rows])
        for row in cell.rows if lacking > 0 else ():
            heights[row] += lacking / cell.cell.row_span
    held = held_rows(block, setter.style)
    page = setter.style.page.lines * setter.style.page.line_pitch
    laid = LaidTable(block.anchor, tuple(heights), block.grid.head_rows, held, cells, setter)
    return _divided(laid, page - laid.height(0, laid.head_rows))


def _place(cell: GridCell) -> tuple[int, int]:
    """Return the place of a cell in reading order."""
    return cell.row, cell.column


def _lay_cell(setter: Setter, block: TableBlock, cell: GridCell, edges: Sequence[float]) -> LaidCell:
    name = columns.ROLES[cell.role]
    role = setter.style.roles[name]
    x, right = edges[cell.column], edges[cell.column + cell.column_span]
    text = block.values.get(cell.cell, "") if cell.role == "value" else cell.text
    indent = cell.indent * role.size
    if cell.role == "label" and cell.row_span > 1:  # one line more costs no room there: words stay whole
        side = columns.side(right - x, role.size, setter.style)
        lines = tuple(setter.title(text, name, right - x - 2 * side))
    else:
        side, free = around(text, cell, right - x, setter.style)
        room = right - x - 2 * side - indent
        lines = tuple(setter.lines([Run(text, name)], room - free, narrow=False))
        if cell.role == "value" and len(lines) > 1:
            lines = _shrunk(setter, text, name, room) or lines
    pitch = role.line_pitch or role.size * 1.4
    shifted = tuple(SetLine(line.at(indent, 0), line.width) for line in lines) if indent else lines
    return LaidCell(cell, x, right - x, shifted, pitch, side, role)


def _shrunk(setter: Setter, text: str, role: str, room: float) -> tuple[SetLine, ...]:
    """Return a figure set smaller in a single line, nothing where that would be too small to read."""
    lines = tuple(setter.lines([Run(text, role)], room / _SMALLEST))
    if len(lines) != 1:
        return ()
    return (_scaled(lines[0], min(1.0, room / lines[0].width)),)


def _scaled(line: SetLine, scale: float) -> SetLine:
    words = (
        replace(one, x=one.x * scale, size=one.size * scale, spacing=one.spacing * scale)
        for one in line.words
    )
    return SetLine(tuple(words), line.width * scale) if scale < 1 else line


def _divided(table: LaidTable, page: float) -> LaidTable:
    """Return the table with every row that is higher than a page made into several rows."""
    counts = [1 if height <= page else int(height // page) + 1 for height in table.heights]
    if max(counts, default=1) == 1:
        return table
    starts = [0, *accumulate(counts)]
    heights = [
        height / count for height, count in zip(table.heights, counts, strict=True) for _ in range(count)
    ]
    cells = [
        part
        for cell in table.cells
        for part in _cell_parts(cell, starts, heights, table.setter.style.table.above)
    ]
    held = frozenset(starts[row] for row in table.held)
    cells.sort(key=lambda one: _place(one.cell))
    return replace(
        table, heights=tuple(heights), head_rows=starts[table.head_rows], held=held, cells=tuple(cells)
    )


def _cell_parts(cell: LaidCell, starts: list[int], heights: list[float], above: float) -> Iterator[LaidCell]:
    """Yield a cell in the new rows: one of a single row with its lines dealt out, others over more rows."""
    first, last = starts[cell.cell.row], starts[cell.cell.row + cell.cell.row_span]
    if cell.cell.row_span > 1 or last - first == 1:
        yield replace(cell, cell=replace(cell.cell, row=first, row_span=last - first))
        return
    at_once = max(1, int((heights[first] - above / (last - first)) // cell.pitch))
    for row in range(first, last):
        begin = (row - first) * at_once
        lines = cell.lines[begin:] if row == last - 1 else cell.lines[begin : begin + at_once]
        yield replace(cell, cell=replace(cell.cell, row=row, row_span=1), lines=lines)
