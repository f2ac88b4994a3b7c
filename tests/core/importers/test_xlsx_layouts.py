"""Reports in workbooks as offices keep them: our own export, one sheet, several sheets, aids beside them."""

import itertools
from pathlib import Path

import pytest
from openpyxl import Workbook

from core import importers
from core.export import find
from core.importers.document import Text
from core.layout import lay_out
from core.report import Report
from tests.core.importers.workbooks import (
    data_of,
    document_of,
    filled,
    grids,
    on_one_sheet,
    said,
    texts,
    words,
)

NUMBERS = ("000", "001", "002", "003", "004")
SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"
LAYOUTS = [
    (framed, merged, gap, left, lined)
    for framed, merged, gap, left, lined in itertools.product(
        (True, False), (True, False), (0, 1), (1, 3), (True, False)
    )
    if framed or not lined
]


def same(found: Report, report: Report) -> None:
    """Compare all that a workbook carries."""
    assert found.values == report.values
    assert found.heads == report.heads
    assert (found.template, found.year, found.title) == (report.template, report.year, report.title)
    assert found.unit == report.unit
    assert [one.id for one in found.sections] == [one.id for one in report.sections]
    for one, other in zip(found.sections, report.sections, strict=True):
        assert (one.number, one.source_title) == (other.number, other.source_title)
        assert [(p.level, p.text) for p in one.paragraphs] == [
            (p.level, p.text.strip()) for p in other.paragraphs if p.text.strip()
        ]


@pytest.mark.parametrize("number", NUMBERS)
def test_our_own_workbooks_of_the_real_reports_come_back_equal(number, seeds, library, tmp_path):
    # given
    report = importers.read(seeds[number], library)
    path = tmp_path / "报告.xlsx"
    path.write_bytes(find(["xlsx"])[0].write(lay_out(library.get(report.template), report)))

    # when
    reading = importers.read_with_counts(path, library)

    # then
    same(reading.report, report)
    assert reading.placed_numbers == reading.source_numbers
    assert reading.placed_characters == reading.source_characters


def test_our_own_workbook_of_the_sample_comes_back_equal_and_without_a_note(library, tmp_path):
    # given
    report = importers.read(next(SAMPLES.glob("*.txt")), library)
    path = tmp_path / "报告.xlsx"
    path.write_bytes(find(["xlsx"])[0].write(lay_out(library.get(report.template), report)))

    # when
    found = importers.read(path, library)

    # then
    same(found, report)
    assert found.notes == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_whole_report_on_one_sheet_is_told_apart_into_lines_and_tables(
    number, layout, seeds, library, tmp_path
):
    # given
    report = importers.read(seeds[number], library)
    framed, merged, gap, left, lined = layout
    template = library.get(report.template)
    workbook = on_one_sheet(template, report, framed=framed, merged=merged, gap=gap, left=left, lined=lined)
    path = tmp_path / "报告.xlsx"
    path.write_bytes(data_of(workbook))

    # when
    found = importers.read(path, library)

    # then
    same(found, report)


def test_a_title_above_and_notes_below_a_table_are_lines():
    # given
    rows = [
        ["柳河镇2016年政府信息公开情况统计表", None, None],
        ["填报单位：", "柳河镇人民政府", "单位：件"],
        ["统计指标", "单位", "统计数"],
        ["规章", "件", 3],
        ["行政许可", "件", None],
        ["单位负责人：甲", None, "填报人：乙"],
        ["注：没有的填 0。", None, None],
    ]
    workbook = filled(rows)
    workbook.worksheets[0].merge_cells("A1:C1")

    # when
    document = document_of(workbook)

    # then
    assert texts(document) == [
        "柳河镇2016年政府信息公开情况统计表",
        "填报单位：柳河镇人民政府　单位：件",
        "单位负责人：甲　填报人：乙",
        "注：没有的填 0。",
    ]
    (grid,) = grids(document)
    assert words(grid) == [["统计指标", "单位", "统计数"], ["规章", "件", "3"], ["行政许可", "件", ""]]
    lines = [one.line if isinstance(one, Text) else one.rows[0][0].line for one in document.elements]
    assert lines == [1, 2, 3, 6, 7]


def test_tables_one_under_another_are_two_and_one_with_a_blank_row_is_one():
    # given
    apart = [["信息内容", "件数"], ["规章", 1], [], [], ["信息内容", "件数", "备注"], ["行政许可", 2, "无"]]
    parted = [["信息内容", "件数"], ["规章", 1], [], ["行政许可", 2]]

    # then
    assert len(grids(document_of(filled(apart)))) == 2
    assert words(grids(document_of(filled(parted)))[0]) == [
        ["信息内容", "件数"],
        ["规章", "1"],
        ["行政许可", "2"],
    ]


