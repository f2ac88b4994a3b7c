"""A picture as a sheet of its own: the figures of the years, and a chart that follows them when they are changed."""

from typing import Literal

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series as Drawn
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.blocks import Figure
from core.export.chart.looks import LOOKS, Look
from core.export.chart.plot import ticks_up_to
from core.export.ooxml import sheets
from core.export.ooxml.book import Book, Line, add_line
from core.trend import LINES

SHEET = "走势图"
_WIDE, _HIGH = 21, 11  # cm
_PATTERNS: dict[str, Literal["wdUpDiag", "wdDnDiag"]] = {"/": "wdUpDiag", "\\": "wdDnDiag"}
_DASHES: tuple[Literal["solid", "dash", "sysDot", "lgDash"], ...] = ("solid", "dash", "sysDot", "lgDash")
_POINTS: tuple[Literal["circle", "diamond", "triangle", "square"], ...] = (
    "circle",
    "diamond",
    "triangle",
    "square",
)
_HEAD = 2


def add(book: Book, block: Figure) -> str:
    """Add the sheet of a picture; return its name."""
    sheet = book.add_sheet(f"{SHEET}{block.number}", SHEET)
    columns = len(block.trend.series) + 1
    width = sheets.TOTAL_WIDTH / columns
    for column in range(1, columns + 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    add_line(book, sheet, 1, Line("heading1", block.caption, "center"), columns, sheets.TOTAL_WIDTH)
    _add_figures(book, sheet, block)
    last = _HEAD + len(block.trend.years)
    add_line(book, sheet, last + 1, Line("table_label", block.trend.source), columns, sheets.TOTAL_WIDTH)
    sheet.add_chart(_chart(block, sheet, last), f"A{last + 3}")
    sheets.set_up_print(sheet, book.style, sheets.papers(book.style)[0])
    return str(sheet.title)


def _add_figures(book: Book, sheet: Worksheet, block: Figure) -> None:
    """Put the figures in, a year a row; what is not known stays blank."""
    heads = ["年份", *(f"{one.name}（{one.unit}）" for one in block.trend.series)]
    for column, words in enumerate(heads, 1):
        cell = sheets.place(sheet, _HEAD, column)
        sheets.put_text(cell, words)
        sheets.dress(cell, "table_head", book.style)
        sheets.frame(sheet, _HEAD, column, 1, 1)
    for at, year in enumerate(block.trend.years):
        row = _HEAD + 1 + at
        values = [f"{year}年", *(one.values[at] for one in block.trend.series)]
        for column, value in enumerate(values, 1):
            cell = sheets.place(sheet, row, column)
            cell.value = value
            sheets.dress(cell, "table_value", book.style)
            sheets.frame(sheet, row, column, 1, 1)


def _chart(block: Figure, sheet: Worksheet, last: int) -> BarChart | LineChart:
    """Return the chart over the figures: an axis from 0 in whole numbers, a gap where there is no figure."""
    chart = LineChart() if block.kind == LINES else BarChart()
    count = len(block.trend.series)
    chart.add_data(
        Reference(sheet, min_col=2, max_col=count + 1, min_row=_HEAD, max_row=last), titles_from_data=True
    )
    chart.set_categories(Reference(sheet, min_col=1, min_row=_HEAD + 1, max_row=last))
    chart.title = None
    chart.width, chart.height = _WIDE, _HIGH
    chart.display_blanks = "gap"
    chart.legend = Legend(legendPos="t")
    chart.x_axis.delete = chart.y_axis.delete = False
    most = max(value for one in block.trend.series for value in one.values if value is not None)
    ticks = ticks_up_to(most)
    chart.y_axis.scaling.min = 0
    chart.y_axis.majorUnit = ticks[1]
    chart.y_axis.number_format = "0"
    for at, (series, look) in enumerate(zip(chart.series, LOOKS, strict=False)):
        _dress(series, look, at, is_line=block.kind == LINES)
    return chart


def _dress(series: Drawn, look: Look, at: int, *, is_line: bool) -> None:
    """Give a series looks that can be told apart in print, and its figures."""
    black = LineProperties(solidFill="000000", w=9525)
    series.dLbls = DataLabelList(
        dLblPos="t" if is_line else "outEnd",
        showVal=True,
        showSerName=False,
        showCatName=False,
        showLegendKey=False,
    )
    if is_line:
        series.smooth = False
        series.graphicalProperties = GraphicalProperties(
            ln=LineProperties(solidFill="000000", w=12700, prstDash=_DASHES[at])
        )
        filled = GraphicalProperties(solidFill=_grey(look), ln=black)
        series.marker = Marker(symbol=_POINTS[at], size=6, spPr=filled)
    elif look.hatch:
        pattern = PatternFillProperties(
            prst=_PATTERNS[look.hatch],
            fgClr=ColorChoice(prstClr="black"),
            bgClr=ColorChoice(prstClr="white"),
        )
        series.graphicalProperties = GraphicalProperties(pattFill=pattern, ln=black)
    else:
        series.graphicalProperties = GraphicalProperties(solidFill=_grey(look), ln=black)


def _grey(look: Look) -> str:
    return f"{round(look.grey * 255):02X}" * 3
