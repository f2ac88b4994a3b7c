"""How far the work is: the line of progress counts the cells that the rules speak of."""

import datetime

import pytest

from core import approval
from core.checks.model import Finding
from core.edits import SetCells
from core.report import blank
from core.stages import HANDED_IN
from gui.pages import blank_cells
from gui.progress import Verdict, judged, progress_of


@pytest.fixture
def weihai(library, make_session):
    form = library.get("weihai-2012")
    report = blank(form, 2012, "清溪县柳河镇人民政府")
    return make_session(report)


def test_a_form_where_blank_means_none_waits_for_no_figure_once_it_is_begun(weihai):
    # given: nothing filled in at all
    weihai.check()
    assert progress_of(weihai).step == "nextBlank"

    # when
    weihai.edit(SetCells({"statistics.points.value": "1"}))
    weihai.check()

    # then
    assert progress_of(weihai).blank == 0
    assert list(blank_cells(weihai)) == []
    assert progress_of(weihai).step != "nextBlank"
    assert "没填" not in progress_of(weihai).next


def test_a_wide_space_fills_no_cell(report, make_session):
    # given
    session = make_session(report)
    before = progress_of(session).blank
    cell = next(blank_cells(session))

    # when
    session.report.values[cell] = "\u3000"

    # then
    assert before > 1
    assert progress_of(session).blank == before


def test_of_a_report_that_was_handed_in_the_line_below_says_so_and_whether_it_was_changed_since(
    report, make_session
):
    # given: one with something to look at, that can be handed in
    session = make_session(report)
    session.findings = [Finding("C01", "warning", "请看一遍", ())]
    assert judged(session)[0] == Verdict("可以报送（还有 1 处请核对）", "ok", has_findings=True)

    # when
    session.edit(approval.marking(session.report, HANDED_IN, datetime.date(2025, 1, 12)))
    session.findings = [Finding("C01", "warning", "请看一遍", ())]

    # then
    assert judged(session)[0] == Verdict("已报送", "ok", has_findings=True)

    # when
    session.report.title += "（改）"

    # then
    assert judged(session)[0] == Verdict("报送后又改过，要重新签发、报送", "warning", has_findings=True)

    # when: what is to be mended comes first
    session.findings = [Finding("C01", "error", "请改", ())]

    # then
    assert judged(session)[0] == Verdict("还有 1 处必须改", "error", has_findings=True)