def test_a_note_and_a_table_beside_a_table_do_not_widen_it():
    # given
    noted = [["信息内容", "件数"], ["规章", 1], ["行政许可", 2], ["行政处罚", 3], ["行政强制", 4]]
    noted[2] += [None, None, "请核对"]
    beside = [["规章甲", 1, None, "行政许可", 3], ["规章乙", 2, None, "行政处罚", 4]]

    # when
    with_note = document_of(filled(noted))
    two = document_of(filled(beside))

    # then
    assert texts(with_note) == ["请核对"]
    assert {len(row) for row in grids(with_note)[0].rows} == {2}
    assert [words(grid) for grid in grids(two)] == [
        [["规章甲", "1"], ["规章乙", "2"]],
        [["行政许可", "3"], ["行政处罚", "4"]],
    ]


def test_blank_columns_between_labels_and_figures_part_nothing():
    rows = [["信息内容", None, "本年处理决定数量"], ["行政许可", None, 12], ["行政处罚", None, 3]]

    assert words(grids(document_of(filled(rows)))[0])[1] == ["行政许可", "12"]


def test_parts_and_their_text_side_by_side_are_headings_and_lines():
    # given
    rows = [
        ["部分", "内容"],
        ["一、总体情况", "全年公开信息十条。\n都是主动公开的。"],
        ["一、总体情况", "没有收到申请。"],
        ["二、", "存在的主要问题及改进情况"],
        [None, "公开还不够快，今后加快。"],
    ]

    # when
    document = document_of(filled(rows, framed=True))

    # then
    assert texts(document) == [
        "一、总体情况",
        "全年公开信息十条。",
        "都是主动公开的。",
        "没有收到申请。",
        "二、存在的主要问题及改进情况",
        "公开还不够快，今后加快。",
    ]


def test_tables_on_sheets_of_their_own_stand_below_the_heading_they_repeat():
    # given
    workbook = filled(
        [
            ["一、总体情况"],
            ["一切正常。"],
            ["二、主动公开政府信息情况"],
            ["五、其他需要报告的事项"],
            ["没有。"],
        ]
    )
    sheet = workbook.create_sheet("表二", 0)
    for row in (["主动公开政府信息情况"], ["信息内容", "本年处理决定数量"], ["行政许可", 12]):
        sheet.append(row)

    # when
    document = document_of(workbook)

    # then
    kinds = [one.text if isinstance(one, Text) else "表" for one in document.elements]
    assert kinds == [
        "一、总体情况",
        "一切正常。",
        "二、主动公开政府信息情况",
        "表",
        "五、其他需要报告的事项",
        "没有。",
    ]
    assert document.characters == sum(len(one) for one in kinds if one != "表") + 12 + 6


@pytest.mark.parametrize("name", ["填报说明", "说明", "自查表", "指标解释", "目录", "数据校验"])
def test_sheets_that_only_help_are_left_out_and_told(name):
    # given
    workbook = filled([["信息内容", "件数"], ["行政许可", 12]])
    workbook.create_sheet(name)["A1"] = "每格填整数。"
    workbook.create_sheet("Sheet2")

    # when
    document = document_of(workbook)

    # then
    assert texts(document) == []
    (remark,) = document.remarks
    assert f"工作表“{name}”" in remark.message
    assert remark.source == "每格填整数。"


def test_a_workbook_of_nothing_but_such_a_sheet_is_read():
    # given
    workbook = Workbook()
    workbook.worksheets[0].title = "说明"
    workbook.worksheets[0]["A1"] = "柳河镇2016年政府信息公开工作年度报告"

    # then
    assert texts(document_of(workbook)) == ["柳河镇2016年政府信息公开工作年度报告"]
    assert said(document_of(workbook)) == ""


def test_drawn_blank_rows_stay_in_a_table_and_many_of_them_part_two():
    # given
    few = [["信息内容", "件数"], ["规章", 1], [None, None], ["行政许可", 2]]
    many = [["信息内容", "件数"], ["规章", 1], *[[None, None]] * 5, ["行政许可", 2], [None, None]]

    # then
    assert words(grids(document_of(filled(few, framed=True)))[0])[2] == ["", ""]
    assert len(grids(document_of(filled(many, framed=True)))) == 2


def test_a_part_merged_beside_its_paragraphs_is_one_heading_and_a_title_across_is_a_line():
    # given
    rows = [["年度工作情况说明", None], ["一、总体情况", "全年公开十条。"], [None, "没有收到申请。"]]
    workbook = filled(rows, framed=True)
    workbook.worksheets[0].merge_cells("A1:B1")
    workbook.worksheets[0].merge_cells("A2:A3")

    # then
    assert texts(document_of(workbook)) == [
        "年度工作情况说明",
        "一、总体情况",
        "全年公开十条。",
        "没有收到申请。",
    ]


def test_what_is_hidden_comes_behind_what_is_seen():
    # given
    workbook = filled([["信息内容", "件数"], ["行政许可", 99]])
    workbook.worksheets[0].sheet_state = "hidden"
    seen = workbook.create_sheet("今年")
    for row in (["信息内容", "件数"], ["行政许可", 12]):
        seen.append(row)
    workbook.active = 1

    # then
    assert [words(grid)[1][1] for grid in grids(document_of(workbook))] == ["12", "99"]
