"""What a crash left behind is offered, and opened, dropped or kept for later."""

import pytest
from PySide6.QtWidgets import QMessageBox

from core import autosave, store
from core.edits import SetField
from core.errors import InputError
from core.store import ReportFile, history, read
from gui.tasks import Tasks
from tests.gui.autosaving.conftest import CELL, found, kept, kept_cell, left_behind, type_cell, words


def test_a_start_after_which_nothing_was_left_shows_nothing(window, hands, qtbot):
    # when
    window.look_for_unsaved()

    # then
    assert not any(one._jobs for one in window.findChildren(Tasks))
    assert not hands.sees("recoveryCard")


def test_what_was_left_is_offered_and_not_opened(window, hands, report, saved):
    # given
    left_behind(report, saved, at="2026-01-09T14:32:00")

    # when
    found(window, hands)

    # then
    assert words(hands, "recoveryWords") == "上次没来得及保存：柳河镇 2024 年报告（停在 1月9日 14:32）"
    assert words(hands, "recoveryFile") == str(saved)
    assert not hands.sees("workspace")


def test_going_on_opens_it_as_the_clerks_file_with_its_changes_unsaved(window, hands, qtbot, report, saved):
    # given
    left_behind(report, saved)
    found(window, hands)

    # when
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    session = window.desk.session
    assert session.report.text(CELL) == "7"
    assert session.path == saved
    assert window.windowTitle() == "年报通 ─ 柳河镇 · 2024年报告"
    assert words(hands, "statusSaved").startswith("有修改还没保存")
    assert not hands.action("undo").isEnabled()
    assert read(saved).report.text(CELL) == ""

    # when: it goes on, a step back and forth
    session.edit(SetField("title", "新的题目"))
    hands.command("undo")

    # then: undone as far as it goes it is still not what stands in the file
    assert not session.is_clean
    qtbot.waitUntil(lambda: autosave.found() == [] and kept_cell() == "7")

    # when
    hands.command("save")

    # then
    assert read(saved).report.text(CELL) == "7"
    qtbot.waitUntil(lambda: kept() == [])
    hands.command("goHome")
    assert not hands.sees("recoveryCard")


def test_leaving_what_came_back_saves_it_and_keeps_what_lay_there(window, hands, qtbot, report, saved):
    # given
    left_behind(report, saved)
    found(window, hands)
    hands.press("recoverButton")
    hands.find("workspace")

    # when
    hands.command("goHome")

    # then
    hands.find("homePage")
    file = read(saved)
    assert [history.read(file, one).text(CELL) for one in history.versions(file)] == ["7", ""]
    qtbot.waitUntil(lambda: kept() == [])


def test_a_file_that_went_on_since_is_left_alone(window, hands, report, saved):
    # given
    left_behind(report, saved)
    report.values[CELL] = "5"
    store.write(ReportFile(report), saved)
    found(window, hands)

    # when
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    assert "后来又改过" in hands.find("noticeBox", QMessageBox).text()
    assert window.desk.session.path is None
    assert window.desk.session.report.text(CELL) == "7"
    assert words(hands, "statusSaved").startswith("还没保存成文件")
    assert read(saved).report.text(CELL) == "5"


def test_what_is_not_wanted_goes_after_one_question(window, hands, qtbot, report):
    # given
    left_behind(report)
    found(window, hands)

    # when
    hands.press("dropRecoveryButton")
    hands.press("keepButton")

    # then
    assert hands.sees("recoveryCard")
    assert len(kept()) == 1

    # when
    hands.press("dropRecoveryButton")
    hands.press("dropButton")

    # then
    assert not hands.sees("recoveryCard")
    assert kept() == []


@pytest.mark.parametrize("buttons", [["recoverButton"], ["dropRecoveryButton", "dropButton"]])
def test_what_cannot_be_read_now_stays_on_its_card(window, hands, monkeypatch, report, buttons):
    # given
    left_behind(report)
    found(window, hands)

    def held(_: object) -> None:
        raise InputError("现在读不了，内容还在。")

    monkeypatch.setattr(autosave, "again", held)

    # when
    for button in buttons:
        hands.press(button)

    # then
    assert "内容还在" in hands.find("noticeBox", QMessageBox).text()
    assert hands.sees("recoveryCard")
    assert kept_cell() == "7"


@pytest.mark.parametrize("fails", ["Desk._set_up", "Session", "features.opened"])
def test_what_could_not_be_opened_can_be_wanted_again(
    window, hands, qtbot, monkeypatch, report, saved, fails
):
    # given
    left_behind(report, saved)
    found(window, hands)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("out of order")

    with monkeypatch.context() as fault, qtbot.captureExceptions() as faults:
        fault.setattr(f"gui.desk.{fails}", broken)

        # when
        for _ in range(2):
            hands.press("recoverButton")

        # then
        assert [str(fault[1]) for fault in faults] == ["out of order"] * 2
    assert hands.sees("recoveryCard")
    assert kept_cell() == "7"

    # when
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    assert window.desk.session.report.text(CELL) == "7"
    assert not hands.sees("recoveryCard")
    type_cell(window, "8")
    qtbot.waitUntil(lambda: kept_cell() == "8")


def test_a_form_that_is_not_there_keeps_it_for_later(window, hands, report):
    # given
    report.template = "county-of-nowhere"
    left_behind(report)
    found(window, hands)

    # when
    hands.press("recoverButton")

    # then
    assert "county-of-nowhere" in hands.find("noticeBox", QMessageBox).text()
    assert hands.sees("recoveryCard")
    assert len(autosave.found()) == 1


def test_opening_the_file_by_itself_says_that_more_was_left(window, hands, report, saved):
    # given
    left_behind(report, saved)
    found(window, hands)

    # when
    window.open_path(saved)

    # then
    assert "没存进文件的内容" in hands.find("unsavedBox", QMessageBox).text()


def test_a_file_opened_at_the_start_is_told_of_when_it_is_known(window, hands, report, saved):
    # given
    left_behind(report, saved)
    window.open_path(saved)
    hands.find("workspace")
    assert not hands.sees("unsavedBox")

    # when
    window.look_for_unsaved()

    # then
    assert "没存进文件的内容" in hands.find("unsavedBox", QMessageBox).text()


def test_the_words_that_ask_to_save_it_go_once_it_is_saved(window, hands, saved, report):
    # given: what was left of a report in a file
    left_behind(report, saved)
    found(window, hands)
    hands.press("recoverButton")
    hands.find("workspace")
    told = window.statusBar()
    hands.qtbot.waitUntil(lambda: "看过以后请保存" in told.currentMessage())

    # when
    hands.command("save")

    # then
    hands.qtbot.waitUntil(lambda: window.desk.session.is_clean)
    assert told.currentMessage() == ""
