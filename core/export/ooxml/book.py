"""A workbook while it grows: its style, the places of the figures, the values of its formulas, lines across a sheet."""

import re
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from core.export.characters import writable
from core.export.ooxml import sheets
from core.export.ooxml.formulas import Place, Shown
from core.style import Style

_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]|^'|'$")


@dataclass
class Book:
    """The workbook; by the name of each sheet the values of its formulas, by the address of each cell its place."""

    style: Style
    workbook: Workbook
    prose: Worksheet
    values: dict[str, dict[str, Shown]] = field(default_factory=dict)
    places: dict[str, tuple[str, Place]] = field(default_factory=dict)

    def add_sheet(self, words: str, otherwise: str) -> Worksheet:
        """Add a sheet named by the words, as far as Excel takes them and no other sheet has them."""
        name = _NOT_IN_A_NAME.sub("_", writable(words))[:_LONGEST_NAME].strip() or otherwise
        taken = {one.title.casefold() for one in self.workbook.worksheets}
        count = 1
        found = name
        while found.casefold() in taken:
            count += 1
            found = f"{name[: _LONGEST_NAME - 4]} {count}"
        sheet: Worksheet = self.workbook.create_sheet(found)
        return sheet

    def put_formula(self, sheet: Worksheet, place: Place, formula: str, value: Shown) -> None:
        """Put a formula into a cell, with the value that it has now."""
        cell = sheets.place(sheet, *place)
        cell.value = formula
        self.values.setdefault(sheet.title, {})[cell.coordinate] = value


@dataclass(frozen=True, slots=True)
class Line:
    """A line above a table, in one role; `align` where it stands otherwise than the role."""

    role: str
    text: str
    align: str = ""


def add_line(book: Book, sheet: Worksheet, row: int, line: Line, columns: int, width: float) -> None:
    """Put a line across the sheet."""
    look = book.style.roles[line.role]
    cell = sheets.place(sheet, row, 1)
    sheets.put_text(cell, line.text)
    sheets.dress(cell, line.role, book.style, align=line.align)
    pitch = look.line_pitch or look.size * 1.5
    sheet.row_dimensions[row].height = sheets.height(line.text, look.size, pitch, width)
    sheets.merge(sheet, row, 1, 1, columns)
