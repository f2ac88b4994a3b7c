"""The Word file: everything in it, in the layout of GB/T 9704, and nothing of the library or the computer."""

import io
import re

import docx
import pytest
from docx.shared import Mm, Pt

from core.blocks import Anchor, Annex, Document
from core.export import word
from core.template import Library
from tests.core.export.office import (
    W,
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
from tests.samples import IDS

WHOLE = frozenset({"p", "tcPr", "tblPr", "trPr", "rPr", "pPr", "sectPr", "font"})
MAIN = "word/document.xml"
TEMPLATES = pytest.mark.parametrize("template_id", IDS)


@TEMPLATES
def test_every_sentence_and_figure_is_in_the_file(library: Library, template_id: str) -> None:
    # given
    made = document(library, template_id)

    # when
    root = part(word.write(made), MAIN)
    paragraphs = {"".join(p.itertext(f"{W}t")) for p in root.iter(f"{W}p")}

    # then
    assert [text for text in sentences(made) if text not in paragraphs] == []


@TEMPLATES
def test_the_file_looks_as_before(library: Library, template_id: str, golden: Golden) -> None:
    data = word.write(document(library, template_id))
    golden(f"docx/{template_id}.xml", "\n".join(pretty(part(data, MAIN), WHOLE)))


@pytest.mark.parametrize("name", ["styles", "settings", "fontTable", "footer1", "footer2"])
def test_the_parts_that_every_file_shares_look_as_before(library: Library, name: str, golden: Golden) -> None:
    data = word.write(document(library, "plain-2008"))
    golden(f"docx/{name}.xml", "\n".join(pretty(part(data, f"word/{name}.xml"), WHOLE)))


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
def test_every_run_names_its_font_for_every_script(library: Library, template_id: str) -> None:
    # given
    data = word.write(document(library, template_id))

    # when
    runs = [
        run
        for name in (MAIN, "word/footer1.xml", "word/footer2.xml")
        for run in part(data, name).iter(f"{W}r")
    ]

    # then
    assert runs
    for run in runs:
        fonts = run.find(f"{W}rPr/{W}rFonts")
        names = {fonts.get(f"{W}{script}") for script in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert len(names) == 1
        assert None not in names
    assert not re.search(rb"(ascii|eastAsia|hAnsi|cs)Theme", b"".join(parts(data).values()))


def test_the_page_has_the_margins_and_the_grid_of_the_standard(library: Library) -> None:
    # given
    data = word.write(document(library, "national-2021"))

    # when
    section = docx.Document(io.BytesIO(data)).sections[0]
    grid = part(data, MAIN).find(f".//{W}docGrid")

    # then: to a twentieth of a point
    measured = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    )
    for length, wanted in zip(measured, (210, 297, 37, 35, 28, 26), strict=True):
        assert length == pytest.approx(Mm(wanted), abs=635)
    pitch = 16 + int(grid.get(f"{W}charSpace")) / 4096
    lines = section.page_height - section.top_margin - section.bottom_margin
    width = section.page_width - section.left_margin - section.right_margin
    assert grid.get(f"{W}type") == "linesAndChars"
    assert width / Pt(1) // pitch == 28
    assert lines / Pt(1) // (int(grid.get(f"{W}linePitch")) / 20) == 22


def test_the_page_number_stands_on_the_outer_side(library: Library) -> None:
    # given
    data = word.write(document(library, "national-2021"))

    # when
    section = docx.Document(io.BytesIO(data)).sections[0]
    odd, even = section.footer, section.even_page_footer

    # then
    assert docx.Document(io.BytesIO(data)).settings.odd_and_even_pages_header_footer
    for footer, side, indent in ((odd, "right", "rightChars"), (even, "left", "leftChars")):
        line = footer.paragraphs[0]._p
        assert footer.paragraphs[0].text == "— 1 —"
        assert [one.text for one in line.iter(f"{W}instrText")] == ["PAGE"]
        assert line.find(f"{W}pPr/{W}jc").get(f"{W}val") == side
        assert line.find(f"{W}pPr/{W}ind").get(f"{W}{indent}") == "100"


def test_captions_and_heads_of_a_table_stay_with_the_row_below(library: Library) -> None:
    # given
    opened = docx.Document(io.BytesIO(word.write(document(library, "national-2021"))))

    # then
    for name in ("表格栏题", "表格表头"):
        assert opened.styles[name].paragraph_format.keep_with_next
    caption = opened.tables[0].cell(0, 0).paragraphs[0]
    assert (caption.text, caption.style.name) == ("第二十条第（一）项", "表格栏题")


def test_headings_stand_in_the_outline_in_black(library: Library) -> None:
    # given
    opened = docx.Document(io.BytesIO(word.write(document(library, "national-2014"))))

    # when
    headings = [p for p in opened.paragraphs if p.style.name == "Heading 1"]
    second = [p.text for p in opened.paragraphs if p.style.name == "Heading 2"]

    # then
    assert [p.text for p in headings][:2] == ["一、概述", "二、主动公开政府信息情况"]
    assert second == ["（二）平台建设"]
    style = opened.styles["Heading 1"].element
    assert style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"
    assert style.find(f"{W}rPr/{W}color").get(f"{W}val") == "000000"
    assert style.find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "200"


def test_a_heading_that_runs_in_is_kai_and_the_rest_fangsong(library: Library) -> None:
    # given
    opened = docx.Document(io.BytesIO(word.write(document(library, "national-2021"))))

    # when
    line = next(p for p in opened.paragraphs if p.text.startswith("（一）主动公开"))

    # then
    assert [run.font.name for run in line.runs] == ["楷体_GB2312", "仿宋_GB2312"]
    assert line.style.name == "公文正文"


def test_the_annex_begins_a_page_and_its_labels_step_in(library: Library) -> None:
    # given
    root = part(word.write(document(library, "national-2014")), MAIN)

    # when
    breaks = [
        "".join(p.itertext(f"{W}t"))
        for p in root.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    steps = {
        "".join(p.itertext(f"{W}t")): p.find(f"{W}pPr/{W}ind").get(f"{W}leftChars")
        for p in root.iter(f"{W}p")
        if p.getparent().tag == f"{W}tc" and p.find(f"{W}pPr/{W}ind") is not None
    }

    # then
    assert breaks == ["附件"]
    assert steps["（一）收到申请数"] == "100"
    assert steps["1.当面申请数"] == "200"
    assert steps["其中：涉及国家秘密"] == "300"


def test_an_annex_without_a_mark_begins_its_page_with_its_title() -> None:
    # given
    head = Annex("", "统计表", ("（2017年度）", "填报单位"), Anchor("", table="statistics"))

    # when
    root = part(word.write(Document("", "", 2017, (head,))), MAIN)
    title, period, filler = list(root.iter(f"{W}p"))

    # then
    assert title.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert period.find(f"{W}pPr/{W}jc").get(f"{W}val") == "center"
    assert filler.find(f"{W}pPr/{W}jc") is None


def test_the_last_line_of_the_text_stays_with_the_signature(library: Library) -> None:
    # given
    root = part(word.write(document(library, "plain-2008")), MAIN)

    # when
    lines = list(root.iter(f"{W}p"))
    held = [line for line in lines if line.find(f"{W}pPr/{W}keepNext") is not None]

    # then
    assert held == [lines[-3]]


def test_the_name_stands_centred_on_the_date(library: Library) -> None:
    # given
    root = part(word.write(document(library, "plain-2008")), MAIN)

    # when
    name, date = list(root.iter(f"{W}p"))[-2:]

    # then: ten characters over seven, the date four from the right
    assert date.find(f"{W}pPr/{W}ind").get(f"{W}rightChars") == "400"
    assert name.find(f"{W}pPr/{W}ind").get(f"{W}rightChars") == "200"
    assert name.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "1158"


def test_a_date_without_a_name_has_the_room_for_the_seal(library: Library) -> None:
    # given
    made = document(library, "plain-2008")
    last = made.blocks[-1]
    made = Document(made.title, made.office, made.year, (type(last)("", last.date, last.anchor),))

    # when
    line = part(word.write(made), MAIN).find(f".//{W}p")

    # then
    assert line.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "1158"


def test_a_long_title_breaks_after_the_office(library: Library) -> None:
    # given
    opened = docx.Document(io.BytesIO(word.write(document(library, "national-2021"))))

    # then
    assert opened.paragraphs[0].text == "清溪县柳河镇人民政府\n2024年政府信息公开工作年度报告"


def test_the_properties_are_the_offices(library: Library) -> None:
    # given
    opened = docx.Document(io.BytesIO(word.write(document(library, "national-2021"))))

    # then
    properties = opened.core_properties
    assert properties.title == "清溪县柳河镇人民政府2024年政府信息公开工作年度报告"
    assert properties.author == properties.last_modified_by == "清溪县柳河镇人民政府"
    assert properties.created.year == properties.modified.year == 2025
    assert properties.language == "zh-CN"


@TEMPLATES
def test_nothing_of_library_or_computer_is_in_the_file(library: Library, template_id: str) -> None:
    assert leaks(word.write(document(library, template_id))) == []


@TEMPLATES
def test_two_files_of_one_report_are_the_same_bytes(library: Library, template_id: str) -> None:
    made = document(library, template_id)
    assert word.write(made) == word.write(made)


@TEMPLATES
def test_an_empty_report_opens(library: Library, template_id: str) -> None:
    # given
    made = empty(library, template_id)

    # when
    opened = docx.Document(io.BytesIO(word.write(made)))

    # then
    assert len(opened.tables) == len(tables(made))
    assert opened.paragraphs[0].text == made.title


def test_a_paragraph_of_100_000_characters_is_whole(library: Library) -> None:
    # given
    text = "长" * 100_000

    # when
    opened = docx.Document(io.BytesIO(word.write(with_text(library, "plain-2008", text))))

    # then
    assert text in [p.text for p in opened.paragraphs]


def test_characters_that_xml_cannot_hold_do_no_harm(library: Library) -> None:
    # given
    made = with_text(library, "plain-2008", "前\x00中\x0b后\ud800尾\uffff<&>\n新行\t制表")

    # when
    opened = docx.Document(io.BytesIO(word.write(made)))

    # then
    assert "前中后\ufffd尾<&>\n新行\t制表" in [p.text for p in opened.paragraphs]


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
