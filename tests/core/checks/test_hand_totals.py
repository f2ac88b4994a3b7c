"""A total typed by hand is checked as typed, and what is said of it tells that it was, and why."""

import pytest

from core import checks, totals
from core.report import blank
from tests.samples import OFFICE

COLUMNS = ("natural", "business", "research", "welfare", "legal", "others")
REASON = "上级通知按此数填报"


@pytest.fixture
def report(library):
    """The table of applications with nothing but noughts in it."""
    template = library.get("national-2021")
    report = blank(template, 2023, OFFICE)
    report.values |= {
        cell.id: "0" for cell in template.cells.values() if cell.table == "applications" and not cell.group
    }
    return report


def said(library, report, rule: str) -> list[str]:
    found = checks.for_template(library, report.template).run(report)
    return [one.message for one in found if one.rule == rule and one.severity == "error"]


def type_total(library, report, cell: str, figure: str, reason: str = REASON) -> None:
    totals.by_hand(library.get(report.template), report, cell, figure, reason).apply(report)


def test_a_sum_that_fails_by_a_total_typed_by_hand_tells_the_reason(library, report):
    # when
    type_total(library, report, "applications.carried_in.total", "2")

    # then: it must be mended as before, and says why it stands there
    (message,) = said(library, report, "T03")
    assert message.endswith(f"总计填的是 2，差 2；总计是手工填的，原因：{REASON}")


def test_a_balance_that_fails_by_a_total_typed_by_hand_tells_which_and_why(library, report):
    # when
    type_total(library, report, "applications.carried_in.total", "2")

    # then
    (message,) = said(library, report, "T01")
    assert message.endswith(f"差 2；上年结转政府信息公开申请数量是手工填的，原因：{REASON}")


def test_of_a_total_that_was_not_typed_by_hand_nothing_is_told(library, report):
    # when
    report.values["applications.carried_in.total"] = "2"

    # then
    assert "手工" not in "".join(said(library, report, "T03") + said(library, report, "T01"))


def test_a_long_reason_is_cut(library, report):
    # when
    type_total(library, report, "applications.carried_in.total", "2", "按系统里的数填，" * 40)

    # then
    (message,) = said(library, report, "T03")
    assert len(message) < 160
    assert message.endswith("…")
