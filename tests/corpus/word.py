"""Word files as python-docx writes them: three styles of tables, styles or bare bold type, automatic numbers."""

from pathlib import Path
from random import Random
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from tests.corpus.pieces import Cell, Drawn, Line, Set

WAYS = ("merged", "repeated", "frame", "split")
_ALIGNED = {
    "title": WD_ALIGN_PARAGRAPH.CENTER, "above": WD_ALIGN_PARAGRAPH.CENTER, "small": WD_ALIGN_PARAGRAPH.CENTER,
    "sign": WD_ALIGN_PARAGRAPH.RIGHT,
}  # fmt: skip
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"))
_LIST = "41"
_SPLIT_AT = 12
Xml = Any  # what python-docx hands out for its elements


def write(path: Path, report: Set, way: str, rng: Random, *, rules: bool = True) -> None:
    """Write the report as a Word file with its tables in one of the WAYS, with `rules` or without."""
    _Writer(report, way, rng, rules=rules).save(path)


class _Writer:
    """Writes one file; the habits of its author are drawn once."""

    def __init__(self, report: Set, way: str, rng: Random, *, rules: bool) -> None:
        self._report, self._way = report, way
        self._document = docx.Document()
        self._styled = report.layout.heading in ("styled", "automatic") or rng.random() < 0.4
        self._property_indent = report.layout.indent == "" and rng.random() < 0.7
        self._pieces_of_runs = rng.random() < 0.3
        self._sign_left = rng.random() < 0.25
        self._blank_lines = rng.random() < 0.3
        self._grid = rules
        self._paragraph: Xml = None

    def save(self, path: Path) -> None:
        """Write everything and save it."""
        self._page()
        if self._report.layout.heading == "automatic":
            self._add_list()
        for piece in self._report.pieces:
            if isinstance(piece, Line):
                self._line(piece)
            else:
                self._table(piece)
        self._document.save(str(path))

    def _page(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.7)
        normal = self._document.styles["Normal"]
        normal.font.name = "仿宋_GB2312"
        normal.font.size = Pt(14)
        if not self._report.layout.furniture:
            return
        section.header.paragraphs[0].text = f"{self._report.truth.office}政府信息公开"
        footer = section.footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        footer.add_run("— ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        footer._p.append(field)
        footer.add_run(" —")

    def _line(self, line: Line) -> None:
        layout = self._report.layout
        if line.soft and self._paragraph is not None:
            self._paragraph.add_run().add_break(WD_BREAK.LINE)
            self._runs(self._paragraph, layout.indent + line.text if line.role == "body" else line.text)
            return
        paragraph = self._styled_paragraph(line)
        indented = line.role == "body" and not line.depth and not line.number
        self._runs(
            paragraph,
            (layout.indent if indented else "") + line.text,
            bold=line.role in ("title", "one", "two"),
        )
        if indented and self._property_indent:
            paragraph.paragraph_format.first_line_indent = Pt(28)
        if line.number:
            self._number(paragraph, line.depth - 1)
        if line.role in _ALIGNED and not (line.role == "sign" and self._sign_left):
            paragraph.alignment = _ALIGNED[line.role]
        if self._blank_lines and line.role in ("title", "one"):
            self._document.add_paragraph()
        self._paragraph = paragraph

    def _styled_paragraph(self, line: Line) -> Xml:
        if self._styled and line.role == "title":
            return self._document.add_paragraph(style="Title")
        if self._styled and line.depth:
            return self._document.add_paragraph(style=f"Heading {line.depth}")
        return self._document.add_paragraph()

    def _runs(self, paragraph: Xml, text: str, *, bold: bool = False) -> None:
        """Add the text as one run, or in pieces as editors leave it behind."""
        step = 3 if self._pieces_of_runs else len(text)
        for at in range(0, len(text), step or 1):
            paragraph.add_run(text[at : at + step]).bold = bold or None

    def _add_list(self) -> None:
        """Define the list that counts 一、 and （一） under it."""
        root = self._document.part.numbering_part.element
        kind = OxmlElement("w:abstractNum")
        kind.set(qn("w:abstractNumId"), _LIST)
        many = OxmlElement("w:multiLevelType")
        many.set(qn("w:val"), "multilevel")
        kind.append(many)
        for depth, (counting, text) in enumerate(_LEVELS):
            level = OxmlElement("w:lvl")
            level.set(qn("w:ilvl"), str(depth))
            settings = (("w:start", "1"), ("w:numFmt", counting), ("w:suff", "nothing"), ("w:lvlText", text))
            for tag, value in settings:
                one = OxmlElement(tag)
                one.set(qn("w:val"), value)
                level.append(one)
            kind.append(level)
        root.insert(0, kind)
        self._list_id = str(root.add_num(int(_LIST)).numId)

    def _number(self, paragraph: Xml, depth: int) -> None:
        numbering = OxmlElement("w:numPr")
        for tag, value in (("w:ilvl", str(depth)), ("w:numId", self._list_id)):
            one = OxmlElement(tag)
            one.set(qn("w:val"), value)
            numbering.append(one)
        paragraph._p.get_or_add_pPr().append(numbering)

    def _table(self, drawn: Drawn) -> None:
        self._paragraph = None
        if drawn.annex:
            self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        if self._way == "frame":
            box = self._document.add_table(1, 1)
            box.style = "Table Grid"
            room = box.cell(0, 0)
            _fill(room.add_table(drawn.rows, drawn.columns), drawn, grid=self._grid)
            room.add_paragraph()
        elif (
            self._way == "split"
            and drawn.head_rows
            and drawn.rows > 2 * _SPLIT_AT
            and _can_part(drawn, _SPLIT_AT)
        ):
            for part in _parted(drawn, _SPLIT_AT):
                _fill(self._document.add_table(part.rows, part.columns), part, grid=self._grid)
                self._document.add_paragraph()
        else:
            made = self._document.add_table(drawn.rows, drawn.columns)
            _fill(made, drawn, grid=self._grid, repeat=self._way == "repeated", heads_again=drawn.head_rows)


def _fill(made: Xml, drawn: Drawn, *, grid: bool, repeat: bool = False, heads_again: int = 0) -> None:
    """Write the words of a drawn table, merged or with the words of a merged cell repeated in all its places."""
    if grid:
        made.style = "Table Grid"
    cells = list(made._cells)
    for one in drawn.cells:
        places = [
            cells[row * drawn.columns + column]
            for row in range(one.row, one.row + one.row_span)
            for column in range(one.column, one.column + one.column_span)
        ]
        # A figure is written once: a clerk who merges nothing repeats labels, not counts.
        if repeat and not one.figure:
            for place in places:
                _words(place, one.text)
        else:
            _words(places[0].merge(places[-1]) if len(places) > 1 else places[0], one.text)
    for row in made.rows[:heads_again]:
        head = OxmlElement("w:tblHeader")
        row._tr.get_or_add_trPr().append(head)


def _words(cell: Xml, text: str) -> None:
    paragraph = cell.paragraphs[0]
    for at, part in enumerate(text.split("\n")):
        run = paragraph.add_run(part)
        run.font.size = Pt(9)
        if at == 0 and "\n" in text:
            run.add_break(WD_BREAK.LINE)


def _can_part(drawn: Drawn, at: int) -> bool:
    return all(one.row >= at or one.row + one.row_span <= at for one in drawn.cells)


def _parted(drawn: Drawn, at: int) -> tuple[Drawn, Drawn]:
    """Return a table cut in two, its heads repeated over the second part."""
    heads = tuple(one for one in drawn.cells if one.row < drawn.head_rows)
    upper = tuple(one for one in drawn.cells if one.row < at)
    shift = at - drawn.head_rows
    lower = tuple(_moved(one, shift) for one in drawn.cells if one.row >= at)
    first = Drawn(drawn.id, at, drawn.columns, drawn.head_rows, upper, drawn.annex)
    return first, Drawn(
        drawn.id, drawn.rows - shift, drawn.columns, drawn.head_rows, heads + lower, drawn.annex
    )


def _moved(cell: Cell, up: int) -> Cell:
    return Cell(
        cell.row - up, cell.column, cell.row_span, cell.column_span, cell.text, cell.figure, cell.head
    )
