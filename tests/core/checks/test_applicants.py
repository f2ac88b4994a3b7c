"""Numbers of applications in prose beside 表三: who applied, what is left, and the number put right by one key."""

import pytest

from core.checks.model import TextPlace
from tests.core.checks.examples import findings_of, small

NEW = "applications.new"


def told(library, line: str, **values: str):
    """Return the report with this line and what X05 and X06 say of it; the cells are of 表三."""
    checker, report = small(library, "national-2021", 2024, line)
    report.values = {f"applications.{cell.replace('__', '.')}": text for cell, text in values.items()}
    return report, findings_of(checker, report, "X05", "X06")


@pytest.mark.parametrize(
    ("column", "line"),
    [
        ("business", "收到政府信息公开申请5件，其中商业企业1件。"),
        ("research", "收到政府信息公开申请5件，其中科研机构1件。"),
        ("welfare", "收到政府信息公开申请5件，其中社会公益组织1件。"),
        ("legal", "收到政府信息公开申请5件，其中法律服务机构1件。"),
    ],
)
def test_applicants_in_prose_are_those_of_their_column(library, column: str, line: str):
    assert told(library, line, **{f"new__{column}": "1"})[1] == []

    _, (found,) = told(library, line, **{f"new__{column}": "2"})

    assert (found.expected, found.found) == ("2", "1")


def test_applicants_of_what_was_granted_are_not_those_of_what_came_in(library):
    line = "收到政府信息公开申请5件，予以公开2件，其中商业企业1件。"

    assert told(library, line, new__business="3")[1] == []


def test_all_closed_and_some_carried_over_cannot_both_be(library):
    line = "收到政府信息公开申请5件，均已按期办结。"
    assert told(library, line, carried_out__total="0")[1] == []

    _, (found,) = told(library, line, carried_out__total="1")

    assert found.severity == "warning"
    assert found.message == "一、总体情况第 1 段写“均已按期办结”，表三“结转下年度继续办理 · 总计”填的是 1"
    assert isinstance(found.where[0], TextPlace)
    assert found.where[0].quote == "均已按期办结"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("全年收到政府信息公开申请4件，均已答复。", "全年收到政府信息公开申请7件，均已答复。"),
        ("全年收到政府信息公开申请１，２０４件。", "全年收到政府信息公开申请7件。"),
        ("收到四件政府信息公开申请。", "收到7件政府信息公开申请。"),
        ("政府信息公开申请数量为0。", "政府信息公开申请数量为7。"),
    ],
)
def test_one_number_against_one_cell_is_put_right_where_it_stands(library, line: str, after: str):
    report, (found,) = told(library, line, new__total="7")
    assert found.fix
    assert found.fix.label == "改为 7"
    assert isinstance(found.where[0], TextPlace)
    assert found.where[0].selected
    start, end = found.where[0].selected
    assert line[:start] + "7" + line[end:] == after

    found.fix.edit.apply(report)

    assert report.section("overview").paragraphs[0].text == after


@pytest.mark.parametrize(
    "line",
    [
        "全年收到政府信息公开申请4件，新收申请5件。",
        "全年收到政府信息公开申请4件。共受理依申请公开5件。",
        "全年未收到政府信息公开申请。",
        "全年收到政府信息公开申请4至5件。",
    ],
)
def test_where_it_is_not_certain_which_number_is_meant_no_fix_is_offered(library, line: str):
    _, found = told(library, line, new__total="7")

    assert found
    assert [one.fix for one in found] == [None] * len(found)
