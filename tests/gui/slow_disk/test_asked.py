"""What the window has to ask of a share that is off: nothing stands still, and what is said meanwhile is true."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from core import recent, store
from core.recent import RecentReport
from core.store import ReportFile
from gui.places import documents
from tests.gui.conftest import OFFICE
from tests.gui.slow_disk.conftest import PATIENCE

NAME = f"{OFFICE}2025年政府信息公开工作年度报告.nianbao"


def put(report, path: Path, year: int) -> Path:
    """Lay a report of a year there."""
    store.write(ReportFile(report.model_copy(deep=True, update={"year": year})), path)
    return path


def begun_in(hands) -> Path:
    """Return the folder in which the dialog for a file begins."""
    return Path(hands.find("openFileDialog", QFileDialog).directory().absolutePath())


# A dialog for a file.


def test_a_dialog_for_a_file_begins_elsewhere_where_the_folder_does_not_answer(
    window, hands, monkeypatch, share
):
    # given
    monkeypatch.setattr("gui.opening.PATIENT_FOR", 0.02)
    window._options.open_folder = str(share.folder)
    share.go_off()

    # when
    hands.command("openReport")

    # then
    assert begun_in(hands) == documents()
    assert share.asked_by_window == []


def test_a_dialog_for_a_file_comes_once_the_folder_has_answered_and_only_once(
    window, hands, qtbot, monkeypatch, share
):
    # given
    monkeypatch.setattr("gui.opening.PATIENT_FOR", PATIENCE)
    window._options.open_folder = str(share.folder)
    share.go_off()

    # when: pressed again out of impatience
    hands.command("openReport")
    hands.command("openReport")
    qtbot.waitUntil(share.is_asked)
    assert not hands.sees("openFileDialog")
    share.answer()

    # then
    assert begun_in(hands) == share.folder
    qtbot.wait(50)
    assert len(window.findChildren(QFileDialog, "openFileDialog")) == 1


def test_the_clerks_own_folder_on_a_share_that_is_off_is_not_waited_for(monkeypatch, share):
    # given
    monkeypatch.setattr("gui.places.QStandardPaths.writableLocation", lambda _: str(share.folder))
    monkeypatch.setattr("gui.places.PATIENCE", PATIENCE)
    assert documents() == share.folder
    monkeypatch.setattr("gui.places.PATIENCE", 0.02)

    # when
    share.go_off()

    # then
    assert documents() == Path.home()
    assert share.asked_by_window == []


def test_a_file_on_a_share_that_is_off_is_waited_for_in_sight(window, hands, share):
    # given: whose name does not say what it is
    path = share.folder / "报告"
    path.write_text("柳河镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n公开了几件事。", "utf-8")
    share.go_off()

    # when
    window.open_path(path)

    # then
    hands.find("waitingDialog")
    assert share.asked_by_window == []


def test_the_open_report_is_opened_once_more_without_asking_the_disk_from_the_window(
    window, hands, qtbot, report, share
):
    # given
    path = put(report, share.folder / "柳河镇.nianbao", 2024)
    window.open_path(path)
    qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.is_checked)
    before = window.desk.session

    # when
    share.go_off()
    window.open_path(path)
    hands.find("waitingDialog")

    # then
    assert share.asked_by_window == []
    share.answer()
    qtbot.waitUntil(lambda: window.desk.session is not before)
    assert window.desk.session.path == path


# The draft of a year.


@pytest.fixture
def listed(window, hands, qtbot, monkeypatch, report, share) -> Path:
    """Next year's report on the share, on the list of the home page; last year's is open."""
    monkeypatch.setattr("gui.known_drafts.PATIENT_FOR", PATIENCE)
    path = put(report, share.folder / "明年.nianbao", 2025)
    recent.remember(RecentReport(str(path), OFFICE, 2025, ""))
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    return path


def test_a_draft_that_is_there_is_offered_once_the_share_has_answered(window, hands, share, listed):
    # given
    share.go_off()

    # when
    hands.command("copyForward")
    hands.find("waitingDialog")

    # then
    assert share.asked_by_window == []
    share.answer()
    assert hands.find("knownDraftBox", QMessageBox).text().endswith(str(listed))
    assert not hands.sees("waitingDialog")


def test_where_a_share_does_not_answer_it_is_said_and_asked_whether_a_draft_is_made(
    window, hands, qtbot, monkeypatch, share, listed
):
    # given
    monkeypatch.setattr("gui.known_drafts.PATIENT_FOR", 0.02)
    share.go_off()

    # when
    hands.command("copyForward")

    # then
    words = hands.find("silentDraftBox", QMessageBox).text()
    assert "“明年.nianbao”的地方现在没有回音" in words
    assert not hands.sees("waitingDialog")
    assert share.asked_by_window == []

    # when
    hands.press("makeAnother")

    # then
    qtbot.waitUntil(lambda: window.desk.session.report.year == 2025)
    assert window.desk.session.path is None


def test_a_share_that_does_not_answer_hides_no_draft_that_lies_elsewhere(
    window, hands, monkeypatch, report, share, listed, tmp_path
):
    # given
    monkeypatch.setattr("gui.known_drafts.PATIENT_FOR", 0.02)
    window._options.open_folder = str(tmp_path)
    there = put(report, tmp_path / NAME, 2025)
    share.go_off()

    # when: the other place may take its time
    hands.command("copyForward")
    monkeypatch.setattr("gui.known_drafts.PATIENT_FOR", PATIENCE)

    # then
    assert hands.find("knownDraftBox", QMessageBox).text().endswith(str(there))


def test_who_does_not_want_to_wait_gets_no_draft(window, hands, qtbot, share, listed):
    # given
    share.go_off()
    hands.command("copyForward")

    # when
    hands.press("cancelWaiting")
    share.answer()
    qtbot.wait(100)

    # then
    assert window.desk.session.report.year == 2024
    assert not hands.sees("knownDraftBox")


# What a share holds keeps nothing else waiting.


def test_who_gives_up_a_file_that_does_not_come_can_open_another_one(
    window, hands, qtbot, report, share, tmp_path
):
    # given
    away, here = (put(report, folder / "柳河镇.nianbao", 2024) for folder in (share.folder, tmp_path))
    share.go_off()
    window.open_path(away)
    qtbot.waitUntil(share.is_asked)
    hands.press("cancelWaiting")

    # when
    window.open_path(here)

    # then
    qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.path == here)
    qtbot.waitUntil(lambda: not hands.sees("waitingDialog"))


def test_a_window_that_is_closed_meanwhile_does_nothing_with_the_answer(window, hands, qtbot, share, listed):
    # given
    share.go_off()
    hands.command("copyForward")
    hands.find("waitingDialog")
    draft = window.desk.session

    # when
    window._leaving = True
    window.close()
    share.answer()
    qtbot.wait(100)

    # then
    assert window.desk.session is draft
    assert window.findChildren(QMessageBox, "knownDraftBox") == []
