"""What we export we can read again: generated reports of every form go out and come back equal."""

import pytest

from core import importers
from core.export import FORMATS
from core.layout import lay_out
from core.report import PREFACE, SIGNATURE, Report
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
