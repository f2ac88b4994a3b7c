"""What we export we can read again: generated reports of every form go out and come back equal."""

import pytest

from core import importers
from core.export import FORMATS
from core.layout import lay_out
from core.report import PREFACE, SIGNATURE, Paragraph, Report
from core.template import built_in
from tests.faults.clean import clean_reports

LIBRARY = built_in()
COUNT = 15
REPORTS = [one for one in clean_reports(LIBRARY, COUNT, seed=31) if one.title]


def told(report: Report) -> dict[str, list[str]]:
    """Return the words of each section that has any, white space aside."""
    return {
        section.id: ["".join(one.text.split()) for one in section.paragraphs]
        for section in report.sections
        if section.paragraphs
    }


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.id)
@pytest.mark.parametrize("number", range(len(REPORTS)))
def test_a_report_comes_back_equal_from_every_format(format_, number, tmp_path):
    # given
    report = REPORTS[number]
    path = tmp_path / f"年报{format_.suffix}"
    path.write_bytes(format_.write(lay_out(LIBRARY.get(report.template), report)))

    # when
    reading = importers.read_with_counts(path, LIBRARY)

    # then
    back = reading.report
    assert (back.template, back.year, back.unit.name) == (report.template, report.year, report.unit.name)
    assert "".join(back.title.split()) == "".join(report.title.split())
    assert {cell: value for cell, value in back.values.items() if value} == {
        cell: value for cell, value in report.values.items() if value
    }
    assert told(back) == told(report)
    assert {PREFACE, SIGNATURE} <= {section.id for section in back.sections}
    assert reading.placed_characters == reading.source_characters


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.id)
def test_a_number_before_a_figure_comes_back_as_a_number(format_, tmp_path):
    # given
    report = next(one for one in REPORTS if one.template == "national-2021").model_copy(deep=True)
    texts = ((2, "（一）平台建设"), (3, "1. 5G建设"), (3, "2. 1.5万元补贴全部公开"))
    report.section("overview").paragraphs = [Paragraph(text=text, level=level) for level, text in texts]
    path = tmp_path / f"年报{format_.suffix}"
    path.write_bytes(format_.write(lay_out(LIBRARY.get(report.template), report)))

    # when
    back = importers.read(path, LIBRARY)

    # then
    assert tuple((one.level, one.text) for one in back.section("overview").paragraphs) == texts


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.id)
def test_several_annexes_come_back_below_the_text(format_, tmp_path):
    # given
    report = next(one for one in REPORTS if one.template == "national-2021").model_copy(deep=True)
    lines = ("附件：1．统计表", "2．2024年名单", "3．工作办法", report.unit.name, "2025年1月9日")
    report.section(SIGNATURE).paragraphs = [Paragraph(text=line) for line in lines]
    path = tmp_path / f"年报{format_.suffix}"
    path.write_bytes(format_.write(lay_out(LIBRARY.get(report.template), report)))

    # when
    reading = importers.read_with_counts(path, LIBRARY)

    # then
    assert told(reading.report) == told(report)
    assert reading.placed_characters == reading.source_characters
