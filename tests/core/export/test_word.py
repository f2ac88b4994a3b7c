"""The Word file: everything in it, in the layout of GB/T 9704, and nothing of the library or the computer."""

import io
import re

import docx
import pytest
from docx.shared import Mm, Pt

from core.blocks import Anchor, Annex, Document, SignOff
from core.export import word
from core.layout import lay_out
from core.look import Look
from core.report import Paragraph as Words
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
from tests.samples import IDS, filled

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


def test_a_long_name_stays_within_the_page_and_the_date_stands_under_its_middle() -> None:
    # given: twenty-four characters over five
    made = SignOff(
        "长河自治州云岭县七十二泉民族乡党政综合办公室（信息）"[:24], "2025年1月9日"[:10], Anchor("")
    )

    # when
    root = part(word.write(Document("", "", 2024, (made,))), MAIN)
    name, date = (one.find(f"{W}pPr/{W}ind") for one in root.iter(f"{W}p"))

    # then
    assert (name.get(f"{W}rightChars"), date.get(f"{W}rightChars")) == ("0", "900")


def test_a_date_without_a_name_has_the_room_for_the_seal(library: Library) -> None:
    # given
    made = document(library, "plain-2008")
    last = made.blocks[-1]
    made = Document(made.title, made.office, made.year, (type(last)("", last.date, last.anchor),))

    # when
    line = part(word.write(made), MAIN).find(f".//{W}p")

    # then
    assert line.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "1158"


def test_the_name_of_an_annex_stands_below_the_text_with_its_lines_under_each_other(library: Library) -> None:
    # given
    template, report = filled(library, "national-2014", 2017)
    names = ("附件：政府信息公开情况统计表", "附件：1.政府信息公开情况统计表")
    signature = report.section("signature")
    assert signature is not None
    signature.paragraphs[:0] = [Words(text=text) for text in names]

    # when
    opened = docx.Document(io.BytesIO(word.write(lay_out(template, report))))
    plain, numbered = (next(p for p in opened.paragraphs if p.text == name) for name in names)

    # then: a blank line above, two characters in, further lines below the first character of the name
    style = opened.styles["附件名称"].element.find(f"{W}pPr")
    assert plain.style.name == numbered.style.name == "附件名称"
    assert style.find(f"{W}spacing").get(f"{W}before") == "579"
    assert [style.find(f"{W}ind").get(f"{W}{one}") for one in ("leftChars", "hangingChars")] == ["500", "300"]
    own = numbered._p.find(f"{W}pPr/{W}ind")
    assert [own.get(f"{W}{one}") for one in ("leftChars", "hangingChars")] == ["600", "400"]


def test_a_heading_with_nothing_below_it_does_not_hold_the_next_one(library: Library) -> None:
    # given
    template, report = filled(library, "national-2014", 2017)
    lines = ("（一）公开信息七十五条", "（二）公开栏更换四次", "栏目由专人维护。")
    report.sections[1].paragraphs = [Words(text=text, level=2 * text.startswith("（")) for text in lines]

    # when
    opened = docx.Document(io.BytesIO(word.write(lay_out(template, report))))
    first, second = (p for p in opened.paragraphs if p.style.name == "Heading 2")

    # then
    assert first.paragraph_format.keep_with_next is False
    assert second.paragraph_format.keep_with_next is None
    assert second.style.paragraph_format.keep_with_next


def test_the_units_wishes_are_in_the_file(library: Library) -> None:
    # given
    template, report = filled(library, "national-2021", 2024)
    report.look = Look(line_pitch=30, page_number="center", bold_level2=True, title_font="song_bold")

    # when
    opened = docx.Document(io.BytesIO(word.write(lay_out(template, report))))

    # then
    title = opened.paragraphs[0].runs[0]
    lead = next(p for p in opened.paragraphs if p.text.startswith("（一）主动公开")).runs[0]
    assert (title.font.name, title.font.bold, title.font.size) == ("宋体", True, Pt(22))
    assert (lead.text[:3], lead.font.name, lead.font.bold) == ("（一）", "楷体_GB2312", True)
    assert opened.styles["公文正文"].paragraph_format.line_spacing == Pt(30)
    section = opened.sections[0]
    for footer in (section.footer, section.even_page_footer):
        assert footer.paragraphs[0]._p.find(f"{W}pPr/{W}jc").get(f"{W}val") == "center"
        assert footer.paragraphs[0]._p.find(f"{W}pPr/{W}ind") is None


def test_the_text_begins_on_a_line_of_the_grid(library: Library) -> None:
    # given
    made = document(library, "national-2021")

    # when
    title = part(word.write(made), MAIN).find(f".//{W}p")
    spacing = title.find(f"{W}pPr/{W}spacing")

    # then: two lines of 36 pt and what is below them are four lines of the page
    assert 2 * 720 + int(spacing.get(f"{W}after")) == 4 * 579


def test_a_word_that_turns_the_direction_does_not_turn_the_figures(library: Library) -> None:
    # given
    made = with_text(library, "plain-2008", "公开\u202e128\u202c条，\u2067其中\u2069图文37条\u200f")

    # when
    opened = docx.Document(io.BytesIO(word.write(made)))

    # then
    assert "公开128条，其中图文37条" in [p.text for p in opened.paragraphs]


def test_a_long_figure_stands_smaller_in_one_line(library: Library) -> None:
    # given
    made = with_values(library, "national-2021", {"applications.new.natural": "1234567"})

    # when
    table = docx.Document(io.BytesIO(word.write(made))).tables[1]
    run = next(p.runs[0] for row in table.rows for p in row.cells[3].paragraphs if p.text == "1234567")

    # then: seven half characters where a little over three whole ones fit
    assert run.font.size == Pt(7.5)


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
