"""The workbook: the official forms with live totals, text that stays text, and nothing lost."""

import io
import itertools
import re
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from core import numbers
from core.blocks import Document, Heading, TableBlock
from core.export import excel
from core.layout import lay_out
from core.look import Look
from core.template import Library, grid
from core.template.model import Block as Rows
from core.template.model import Column, Row
from tests.core.export.office import (
    document,
    empty,
    leaks,
    part,
    parts,
    pretty,
    sentences,
    tables,
    with_text,
    with_values,
)
from tests.golden import Golden
from tests.samples import IDS, filled

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TEMPLATES = pytest.mark.parametrize("template_id", IDS)


def sheets(data: bytes, *, values: bool = False) -> list[Worksheet]:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values).worksheets


def top_of(sheet: Worksheet, head: str) -> int:
    """Return the row in which a table with that first label begins."""
    return next(cell.row for cell in sheet["A"] if cell.value == head)


def first_label(block) -> str:
    return next(cell.text for cell in block.grid.cells if (cell.row, cell.column) == (0, 0))


@TEMPLATES
def test_every_sentence_and_figure_is_in_the_workbook(library: Library, template_id: str) -> None:
    # given
    made = document(library, template_id)

    # when
    found = {
        numbers.plain(Decimal(str(cell.value))) if isinstance(cell.value, int | float) else cell.value
        for sheet in sheets(excel.write(made), values=True)
        for row in sheet.iter_rows()
        for cell in row
    }

    # then
    assert [text for text in sentences(made) if text not in found] == []


@TEMPLATES
def test_the_sheets_look_as_before(library: Library, template_id: str, golden: Golden) -> None:
    # given
    data = excel.write(document(library, template_id))
    names = [name for name in parts(data) if name.startswith("xl/worksheets/")]

    # then
    whole = frozenset({"c", "cols", "mergeCells", "sheetViews"})
    lines = [line for name in names for line in (name, *pretty(part(data, name), whole))]
    golden(f"xlsx/{template_id}.xml", "\n".join(lines))


@TEMPLATES
def test_each_table_has_its_sheet_with_the_merges_of_its_grid(library: Library, template_id: str) -> None:
    # given
    made = document(library, template_id)

    # when
    prose, *forms = sheets(excel.write(made))

    # then
    assert prose.title == "报告"
    for sheet, block in zip(forms, tables(made), strict=True):
        top = top_of(sheet, first_label(block))
        spans = {
            (
                cell.row + top,
                cell.column + 1,
                cell.row + top + cell.row_span - 1,
                cell.column + cell.column_span,
            )
            for cell in block.grid.cells
            if cell.row_span > 1 or cell.column_span > 1
        }
        merged = {(r.min_row, r.min_col, r.max_row, r.max_col) for r in sheet.merged_cells.ranges}
        assert {span for span in merged if span[0] >= top} == spans
        assert sheet.title.startswith(block.caption.split(" ")[0])
        assert len(sheet.title) <= 31


@TEMPLATES
def test_totals_are_formulas_whose_values_are_their_sums(library: Library, template_id: str) -> None:
    # given
    made = document(library, template_id)
    template = library.get(template_id)
    totals = [cell.id for cell in template.cells.values() if cell.sums]

    # when
    data = excel.write(made)
    pairs = [
        (cell.value, shown[cell.coordinate].value, shown)
        for sheet, shown in zip(sheets(data), sheets(data, values=True), strict=True)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]

    # then
    assert len(pairs) == len(totals)
    for formula, value, sheet in pairs:
        assert value == recomputed(formula, sheet)


def recomputed(formula: str, sheet: Worksheet) -> float:
    """Return what SUM makes of the values of a sheet."""
    terms = re.fullmatch(r"=SUM\((.+)\)", formula).group(1).split(",")
    cells = itertools.chain.from_iterable(
        itertools.chain.from_iterable(sheet[term]) if ":" in term else [sheet[term]] for term in terms
    )
    return sum(cell.value for cell in cells if isinstance(cell.value, int | float))


def test_a_total_down_and_across_names_its_terms_as_ranges(library: Library) -> None:
    # given
    forms = sheets(excel.write(document(library, "national-2021")))
    statistics = sheets(excel.write(document(library, "national-2014")))[1]

    # when
    formulas = {cell.value for row in forms[2].iter_rows() for cell in row if cell.data_type == "f"}

    # then
    assert {"=SUM(D5:I5)", "=SUM(D7:D27)"} <= formulas
    answered = next(row for row in statistics.iter_rows() if row[0].value == "（三）申请答复数")[2]
    at = answered.row
    assert answered.value == f"=SUM(C{at + 1}:C{at + 4},C{at + 11}:C{at + 14})"


