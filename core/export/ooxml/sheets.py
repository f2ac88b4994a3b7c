"""How the sheets of a workbook look: fonts and borders by role, heights by the words, the print set-up."""

import re
import unicodedata
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from math import ceil
from typing import Protocol, cast
from weakref import WeakKeyDictionary

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from core.export.characters import writable
from core.style import Style

TOTAL_WIDTH = 92.0  # characters of half width that fill an A4 sheet, upright
_ZOOM = 110  # percent: an upright sheet fills half of a small screen
_POINTS_OF_A_MM = 72 / 25.4
_LONGEST_CELL = 32_767  # characters that a cell can hold
_HIGHEST_ROW = 409.0
_PADDING = 1.6  # of a column, in half characters
_GROUND_SIZE = 10.5
_FORMULA_SIGNS = "=+-@\t＝＋－＠"
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LINE = Side(style="thin", color="FF000000")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


class _Styled(Protocol):
    """What the library's stubs hide of a cell: its style as numbers."""

    _style: StyleArray | None


_Looks = dict[tuple[bytes, object], StyleArray | None]
_LOOKS: WeakKeyDictionary[Workbook, _Looks] = WeakKeyDictionary()  # of each workbook while it is written


@dataclass(frozen=True, slots=True)
class Paper:
    """How a sheet lies: upright or across; the width of its type area in half characters and in pt."""

    is_across: bool
    width: float
    measure: float


def papers(style: Style) -> tuple[Paper, Paper]:
    """Return the sheet upright, and across."""
    page = style.page
    upright = page.width - page.left - page.right
    across = page.height - page.top - page.bottom
    return (
        Paper(False, TOTAL_WIDTH, upright * _POINTS_OF_A_MM),
        Paper(True, TOTAL_WIDTH * across / upright, across * _POINTS_OF_A_MM),
    )


def ground_font(style: Style) -> Font:
    """Return the font of the whole workbook; column widths count in its figures."""
    return Font(name=style.fonts["song"].word, size=_GROUND_SIZE)


def split(text: str) -> list[str]:
    """Return the text in pieces that a cell can hold; one piece for all but the longest paragraphs."""
    words = writable(text)
    return [words[at : at + _LONGEST_CELL] for at in range(0, len(words), _LONGEST_CELL)]


def put_text(cell: Cell, text: str) -> None:
    """Put words into a cell; whatever they begin with, they never become a formula."""
    words = writable(text)
    cell.value = _ESCAPED.sub("_x005F_", words)
    if words:
        cell.data_type = "s"
    if words.lstrip()[:1] in tuple(_FORMULA_SIGNS) or words[:1] == "\t":
        cell.quotePrefix = True


def _wear(cell: Cell, what: object, put_on: Callable[[Cell], None]) -> None:
    """Let a cell put something on; one that looked alike before and has put it on already is copied.

    The library compares every font and border with all those of the workbook each time, which takes long.
    """
    own = cast(_Styled, cell)
    looks = _LOOKS.setdefault(cast(Workbook, cell.parent.parent), {})
    before = (own._style.tobytes() if own._style else b"", what)
    worn = looks.get(before)
    if worn is None:
        put_on(cell)
        looks[before] = copy(own._style)
    else:
        own._style = copy(worn)


def dress(cell: Cell, role: str, style: Style, *, indent: int = 0, align: str = "") -> None:
    """Give a cell the font and the alignment of a role."""

    def put_on(cell: Cell) -> None:
        look = style.roles[role]
        horizontal = align or ("left" if look.align == "justify" else look.align)
        cell.font = Font(name=style.fonts[look.font].word, size=look.size, bold=look.bold, color="FF000000")
        cell.alignment = Alignment(
            horizontal=horizontal if horizontal in ("left", "right") else "center",
            vertical="center",
            wrap_text=True,
            indent=indent,
        )

    _wear(cell, (id(style), role, indent, align), put_on)


def keep_whole(cell: Cell) -> None:
    """Let a number that is wider than its column become smaller; as it is, a row of # would stand there."""

    def put_on(cell: Cell) -> None:
        cell.alignment = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)

    _wear(cell, "whole", put_on)


def place(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return the cell of a place that no merged cell covers."""
    return cast(Cell, sheet.cell(row, column))


def frame(sheet: Worksheet, row: int, column: int, rows: int, columns: int) -> None:
    """Draw the border of a cell and merge its places where there are several."""
    for at in range(row, row + rows):
        for across in range(column, column + columns):
            _wear(place(sheet, at, across), "frame", _put_frame)
    merge(sheet, row, column, rows, columns)


def _put_frame(cell: Cell) -> None:
    cell.border = _BORDER


def merge(sheet: Worksheet, row: int, column: int, rows: int, columns: int) -> None:
    """Merge places where there are several; the library's own way draws their borders once more, cell by cell."""
    if rows > 1 or columns > 1:
        area = CellRange(
            min_row=row, min_col=column, max_row=row + rows - 1, max_col=column + columns - 1, title=None
        )
        sheet.merged_cells.ranges.add(area)


def height(text: str, size: float, line: float, width: float, *, indent: int = 0) -> float:
    """Return the height in points of words that wrap in a width of half characters."""
    room = max(1.0, (width - _PADDING) * _GROUND_SIZE / size - 2 * indent)
    lines = sum(max(1, ceil(_width(one) / room)) for one in text.split("\n"))
    return min(_HIGHEST_ROW, lines * line + 4)


def _width(text: str) -> int:
    return sum(1 if unicodedata.east_asian_width(char) in ("Na", "H", "N") else 2 for char in text)


def set_up_print(sheet: Worksheet, style: Style, paper: Paper) -> None:
    """Let the sheet print on A4, as wide as the paper, with its page numbers; a sheet across is turned to the right."""
    page = style.page
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if paper.is_across else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    edges = (page.top, page.right, page.bottom, page.left)
    top, right, bottom, left = (edges[3], *edges[:3]) if paper.is_across else edges
    margins = sheet.page_margins
    margins.top, margins.right, margins.bottom, margins.left = (
        edge / 25.4 for edge in (top, right, bottom, left)
    )
    below = page.bottom - style.page_number.below - style.page_number.size / _POINTS_OF_A_MM
    margins.footer = below / 25.4
    sheet.sheet_view.zoomScale = _ZOOM
    _number_pages(sheet, style)


def _number_pages(sheet: Worksheet, style: Style) -> None:
    """Put the page number below: on the outer side a character in, or in the centre."""
    look = style.page_number
    font = f"{style.fonts[look.font].word},Regular"

    def part(text: str) -> _HeaderFooterPart:
        return _HeaderFooterPart(text=text, font=font, size=round(look.size))

    number = f"{look.dash} &P {look.dash}"
    if look.place == "center":
        sheet.oddFooter = HeaderFooterItem(center=part(number))
        return
    sheet.HeaderFooter.differentOddEven = True
    sheet.oddFooter = HeaderFooterItem(right=part(f"{number}　"))
    sheet.evenFooter = HeaderFooterItem(left=part(f"　{number}"))
