"""The five real reports, as they are and carried forward, come out in every format with nothing lost."""

import io

import docx
import openpyxl
import pytest
from lxml import html

from core import export, importers
from core.carry import forward
from core.export import pdf
from core.layout import lay_out
from core.report import Report
from tests.core.export.pdf_pages import body, squeezed, text

NEVER_FIRST = set("，。、；：？！）》〉」』】〕”’％‰℃…—·,.;:?!)]}%")
NEVER_LAST = set("（《〈「『【〔“‘([{")
SEEDS = ["000", "001", "002", "003", "004"]


@pytest.fixture(params=SEEDS)
def seed(request, seeds, library) -> Report:
    return importers.read(seeds[request.param], library)


@pytest.fixture(params=["as it is", "carried forward"])
def report(request, seed, library) -> Report:
    return seed if request.param == "as it is" else forward(library, seed, 2024)


def sentences(report: Report) -> list[str]:
    return [squeezed(paragraph.text) for _, _, paragraph in report.paragraphs() if paragraph.text.strip()]


def test_no_line_of_the_pdf_starts_or_ends_with_the_wrong_sign(library, report):
    # when
    document = lay_out(library.get(report.template), report)
    lines = [line.text.strip() for line in body(pdf.write(document)) if line.text.strip()]

    # then
    assert len(lines) > 40
    assert [line for line in lines if line[0] in NEVER_FIRST] == []
    assert [line for line in lines if line[-1] in NEVER_LAST] == []


def test_every_paragraph_and_figure_is_in_every_format(library, report):
    # given
    template = library.get(report.template)
    document = lay_out(template, report)
    made = {one.id: one.write(document) for one in export.FORMATS}

    # when
    word = docx.Document(io.BytesIO(made["docx"]))
    book = openpyxl.load_workbook(io.BytesIO(made["xlsx"]), data_only=True)
    texts = {
        "docx": "".join(squeezed(one.text) for one in word.paragraphs),
        "pdf": text(made["pdf"]).replace("□", ""),
        "xlsx": squeezed(
            "".join(str(c.value) for s in book for r in s.iter_rows() for c in r if c.value is not None)
        ),
        "html": squeezed(html.document_fromstring(made["html"]).text_content()),
    }

    # then: a private-use character of a seed has no shape and is printed as a box
    for sentence in sentences(report):
        words = sentence.replace("\ue004", "")
        missing = [name for name, whole in texts.items() if words not in whole.replace("\ue004", "")]
        assert missing == [], words
    figures = [value for cell, value in report.values.items() if not template.cells[cell].group]
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert sum(one in figures for one in cells) >= len(figures)
