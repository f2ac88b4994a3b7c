"""Cells are named by their official labels."""

import pytest

from core.addresses import find_cell, parse_assignment
from core.errors import UsageError


@pytest.mark.parametrize(
    ("template", "assignment", "cell"),
    [
        ("national-2021", "第二十条第（一）项/规章@本年制发件数=0", "disclosure.rules.made"),
        ("national-2021", "规章@本年制发件数=0", "disclosure.rules.made"),
        (
            "national-2021",
            "一、本年新收政府信息公开申请数量@法人或其他组织/商业企业=1",
            "applications.new.business",
        ),
        ("national-2021", "(三)不予公开/1.属于国家秘密@自然人=1", "applications.secret.natural"),
        (
            "national-2021",
            "三、本年度办理结果/（六）其他处理/3.其他@法人或其他组织/其他=1",
            "applications.closed_other.others",
        ),
        ("national-2021", "件数@行政诉讼/未经复议直接起诉/总计=1", "reviews.cases.direct_total"),
        ("national-2021", "件数@行政复议/总计=1", "reviews.cases.review_total"),
        ("national-2014", "其中：涉及国家秘密@统计数=1", "statistics.refused_secret.value"),
        ("national-2014", "五、行政诉讼数量/（二）被依法纠错数@统计数=1", "statistics.suits_corrected.value"),
    ],
)
def test_the_labels_lead_to_the_cell(library, template, assignment, cell):
    row, column, _ = parse_assignment(assignment)
    assert find_cell(library.get(template), row, column).id == cell


@pytest.mark.parametrize(
    ("assignment", "reason"),
    [
        ("（二）被依法纠错数@统计数=1", "不止一个"),
        ("没有的行@统计数=1", "没有"),
        ("一、主动公开情况@统计数=1", "分组"),
        ("一、主动公开情况=1", "写法"),
        ("@统计数=1", "写法"),
    ],
)
def test_labels_that_lead_nowhere_or_to_several_cells_say_so(library, assignment, reason):
    with pytest.raises(UsageError, match=reason):
        find_cell(library.get("national-2014"), *parse_assignment(assignment)[:2])


def test_every_cell_is_found_by_its_full_labels(library):
    for template in library:
        for cell in template.cells.values():
            if not cell.group:
                assert find_cell(template, cell.row, cell.column) == cell


def test_a_value_may_hold_any_sign():
    assert parse_assignment("行@列=a=b/c@d") == (["行"], ["列"], "a=b/c@d")
