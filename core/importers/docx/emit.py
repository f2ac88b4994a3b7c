"""What was read of a Word file as lines and grids in reading order; frames that only look like tables are opened."""

from collections.abc import Iterable, Iterator

from core import numbers
from core.importers.document import Element, Grid, GridCell, Text
from core.importers.docx.breaks import parted
from core.importers.docx.remarks import Losses
from core.importers.docx.tree import Cell, Item, Loss, Paragraph, Table

_LONGEST_CELL = 400
_FIGURES_OF_A_TABLE = 3
_NOTE_DOUBT = "这是原文的脚注，放在所在段落的后面。"
_BOX_DOUBT = "这是原文文本框里的文字，放在所在段落的后面。"
_NESTED_DOUBT = "这个格里还套着一个表格，内容已合在一起。"


class Emission:
    """Puts items out one after another and counts their lines: one a paragraph, one a row of a table."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.losses = Losses()
        self._line = 0

    def put(self, items: Iterable[Item], doubt: str = "") -> None:
        """Add items; `doubt` is said of every line of theirs."""
        for item in items:
            if isinstance(item, Table):
                self._table(item, doubt)
            else:
                self._paragraph(item, doubt)

    def _paragraph(self, paragraph: Paragraph, doubt: str) -> None:
        self._line += 1
        self.losses.add(paragraph.losses, self._line)
        lines = parted(paragraph.text)
        if lines:
            lines[0] = _labelled(paragraph.label, lines[0])
        elif paragraph.label:
            self.losses.add([Loss("number", paragraph.label)], self._line)
        for place, line in enumerate(lines):
            self._line += place > 0
            heading = paragraph.heading if place == 0 else 0
            self.elements.append(Text(self._line, line, heading=heading, doubt=paragraph.doubt or doubt))
        self._attached(paragraph)

    def _attached(self, paragraph: Paragraph) -> None:
        """Add the text boxes and footnotes of a paragraph behind it."""
        for box in paragraph.boxes:
            if any(_all_text(box)):
                self.losses.add([Loss("box")], self._line)
            self.put(box, _BOX_DOUBT)
        for note in paragraph.notes:
            self.put(note, _NOTE_DOUBT)

    def _table(self, table: Table, doubt: str) -> None:
        if is_frame(table):
            self.losses.add(table.losses, self._line + 1)
            for cell in _cells(table):
                self.put(cell.contents, doubt or cell.doubt)
            return
        first = self._line + 1
        rows = tuple(self._row(row, doubt) for row in table.rows)
        self.losses.add(table.losses, first)
        self.elements += [Grid(rows)] if rows else []
        for paragraph in (one for cell in _cells(table) for one in _paragraphs(cell.contents)):
            self._attached(paragraph)

    def _row(self, row: list[Cell], doubt: str) -> tuple[GridCell, ...]:
        self._line += 1
        return tuple(self._cell(cell, doubt) for cell in row)

    def _cell(self, cell: Cell, doubt: str) -> GridCell:
        paragraphs = list(_paragraphs(cell.contents))
        for paragraph in paragraphs:
            self.losses.add(paragraph.losses, self._line)
        nested = any(isinstance(one, Table) and not is_frame(one) for one in cell.contents)
        reasons = [cell.doubt, *(one.doubt for one in paragraphs), _NESTED_DOUBT if nested else "", doubt]
        return GridCell(
            _cell_text(paragraphs),
            self._line,
            cell.row_span,
            cell.column_span,
            doubt=next((reason for reason in reasons if reason), ""),
        )


def is_frame(table: Table) -> bool:
    """Return whether the table is only a frame or a layout: a box round text, a column of text, round tables."""
    if all(len(row) <= 1 for row in table.rows):
        return True
    cells = list(_cells(table))
    inner = [one for cell in cells for one in cell.contents if isinstance(one, Table)]
    if inner and max(sum(1 for _ in _cells(one)) for one in inner) >= len(cells):
        return True
    texts = [_cell_text(_paragraphs(cell.contents)) for cell in cells]
    figures = sum(numbers.read(text) is not None for text in texts)
    return figures < _FIGURES_OF_A_TABLE and any(len(text) > _LONGEST_CELL for text in texts)


def _cells(table: Table) -> Iterator[Cell]:
    for row in table.rows:
        yield from row


def _paragraphs(items: Iterable[Item]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a cell, those of tables in it included."""
    for item in items:
        if isinstance(item, Paragraph):
            yield item
        else:
            for cell in _cells(item):
                yield from _paragraphs(cell.contents)


def _cell_text(paragraphs: Iterable[Paragraph]) -> str:
    """Return the lines of a cell, never run together: 1 above 2 must not become 12."""
    texts = (one.label + one.text.replace("\f", "\n").strip() for one in paragraphs)
    return "\n".join(text for text in texts if text.strip())


def _labelled(label: str, line: str) -> str:
    """Return a line behind its automatic number; a tab that only indents it is no border of cells."""
    plain = line.lstrip("\t") if "\t" not in line.strip("\t") else line
    return label + plain.lstrip() if label else plain


def _all_text(items: Iterable[Item]) -> Iterator[str]:
    return (one.text for one in _paragraphs(items) if one.text.strip())
