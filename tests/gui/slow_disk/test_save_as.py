"""Where a report is to be saved is asked while a share is off: the dialog begins elsewhere, nothing stands still."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from core.store import ReportFile, read
from gui.places import documents
from tests.gui.slow_disk.conftest import CELL, type_cell


@pytest.fixture(autouse=True)
def asked_by_name(monkeypatch, share):
    """Let the share hold as well who asks for rights and room in it."""
    share.hold(os, "access", monkeypatch)
    share.hold(shutil, "disk_usage", monkeypatch)


def open_and_go_off(window, hands, report, share, path: Path | None = None) -> None:
    """Open a report, by default one in no file, and let the share answer no more."""
    window.desk.open(ReportFile(report), path)
    hands.find("workspace")
    share.go_off()


def begun_in(hands) -> Path:
    """Return the folder in which the dialog begins."""
    return Path(hands.find("saveFileDialog", QFileDialog).directory().absolutePath())


def proposed(hands) -> str:
    return Path(hands.find("saveFileDialog", QFileDialog).selectedFiles()[0]).name


@pytest.mark.parametrize("goes_off", ["before it is looked for", "once it was found"])
def test_a_draft_is_not_proposed_for_a_folder_that_does_not_answer(
    window, hands, monkeypatch, report, share, goes_off
):
    # given
    if goes_off == "once it was found":
        monkeypatch.setattr("gui.saving._is_folder", bool)
    window._options.open_folder = str(share.folder)
    open_and_go_off(window, hands, report, share)

    # when
    hands.command("save")

    # then
    assert begun_in(hands) == documents()
    assert share.asked_by_window == []


def test_a_name_is_proposed_although_nobody_knows_whether_it_is_free(
    window, hands, monkeypatch, report, share
):
    # given: the clerk's own folder does not answer
    monkeypatch.setattr("gui.saving.documents", lambda: share.folder)
    open_and_go_off(window, hands, report, share)

    # when
    hands.command("save")

    # then
    assert proposed(hands) == "清溪县柳河镇人民政府2024年政府信息公开工作年度报告.nianbao"
    assert share.asked_by_window == []


def test_a_report_on_a_share_that_is_off_is_proposed_for_the_clerks_own_folder(window, hands, report, share):
    # given
    open_and_go_off(window, hands, report, share, share.folder / "柳河镇.nianbao")

    # when
    hands.command("saveAs")

    # then
    assert begun_in(hands) == documents()
    assert share.asked_by_window == []


def test_the_place_chosen_on_a_share_is_taken_as_it_is_named_where_that_does_not_answer(
    window, hands, qtbot, report, share
):
    # given
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    type_cell(window, "3")
    hands.command("save")
    hands.find("saveFileDialog")
    target = share.folder / "柳河镇.nianbao"
    share.go_off()

    # when
    hands.choose_file("saveFileDialog", target)

    # then
    assert share.asked_by_window == []
    share.answer()
    qtbot.waitUntil(window.desk.is_clean)
    assert window.desk.session.path == target
    assert read(target).report.text(CELL) == "3"
