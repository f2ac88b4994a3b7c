"""The Word file: everything in it, in the layout of GB/T 9704, and nothing of the library or the computer."""

import io
import re

import docx
import pytest
from docx.shared import Mm, Pt

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
