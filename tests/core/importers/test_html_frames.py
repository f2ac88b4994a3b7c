"""Reports come out of the pages of county sites as they were put in."""

import pytest

from core import export, importers
from core.export import files
from core.report import Report
from core.template import built_in
from tests import samples
from tests.core.importers import html_pages as pages

LIBRARY = built_in()


def prose(report: Report) -> list[tuple[str, list[tuple[int, str]]]]:
    return [(one.id, [(p.level, p.text) for p in one.paragraphs]) for one in report.sections]


@pytest.mark.parametrize("form", sorted(samples.IDS))
@pytest.mark.parametrize("article", sorted(pages.ARTICLES))
@pytest.mark.parametrize("frame", sorted(pages.FRAMES))
def test_a_report_comes_out_of_every_page_as_it_was_put_in(form, article, frame, tmp_path):
    # given
    template, report = samples.filled(LIBRARY, form, samples.IDS[form])
    path = tmp_path / "年报.html"
    path.write_text(
        pages.page(template, report, article, frame), encoding="gb18030" if frame == "old" else "utf-8"
    )

    # when
    found = importers.read(path, LIBRARY)

    # then
    assert (found.template, found.year, found.unit.name) == (form, report.year, samples.OFFICE)
    assert found.title == report.title
    assert found.values == report.values
    assert prose(found) == prose(report)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_pages_we_export_of_real_reports_come_back_equal(number, seeds, tmp_path):
    # given
    report = importers.read(seeds[number], LIBRARY)
    template = LIBRARY.get(report.template)
    (path,) = files.export(template, report, files.Order(export.find(["html"])), tmp_path)

    # when
    found = importers.read(path, LIBRARY)

    # then
    assert (found.template, found.year, found.title) == (report.template, report.year, report.title)
    assert found.values == report.values
    assert prose(found) == prose(report)
