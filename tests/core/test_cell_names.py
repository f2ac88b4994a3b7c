"""What cells are called: the words of the form, as short as can be, and no two cells of a form alike."""

from collections import Counter

import pytest

from core import cell_names
from core.template import built_in

FORMS = [form for form in built_in() if form.cells]
CELLS = {
    "applications.granted.business": (
        "三、本年度办理结果 · （一）予以公开 · 法人或其他组织 · 商业企业",
        "予以公开 · 法人或其他组织 · 商业企业",
        "表三 · 予以公开 · 法人或其他组织 · 商业企业",
        "表三 · （一）予以公开 · 商业企业",
    ),
    "reviews.cases.after_upheld": (
        "件数 · 行政诉讼 · 复议后起诉 · 结果维持",
        "件数 · 行政诉讼 · 复议后起诉 · 结果维持",
        "表四 · 件数 · 行政诉讼 · 复议后起诉 · 结果维持",
        "表四 · 件数 · 行政诉讼 · 复议后起诉 · 结果维持",
    ),
    "disclosure.documents.made": (
        "行政规范性文件 · 本年制发件数",
        "行政规范性文件 · 本年制发件数",
        "表二 · 行政规范性文件 · 本年制发件数",
        "表二 · 行政规范性文件 · 本年制发件数",
    ),
}
LISTED = {
    "statistics.received.value": (
        "三、依申请公开情况 · （一）收到申请数",
        "收到申请数",
        "统计表 · 收到申请数",
        "统计表 · （一）收到申请数",
    ),
    "statistics.suits_other.value": (
        "五、行政诉讼数量 · （三）其他情形数",
        "行政诉讼数量 · 其他情形数",
        "统计表 · 行政诉讼数量 · 其他情形数",
        "统计表 · 五、行政诉讼数量 · （三）其他情形数",
    ),
}
WAYS = (cell_names.full, cell_names.short, cell_names.in_table, cell_names.brief)


@pytest.mark.parametrize(
    ("form", "cells"), [("national-2021", CELLS), ("national-2014", LISTED)], ids=["table", "list"]
)
def test_a_cell_has_a_whole_and_a_short_name(form, cells):
    # given
    template = built_in().get(form)

    # then
    assert {one: tuple(way(template, template.cells[one]) for way in WAYS) for one in cells} == cells


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_two_cells_of_a_table_are_called_alike(form, way):
    # given
    names = Counter((cell.table, way(form, cell)) for cell in form.cells.values() if not cell.group)

    # then
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("（一）予以公开", "予以公开"),
        ("其中：涉及国家秘密", "涉及国家秘密"),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"),
        ("1.属于国家秘密", "属于国家秘密"),
        ("（二）", "（二）"),
        ("总计", "总计"),
    ],
)
def test_a_short_label_has_no_number_and_no_note(label, short):
    assert cell_names.short_label(label) == short