def test_a_total_that_does_not_add_up_stays_as_it_was_typed(library: Library) -> None:
    # given
    made = with_values(library, "national-2021", {"reviews.cases.review_total": "9"})

    # when
    sheet = sheets(excel.write(made))[3]

    # then
    assert (sheet["E5"].value, sheet["E5"].data_type) == (9, "n")
    assert sheet["J5"].value == "=SUM(F5:I5)"


def test_blank_terms_count_as_nothing_and_a_blank_total_stays_blank(library: Library) -> None:
    # given
    made = with_values(library, "national-2021", {"reviews.cases.review_other": "无"})
    block = tables(made)[2]
    del block.values["reviews.cases.review_corrected"], block.values["reviews.cases.direct_total"]

    # when
    data = excel.write(made)
    live, shown = sheets(data)[3], sheets(data, values=True)[3]

    # then
    assert [live[f"{column}5"].value for column in "ABCDEJ"] == [2, None, "无", 1, "=SUM(A5:D5)", None]
    assert shown["E5"].value == 3


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+1", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\r\n+x", " =1", "＝1+1", "＋x", "－x", "＠x"],
)
def test_text_never_becomes_a_formula(library: Library, text: str) -> None:
    # given
    data = excel.write(with_values(library, "national-2021", {"disclosure.permits.decided": text}))

    # when
    shown = text.replace("\r\n", "\n").replace("\r", "\n")
    cell = next(c for row in sheets(data)[1].iter_rows() for c in row if c.value == shown)

    # then
    assert cell.data_type in ("s", "inlineStr")
    assert cell.quotePrefix
    assert part(data, "xl/worksheets/sheet2.xml").find(f".//{S}f") is None


def test_prose_that_begins_like_a_formula_stays_text(library: Library) -> None:
    # given
    data = excel.write(with_text(library, "plain-2008", '=HYPERLINK("x")'))

    # then
    assert part(data, "xl/worksheets/sheet1.xml").find(f".//{S}f") is None
    assert '=HYPERLINK("x")' in [cell.value for cell in sheets(data)[0]["B"]]


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("1,234", 1234), ("１２", 12), ("0.36", 0.36), ("0.123456", 0.123456), ("-3", -3),
     ("约12", "约12"), ("/", "/"), ("1e5", "1e5"), ("123456789012345.123456", "123456789012345.123456")],
)  # fmt: skip
def test_numbers_are_numbers_and_all_else_is_text(library: Library, text: str, value: object) -> None:
    # given
    made = with_values(library, "national-2021", {"disclosure.permits.decided": text})

    # when
    sheet = sheets(excel.write(made))[1]
    row = next(cell.row for cell in sheet["A"] if cell.value == "行政许可")

    # then
    assert sheet.cell(row, 2).value == value


def test_what_reads_like_an_escape_is_read_back_as_it_was(library: Library) -> None:
    data = excel.write(with_text(library, "plain-2008", "代号_x0041_止"))
    assert b"_x005F_x0041_" in parts(data)["xl/worksheets/sheet1.xml"]


@TEMPLATES
def test_the_sheets_print_on_a4_with_their_heads(library: Library, template_id: str) -> None:
    # given
    made = document(library, template_id)

    # when
    prose, *forms = sheets(excel.write(made))

    # then
    for sheet in (prose, *forms):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.freeze_panes
    for sheet, block in zip(forms, tables(made), strict=True):
        top, head = top_of(sheet, first_label(block)), block.grid.head_rows
        assert sheet.print_title_rows == (f"${top}:${top + head - 1}" if head else None)


@TEMPLATES
def test_every_cell_with_words_names_its_font(library: Library, template_id: str) -> None:
    known = {"方正小标宋简体", "仿宋_GB2312", "黑体", "宋体"}
    found = {
        cell.font.name
        for sheet in sheets(excel.write(document(library, template_id)))
        for row in sheet.iter_rows()
        for cell in row
    }
    assert found <= known


@TEMPLATES
def test_nothing_of_library_or_computer_is_in_the_file(library: Library, template_id: str) -> None:
    # given
    data = excel.write(document(library, template_id))
    properties = openpyxl.load_workbook(io.BytesIO(data)).properties

    # then
    assert leaks(data) == []
    assert properties.creator == properties.lastModifiedBy == "清溪县柳河镇人民政府"
    assert properties.created == properties.modified
    assert b"Microsoft" not in parts(data)["docProps/app.xml"]


@TEMPLATES
def test_two_files_of_one_report_are_the_same_bytes(library: Library, template_id: str) -> None:
    made = document(library, template_id)
    assert excel.write(made) == excel.write(made)


