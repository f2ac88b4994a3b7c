"""Workbooks of reports as openpyxl writes them: everything on one sheet, or prose and tables on sheets of their own."""

from pathlib import Path
from random import Random
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from core import numbers
from tests.corpus.pieces import Drawn, Line, Set

WAYS = ("one", "sheets")
_THIN = Side(style="thin")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_WIDE = 10
Sheet = Any  # a worksheet; openpyxl types cells by union


def write(path: Path, report: Set, way: str, rng: Random) -> None:
    """Write the report as a workbook."""
    book = Workbook()
    _Writer(book, report, way, rng).fill()
    book.save(path)


class _Writer:
    """Fills one workbook."""

    def __init__(self, book: Workbook, report: Set, way: str, rng: Random) -> None:
        self._book, self._report, self._way = book, report, way
        self._sheet: Sheet = book.active
        self._sheet.title = "年度报告" if way == "sheets" else "Sheet1"
        self._row = 1
        self._as_numbers = rng.random() < 0.7
        self._merge_lines = rng.random() < 0.7
        self._borders = rng.random() < 0.8
        self._first_column = rng.choice((1, 1, 2))

    def fill(self) -> None:
        """Write every piece; with sheets of their own for tables, annex heads go along."""
        prose, annexes = self._sheet, None
        rows: dict[int, int] = {}
        for piece in self._report.pieces:
            if self._way == "sheets":
                rows[id(self._sheet)] = self._row
                if isinstance(piece, Drawn):
                    self._sheet = (
                        annexes
                        if piece.annex and annexes
                        else self._book.create_sheet(f"表{len(self._book.sheetnames)}")
                    )
                elif piece.role in ("annex", "below"):
                    annexes = annexes or self._book.create_sheet("附表")
                    self._sheet = annexes
                else:
                    self._sheet = prose
                self._row = rows.get(id(self._sheet), 1)
            if isinstance(piece, Drawn):
                self._table(piece)
            else:
                self._line(piece)

    def _line(self, line: Line) -> None:
        text = line.shown
        if line.role == "body" and not line.depth:
            text = self._report.layout.indent + text
        cell = self._sheet.cell(self._row, self._first_column, text)
        cell.alignment = Alignment(wrap_text=True, horizontal="center" if line.role == "title" else None)
        cell.font = Font(bold=line.role in ("title", "one"))
        if self._merge_lines:
            last = self._first_column + _WIDE - 1
            self._sheet.merge_cells(
                start_row=self._row, end_row=self._row, start_column=self._first_column, end_column=last
            )
        self._row += 1

    def _table(self, drawn: Drawn) -> None:
        top, left = self._row, self._first_column
        for one in drawn.cells:
            cell = self._sheet.cell(
                top + one.row, left + one.column, self._content(one.text, figure=one.figure)
            )
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            if self._borders:
                cell.border = _BORDER
            if "," in one.text and isinstance(cell.value, (int, float)):
                cell.number_format = "#,##0"
            if one.row_span > 1 or one.column_span > 1:
                self._sheet.merge_cells(
                    start_row=top + one.row, end_row=top + one.row + one.row_span - 1,
                    start_column=left + one.column, end_column=left + one.column + one.column_span - 1,
                )  # fmt: skip
        self._row += drawn.rows + 1

    def _content(self, text: str, *, figure: bool) -> str | int | float | None:
        """Return a figure as a number where the clerk lets Excel have its way, else the text."""
        number = numbers.read(text) if figure and self._as_numbers else None
        if number is None:
            return text or None
        return int(number) if number == number.to_integral_value() else float(number)
