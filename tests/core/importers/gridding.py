"""Reports laid out as tables with spans, as readers of Word files, pages and sheets hand them over."""

import random
from collections.abc import Callable
from dataclasses import replace

from core.importers.document import Document, Element, Grid, GridCell, Text
from core.report import SIGNATURE, Report, section_number, section_title
from core.template import Table, Template, grid

Cells = list[list[GridCell]]
Change = Callable[[Table, Cells], list[Cells]]


def cells_of(table: Table, report: Report, line: int) -> Cells:
    """The rows of a printed table with their spans; each row is a line of the source."""
    drawn = grid.of(table)
    rows: Cells = [[] for _ in range(drawn.rows)]
    for cell in sorted(drawn.cells, key=lambda one: (one.row, one.column)):
        text = report.text(cell.cell) if cell.cell else cell.text
        rows[cell.row].append(GridCell(text, line + cell.row, cell.row_span, cell.column_span))
    return rows


class _Pages:
    """A document that grows line by line and table by table."""

    def __init__(self, report: Report, change: Change) -> None:
        self.elements: list[Element] = []
        self._report, self._change = report, change

    def say(self, *texts: str) -> None:
        for text in texts:
            if text:
                self.elements.append(Text(len(self.elements) * 100 + 1, text))

    def draw(self, table: Table) -> None:
        for rows in self._change(table, cells_of(table, self._report, len(self.elements) * 100)):
            self.elements += [Grid(tuple(tuple(row) for row in rows))]


def _as_it_is(_table: Table, rows: Cells) -> list[Cells]:
    return [rows]


def document_of(template: Template, report: Report, change: Change = _as_it_is) -> Document:
    """The whole report; `change` turns the rows of a table into those of one or more tables."""
    pages = _Pages(report, change)
    pages.say(report.title)
    for section in report.sections:
        if section.id == SIGNATURE:
            continue
        if section.id in template.sections_by_id:
            pages.say(f"{section_number(template, report, section)}、{section_title(template, section)}")
        pages.say(*[paragraph.text for paragraph in section.paragraphs])
        for table in (one for one in template.tables if one.section == section.id):
            pages.draw(table)
    last = report.section(SIGNATURE)
    pages.say(*[paragraph.text for paragraph in last.paragraphs] if last else [])
    for table in (one for one in template.tables if one.is_annex):
        head = report.head(table)
        pages.say(table.mark, head.title, head.period, f"{table.filler}{head.filler}")
        pages.draw(table)
    return Document(tuple(pages.elements))


def unmerged(rows: Cells) -> Cells:
    """The rows as a sheet without merged cells has them: blanks where a merged cell covers more."""
    width = max(sum(cell.column_span for cell in row) for row in rows)
    places = [[GridCell("", row[0].line) for _ in range(width)] for row in rows if row]
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            places[number][column] = replace(cell, row_span=1, column_span=1)
            taken |= {
                (number + down, column + right)
                for down in range(cell.row_span)
                for right in range(cell.column_span)
            }
            column += cell.column_span
    return places


def repeated(rows: Cells) -> Cells:
    """The rows as a sheet that was unmerged and filled has them: a merged label stands in each of its places."""
    places = unmerged(rows)
    for number, row in enumerate(rows):
        for cell in (one for one in row if not one.text.isdigit()):
            at = next(index for index, place in enumerate(places[number]) if place.text == cell.text)
            for right in range(1, cell.column_span):
                places[number][at + right] = replace(cell, row_span=1, column_span=1)
    return places


def spaced(rows: Cells) -> Cells:
    """The words of the table with spaces and breaks inside, as justified or narrow cells have them."""
    return [[replace(cell, text=_broken(cell.text)) for cell in row] for row in rows]


def _broken(text: str) -> str:
    if len(text) < 3 or not any("\u4e00" <= char <= "\u9fff" for char in text):
        return text
    return text[:1] + " " + text[1:2] + "\n" + text[2:]


def slipped(rows: Cells, dice: random.Random, share: float) -> Cells:
    """The words of the table with a letter lost here and there, as scanners leave them."""
    return [[_slip(cell, dice) if dice.random() < share else cell for cell in row] for row in rows]


def _slip(cell: GridCell, dice: random.Random) -> GridCell:
    words = [at for at, char in enumerate(cell.text) if "\u4e00" <= char <= "\u9fff"]
    if len(words) < 6:
        return cell
    at = dice.choice(words)
    return replace(cell, text=cell.text[:at] + dice.choice(["", "口", "囗"]) + cell.text[at + 1 :])


def is_body(row: list[GridCell]) -> bool:
    """Whether figures stand in the row."""
    return any(cell.text.isdigit() for cell in row)


def with_column(rows: Cells, head: str, figure: str) -> Cells:
    """The rows with one more column on the right, as counties add them."""
    return [[*row, GridCell(figure if is_body(row) else head, row[0].line if row else 0)] for row in rows]


def without_column(rows: Cells, back: int) -> Cells:
    """The rows without the column that stands so many places from the right."""
    return [row[: len(row) - back] + row[len(row) - back + 1 :] for row in unmerged(rows)]


def swapped(rows: Cells) -> Cells:
    """The rows with the last two columns in each other's place."""
    return [[*row[:-2], row[-1], row[-2]] for row in unmerged(rows)]


def counted(rows: Cells) -> Cells:
    """The rows with their numbers in a column on the left."""
    return [[GridCell(str(number), row[0].line), *row] for number, row in enumerate(unmerged(rows))]


def turned(rows: Cells) -> Cells:
    """The rows as columns."""
    flat = unmerged(rows)
    return [[row[column] for row in flat] for column in range(len(flat[0]))]
