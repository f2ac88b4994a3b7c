"""Leaving while a slow disk saves: the clerk waits in sight of it or stays, nothing is lost, nothing asked twice."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from core import autosave
from core.report import blank
from core.store import ReportFile, history, read, write
from tests.gui.slow_disk.conftest import CELL, boxes, cell, full, kept_aside, settled, type_cell

OTHER = "清溪县石桥乡人民政府"


def test_who_goes_home_meanwhile_is_there_once_it_is_saved_and_was_asked_nothing(
    window, hands, qtbot, disk, saving
):
    # when
    hands.command("goHome")
    hands.find("waitingDialog")

    # then
    assert hands.sees("workspace")
    assert boxes(window) == []
    disk.let()
    hands.find("homePage")
    assert not hands.sees("waitingDialog")
    assert boxes(window) == []
    assert cell(saving) == "3"


def test_an_export_that_is_being_kept_is_waited_for(window, hands, qtbot, disk, saving):
    # given: all is saved, and exported as it is
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)
    window.desk.saving._keep_exported(window.desk.session)

    # when
    hands.command("goHome")

    # then
    assert hands.sees("workspace")
    disk.let()
    hands.find("homePage")
    assert [one.why for one in history.versions(read(saving))] == ["export", "save"]


def test_who_does_not_want_to_wait_stays_and_it_is_saved_all_the_same(window, hands, qtbot, disk, saving):
    # given
    hands.command("goHome")

    # when
    hands.press("cancelWaiting")
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)

    # then
    assert hands.sees("workspace")
    assert not hands.sees("waitingDialog")
    assert cell(saving) == "3"


def test_what_was_typed_meanwhile_is_saved_as_well(window, hands, qtbot, disk, saving):
    # given
    type_cell(window, "4")
    hands.command("goHome")

    # when
    disk.let(2)

    # then
    hands.find("homePage")
    assert boxes(window) == []
    assert cell(saving) == "4"
    assert disk.written == [saving, saving]


def test_who_leaves_changes_is_away_once_they_are_saved(window, hands, qtbot, disk, opened):
    # given
    hands.command("goHome")
    qtbot.waitUntil(disk.is_asked)
    hands.find("waitingDialog")
    assert hands.sees("workspace")

    # when
    disk.let()

    # then
    hands.find("homePage")
    assert not hands.sees("waitingDialog")
    assert boxes(window) == []
    assert cell(opened) == "3"


def test_what_was_typed_after_leaving_began_is_saved_as_well(window, hands, qtbot, disk, opened):
    # given
    hands.command("goHome")
    qtbot.waitUntil(disk.is_asked)

    # when
    type_cell(window, "4")
    disk.let(2)

    # then
    hands.find("homePage")
    assert cell(opened) == "4"


def test_who_turns_back_stays_and_what_was_typed_since_is_not_saved(window, hands, qtbot, disk, opened):
    # given
    window.close()
    qtbot.waitUntil(disk.is_asked)
    type_cell(window, "4")

    # when
    hands.press("cancelWaiting")
    disk.let()
    qtbot.waitUntil(lambda: settled(window))

    # then
    assert window.isVisible()
    assert hands.sees("workspace")
    assert cell(opened) == "3"
    assert window.desk.session.unsaved == "edits"


@pytest.mark.parametrize("way", ["close", "quit", "system"])
def test_the_window_closes_once_it_is_saved(window, hands, qtbot, disk, saving, way):
    # when
    if way == "close":
        window.close()
    elif way == "quit":
        hands.command("quit")
    else:  # as it asks before it shuts down: dialogs first
        hands.command("goHome")
        hands.find("waitingDialog")
        QApplication.closeAllWindows()

    # then
    assert window.isVisible()
    disk.let()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert cell(saving) == "3"


def test_who_quits_while_waiting_to_go_home_quits(window, hands, qtbot, disk, saving):
    # given
    hands.command("goHome")

    # when
    window.close()
    disk.let()

    # then
    qtbot.waitUntil(lambda: not window.isVisible())
    assert boxes(window) == []


def test_another_report_is_opened_once_this_one_is_saved(
    window, hands, qtbot, disk, saving, library, tmp_path: Path
):
    # given
    other = tmp_path / "石桥乡.nianbao"
    write(ReportFile(blank(library.get("national-2021"), 2024, OTHER)), other)

    # when
    window.open_path(other)
    hands.find("waitingDialog")
    assert window.desk.session.path == saving
    disk.let()

    # then
    qtbot.waitUntil(lambda: window.desk.session.path == other)
    assert boxes(window) == []
    assert cell(saving) == "3"


def test_a_disk_that_fails_keeps_nobody_and_what_it_refused_is_on_the_home_page(
    window, hands, qtbot, disk, saving
):
    # given: saved again and left while it is written
    type_cell(window, "4")
    hands.command("save")
    hands.command("goHome")

    # when
    disk.refuses.append(full())
    disk.let()

    # then
    hands.find("recoveryCard")
    assert boxes(window) == []
    assert "磁盘空间不足" in hands.find("recoveryWhy", QLabel).accessibleName()
    (kept,) = kept_aside()
    assert cell(kept) == "4"
    assert cell(saving) == ""

    # when
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    assert window.desk.session.path == saving


def test_the_window_closes_where_the_disk_fails_after_a_while(window, hands, qtbot, disk, opened):
    # given
    window.close()
    hands.find("waitingDialog")

    # when
    disk.refuses.append(full())
    disk.let()

    # then
    qtbot.waitUntil(lambda: not window.isVisible())
    assert boxes(window) == []
    [left] = autosave.found()
    assert left.why == "无法写入“柳河镇.nianbao”：磁盘空间不足。"
    assert left.file.report.text(CELL) == "3"


def test_who_wants_to_leave_answers_first_where_another_place_failed(window, hands, qtbot, disk, opened):
    # given: on its way to another place, changed, saved to its own file and left
    hands.command("saveAs")
    hands.choose_file("saveFileDialog", opened.with_name("别处.nianbao"))
    qtbot.waitUntil(disk.is_asked)
    qtbot.waitUntil(lambda: not hands.sees("saveFileDialog"))
    type_cell(window, "4")
    hands.command("save")
    hands.command("goHome")

    # when
    disk.refuses.append(full())
    disk.let(2)
    hands.find("notSavedBox")
    qtbot.waitUntil(window.desk.is_clean)

    # then: the report is there for the answer
    assert hands.sees("workspace")
    assert boxes(window) == ["notSavedBox"]
    target = opened.with_name("别处2.nianbao")
    hands.press("saveElsewhere")
    disk.let()
    hands.choose_file("saveFileDialog", target)
    hands.find("homePage")
    assert cell(target) == cell(opened) == "4"


def test_who_leaves_after_an_export_is_asked_nothing_where_the_save_before_it_fails(
    window, hands, qtbot, disk, saving
):
    # given
    window.desk.saving._keep_exported(window.desk.session)
    hands.command("goHome")

    # when: the save under way fails, and the one that is tried once more because the report is left
    disk.refuses += [full(), full()]
    disk.let(3)

    # then: the version that was exported is in what is kept aside
    hands.find("recoveryCard")
    assert boxes(window) == []
    [left] = autosave.found()
    assert left.file.report.text(CELL) == "3"
    assert history.versions(left.file)[0].why == "export"


def test_an_export_that_cannot_be_kept_holds_nobody_who_leaves(window, hands, qtbot, disk, saving):
    # given: all is saved, and exported as it is
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)
    window.desk.saving._keep_exported(window.desk.session)
    hands.command("goHome")

    # when
    disk.refuses.append(full())
    disk.let()

    # then
    hands.find("homePage")
    assert "磁盘空间不足" in hands.find("noticeBox", QMessageBox).text()
    assert boxes(window) == ["noticeBox"]
    assert cell(saving) == "3"


def test_what_was_typed_after_an_export_is_saved_though_that_cannot_be_kept(
    window, hands, qtbot, disk, saving
):
    # given
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)
    window.desk.saving._keep_exported(window.desk.session)
    type_cell(window, "4")
    hands.command("goHome")

    # when
    disk.refuses.append(full())
    disk.let(2)

    # then
    hands.find("homePage")
    assert not hands.sees("recoveryCard")
    assert cell(saving) == "4"


def test_at_the_end_of_the_program_what_is_being_written_is_waited_for(window, monkeypatch, disk, saving):
    # given
    monkeypatch.setattr("gui.writing._WAIT_AT_END", 60)
    window._leaving = True

    # when
    threading.Timer(0.05, disk.let).start()
    window.close()

    # then
    assert cell(saving) == "3"


def test_the_end_does_not_wait_for_a_disk_that_does_not_answer(window, monkeypatch, disk, saving):
    # given
    monkeypatch.setattr("gui.writing._WAIT_AT_END", 0.02)
    window._leaving = True

    # when
    window.close()

    # then
    assert not window.isVisible()
    assert disk.written == []


def test_what_was_kept_aside_stays_where_the_end_does_not_see_it_written(
    window, qtbot, monkeypatch, disk, saving
):
    # given
    qtbot.waitUntil(lambda: bool(kept_aside()), timeout=10_000)
    monkeypatch.setattr("gui.writing._WAIT_AT_END", 0.02)
    window._leaving = True

    # when
    window.close()

    # then
    (kept,) = kept_aside()
    assert cell(kept) == "3"


def test_a_report_put_away_hears_nothing_of_what_became_of_it(window, hands, qtbot, disk, saving):
    # given
    window.desk.close()
    disk.refuses.append(full())

    # when
    disk.let()
    qtbot.waitUntil(lambda: not disk.refuses)
    qtbot.wait(60)

    # then
    hands.find("homePage")
    assert boxes(window) == []
    assert settled(window)
