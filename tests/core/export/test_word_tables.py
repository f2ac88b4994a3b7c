"""Tables in the Word file: merges, heads, rows that stay together, figures in their cells."""

import io

import docx
import pytest
from docx.shared import Pt

from core.blocks import Document
from core.export import rows, word
from core.layout import lay_out
from core.report import Paragraph as Words
from core.template import Library
from tests.core.export.office import (
    W,
    document,
    part,
    tables,
    with_values,
)
from tests.samples import IDS, filled

MAIN = "word/document.xml"
TEMPLATES = pytest.mark.parametrize("template_id", IDS)


@TEMPLATES
def test_the_merges_are_those_of_the_grid(library: Library, template_id: str) -> None:
    # given
    made = document(library, template_id)

    # when
    found = docx.Document(io.BytesIO(word.write(made))).tables

    # then
    assert len(found) == len(tables(made))
    for table, block in zip(found, tables(made), strict=True):
        grid = block.grid
        assert (len(table.rows), len(table.columns)) == (grid.rows, grid.columns)
        for cell in grid.cells:
            text = block.values.get(cell.cell, "") if cell.cell else cell.text
            places = {
                table.cell(row, column)._tc
                for row in range(cell.row, cell.row + cell.row_span)
                for column in range(cell.column, cell.column + cell.column_span)
            }
            assert len(places) == 1
            assert table.cell(cell.row, cell.column).text == text


@TEMPLATES
def test_head_rows_repeat_and_no_row_splits(library: Library, template_id: str) -> None:
    # given
    made = document(library, template_id)

    # when
    found = part(word.write(made), MAIN).iter(f"{W}tbl")

    # then
    for table, block in zip(found, tables(made), strict=True):
        rows = table.findall(f"{W}tr")
        repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert repeated == [number < block.grid.head_rows for number in range(block.grid.rows)]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        widths = [int(one.get(f"{W}w", "")) for one in table.iter(f"{W}gridCol")]
        assert sum(widths) == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"


@TEMPLATES
def test_the_rows_that_stay_together_in_the_pdf_do_so_in_word(library: Library, template_id: str) -> None:
    # given
    made = document(library, template_id)

    # when
    found = part(word.write(made), MAIN).iter(f"{W}tbl")

    # then
    for table, block in zip(found, tables(made), strict=True):
        lines = [list(row.iter(f"{W}p")) for row in table.findall(f"{W}tr")]
        held = {
            number
            for number, row in enumerate(lines)
            if all(line.find(f"{W}pPr/{W}keepNext") is not None for line in row)
        }
        assert held == rows.held(block, made.style)


def test_the_sentence_that_leads_to_a_table_stays_whole_and_with_it(library: Library) -> None:
    # given
    template, report = filled(library, "national-2021", 2024)
    for name in ("disclosure", "problems"):
        section = report.section(name)
        assert section is not None
        section.paragraphs = [Words(text=f"{name}。")]

    # when
    lines = part(word.write(lay_out(template, report)), MAIN).iter(f"{W}p")
    looks = {"".join(one.itertext(f"{W}t")): one.find(f"{W}pPr") for one in lines}

    # then
    found = [
        [looks[f"{name}。"].find(f"{W}{wish}") is not None for wish in ("keepNext", "keepLines")]
        for name in ("disclosure", "problems")
    ]
    assert found == [[True, True], [False, False]]


def test_captions_and_heads_of_a_table_stay_with_the_row_below(library: Library) -> None:
    # given
    opened = docx.Document(io.BytesIO(word.write(document(library, "national-2021"))))

    # then
    for name in ("表格栏题", "表格表头"):
        assert opened.styles[name].paragraph_format.keep_with_next
    caption = opened.tables[0].cell(0, 0).paragraphs[0]
    assert (caption.text, caption.style.name) == ("第二十条第（一）项", "表格栏题")


def test_a_long_figure_stands_smaller_in_one_line(library: Library) -> None:
    # given
    made = with_values(library, "national-2021", {"applications.new.natural": "1234567"})

    # when
    table = docx.Document(io.BytesIO(word.write(made))).tables[1]
    run = next(p.runs[0] for row in table.rows for p in row.cells[3].paragraphs if p.text == "1234567")

    # then: seven half characters where three whole ones fit
    assert run.font.size == Pt(7)


def test_a_blank_figure_stays_blank(library: Library) -> None:
    # given
    made = with_values(library, "national-2021", {"disclosure.documents.made": "0"})
    del tables(made)[0].values["disclosure.rules.made"]

    # when
    table = docx.Document(io.BytesIO(word.write(made))).tables[0]

    # then
    assert (table.cell(2, 1).text, table.cell(3, 1).text) == ("", "0")


def test_tables_that_follow_each_other_stay_apart(library: Library) -> None:
    # given
    made = document(library, "national-2021")
    blocks = tuple(tables(made))

    # when
    body = part(word.write(Document("", "", 2024, blocks)), MAIN)[0]

    # then
    assert [child.tag.removeprefix(W) for child in body] == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]


@TEMPLATES
def test_every_cell_is_centred_from_top_to_bottom_merged_ones_too(library: Library, template_id: str) -> None:
    """Word centres a merged label in the rows that are on its first page; LibreOffice puts it at their top there."""
    # given
    made = document(library, template_id)

    # when
    cells = list(part(word.write(made), MAIN).iter(f"{W}tc"))

    # then: of a merged cell its first row and those below it
    assert bool(cells) == bool(tables(made))
    for cell in cells:
        (place,) = cell.iter(f"{W}vAlign")
        assert place.get(f"{W}val") == "center"
