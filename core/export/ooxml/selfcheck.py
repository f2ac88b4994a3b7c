"""The sheet of checks in a workbook: the sums of the forms as live formulas, and what the rules said when it was written.

A sum that does not hold any more turns red by itself, whoever changes the figure.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.checks.model import Finding
from core.checks.sheet import Line, Sheet
from core.checks.suspects import Equation
from core.export.naming import file_stem
from core.export.ooxml import sheets
from core.export.ooxml.book import Book, add_line
from core.export.ooxml.book import Line as Across
from core.export.ooxml.formulas import Shown, counted, number, ranges
from core.labels import short_label
from core.template import Table
from core.template.model import leaves, printed_rows

NAME = "自查"
HOLDS, BROKEN, BLANK, WORDS = "相符", "不符", "没有填", "不全是数"
MEND = "必须改"
_WIDTHS = (8.0, 44.0, 10.0, 10.0, 8.0, 12.0)
_LIVE = ("编号", "勾稽关系", "左边", "右边", "相差", "结果")
_OPEN = ("编号", "还要处理的", "应为", "报告里", "", "程度")
_KEPT = ("编号", "已核实、保留的", "保留的原因", "", "", "")
_EVERY = ("编号", "检查内容", "", "", "比较格数", "结果")
_WEIGHTS = {"error": MEND, "warning": "请核对", "info": "提示"}
_NAMED_TERMS = 4
_LONGEST_FIGURE = 12  # words that are compared stand in the message
_PLACES = 6  # decimals that the comparison keeps: sums of amounts are not exact in a workbook
_RED, _PALE = "FF9C0006", "FFFFC7CE"
_Labels = dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]  # by cell: table, labels of row and column


def add(book: Book, checked: Sheet) -> None:
    """Add the sheet behind the forms."""
    sheet = book.add_sheet(NAME, NAME)
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    title = file_stem(checked.report, checked.report_name) + "自查表"
    add_line(book, sheet, 1, Across("heading1", title, "center"), len(_WIDTHS), sheets.TOTAL_WIDTH)
    add_line(book, sheet, 2, Across("table_label", _summary(checked)), len(_WIDTHS), sheets.TOTAL_WIDTH)
    writer = _Writer(book, sheet, checked, _labels(checked.tables))
    writer.write()
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheets.set_up_print(sheet, book.style, sheets.papers(book.style)[0])


def _summary(checked: Sheet) -> str:
    return (
        f"结论：{checked.verdict}。勾稽关系是公式，改了表格里的数，结果跟着变，不符的变红；"
        "其他各项是导出时的结果。"
    )


def _labels(tables: Iterable[Table]) -> _Labels:
    """Return the words that name each cell; where there is but one row or one column, its label is left out."""
    found: _Labels = {}
    for table in tables:
        for block in table.blocks:
            rows, heads = list(printed_rows(table, block)), list(leaves(block.columns))
            for row, path in rows:
                for column, across in heads:
                    named = (path if len(rows) > 1 else (), across if len(heads) > 1 else ())
                    found[f"{table.id}.{row.id}.{column.id}"] = (table.name, *named)
    return found


def _described(equation: Equation, labels: _Labels) -> str:
    """Return an equation in the words of the form: "表三 · 自然人：…＋…＝（七）总计"."""
    named = [labels[cell] for cell, _ in equation.terms]
    table, row, column = named[0]
    if all(one[2] == column for one in named):
        where, own = column, [short_label(one[1][-1]) for one in named]
    else:
        shared = [heads for heads in zip(*(one[2] for one in named), strict=False) if len(set(heads)) == 1]
        where = (*(short_label(label) for label in row[-1:]), *(heads[0] for heads in shared))
        own = [one[2][-1] for one in named]
    signs = [sign for _, sign in equation.terms]
    sides = [
        _added([words for words, sign in zip(own, signs, strict=True) if sign == one]) for one in (1, -1)
    ]
    return f"{' · '.join((table, *where))}：{'＝'.join(sides)}"


def _added(words: list[str]) -> str:
    return "＋".join(words) if len(words) <= _NAMED_TERMS else f"{words[0]}等 {len(words)} 项之和"


class _Writer:
    """Writes the rows of the sheet, one part below the other."""

    def __init__(self, book: Book, sheet: Worksheet, checked: Sheet, labels: _Labels) -> None:
        self._book = book
        self._sheet = sheet
        self._checked = checked
        self._labels = labels
        self._row = 2

    def write(self) -> None:
        """Write all parts."""
        first = self._row + 1
        self._part(_LIVE, [])
        for line in self._checked.of("passed", "found", "kept"):
            for equation in line.equations:
                if all(cell in self._book.places for cell, _ in equation.terms):
                    self._live(line.rule, equation)
        self._part(_OPEN, [_open(finding) for finding in self._checked.findings])
        self._part(
            _KEPT,
            [(one.finding.rule, one.finding.message, one.reason, "", "", "") for one in self._checked.kept],
        )
        every = self._checked.of("passed", "found", "kept")
        self._part(
            _EVERY, [(one.rule, one.title, "", "", str(one.cells or ""), _result(one)) for one in every]
        )
        self._redden(first)

    def _part(self, head: Sequence[str], rows: list[tuple[str, ...]]) -> None:
        """Write a part with its head; one without rows only where its rows are live."""
        if rows or head is _LIVE:
            self._cells(head, "table_head")
        for words in rows:
            self._cells(words, "table_label")

    def _cells(self, words: Sequence[str], role: str) -> None:
        """Write a row; words take the blank places to their right, so that a long sentence has room."""
        self._row += 1
        look = self._book.style.roles[role]
        needed = 0.0
        column = 1
        while column <= len(words):
            text, last = words[column - 1], column
            while last < len(words) and not words[last]:
                last += 1
            self._put(column, text, role, last)
            width = sum(_WIDTHS[column - 1 : last])
            needed = max(needed, sheets.height(text, look.size, look.line_pitch or look.size, width))
            column = last + 1
        self._sheet.row_dimensions[self._row].height = needed

    def _put(self, column: int, text: str, role: str, last: int) -> None:
        cell = sheets.place(self._sheet, self._row, column)
        sheets.dress(cell, "table_value" if role == "table_label" and column != 2 else role, self._book.style)
        value = number(text)
        if value is not None:
            cell.value = value
        elif text:
            sheets.put_text(cell, text)
        sheets.frame(self._sheet, self._row, column, 1, last - column + 1)

    def _live(self, rule: str, equation: Equation) -> None:
        """Write a sum: both sides and the verdict as formulas."""
        self._cells((rule, _described(equation, self._labels), "0", "0", "0", HOLDS), "table_label")
        row = self._row
        sides = [[cell for cell, sign in equation.terms if sign == one] for one in (1, -1)]
        areas = [self._areas(cells) for cells in sides]
        values = [sum((counted(self._text(cell)) for cell in cells), Decimal()) for cells in sides]
        for column, (area, value) in enumerate(zip(areas, values, strict=True), 3):
            self._formula(column, f"=SUM({area})", _number(value))
        self._formula(5, f"=ROUND(C{row}-D{row},{_PLACES})", _number(values[0] - values[1]))
        self._formula(6, _verdict(row, areas), self._said(sides, values))

    def _said(self, sides: list[list[str]], values: list[Decimal]) -> str:
        """Return what the verdict of a sum is as the figures stand."""
        texts = [[self._text(cell) for cell in cells] for cells in sides]
        if any(text and number(text) is None for side in texts for text in side):
            return WORDS
        if any(not any(side) for side in texts):
            return BLANK
        return HOLDS if values[0] == values[1] else BROKEN

    def _areas(self, cells: Sequence[str]) -> str:
        """Return the places of cells as ranges with the names of their sheets."""
        found: dict[str, list[tuple[int, int]]] = {}
        for cell in cells:
            name, place = self._book.places[cell]
            found.setdefault(name, []).append(place)
        return ",".join(
            f"'{name.replace(chr(39), chr(39) * 2)}'!{area}"
            for name, places in found.items()
            for area in ranges(places)
        )

    def _text(self, cell: str) -> str:
        return self._checked.report.text(cell)

    def _formula(self, column: int, formula: str, value: Shown) -> None:
        self._book.put_formula(self._sheet, (self._row, column), formula, value)
        if column < len(_WIDTHS):
            sheets.keep_whole(sheets.place(self._sheet, self._row, column))

    def _redden(self, first: int) -> None:
        """Let the rows of what does not hold turn red."""
        broken = f'OR($F{first}="{BROKEN}",LEFT($F{first},{len(MEND)})="{MEND}")'
        look = DifferentialStyle(font=Font(color=_RED), fill=PatternFill(bgColor=_PALE))
        rule = Rule(type="expression", dxf=look, formula=[broken])
        self._sheet.conditional_formatting.add(f"A{first}:F{self._row}", rule)


def _verdict(row: int, areas: list[str]) -> str:
    """Return the formula that says whether both sides of a row are the same."""
    every = ",".join(areas)
    empty = ",".join(f"COUNT({area})=0" for area in areas)
    compared = f'IF(E{row}=0,"{HOLDS}","{BROKEN}")'
    return f'=IF(COUNTA({every})>COUNT({every}),"{WORDS}",IF(OR({empty}),"{BLANK}",{compared}))'


def _number(value: Decimal) -> Shown:
    return int(value) if value == value.to_integral_value() else float(value)


def _open(finding: Finding) -> tuple[str, ...]:
    figures = (finding.expected, finding.found)
    shown = figures if all(0 < len(one) <= _LONGEST_FIGURE for one in figures) else ("", "")
    return finding.rule, finding.message, *shown, "", _WEIGHTS[finding.severity]


def _result(line: Line) -> str:
    weights = [finding.severity for finding in line.findings]
    said = [f"{word} {weights.count(weight)} 处" for weight, word in _WEIGHTS.items() if weight in weights]
    said += [f"已核实保留 {len(line.kept)} 处"] if line.kept else []
    return "，".join(said) or "通过"
