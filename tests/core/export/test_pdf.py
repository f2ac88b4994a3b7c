"""The PDF as it comes back from a reader: all text, fonts inside, nothing lost, nothing of ours told."""

from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from core import fonts
from core.blocks import Block, Heading, Paragraph, SignOff, TableBlock, Title
from core.export import pdf
from core.export.rendering import Substitution
from core.fonts import FontChoice
from core.layout import lay_out
from core.look import Look
from core.report import blank
from tests.core.export import pdf_pages
from tests.core.export.pdf_pages import HAN, document, paragraph
from tests.samples import IDS, filled

OUTLINED = 2  # filled and stroked, in the numbers of the file format


@pytest.mark.parametrize("template_id", IDS)
def test_all_words_and_figures_of_a_report_are_in_the_file(library, template_id):
    laid = lay_out(*filled(library, template_id, IDS[template_id]))

    text = pdf_pages.text(pdf.render(laid, bundled_fonts_only=True).pdf)

    for block in laid.blocks:
        for words in words_of(block):
            assert pdf_pages.squeezed(words) in text


def words_of(block: Block) -> list[str]:
    match block:
        case Title(text) | Heading(_, text):
            return [text]
        case Paragraph():
            return [block.text]
        case SignOff(name, date):
            return [name, date]
        case TableBlock():
            return [row_of(block, row) for row in range(block.grid.head_rows, block.grid.rows)]
    return [block.mark, block.title, *block.lines]


def row_of(block: TableBlock, row: int) -> str:
    """The figures of a row: they must follow each other in the file."""
    cells = [one for one in block.grid.cells if one.row == row and one.role == "value"]
    return "".join(block.values.get(one.cell, "") for one in cells)


def test_every_font_lies_in_the_file_as_a_subset(library):
    laid = lay_out(*filled(library, "national-2021", 2024))

    file = PDFDocument(PDFParser(BytesIO(pdf.render(laid, bundled_fonts_only=True).pdf)))

    fonts = [
        resolve1(obj)
        for xref in file.xrefs
        for obj in (file.getobj(number) for number in xref.get_objids())
        if isinstance(obj, dict) and str(obj.get("Type")) == "/'Font'"
    ]
    assert len(fonts) >= 5
    assert all("FontFile2" in resolve1(font["FontDescriptor"]) for font in fonts)


def test_the_same_report_gives_the_same_bytes(library):
    laid = lay_out(*filled(library, "national-2014", 2017))

    assert pdf.write(laid) == pdf.write(laid)


def test_the_properties_tell_the_report_and_no_library(library):
    laid = lay_out(*filled(library, "national-2021", 2024))

    file = pdf.write(laid)

    properties = pypdfium2.PdfDocument(file).get_metadata_dict()
    assert properties["Title"] == laid.title
    assert not properties["CreationDate"]
    assert properties["Author"] == "清溪县柳河镇人民政府"
    assert properties["Producer"] == properties["Creator"] == "年报通"
    assert b"eportLab" not in file
    assert b"zh-CN" in file


def test_bookmarks_lead_to_title_and_headings(library):
    laid = lay_out(*filled(library, "national-2014", 2017))

    outline = list(pypdfium2.PdfDocument(pdf.write(laid)).get_toc())

    titles = [(entry.level, entry.get_title()) for entry in outline]
    assert titles[:2] == [(0, laid.title), (1, "一、概述")]
    assert titles[-1] == (0, "政府信息公开情况统计表")
    assert [entry.get_dest().get_index() for entry in outline][-1] == 3


def test_rare_characters_come_from_another_font_and_are_reported():
    result = pdf.render(document(paragraph("东垟村、大埇村、𬭎㙍堃淏瑀")), bundled_fonts_only=True)

    assert "东垟村、大埇村、𬭎㙍堃淏瑀" in pdf_pages.text(result.pdf)
    assert Substitution("垟", "NianbaoFangSong", "NianbaoSong") in result.substitutions
    assert all(one.used for one in result.substitutions)


def test_a_character_no_font_has_becomes_a_box_and_is_reported():
    result = pdf.render(document(paragraph("好😀好😀")), bundled_fonts_only=True)

    assert "好□好□" in pdf_pages.text(result.pdf)
    assert result.substitutions == (Substitution("😀", "NianbaoFangSong", ""),)


def test_control_and_direction_signs_leave_no_trace():
    result = pdf.render(
        document(paragraph("公\x00\x1b开\u202e栏\ufeff，\u200b见\u00ad报\udc80")), bundled_fonts_only=True
    )

    assert "公开栏，见报" in pdf_pages.text(result.pdf)
    assert [one.char for one in result.substitutions] in ([], ["\ufffd"])


def test_what_a_unit_wants_bold_is_drawn_with_an_outline(library):
    template, report = filled(library, "national-2021", 2024)

    def outlined(look: Look) -> int:
        report.look = look
        file = pypdfium2.PdfDocument(pdf.render(lay_out(template, report), bundled_fonts_only=True).pdf)
        drawn = [item for page in file for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])]
        return sum(pdfium.FPDFTextObj_GetTextRenderMode(item) == OUTLINED for item in drawn)

    assert outlined(Look()) == 0
    assert outlined(Look(bold_level2=True)) == 2


def test_very_long_texts_come_out_whole():
    words = "公\x00开\u202e栏\ufeff，见\u2066报\u2069。" * 2000

    result = pdf.render(document(*(paragraph(words, number) for number in range(7))), bundled_fonts_only=True)

    assert result.pages > 80
    assert pdf_pages.drawn(result.pdf) == "公开栏，见报。" * 14_000


def test_a_paragraph_of_a_hundred_thousand_characters_is_printed():
    result = pdf.render(document(paragraph(HAN * 4000)), bundled_fonts_only=True)

    assert result.pages == -(-100002 // (22 * 28))


def test_a_document_of_nothing_is_one_page():
    assert pdf.render(document(), bundled_fonts_only=True).pages == 1


@pytest.mark.parametrize("template_id", IDS)
def test_a_blank_report_can_be_printed(library, template_id):
    template = library.get(template_id)

    text = pdf_pages.text(pdf.write(lay_out(template, blank(template, IDS[template_id], ""))))

    assert "政府信息公开工作年度报告" in text


def test_a_damaged_own_font_gives_way_to_the_bundled_one(tmp_path, monkeypatch):
    broken = tmp_path / "simfang.ttf"
    broken.write_bytes(b"\x00\x01\x00\x00 broken")
    choice = FontChoice("fangsong", broken, 0, "仿宋", is_standin=False)
    monkeypatch.setattr(fonts, "_own", lambda *_: {"fangsong": choice})

    result = pdf.render(document(paragraph("村务公开。")))

    assert "村务公开。" in pdf_pages.text(result.pdf)
    assert next(one for one in result.fonts if one.id == "fangsong").is_standin
