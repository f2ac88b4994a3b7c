"""Sums: filled so that they hold they are silent, and one figure changed breaks an identity it is in."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import checks
from core.checks.model import CellPlace
from core.report import Report, blank
from core.template import built_in
from core.template.model import Cell, Template

LIBRARY = built_in()
WITH_TABLES = [template.id for template in LIBRARY if template.tables]
SUMS = {"T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09"}
CHECKERS = {template_id: checks.for_template(LIBRARY, template_id) for template_id in WITH_TABLES}


def filled(template: Template, draw: st.DrawFn) -> Report:
    """Return a report with figures drawn for every cell that is no total, and totals that add up."""
    values: dict[str, int] = {}
    cells = [cell for cell in template.cells.values() if not cell.group]
    for cell in cells:
        if not cell.sums:
            values[cell.id] = draw(st.integers(0, 60))
    for cell in cells:
        total(template, cell, values)
    for column in ("natural", "business", "research", "welfare", "legal", "others", "total"):
        if f"applications.total.{column}" in values:
            even_out(values, column)
    return Report(
        template=template.id, year=template.first_year, values={cell: str(n) for cell, n in values.items()}
    )


def total(template: Template, cell: Cell, values: dict[str, int]) -> int:
    """Return the number of a cell, adding it up first where it is a total."""
    if cell.id not in values:
        values[cell.id] = sum(total(template, template.cells[term], values) for term in cell.sums[0])
    return values[cell.id]


def even_out(values: dict[str, int], column: str) -> None:
    """Make new, carried in, done and carried out of a column balance."""
    values[f"applications.carried_in.{column}"] = values[f"applications.total.{column}"]
    values[f"applications.carried_out.{column}"] = values[f"applications.new.{column}"]


def sum_findings(report: Report) -> list[set[str]]:
    """Return the cells of each finding on a sum."""
    found = CHECKERS[report.template].run(report)
    return [
        {place.cell for place in one.where if isinstance(place, CellPlace)}
        for one in found
        if one.rule in SUMS
    ]


@pytest.mark.parametrize("template_id", WITH_TABLES)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_table_that_adds_up_has_no_finding(template_id: str, data: st.DataObject):
    report = filled(LIBRARY.get(template_id), data.draw)

    assert sum_findings(report) == []


@pytest.mark.parametrize("template_id", WITH_TABLES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_figure_of_a_sum_that_changes_breaks_an_identity_it_is_in(template_id: str, data: st.DataObject):
    template = LIBRARY.get(template_id)
    report = filled(template, data.draw)
    terms = sorted({term for cell in template.cells.values() for terms in cell.sums for term in terms})
    cell = data.draw(st.sampled_from(terms))

    report.values[cell] = str(Decimal(report.values[cell]) + data.draw(st.integers(1, 9)))

    assert any(cell in named for named in sum_findings(report))


def test_a_total_that_is_off_is_told_with_its_arithmetic_and_a_fix(library):
    report = Report(template="national-2021", year=2024)
    block = {"upheld": "10", "corrected": "1", "other": "0", "pending": "0", "total": "0"}
    report.values = {f"reviews.cases.review_{part}": value for part, value in block.items()}

    (found,) = [one for one in CHECKERS["national-2021"].run(report) if one.rule == "T04"]

    assert found.message == "表四 · 行政复议：10+1+0+0=11，总计填的是 0，差 11"
    assert (found.expected, found.found) == ("11", "0")
    assert found.fix
    assert found.fix.label == "改为 11"
    assert found.where[0] == CellPlace("reviews.cases.review_total", "0")


def test_a_long_column_is_added_up_without_its_zeros():
    report = Report(template="national-2021", year=2024)
    report.values = {
        "applications.granted.natural": "2",
        "applications.partial.natural": "1",
        "applications.secret.natural": "0",
        "applications.total.natural": "5",
    }

    (found,) = [one for one in CHECKERS["national-2021"].run(report) if one.rule == "T02"]

    assert found.message == "表三 · 自然人：2+1=3，（七）总计填的是 5，差 2"


def test_a_total_left_blank_beside_figures_is_told_once_all_of_them_are_filled_in():
    columns = ("business", "research", "welfare", "legal", "others")
    report = Report(template="national-2021", year=2024, values={"applications.new.natural": "4"})
    assert [one for one in CHECKERS["national-2021"].run(report) if one.rule == "T03"] == []
    report.values |= {f"applications.new.{column}": "0" for column in columns}

    found = [one for one in CHECKERS["national-2021"].run(report) if one.rule == "T03"]

    assert [one.message for one in found] == [
        "表三 · 一、本年新收政府信息公开申请数量：4+0+0+0+0+0=4，总计还没有填"
    ]


def test_a_statistics_total_without_any_parts_is_told():
    report = Report(template="national-2014", year=2016, values={"statistics.received.value": "4"})

    found = [one for one in CHECKERS["national-2014"].run(report) if one.rule == "T05"]

    assert [one.message for one in found] == ["统计表 · 收到申请数：各项都没有填，总数填的是 4"]


CHANNELS = {"gazette": "0", "website": "170", "weibo": "0", "wechat": "0", "other_channels": "135"}


def channels(template_id: str, published: int, *left_blank: str) -> list[str]:
    """Return what is said of a total of what was made public beside its channels."""
    figures = {row: text for row, text in CHANNELS.items() if row not in left_blank}
    values = {f"statistics.{row}.value": text for row, text in {"published": published, **figures}.items()}
    report = Report(
        template=template_id, year=2014, values={cell: str(text) for cell, text in values.items()}
    )
    return [one.message for one in CHECKERS[template_id].run(report) if one.rule == "T10"]


def test_a_total_is_held_against_its_channels_once_each_of_them_is_filled_in():
    assert channels("national-2014", 305, "other_channels") == []
    assert channels("national-2014", 305) == []
    assert [one.rpartition("，")[2] for one in channels("national-2014", 306)] == ["多出 1"]


def test_where_a_blank_means_none_a_total_is_held_against_the_channels_that_are_filled_in():
    assert [one.rpartition("，")[2] for one in channels("weihai-2012", 305, "other_channels")] == ["多出 135"]


def test_what_a_total_has_more_than_its_parts_may_belong_into_the_blank_one():
    # given
    values = {"statistics.staff.value": "3", "statistics.staff_full.value": "1"}
    report = Report(template="national-2014", year=2016, values=values)

    # when
    (waiting,) = [one for one in CHECKERS["national-2014"].run(report) if one.rule == "T09"]
    report.values["statistics.staff_part.value"] = "1"
    (wrong,) = [one for one in CHECKERS["national-2014"].run(report) if one.rule == "T09"]

    # then
    assert (waiting.severity, waiting.fix) == ("warning", None)
    assert "差 2；还没有填：兼职人员数" in waiting.message
    assert (wrong.severity, wrong.fix.label) == ("error", "改为 2")


def test_a_total_that_is_smaller_than_the_parts_filled_in_is_wrong_whatever_comes():
    values = {"statistics.staff.value": "3", "statistics.staff_full.value": "4"}
    report = Report(template="national-2014", year=2016, values=values)

    (found,) = [one for one in CHECKERS["national-2014"].run(report) if one.rule == "T09"]

    assert (found.severity, found.fix.label) == ("error", "改为 4")


def test_where_blank_means_none_a_total_without_parts_is_right():
    report = Report(template="weihai-2012", year=2012, values={"statistics.received.value": "4"})

    assert sum_findings(report) == []


def test_a_text_among_the_terms_is_no_wrong_sum():
    values = {"statistics.closed.value": "4", "statistics.closed_late.value": "无"}
    report = Report(template="national-2014", year=2016, values=values)

    rules = {one.rule for one in CHECKERS["national-2014"].run(report)}

    assert "T06" not in rules
    assert "T18" in rules


def test_a_column_of_which_one_side_is_still_blank_is_not_out_of_balance(library):
    # given: what a fresh draft has, the figure carried over from last year alone
    template = library.get("national-2021")
    report = blank(template, 2025, "青禾镇人民政府")
    report.values = {"applications.carried_in.natural": "1"}
    checker = checks.for_template(library, template.id)

    # then
    assert [one for one in checker.run(report) if one.rule == "T01"] == []
    report.values["applications.total.natural"] = "3"
    assert [one.found for one in checker.run(report) if one.rule == "T01"] == ["3"]
