"""The PDF of a hundred generated reports, looked over by a reader that shares no code with the writer."""

from io import BytesIO

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from core import importers
from core.export import pdf
from core.layout import lay_out
from core.look import Look
from core.paths import RESOURCES
from core.report import Report
from core.template import Library
from tests.layout import pdf_boxes, pdf_faults
from tests.layout.pdf_faults import LEFT, Counts
from tests.layout.pdf_reports import generated, look_over
from tests.samples import IDS, filled

AT_ONCE = 10
LOOKS = (
    Look(line_pitch=28, page_number="center"),
    Look(line_pitch=30, bold_level2=True, title_font="song_bold"),
    Look(line_pitch=29.5, title_font="hei"),
)


@pytest.mark.parametrize("first", range(0, 100, AT_ONCE))
def test_a_hundred_generated_reports_have_no_fault(library: Library, first: int) -> None:
    # when
    counts = Counts()
    faults = look_over(library, generated(library, first, first + AT_ONCE), counts)

    # then: every line is sound, most full lines of Chinese have 28 characters, none is far from it
    assert faults == []
    assert counts.lines > 1000
    assert counts.continued >= 5
    assert counts.ragged <= counts.full / 100
    assert counts.characters[28] >= 0.8 * counts.characters.total()
    assert set(counts.characters) <= {26, 27, 28, 29, 30}


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("template_id", IDS)
def test_what_a_unit_has_its_own_way_is_sound_as_well(library: Library, template_id: str, look: Look) -> None:
    # given
    template, report = filled(library, template_id, IDS[template_id])
    report.look = look

    # when
    pages = pdf_boxes.pages(pdf.render(lay_out(template, report), bundled_fonts_only=True).pdf)

    # then
    assert pdf_faults.all_faults(pages, look.line_pitch, look.page_number) == []


@pytest.mark.parametrize("template_id", IDS)
def test_roles_have_their_type_and_every_font_lies_in_the_file(library: Library, template_id: str) -> None:
    # given
    report = filled(library, template_id, IDS[template_id])

    # when
    file = pdf.render(lay_out(*report), bundled_fonts_only=True).pdf
    first, *others = [line for page in pdf_boxes.pages(file) for line in pdf_faults.body(page)]
    body = [line for line in others if line.size == pytest.approx(16)]
    headings = [line for line in body if line.text.startswith(("一、", "二、")) and line.left > LEFT + 30]

    # then
    assert (first.chars[0].font, round(first.size)) == ("NianbaoBiaoSong", 22)
    assert headings
    assert {line.chars[0].font for line in headings} == {"NianbaoHei"}
    assert {line.chars[0].font for line in body if line.text.startswith("（一）")} <= {"NianbaoKai"}
    assert sum(line.chars[-1].font == "NianbaoFangSong" for line in body) > len(body) / 2
    assert all(pdf_boxes.fonts(file).values())


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_five_real_reports_have_no_fault(seeds, library: Library, number: str) -> None:
    # given: a private-use character of one of them has no shape anywhere and is printed as a box
    report: Report = importers.read(seeds[number], library)

    # when
    laid = lay_out(library.get(report.template), report)
    faults = pdf_faults.all_faults(pdf_boxes.pages(pdf.render(laid, bundled_fonts_only=True).pdf))

    # then
    assert [fault for fault in faults if "lacks a glyph" not in fault] == []
    assert len(faults) <= 1


def test_the_reader_sees_what_is_wrong() -> None:
    # given: a page set wrongly in every way
    pdfmetrics.registerFont(TTFont("Wrong", str(RESOURCES / "fonts" / "NianbaoSong.ttf")))
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595.28, 841.89))
    canvas.setFont("Wrong", 16)
    for y, words in ((720, "，村务公开（"), (705, "公开12"), (690, "3件□"), (60, "页")):
        canvas.drawString(LEFT, y, words)
    canvas.drawString(20, 660, "栏外")
    canvas.rect(LEFT, 600, 100, 8)
    canvas.drawString(LEFT, 601, "高")
    canvas.save()

    # when
    faults = " ".join(pdf_faults.all_faults(pdf_boxes.pages(out.getvalue())))

    # then
    for words in (
        "begins with",
        "ends with",
        "divided",
        "glyph",
        "side",
        "above or below",
        "grid",
        "number",
        "cut",
    ):
        assert words in faults
