"""The trial form of 2019 as it stands on real pages: shifted figures, blank cells, units and local rows."""

import pytest

from core import importers
from core.importers.document import Document, Grid, GridCell, Text
from core.importers.recognise import recognise
from core.report import Report
from core.template import built_in

LIBRARY = built_in()
TITLE = "柳河镇人民政府2019年政府信息公开工作年度报告"
FORM = "national-2019"

# Figures under the left or the right part of their heads; "" is the blank of a merged cell or of a zero.
SHIFTED = [
    ["第二十条第（一）项", "", "", "", ""],
    ["信息内容", "本年新制作数量", "本年新公开数量", "", "对外公开总数量"],
    ["规章（设区的市、自治州人民政府应提供相关数据）", "0", "0", "", "0"],
    ["规范性文件", "4", "3", "", "11"],
    ["其他主动公开文件", "56", "56", "", "300"],
    ["第二十条第（五）项", "", "", "", ""],
    ["信息内容", "上一年项目数量", "本年增/减", "", "处理决定数量"],
    ["行政许可", "23", "", "+2", "140"],
    ["其他对外管理服务事项", "", "", "-1", ""],
    ["第二十条第（六）项", "", "", "", ""],
    ["信息内容", "上一年项目数量", "本年增/减", "", "处理决定数量"],
    ["行政处罚", "6", "", "", "9"],
    ["行政强制", "", "", "", ""],
    ["第二十条第（八）项", "", "", "", ""],
    ["信息内容", "上一年项目数量", "", "本年增/减", ""],
    ["行政事业性收费", "2", "", "0", ""],
    ["第二十条第（九）项", "", "", "", ""],
    ["信息内容", "采购项目数量", "", "采购总金额", ""],
    ["政府集中采购", "5", "", "251000元", ""],
]
WANTED = {
    "rules.made": "0", "rules.published": "0", "rules.public": "0",
    "documents.made": "4", "documents.published": "3", "documents.public": "11",
    "permits.before": "23", "permits.change": "2", "permits.decided": "140", "services.change": "-1",
    "penalties.before": "6", "penalties.decided": "9", "fees.before": "2", "fees.change": "0",
    "procurement.items": "5", "procurement.amount": "251000元",
}  # fmt: skip


def imported(lines: list[str], tmp_path) -> Report:
    path = tmp_path / "年报.txt"
    path.write_text("\n".join([TITLE, "一、总体情况", "工作平稳。", *lines]), encoding="utf-8")
    return importers.read(path, LIBRARY)


def test_shifted_figures_stand_in_their_columns_and_the_local_row_in_a_note(tmp_path):
    # when
    rows = [f"| {' | '.join(row)} |" for row in SHIFTED]
    report = imported(["二、主动公开政府信息情况", *rows], tmp_path)

    # then
    assert report.template == FORM
    assert report.values == {f"disclosure.{cell}": value for cell, value in WANTED.items()}
    notes = {note.source: note.message for note in report.notes if note.source}
    assert "没有对应的行" in notes["其他主动公开文件 56 56 300"]
    assert not any("251000" in source or "+2" in source for source in notes)


def test_merged_cells_of_a_page_are_read_by_their_spans():
    # given: heads of widths 1, 1, 2, 1 and figures of widths 1, 2, 1, 1, as in the official page
    def row(*cells: tuple[str, int]) -> tuple[GridCell, ...]:
        return tuple(GridCell(text, column_span=span) for text, span in cells)

    grid = Grid(
        (
            row(("第二十条第（五）项", 5)),
            row(("信息内容", 1), ("上一年项目数量", 1), ("本年增/减", 2), ("处理决定数量", 1)),
            row(("行政许可", 1), ("23", 2), ("", 1), ("140", 1)),
            row(("其他对外管理服务事项", 1), ("", 2), ("-1", 1), ("", 1)),
            row(("第二十条第（九）项", 5)),
            row(("信息内容", 1), ("采购项目数量", 2), ("采购总金额", 2)),
            row(("政府集中采购", 1), ("", 2), ("8040", 2)),
        )
    )

    # when
    report = recognise(
        Document((Text(1, TITLE), Text(2, "二、主动公开政府信息情况"), grid)), LIBRARY, "页"
    ).report

    # then
    assert report.values == {
        "disclosure.permits.before": "23",
        "disclosure.permits.decided": "140",
        "disclosure.services.change": "-1",
        "disclosure.procurement.amount": "8040",
    }


@pytest.mark.parametrize("cut", [False, True], ids=["blank ends", "ends cut off"])
def test_blank_zeros_and_blank_row_totals_stay_blank(cut, tmp_path):
    # given
    heads = [
        ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "", "", "申请人情况"]
        + [""] * 6,
        ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"],
        ["", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
    ]
    rows = [
        ["一、本年新收政府信息公开申请数量", "", "", "821", "35", "1", "0", "2", "0", "859"],
        ["二、上年结转政府信息公开申请数量", "", "", "18", "", "", "", "", "", "18"],
        ["三、本年度办理结果", "（一）予以公开", "", "700", "30", "", "", "2", "", ""],
        ["", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "", "67", "", "", "", "", "", ""],
        ["", "（三）不予公开", "1.属于国家秘密", "", "", "", "", "", "", ""],
        ["", "（六）其他处理", "", "", "5", "1", "", "", "", ""],
        ["", "（七）总计", "", "767", "35", "1", "", "2", "", "805"],
        ["四、结转下年度继续办理", "", "", "72", "", "", "", "", "", "72"],
    ]
    lines = ["\t".join(row).rstrip("\t") if cut else "\t".join(row) for row in heads + rows]

    # when
    report = imported(["三、收到和处理政府信息公开申请情况", *lines], tmp_path)

    # then
    assert report.template == FORM
    assert {cell: report.values.get(f"applications.{cell}") for cell in _SOME} == _SOME
    assert len(report.values) == sum(bool(text) and text.isdigit() for row in rows for text in row)


_SOME = {
    "new.natural": "821", "new.total": "859", "carried_in.natural": "18", "carried_in.total": "18",
    "granted.natural": "700", "granted.legal": "2", "granted.total": None, "partial.natural": "67",
    "partial.total": None, "secret.natural": None, "closed.business": "5", "closed.research": "1",
    "total.natural": "767", "total.welfare": None, "total.total": "805", "carried_out.total": "72",
}  # fmt: skip
