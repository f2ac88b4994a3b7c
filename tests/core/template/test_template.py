"""The official forms as data: rows, columns, cells, and what a wrong file says."""

from pathlib import Path

import pytest

from core.errors import UsageError
from core.template import Library, built_in, grid
from core.template.model import FIRST_YEAR, printed_rows

MINIMAL = """
id = "own"
name = "自定义"
first_year = 2020
basis = "县政府通知"
source = "样例"
confirmed = false
fixed_sections = true
title = "{office}{year}年报告"
[[section]]
id = "overview"
title = "总体情况"
tables = ["own_table"]
[[table]]
id = "own_table"
name = "表"
title = "表"
section = "overview"
layout = "form"
[[table.block]]
id = "main"
columns = [{ id = "a", label = "甲" }, { id = "b", label = "合计", sum = ["a"] }]
rows = [{ id = "one", label = "一" }]
"""
MEASURE = """
[[measure]]
id = "m"
name = "合计"
cells = ["own_table.one.b"]
"""


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_built_in_template_can_be_read(library):
    assert library.problems == []
    assert set(library.templates) >= {
        "national-2021",
        "national-2019",
        "national-2014",
        "weihai-2012",
        "plain-2008",
    }


@pytest.mark.parametrize(
    ("template", "table", "lines", "cells"),
    [
        ("national-2021", "disclosure", 6, 10),
        ("national-2021", "applications", 25, 175),
        ("national-2021", "reviews", 1, 15),
        ("national-2019", "disclosure", 8, 22),
        ("national-2019", "applications", 23, 161),
        ("national-2019", "reviews", 1, 15),
        ("national-2014", "statistics", 65, 65),
        ("weihai-2012", "statistics", 86, 86),
    ],
)
def test_a_table_has_the_rows_and_cells_of_the_form(library, template, table, lines, cells):
    # given
    form = library.get(template)
    found = form.tables_by_id[table]

    # then
    assert sum(1 for block in found.blocks for _ in printed_rows(found, block)) == lines
    assert sum(cell.table == table for cell in form.cells.values()) == cells


def test_a_row_carries_its_parents(library):
    # given
    cell = library.get("national-2014").cells["statistics.refused_secret.value"]

    # then
    assert cell.row == ("三、依申请公开情况", "（三）申请答复数", "4.不同意公开答复数", "其中：涉及国家秘密")
    assert cell.column == ("统计数",)


def test_a_banner_is_no_part_of_a_column_path(library):
    # given
    cell = library.get("national-2021").cells["applications.secret.business"]

    # then
    assert cell.row == ("三、本年度办理结果", "（三）不予公开", "1.属于国家秘密")
    assert cell.column == ("法人或其他组织", "商业企业")


def test_a_corner_total_adds_up_both_ways(library):
    # given
    cell = library.get("national-2021").cells["applications.total.total"]

    # then
    assert [len(terms) for terms in cell.sums] == [21, 6]


@pytest.mark.parametrize(
    ("year", "template"),
    [
        (2008, "plain-2008"),
        (2016, "national-2014"),
        (2018, "national-2014"),
        (2019, "national-2019"),
        (2020, "national-2019"),
        (2021, "national-2021"),
        (2030, "national-2021"),
    ],
)
def test_each_year_has_its_form(library, year, template):
    assert library.for_year(year).id == template


@pytest.mark.parametrize("year", [2100, 9999, 10**12])
def test_no_form_serves_a_year_whose_day_of_handing_in_no_calendar_has(library, year):
    assert not any(template.serves(year) for template in library)


def test_a_year_before_the_first_report_has_none(library):
    with pytest.raises(UsageError, match="2008"):
        library.for_year(2007)


@pytest.mark.parametrize("form", ["national-2019", "national-2021"])
@pytest.mark.parametrize("table", ["disclosure", "applications", "reviews"])
def test_the_printed_grid_has_every_place_once(library, form, table):
    # given
    printed = grid.of(library.get(form).tables_by_id[table])

    # when
    places = [
        (row, column)
        for cell in printed.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]

    # then
    assert len(places) == len(set(places)) == printed.rows * printed.columns


