"""Totals of a workbook that are formulas nobody ever counted: left blank, and nobody can be sure of that."""

import pytest

from core import importers
from core.importers.reviewing import Review
from core.report import blank
from tests.core.importers.workbooks import data_of, on_one_sheet

COUNTED = 4711


@pytest.fixture
def review(library, tmp_path) -> Review:
    """A review of a workbook whose totals are formulas without results."""
    template = library.get("national-2021")
    report = blank(template, 2023, "清溪县柳河镇人民政府")
    cells = [cell for cell in template.cells.values() if cell.table == "applications"]
    report.values = {cell.id: str(COUNTED) if cell.column_id == "total" else "0" for cell in cells}
    book = on_one_sheet(template, report, framed=True, merged=False, gap=0, left=1, lined=False)
    for row in book.active.iter_rows():
        for cell in row:
            if cell.value == COUNTED:
                cell.value = f"=SUM(A{cell.row}:B{cell.row})"
    path = tmp_path / "三张表.xlsx"
    path.write_bytes(data_of(book))
    reading = importers.read_with_counts(path, library, year=2023)
    return Review(reading, library.get(reading.report.template))


def test_a_total_that_was_never_counted_wants_a_look_in_its_row_and_the_figures_beside_it_are_sure(review):
    # then
    rows = [one for one in review.entries() if one.kind == "row" and one.target.startswith("applications.")]
    assert rows
    assert {row.sign for row in rows} == {"check"}
    assert {figure.sign for row in rows for figure in row.figures if figure.value} == {"sure"}
    assert {row.figures[-1].sign for row in rows} == {"check"}


def test_all_such_rows_are_one_place(review):
    # then
    about = [one for one in review.open_places() if any(t.startswith("applications.") for t in one.targets)]
    assert len(about) == 1
    assert "公式" in about[0].reason
