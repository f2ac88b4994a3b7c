"""Next year's draft of the open report: made at once of a finished one, asked about while that is not finished."""

import datetime

import pytest
from PySide6.QtWidgets import QMessageBox

from core import approval, store
from core.report import Report
from core.stages import SIGNED
from core.store import ReportFile
from gui.progress import verdict_of
from tests.samples import filled


@pytest.fixture
def unfinished(window, hands, report) -> Report:
    """A report with blank cells and no words, open."""
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    return report


def test_of_an_unfinished_report_it_is_asked_in_one_question_with_both_years(window, hands, unfinished):
    # when
    hands.command("copyForward")
    box = hands.find("unfinishedBox", QMessageBox)

    # then: Enter and Esc leave everything as it is
    assert box.text().startswith("2024 年的报告还有 ")
    assert "格没填" in box.text()
    assert "2025 年报告吗？" in box.text()
    assert box.defaultButton().objectName() == "cancelButton"
    assert box.escapeButton().objectName() == "cancelButton"
    hands.press("cancelButton")
    assert window.desk.session.report is unfinished


def test_who_wants_it_all_the_same_gets_next_years_draft(window, hands, qtbot, unfinished):
    # when
    hands.command("copyForward")
    hands.press("makeNextYear")

    # then
    qtbot.waitUntil(lambda: window.desk.session.report.year == 2025)


def test_of_a_signed_report_nothing_is_asked_whatever_is_left_in_it(window, hands, qtbot, unfinished):
    # given
    window.desk.session.edit(approval.marking(unfinished, SIGNED, datetime.date(2025, 1, 9)))

    # when
    hands.command("copyForward")

    # then
    qtbot.waitUntil(lambda: window.desk.session.report.year == 2025)
    assert not hands.sees("unfinishedBox")


def test_of_a_report_that_could_be_handed_in_nothing_is_asked(window, hands, qtbot, library):
    # given
    report = filled(library, "national-2021", 2022)[1]
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    window.desk.session.check()
    assert verdict_of(window.desk.session).signal != "error"

    # when
    hands.command("copyForward")

    # then
    qtbot.waitUntil(lambda: window.desk.session.report.year == 2023)
    assert not hands.sees("unfinishedBox")


def test_where_next_years_report_is_there_already_only_that_is_asked(window, hands, unfinished, tmp_path):
    # given
    later = unfinished.model_copy(deep=True, update={"year": 2025})
    path = tmp_path / "清溪县柳河镇人民政府2025年政府信息公开工作年度报告.nianbao"
    store.write(ReportFile(later), path)
    window.desk.options.open_folder = str(tmp_path)

    # when
    hands.command("copyForward")

    # then
    assert hands.find("knownDraftBox", QMessageBox).text().endswith(str(path))
    assert not hands.sees("unfinishedBox")