@TEMPLATES
def test_an_empty_report_opens(library: Library, template_id: str) -> None:
    # given
    made = empty(library, template_id)

    # when
    prose, *forms = sheets(excel.write(made))

    # then
    assert prose["A1"].value == made.title
    assert len(forms) == len(tables(made))
    assert not [c for sheet in forms for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_a_paragraph_of_100_000_characters_takes_as_many_cells_as_it_needs(library: Library) -> None:
    # given
    text = "长" * 100_000

    # when
    prose = sheets(excel.write(with_text(library, "plain-2008", text)))[0]
    pieces = [cell.value for cell in prose["B"] if cell.value and "长长" in cell.value]

    # then
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 32_767


def test_characters_that_xml_cannot_hold_do_no_harm(library: Library) -> None:
    # given
    made = with_text(library, "plain-2008", "前\x00中\x0b后\ud800尾\uffff<&>\n新行")

    # when
    prose = sheets(excel.write(made))[0]

    # then
    assert "前中后\ufffd尾<&>\n新行" in [cell.value for cell in prose["B"]]


def test_sheets_of_one_name_are_told_apart(library: Library) -> None:
    # given
    made = document(library, "national-2014")

    # when
    found = sheets(excel.write(Document("", "", 2017, (*made.blocks, tables(made)[0]))))

    # then
    assert [sheet.title for sheet in found] == ["报告", "统计表", "统计表 2"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("0", "0"), ("128", "0"), ("0.36", "0.00"), ("1.50", "0.00"), ("1,234.5", "#,##0.0"), ("007", "000"),
     ("+2", "+0;-0;0"), ("-3", "0"), ("１２", "0")],
)  # fmt: skip
def test_a_number_looks_as_it_was_typed(library: Library, text: str, code: str) -> None:
    # given
    made = with_values(library, "national-2021", {"disclosure.permits.decided": text})

    # when
    sheet = sheets(excel.write(made))[1]
    cell = sheet.cell(next(one.row for one in sheet["A"] if one.value == "行政许可"), 2)

    # then: it shrinks where the column is narrow, and is never a row of #
    assert (cell.number_format, cell.data_type) == (code, "n")
    assert cell.alignment.shrink_to_fit
    assert not cell.alignment.wrap_text


@pytest.mark.parametrize("place", ["outer", "center"])
def test_the_page_number_stands_where_the_unit_wants_it(library: Library, place: str) -> None:
    # given
    template, report = filled(library, "national-2021", 2024)
    report.look = Look(page_number=place)

    # when
    footers = [
        (sheet.HeaderFooter.differentOddEven, sheet.oddFooter, sheet.evenFooter)
        for sheet in sheets(excel.write(lay_out(template, report)))
    ]

    # then
    for differs, odd, even in footers:
        texts = [(part.left.text, part.center.text, part.right.text) for part in (odd, even)]
        if place == "center":
            assert not differs
            assert texts[0] == (None, "— &P —", None)
        else:
            assert differs
            assert texts == [(None, None, "— &P —\u3000"), ("\u3000— &P —", None, None)]


def test_a_table_of_many_columns_lies_across(library: Library) -> None:
    # given
    made = document(library, "national-2021")
    block = tables(made)[2]
    columns = tuple(Column(id=f"c{number}", label=f"第{number}季") for number in range(26))
    rows = Rows(id="wide", columns=columns, rows=(Row(id="r", label="件数"),))
    table = library.get("national-2021").tables_by_id["reviews"]
    table = table.model_copy(update={"blocks": (rows,), "widths": ()})
    wide = TableBlock(block.caption, grid.of(table), {"reviews.r.c3": "12"}, block.anchor)

    # when
    sheet = sheets(excel.write(Document("", "", 2024, (wide,))))[1]

    # then: turned sheet, turned edges
    assert sheet.page_setup.orientation == "landscape"
    assert [round(edge * 25.4) for edge in (sheet.page_margins.top, sheet.page_margins.left)] == [28, 35]
    assert min(one.width for one in sheet.column_dimensions.values()) > 4


def test_a_section_in_which_nothing_stands_keeps_its_title(library: Library) -> None:
    made = empty(library, "national-2021")
    titles = [cell.value for cell in sheets(excel.write(made))[0]["A"]]
    assert [
        block.text for block in made.blocks if isinstance(block, Heading) and block.text not in titles
    ] == []


def test_the_preface_is_named_as_the_other_parts_are(library: Library) -> None:
    # given
    template, report = filled(library, "national-2021", 2024)
    first = report.section("preface").paragraphs[0].text

    # when
    (prose, *_) = sheets(excel.write(lay_out(template, report)))
    named = {row[1].value: row[0].value for row in prose.iter_rows(max_col=2)}

    # then
    assert named[first] == "前言"