def test_the_applications_table_is_printed_as_in_the_official_form(library):
    # given
    printed = grid.of(library.get("national-2021").tables_by_id["applications"])
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in printed.cells if cell.text}

    # then
    assert (printed.rows, printed.columns, printed.head_rows) == (28, 10, 3)
    assert spans["三、本年度办理结果"] == (22, 1)
    assert spans["（三）不予公开"] == (8, 1)
    assert spans["一、本年新收政府信息公开申请数量"] == (1, 3)
    assert spans["法人或其他组织"] == (1, 5)
    assert spans["自然人"] == (2, 1)


def test_the_trial_form_is_printed_as_in_the_official_one(library):
    # given
    tables = library.get("national-2019").tables_by_id
    disclosure, applications = grid.of(tables["disclosure"]), grid.of(tables["applications"])
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in applications.cells if cell.text}

    # then
    assert (disclosure.rows, disclosure.columns) == (18, 5)
    assert (applications.rows, applications.columns) == (26, 10)
    assert spans["三、本年度办理结果"] == (20, 1)
    assert spans["（六）其他处理"] == (1, 2)
    assert spans["（三）不予公开"] == (8, 1)


def test_more_or_less_than_last_year_is_added_up_from_the_year_before(library):
    # given
    cells = library.get("national-2019").cells

    # then
    assert cells["disclosure.permits.before"].carried_from == (
        "disclosure.permits.before",
        "disclosure.permits.change",
    )
    assert cells["disclosure.permits.change"].kind == "change"
    assert cells["disclosure.documents.public"].is_stock
    assert cells["applications.carried_in.legal"].carried_from == ("applications.carried_out.legal",)


def test_a_template_of_the_clerk_is_found(tmp_path):
    # given
    write(tmp_path / "own", MINIMAL)
    library = built_in()

    # when
    library.add(tmp_path)

    # then
    assert "own_table.one.a" in library.get("own").cells
    assert library.problems == []


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('sum = ["a"]', 'sum = ["c"]', "own_table.one.c 不存在"),
        ('sum = ["a"]', 'sum = ["b"]', "绕成了圈"),
        ('tables = ["own_table"]', 'tables = ["other"]', "other 不存在"),
        ('section = "overview"', 'section = "other"', "other 不存在"),
        ('id = "b"', 'id = "a"', "重复"),
        ("first_year = 2020", 'first_year = "soon"', "first_year"),
        ("[[section]]", "[[section", "template.toml"),
        ("[[section]]", MEASURE.replace("one.b", "one.c") + "[[section]]", "own_table.one.c 不存在"),
        ("[[section]]", MEASURE * 2 + "[[section]]", "走势数字的编号 m 重复"),
        ("[[section]]", MEASURE.partition("cells")[0] + "[[section]]", "至少要写一项"),
        ("[[section]]", MEASURE + "elsewhere = [[]]\n[[section]]", "elsewhere"),
        ('id = "overview"', 'id = "overview"\nrole = "plan"', "role"),
        ('id = "own"', 'id = "plain-2008"', "重复"),
    ],
)
def test_a_wrong_template_is_skipped_and_says_file_entry_and_reason(tmp_path, old, new, reason):
    # given
    write(tmp_path / "own", MINIMAL.replace(old, new, 1))
    library = built_in()
    before = set(library.templates)

    # when
    library.add(tmp_path)

    # then
    assert set(library.templates) == before
    assert len(library.problems) == 1
    assert reason in library.problems[0]
    assert "template.toml" in library.problems[0]


def test_a_template_that_there_is_not_is_named_with_those_that_there_are():
    with pytest.raises(UsageError, match="national-2021"):
        Library(dict(built_in().templates)).get("none")


def test_the_first_year_of_reports_is_that_of_the_first_form(library):
    assert min(form.first_year for form in library) == FIRST_YEAR
