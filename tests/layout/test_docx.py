"""Word files by the dice against the standard and the schema: every form, twenty reports, several looks."""

import io
import zipfile

import pytest

from core.export import word
from core.layout import lay_out
from core.look import Look
from core.report import (
    PREFACE,
    SIGNATURE,
    Head,
    Paragraph,
    Report,
    blank,
    section_number,
    section_title,
)
from core.template import Library, Template
from tests.layout.docx_reports import LOOKS, generated
from tests.layout.docx_rules import Wish, broken
from tests.layout.ooxml_order import faults
from tests.samples import IDS, filled

REPORTS = 20
MAIN = "word/document.xml"
TEMPLATES = pytest.mark.parametrize("template_id", IDS)


def wish(template: Template, report: Report) -> Wish:
    """Return what the file must look like, from the report alone."""
    headings = [
        f"{section_number(template, report, section)}、{section_title(template, section)}"
        for section in report.sections
        if section.id not in (PREFACE, SIGNATURE)
    ]
    look = report.look
    return Wish(look.line_pitch, look.page_number, look.bold_level2, look.title_font, tuple(headings))


@TEMPLATES
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.line_pitch}-{look.page_number}")
def test_no_generated_report_breaks_the_standard(library: Library, template_id: str, look: Look) -> None:
    for number in range(REPORTS):
        # given
        template, report = generated(library, template_id, number)
        report.look = look

        # when
        data = word.write(lay_out(template, report))

        # then
        assert (number, broken(data, wish(template, report))) == (number, [])
        assert (number, faults(data)) == (number, [])


HOSTILE = {
    "nothing": "",
    "spaces": " \u3000 ",
    "controls": "前\x00中\x1b后\ud800尾\uffff<&>\r\n新行\t制表\u2028又一行",
    "directions": "公开\u202e128\u202c条，עברית，\u2067其中\u2069图文37条",
    "rare": "垟头村㙍𬭎e\u0301👩\u200d🌾",
    "long": "长" * 100_000,
    "unbroken": "http://www.example.gov.cn/" + "a" * 5_000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_no_text_breaks_the_standard(library: Library, case: str) -> None:
    # given: the text as title, office, paragraph, figure, head of the annex and name of an annex
    text = HOSTILE[case]
    template, report = filled(library, "national-2014", 2017)
    report.title = report.unit.name = text
    report.sections[1].paragraphs = [Paragraph(text=text, level=level) for level in (0, 2, 3)]
    report.sections[-1].paragraphs = [Paragraph(text="附件：" + text), Paragraph(text=text)]
    report.heads["statistics"] = Head(title=text, period=text, filler=text)
    report.values = dict.fromkeys(report.values, text)

    # when
    data = word.write(lay_out(template, report))

    # then
    assert broken(data, wish(template, report)) == []
    assert faults(data) == []


@TEMPLATES
def test_an_empty_report_keeps_the_standard(library: Library, template_id: str) -> None:
    # given
    template = library.get(template_id)
    report = blank(template, IDS[template_id], "")

    # when
    data = word.write(lay_out(template, report))

    # then
    assert broken(data, wish(template, report)) == []
    assert faults(data) == []


MUTANTS = {
    "margin": (MAIN, 'w:left="1587"', 'w:left="1701"', "margin left"),
    "grid": (MAIN, 'w:type="linesAndChars"', 'w:type="lines"', "the grid is"),
    "pitch": (MAIN, 'w:linePitch="579"', 'w:linePitch="560"', "the grid is"),
    "cut": (MAIN, "<w:cantSplit/>", "", "a row may be cut"),
    "head": (MAIN, "<w:tblHeader/>", "", "the head of a long table"),
    "width": (MAIN, '<w:gridCol w:w="', '<w:gridCol w:w="1', "a table"),
    "merge": (MAIN, '<w:vMerge w:val="restart"/>', "", "a merge without"),
    "font": (MAIN, 'w:cs="仿宋_GB2312"', 'w:cs="Arial"', "fonts"),
    "size": (MAIN, '<w:sz w:val="44"/>', '<w:sz w:val="36"/>', "18.0 of"),
    "footer": ("word/footer2.xml", '<w:jc w:val="left"/>', '<w:jc w:val="right"/>', "stands right"),
    "number": ("word/footer1.xml", "PAGE", "NUMPAGES", "the footer is"),
    "settings": ("word/settings.xml", "<w:evenAndOddHeaders/>", "", "odd and even"),
    "outline": ("word/styles.xml", '<w:outlineLvl w:val="0"/>', "", "outline of"),
    "indent": ("word/styles.xml", 'w:firstLineChars="200"', 'w:firstLineChars="100"', "indent or"),
    "hang": ("word/styles.xml", '<w:overflowPunct w:val="0"/>', "", "hang"),
    "spacing": ("word/styles.xml", '<w:spacing w:val="-6"/>', '<w:spacing w:val="0"/>', "27 characters"),
}  # fmt: skip


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """Return the file with other words in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for one in source.namelist():
            text = source.read(one).decode("utf-8")
            assert one != name or old in text
            target.writestr(one, text.replace(old, new) if one == name else text)
    return out.getvalue()


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_file_that_breaks_the_standard_is_noticed(library: Library, mutant: str) -> None:
    # given
    template, report = filled(library, "national-2021", 2024)
    name, old, new, said = MUTANTS[mutant]

    # when
    found = broken(changed(word.write(lay_out(template, report)), name, old, new), wish(template, report))

    # then
    assert any(said in one for one in found)


BAD_XML = {
    "order": (MAIN, "<w:cantSplit/>", "<w:keepNext/>", "<keepNext> in <trPr>"),
    "late": ("word/styles.xml", "<w:kinsoku/>", "<w:jc/><w:kinsoku/>", "<kinsoku> in <pPr> after <jc>"),
    "twice": ("word/settings.xml", "<w:evenAndOddHeaders/>", "<w:evenAndOddHeaders/>" * 2, "twice"),
    "value": (MAIN, '<w:vAlign w:val="center"/>', '<w:vAlign w:val="middle"/>', "<vAlign val='middle'>"),
    "attribute": (MAIN, "<w:cantSplit/>", '<w:cantSplit w:always="1"/>', "has an attribute always"),
    "style": (MAIN, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Titel"/>', "no style Titel"),
    "relation": ("word/_rels/document.xml.rels", "footer2.xml", "footer3.xml", "leads to footer3.xml"),
    "type": ("[Content_Types].xml", "/word/styles.xml", "/word/style.xml", "no part /word/style.xml"),
    "font": (MAIN, 'w:cs="黑体"', 'w:cs="Arial"', "font Arial is in no table"),
}  # fmt: skip


@pytest.mark.parametrize("mutant", BAD_XML)
def test_a_file_that_breaks_the_schema_is_noticed(library: Library, mutant: str) -> None:
    # given
    template, report = filled(library, "national-2021", 2024)
    name, old, new, said = BAD_XML[mutant]

    # when
    found = faults(changed(word.write(lay_out(template, report)), name, old, new))

    # then
    assert any(said in one for one in found)
