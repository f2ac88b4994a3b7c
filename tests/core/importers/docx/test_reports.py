"""Whole reports in Word files: our own exports, and files that python-docx makes as offices lay them out."""

import io

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from core import importers
from core.export import word
from core.importers import gate
from core.layout import lay_out
from core.report import SIGNATURE, section_number, section_title
from core.template import grid
from tests.samples import IDS, filled


def compared(report, template):
    """What of a report a file must give back."""
    return {
        "title": report.title,
        "year": report.year,
        "template": report.template,
        "values": {address: value for address, value in report.values.items() if value},
        "sections": [
            (section.id, [(one.text, one.level) for one in section.paragraphs]) for section in report.sections
        ],
        "heads": [report.head(table) for table in template.tables if table.is_annex],
    }


def imported(data, tmp_path, library):
    path = tmp_path / "去年.docx"
    path.write_bytes(data)
    return importers.read_with_counts(path, library)


@pytest.mark.parametrize("template_id", IDS)
def test_our_own_export_comes_back_as_it_was(template_id, library, tmp_path):
    # given
    template, report = filled(library, template_id, IDS[template_id])

    # when
    reading = imported(word.write(lay_out(template, report)), tmp_path, library)

    # then
    assert compared(reading.report, template) == compared(report, template)
    assert reading.placed_characters == reading.source_characters
    assert reading.placed_numbers == reading.source_numbers


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_real_reports_come_back_from_our_export(number, seeds, library, tmp_path):
    # given
    report = importers.read(seeds[number], library)
    template = library.get(report.template)

    # when
    reading = imported(word.write(lay_out(template, report)), tmp_path, library)

    # then
    assert compared(reading.report, template) == compared(report, template)


def _add_table(document, table, report, style):
    drawn = grid.of(table)
    made = document.add_table(drawn.rows, drawn.columns)
    if style:
        made.style = style
    for one in drawn.cells:
        last = made.cell(one.row + one.row_span - 1, one.column + one.column_span - 1)
        merged = made.cell(one.row, one.column).merge(last)
        merged.text = report.text(one.cell) if one.cell else one.text


def _split_runs(paragraph, text):
    """Add a text in pieces of one or two characters, as editors leave it behind."""
    for place in range(0, len(text), 2):
        paragraph.add_run(text[place : place + 2]).bold = place % 4 == 0


def _numbered(paragraph, num_id):
    properties = paragraph._p.get_or_add_pPr()
    numbering = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", "0"), ("w:numId", num_id)):
        one = OxmlElement(tag)
        one.set(qn("w:val"), value)
        numbering.append(one)
    properties.append(numbering)


def _add_list(document):
    """Add a list that writes 一、 to the numbering part and return its id."""
    root = document.part.numbering_part.element
    kind = OxmlElement("w:abstractNum")
    kind.set(qn("w:abstractNumId"), "77")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for tag, value in (("w:start", "1"), ("w:numFmt", "chineseCounting"), ("w:lvlText", "%1、")):
        one = OxmlElement(tag)
        one.set(qn("w:val"), value)
        level.append(one)
    kind.append(level)
    root.insert(0, kind)
    return str(root.add_num(77).numId)


def written(template, report, style, *, automatic):
    """A report as python-docx writes it, with headings that bear automatic numbers or typed ones."""
    document = python_docx.Document()
    list_id = _add_list(document)
    document.add_heading(report.title, 0)
    for section in report.sections:
        if section.id in template.sections_by_id:
            title = section_title(template, section)
            number = section_number(template, report, section)
            heading = document.add_heading("", 1)
            _split_runs(heading, title if automatic else f"{number}、{title}")
            if automatic:
                _numbered(heading, list_id)
        for one in section.paragraphs if section.id != SIGNATURE else ():
            _split_runs(document.add_paragraph("　　"), one.text)
        for table in template.tables:
            if table.section == section.id:
                _add_table(document, table, report, style)
    last = report.section(SIGNATURE)
    for one in last.paragraphs if last else ():
        document.add_paragraph(one.text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("template_id", "style", "automatic"),
    [
        ("national-2021", "", True),
        ("national-2021", "Table Grid", False),
        ("national-2019", "Light List Accent 1", True),
        ("plain-2008", "Table Grid", True),
        ("plain-2008", "Table Grid", False),
    ],
)
def test_a_report_by_other_software_comes_back_whole(template_id, style, automatic, library, tmp_path):
    # given
    template, report = filled(library, template_id, IDS[template_id])

    # when
    reading = imported(written(template, report, style, automatic=automatic), tmp_path, library)

    # then
    assert compared(reading.report, template) == compared(report, template)
    assert reading.placed_characters == reading.source_characters


def test_the_gate_knows_a_word_file_whatever_its_name(library, tmp_path):
    # given
    template, report = filled(library, "national-2021", 2024)
    path = tmp_path / "改名.txt"
    path.write_bytes(word.write(lay_out(template, report)))

    # when
    read = importers.read(path, library)

    # then
    assert gate.load(path).kind == "docx"
    assert read.values == report.values
    assert any("实际是Word 文档" in note.message for note in read.notes)
